"""What the page of a report needs in its templates: small questions about words and places."""

from collections.abc import Iterable, Mapping, Sequence

from django.template import Library
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as known

from whimbrel.document import Run
from whimbrel.queries.checks import Flag
from whimbrel.queries.drafting import Line, Own
from whimbrel.writing.figure import Figure
from whimbrel.writing.html_page import live

register = Library()


@register.filter
def leads(href: str) -> bool:
    """True for a link that a reader may follow: nothing that could run."""
    return live(href)


@register.filter
def in_one(runs: Iterable[Run]) -> str:
    """The words of runs, without marks."""
    return "".join(run.text for run in runs or ())


@register.filter
def items_of(lines: Sequence[Line]) -> bool:
    """True where something below a paragraph may be written anew."""
    return any(one.writable for one in lines[1:])


@register.filter
def same(place: str, other: str) -> bool:
    """True for the place at which somebody wrote."""
    return bool(other) and place == other


@register.filter
def sub(number: object, other: object) -> str:
    """A number below a number, for the names of fields."""
    return f"{number}-{other}"


@register.filter
def was(place: str, owns: Mapping[str, Own]) -> str:
    """The digest of what stands at a place; empty where nobody wrote there."""
    return owns[place].digest if place in owns else ""


@register.filter
def wordsof(place: str, owns: Mapping[str, Own]) -> str:
    """What an officer wrote at a place."""
    return owns[place].words if place in owns else ""


@register.filter
def begins(name: str, starts: str) -> bool:
    """True for a name that begins with one of several, parted by commas."""
    return name.startswith(tuple(starts.split(",")))


@register.filter
def counted(places: Iterable[tuple[str, list[Flag]]]) -> int:
    """How many findings there are at some places."""
    return sum(len(flags) for _address, flags in places)


@register.filter
def svg(figure: Figure) -> SafeString:
    """The drawing of a figure. It is made by our own hand, which escapes every word in it."""
    return mark_safe(figure.svg)  # noqa: S308


FILES = {
    "docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown", "xml": "Akoma Ntoso",
    "json": "JSON",
}  # fmt: skip


@register.filter
def file_form(form: str) -> str:
    """The name of a form of file."""
    return _("spreadsheet") if form == "xlsx" else FILES.get(form, form)


CHANGES = {
    "inserted": known("words put in"),
    "deleted": known("words taken out"),
    "replaced": known("words replaced"),
    "moved": known("words moved"),
    "new paragraph": known("new paragraph"),
    "removed paragraph": known("paragraph taken out"),
    "split": known("paragraph parted in two"),
    "joined": known("paragraphs joined"),
    "new row": known("new row"),
    "removed row": known("row taken out"),
    "new note": known("new footnote"),
    "comment": known("comment"),
}
"""Kinds of changes in a copy that came back; the same words are said of provisions otherwise."""


@register.filter
def change_kind(kind: str) -> str:
    """What somebody did, in words."""
    return _(CHANGES.get(kind, kind))
