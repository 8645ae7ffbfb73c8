"""What Akoma Ntoso says about a document: identification, cover page, preface, the mark of
Whimbrel."""

import re
from collections.abc import Iterator

from whimbrel.document.akn_words import Words, attribute, valid_uri
from whimbrel.document.flat import DATES, masthead_fields
from whimbrel.document.form import VERSION
from whimbrel.document.tree import Document, Masthead

LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "zho"}
"""The official languages of the United Nations in ISO 639-1 and 639-2."""
COUNTRY = '<FRBRcountry value="un"/>'
ONTOLOGY = "/akn/ontology/organization/whimbrel"
UNKNOWN_DATE = "0001-01-01"
"""As the United Nations write a date that is not known: the schema wants one."""
ELEMENTS = {
    "symbol": "docNumber",
    "title": "docTitle",
    "meeting": "session",
    "date": "docDate",
    "starts": "date",
    "ends": "date",
    "author": "docAuthority",
}
"""The elements of the fields of the masthead; the others are an `inline` with their name."""


def meta(
    document: Document, *, work_iri: str | None, name: str, source: str, words: Words
) -> Iterator[str]:
    """Identification, the footnotes that stand nowhere in the body, and the mark of Whimbrel."""
    head = document.masthead
    work = valid_uri(work_iri or simple_iri(head, name)).rstrip("/")
    language = LANGUAGES.get(head.language or "", head.language or "und")
    day = str(head.date or UNKNOWN_DATE)
    yield "<meta>"
    yield f'<identification source="#{source}">'
    expression = f"{work}/{language}@"
    spoken = f'<FRBRlanguage language="{language}"/>'
    signed = f'date="{day}" name="{{}}"/><FRBRauthor href="#{source}"/>'
    yield from level("Work", f"{work}/!main", work, signed.format("adoption"), COUNTRY)
    yield from level(
        "Expression", f"{expression}/!main", expression, signed.format("publication"), spoken
    )
    yield from level(
        "Manifestation", f"{expression}/!main.xml", f"{expression}.xml", signed.format("markup")
    )
    yield "</identification>"
    yield f'<references source="#{source}">'
    yield f'<TLCOrganization eId="{source}" href="{ONTOLOGY}" showAs="Whimbrel"/>'
    yield "</references>"
    apart = [key for key in words.notes if key not in words.placed]
    order = [*apart, *words.placed] != list(words.notes)
    if apart:
        yield f'<notes source="#{source}">'
        yield from [words.note(key, "note") for key in apart]
        yield "</notes>"
    yield f'<proprietary source="#{source}">'
    listed = f' notes="{attribute(" ".join(words.notes))}"' if order else ""
    yield f'<whimbrel:written version="{VERSION}"{listed}/>'
    yield "</proprietary>"
    yield "</meta>"


def level(name: str, this: str, uri: str, signed: str, more: str = "") -> Iterator[str]:
    """Work, expression or manifestation."""
    yield f'<FRBR{name}><FRBRthis value="{attribute(this)}"/><FRBRuri value="{attribute(uri)}"/>'
    yield f"<FRBRdate {signed}{more}</FRBR{name}>"


def simple_iri(head: Masthead, name: str) -> str:
    """An IRI of the work made of the symbol, for a document of which nothing better is known."""
    number = re.sub(r"[^\w.]+", "-", head.symbol or "").strip("-") or "unnumbered"
    return f"/akn/un/statement/{name}/{head.date or UNKNOWN_DATE}/{number}"


def cover_page(head: Masthead) -> Iterator[str]:
    """The printed lines of the first page."""
    if not head.lines:
        return
    yield "<coverPage>"
    for line in head.lines:
        yield f"<p>{Words.text(line)}</p>"
    yield "</coverPage>"


def preface(head: Masthead) -> Iterator[str]:
    """The fields of the masthead, each in the element made for it; the class of its paragraph is
    the field's name."""
    fields = masthead_fields(head)
    fields.pop("language", None)
    if not fields:
        return
    yield "<preface>"
    for field, value in fields.items():
        tag = ELEMENTS.get(field, "inline")
        more = f' name="{field}"' if tag == "inline" else ""
        more += f' date="{value}"' if field in DATES else ""
        yield f'<p class="{field}"><{tag}{more}>{Words.text(value)}</{tag}></p>'
    yield "</preface>"
