"""Options for a governing body side by side, as a page: questions down, options across, intervals
in the cells; figures that are assumed can be changed in the address bar."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.admission.compared import ask, unit
from whimbrel.procedures.compare import Better, Cell, Row, beaten
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.printed import printed
from whimbrel.queries.comparing import Asks, Ends, Unasked, compared, told
from whimbrel.web.answers import guarded, refused
from whimbrel.web.frame import by
from whimbrel.web.strangers import counted
from whimbrel.web.vocabulary import language

ENDS = ("low", "point", "high")
MOST = 120
"""Comparisons of their own that strangers ask for in an hour."""
WIDE = 100.0
"""Of a thin bar, in its own units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where an interval stands between nothing and the most of its row, from 0 to 100."""

    x: float
    width: float
    point: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A cell as it is shown."""

    option: str
    words: str
    beside: str
    known: str
    bar: Bar | None


@require_GET
@guarded
def compare(request: HttpRequest, form: str = "") -> HttpResponse:
    """The comparison, or its JSON."""
    if by(request) is None and request.GET:
        # Each other question costs the server about a second, and anybody may ask.
        counted(request, "compare", MOST)
    try:
        asks = asking(request)
        plain = told(asks, language())
    except Unasked as error:
        return refused(request, str(error), status=400)
    if form == "json":
        return JsonResponse(plain)
    found = compared(asks)
    names = [one.title[language()] for one in found.options]
    better = beaten(found.rows)
    context = {
        "asks": asks, "told": plain, "options": plain["options"],
        "rows": [
            (row.id, ask(row.id, language()), unit(row, language()), shown(row, names))
            for row in found.rows
        ],
        "assumptions": [
            {**one, **{end: f"{one[end]:g}" for end in ENDS}} for one in plain["assumptions"]
        ],
        "scores": [
            {**one, "title": name}
            for one, name in zip(plain.get("weighed", []), names, strict=False)
        ],
        "weighable": [
            (row.id, ask(row.id, language()), dict(asks.weights).get(row.id, ""))
            for row in found.rows if row.better is not Better.NEITHER
        ],
        "sensitivity": [
            (ask(one["row"], language()), title(one["first_when_halved"], plain),
             title(one["first_when_doubled"], plain))
            for one in plain.get("sensitivity", [])
        ],
        "beaten": [
            (ask(row, language()), [names[at] for name, at in better if name == row])
            for row in dict.fromkeys(row for row, _at in better)
        ],
        "dimensions": dimensions(plain["options"]),
    }  # fmt: skip
    return render(request, "compare.html", context)


def title(name: str, plain: dict[str, list[dict[str, str]]]) -> str:
    """An option by its title."""
    return next(one["title"] for one in plain["options"] if one["id"] == name)


def shown(row: Row, names: list[str]) -> list[Shown]:
    """The cells of a row, each with its bar."""
    most = max((one.value.high for one in row.cells if one.value is not None), default=0.0)
    return [
        Shown(
            option=name, words=printed(one.value, language()), beside=ask(said, language()),
            known=ask(one.known, language()), bar=bar(one, most),
        )
        for name, one, said in zip(names, row.cells, row.beside(), strict=True)
    ]  # fmt: skip


def bar(one: Cell, most: float) -> Bar | None:
    """The bar of a cell; None where there is nothing to draw."""
    if one.value is None or most <= 0:
        return None
    low, point, high = (WIDE * each / most for each in ends(one.value))
    return Bar(x=low, width=max(high - low, 1.0), point=point)


def ends(one: Interval) -> tuple[float, float, float]:
    """Low, point and high."""
    return one.low, one.point, one.high


def dimensions(options: list[dict[str, list[dict[str, object]]]]) -> list[object]:
    """(dimension, rows of (stratum, of how many, a cell for each option))."""
    words = {
        "kind": _("Kind of body"), "region": _("Region"), "registered": _("Registered"),
        "income": _("Income of its State"), "constituency": _("Constituency"),
    }  # fmt: skip
    listed: list[object] = []
    for name, heading in words.items():
        columns = [[each for each in one["strata"] if each["dimension"] == name] for one in options]
        rows = [
            (
                ask(str(cells[0]["name"]), language()),
                cells[0]["of"],
                [between(each) for each in cells],
            )
            for cells in zip(*columns, strict=True)
        ]
        listed.append((heading, rows))
    return listed


def between(one: dict[str, object]) -> str:
    """ "22-55" with an en dash, or one number."""
    low, high = one["low"], one["high"]
    return f"{low:.0f}" if low == high else f"{low:.0f}–{high:.0f}"


def asking(request: HttpRequest) -> Asks:
    """What the address bar asks. Unasked for what is no number or no day."""
    asks, given = Asks(), request.GET
    whole = {name: number(given.get(name, ""), name) for name in ("size", "seed", "present")}
    found = {name: int(value) for name, value in whole.items() if value is not None}
    opens = given.get("opens", "")
    try:
        day = date.fromisoformat(opens) if opens else asks.opens
    except ValueError as error:
        raise Unasked(_("%(day)s is no day") % {"day": opens[:40]}) from error
    weights = tuple(
        (name.removeprefix("weight-"), value)
        for name in sorted(given)
        if name.startswith("weight-") and (value := number(given.get(name, ""), name)) is not None
    )
    return replace(
        asks, **found, opens=day, weights=weights, assumed=tuple(figures(given.keys(), request))
    )


def figures(names: Iterable[str], request: HttpRequest) -> Iterable[tuple[str, Ends]]:
    """The figures that somebody else assumes: `check-hours.low` and the other two."""
    for name in sorted({one.rpartition(".")[0] for one in names if one.endswith(".point")}):
        values = [number(request.GET.get(f"{name}.{end}", ""), name) for end in ENDS]
        if any(one is not None for one in values):
            low, point, high = (one if one is not None else -1.0 for one in values)
            yield name, (low, point, high)


def number(words: str, name: str) -> float | None:
    """A number as it was written; None where nothing was."""
    if not words.strip():
        return None
    try:
        found = float(words.replace(",", "."))
    except ValueError as error:
        told = _("%(name)s: “%(words)s” is no number")
        raise Unasked(told % {"name": name, "words": words[:40]}) from error
    if not abs(found) < 1e12:
        raise Unasked(_("%(name)s is too large") % {"name": name})
    return found
