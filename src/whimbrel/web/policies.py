"""Partnership policies side by side, as a page: questions down, policies across, intervals in the
cells; what nobody entered is not known."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from whimbrel.partnership.shown import COARSE, ask, unit
from whimbrel.procedures.compare import Row
from whimbrel.procedures.printed import figure, printed
from whimbrel.queries.comparing import Unasked
from whimbrel.queries.replaying import Asks, played, policies_told
from whimbrel.web.answers import guarded, refused
from whimbrel.web.compare import ENDS, MOST, Shown, bar, figures, number
from whimbrel.web.frame import by
from whimbrel.web.strangers import counted
from whimbrel.web.vocabulary import language

COLUMNS = ("steps", "documents", "hours", "days")


@require_GET
@guarded
def policies(request: HttpRequest, form: str = "") -> HttpResponse:
    """The policies over one portfolio, or its JSON."""
    if by(request) is None and request.GET:
        # Each other question costs the server about a second, and anybody may ask.
        counted(request, "policies", MOST)
    try:
        asks = asking(request)
        told = policies_told(asks, language(), timezone.localdate())
        found = played(asks)
    except Unasked as error:
        return refused(request, str(error), status=400)
    if form == "json":
        return JsonResponse(told)
    names = [one.title[language()] for one in found.packs]
    context = {
        "asks": asks, "told": told, "chosen": [one.id for one in found.packs],
        "policies": told["whole"],
        # Those that are shown come first and in their order: the first is what is held against.
        "known": sorted(told["known"], key=lambda one: place(asks.policies, one["id"])),
        "paper": ",".join(one.id for one in found.packs),
        "rows": [
            (row.id, ask(f"row.{row.id}", language()), unit(row, language()), shown(row, names))
            for row in found.rows
        ],
        "faults": [
            (one["text"], one["of"], list(zip(names, one["not_looked_for"].values(), strict=True)))
            for one in told["faults"]
        ],
        "names": names,
        "difference": difference(told),
        "assumptions": [
            {**one, **{end: f"{one[end]:g}" for end in ENDS}} for one in told["assumptions"]
        ],
    }  # fmt: skip
    return render(request, "policies.html", context)


def shown(row: Row, names: list[str]) -> list[Shown]:
    """The cells of a row, each with its bar."""
    most = max((one.value.high for one in row.cells if one.value is not None), default=0.0)
    return [
        Shown(
            option=name,
            words=printed(one.value, language(), COARSE),
            beside=ask(f"beside.{said}", language()),
            known=ask(one.note or f"known.{one.known}", language()),
            bar=bar(one, most),
        )
        for name, one, said in zip(names, row.cells, row.beside(), strict=True)
    ]


def difference(told: dict[str, Any]) -> dict[str, Any] | None:
    """Where the first two policies differ, in words; None where there is one only."""
    found = told.get("difference")
    if found is None:
        return None
    both = found["paired"]
    return {
        "lines": [
            (ask(f"part.{one['part']}", language()), one["before"], one["after"])
            for one in found["lines"]
        ],
        "heads": [ask(f"unit.{name}", language()) for name in COLUMNS],
        "kinds": [
            (one["modality"], one["category"], one["cases"],
             [(ask(f"unit.{name}", language()), [mean(side) for side in one[name]])
              for name in COLUMNS])
            for one in found["cases"]
        ],
        "paired": None if both is None else [
            (ask(f"unit.{name}", language()), *(signed(both[name][end]) for end in ENDS))
            for name in ("hours", "days")
        ],
    }  # fmt: skip


def place(names: tuple[str, ...], name: str) -> int:
    """The place of a name among some; behind them where it is none of them."""
    return names.index(name) if name in names else len(names)


def mean(value: float | None) -> str:
    """One figure; a dash where it is not known."""
    return "–" if value is None else figure(value, language(), COARSE)


def signed(value: float) -> str:
    """A difference, with a minus sign that is one."""
    return figure(value, language(), COARSE).replace("-", "−")


def asking(request: HttpRequest) -> Asks:
    """What the address bar asks. Unasked for what is no number."""
    asks, given = Asks(), request.GET
    whole = {name: number(given.get(name, ""), name) for name in ("size", "seed")}
    found = {name: int(value) for name, value in whole.items() if value is not None}
    names = tuple(filter(None, given.getlist("policy"))) or asks.policies
    return replace(
        asks, **found, policies=names, assumed=tuple(figures(given.keys(), request))
    )  # fmt: skip
