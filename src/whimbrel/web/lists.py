"""A list as a page with its filters in the address bar, or as JSON, CSV or a spreadsheet with the
same filters."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from whimbrel.bodies.names import folded
from whimbrel.queries.listed import Listed
from whimbrel.web.frame import by
from whimbrel.web.vocabulary import country, word

FORMS = ("json", "csv", "xlsx")
"""In what else a list can be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A filter of a list as a form asks for it."""

    name: str
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] | None = None
    """(value, words); None: something is written."""
    kind: str = "text"
    """What is written: `text`, `date`, `search`."""


def chosen(
    name: str, label: str, values: Iterable[str], value: str, words: Callable[[str], str] = word
) -> Control:
    """A filter with values to choose from; what was asked for is among them in any case. Countries
    are in the order of their names, as the language of the page has them."""
    listed = list(dict.fromkeys((*values, *([value] if value else ()))))
    options = tuple((one, words(one)) for one in listed if one)
    if words is country:
        options = tuple(sorted(options, key=lambda one: folded(one[1])))
    return Control(name=name, label=label, value=value, options=options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a list looks."""

    title: str
    name: str
    """Of its address: `decisions`."""
    row: str
    """The template of one row."""
    heads: Sequence[tuple[str, bool]]
    """(words, holds a number) of each column."""
    empty: str
    """What is said where nothing is listed."""
    controls: Sequence[Control] = ()
    extra: Mapping[str, object] | None = None
    template: str = "list.html"


def listing(
    request: HttpRequest, page: Page, rows: Callable[[int | None], Listed[Any]], form: str
) -> HttpResponse:
    """A list in the form that was asked for. Who has not signed in and may see nothing of it is
    asked to sign in."""
    listed = rows(None if form else number(request))
    if by(request) is None and not listed.total:
        return redirect_to_login(request.get_full_path())
    if form:
        return exported(page.name, listed.rows, form)
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "page": page,
        "listed": listed,
        "asked": asked.urlencode(),
        "narrowed": any(one.value for one in page.controls),
        "forms": FORMS,
        **(page.extra or {}),
    }
    return render(request, page.template, context)


def number(request: HttpRequest) -> int:
    """The page that was asked for; the first where it is none."""
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and 0 < len(asked) < 7 else 1


def exported(name: str, rows: Sequence[Any], form: str) -> HttpResponse:
    """Rows as a file."""
    if form == "json":
        return JsonResponse([asdict(one) for one in rows], safe=False)
    return grid(name, flat(rows), form)


def grid(name: str, rows: Iterable[Sequence[str | int]], form: str) -> HttpResponse:
    """Rows of cells, their head first, as CSV or a spreadsheet."""
    if form == "csv":
        answer = HttpResponse("".join(lines(rows)), content_type="text/csv; charset=utf-8")
    else:
        answer = HttpResponse(sheet(name, rows), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def flat(rows: Sequence[Any]) -> Iterator[list[str | int]]:
    """The head, then each row with what it holds several of in one cell."""
    for place, one in enumerate(rows):
        told = asdict(one)
        if place == 0:
            yield [word(name) for name in told]
        yield [cell(value) for value in told.values()]


def cell(value: object) -> str | int:
    """A value in a cell."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return value
    if isinstance(value, tuple | list):
        return "; ".join(map(part, value))
    return "" if value is None else str(value)


def part(value: object) -> str:
    """One of several values in a cell; what a row holds of its own is told value by value."""
    if isinstance(value, dict):
        value = tuple(cell(each) for each in value.values() if each not in (None, "", ()))
    return " · ".join(map(str, value)) if isinstance(value, tuple) else str(value)


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def lines(rows: Iterable[Sequence[str | int]]) -> Iterator[str]:
    """Rows as CSV, a line at a time; a text that a spreadsheet would compute is marked as text."""
    yield "\ufeff"
    for row in rows:
        into = io.StringIO()
        csv.writer(into).writerow(
            f"'{one}" if isinstance(one, str) and one.startswith(FORMULA) else one for one in row
        )
        yield into.getvalue()


def sheet(name: str, rows: Iterable[Sequence[str | int]]) -> bytes:
    """Rows as a spreadsheet, every text as text."""
    book = Workbook(write_only=True)
    into = book.create_sheet(name[:31])
    for row in rows:
        cells = []
        for one in row:
            made = WriteOnlyCell(into, value=legal(one))
            if isinstance(one, str):
                made.data_type = "s"
            cells.append(made)
        into.append(cells)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML does not know: control characters, halves of characters, and those that are none."""


def legal(value: str | int) -> str | int:
    """A text without the characters that a spreadsheet file cannot hold."""
    if isinstance(value, int):
        return value
    return NO_XML.sub("", value)[:32000]
