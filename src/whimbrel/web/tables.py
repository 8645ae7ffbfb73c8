"""Spreadsheets: send one, say which column is what, see what it would do, bring it in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from whimbrel.acts import tables as acts
from whimbrel.engagements.tables import (
    Order,
    Problem,
    Read,
    Understood,
    choose,
    kinds,
    propose,
    rows,
    template,
)
from whimbrel.queries.people import can
from whimbrel.queries.tables import kept_mapping
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB
from whimbrel.reading.sheet import Book, Sheet, SheetLimits
from whimbrel.reading.tables import read_book
from whimbrel.web import spool
from whimbrel.web.answers import guarded, refused
from whimbrel.web.frame import by
from whimbrel.web.spoken import spoken

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIMITS = SheetLimits(size=5 * MIB, rows=2_000)
"""What a page waits for; longer lists are for the command."""
SHOWN = 100
"""So many rows of each sort are shown; the counts are of all."""
LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A spreadsheet as somebody wants it read."""

    kind: str
    book: Book
    sheet: Sheet
    mapping: Mapping[str, str]
    kept: bool
    """The mapping is that of an earlier file with the same head."""
    order: Order | None
    convention: str
    rows: tuple[Understood | Problem, ...]


@require_http_methods(["GET", "POST"])
@guarded
def tables(request: HttpRequest, form: str = "") -> HttpResponse:
    """Send a spreadsheet, or fetch an empty one to fill in; as data, the kinds that there are."""
    who = by(request)
    if who is None:
        return redirect(f"{reverse('sign-in')}?next={request.path}")
    if not can(who, "record"):
        return refused(request, _("your role may not bring spreadsheets into the record"))
    if form == "json":
        listed = [
            {"kind": kind, "words": words, "empty": reverse("table-template", args=[kind])}
            for kind, words in named_kinds()
        ]
        return JsonResponse(listed, safe=False)
    context: dict[str, object] = {"kinds": named_kinds(), "kind": request.POST.get("kind", "")}
    if request.method == "GET":
        return render(request, "tables.html", context)
    sent, kind = request.FILES.get("file"), request.POST.get("kind", "")
    if sent is None or kind not in kinds():
        context["error"] = _("Choose a file, and say what its rows are.")
        return render(request, "tables.html", context, status=400)
    most = LIMITS.size
    if (sent.size or 0) > most:
        context["error"] = _(
            "%(name)s is larger than %(most)s MiB. Split it into smaller files."
        ) % {
            "name": sent.name,
            "most": most // MIB,
        }
        return render(request, "tables.html", context, status=400)
    data = sent.read()
    try:
        read_book(data, name=sent.name or "file", limits=LIMITS)
    except Unreadable as error:
        context["error"] = spoken(str(error))
        return render(request, "tables.html", context, status=400)
    word = spool.keep(who, sent.name or "file", data)
    return redirect(f"{reverse('table', args=[word])}?{query(kind)}")


@require_http_methods(["GET", "POST"])
@guarded
def table(request: HttpRequest, word: str) -> HttpResponse:
    """A spreadsheet that waits: its columns and what it would do; sent with POST, it is brought
    in."""
    who = by(request)
    if who is None:
        return redirect(f"{reverse('sign-in')}?next={reverse('tables')}")
    file = spool.waiting(who, word)
    said = request.POST if request.method == "POST" else request.GET
    if file is None or said.get("kind", "") not in kinds():
        why = _(
            "no spreadsheet waits here for you: it was brought in, or a day is over. Send it again"
        )
        return refused(request, why, status=404)
    one = asked(who, file, said)
    if request.method == "POST":
        return bring(request, who, word, file.name, one)
    told = acts.dry_run(who, one.kind, one.rows, convention=one.convention)
    return render(request, "table.html", page(one, told, word, file.name))


def asked(who: str, file: spool.Waiting, said: QueryDict) -> Asked:
    """The spreadsheet as the form says; what it does not say is proposed."""
    kind = said.get("kind", "")
    book = read_book(file.data, name=file.name, limits=LIMITS)
    sheet = book.sheet(said.get("sheet", "")) or choose(book, kind)
    kept = kept_mapping(who, kind, sheet.headings)
    mapping = dict(kept or propose(sheet.headings, kind))
    # Another sheet has other columns: what was chosen for the last one says nothing of it.
    if said.get("of") == sheet.name:
        for place, heading in enumerate(sheet.headings):
            mapping[heading] = said.get(f"c{place}", mapping[heading])
    dates = said.get("dates", "")
    order = Order(dates) if dates in set(Order) else None
    how = Read(order=order, language=language())
    return Asked(
        kind=kind, book=book, sheet=sheet, mapping=mapping, kept=kept == mapping, order=order,
        convention=said.get("convention", "").strip(),
        rows=rows(sheet, kind, mapping, how=how),
    )  # fmt: skip


def bring(request: HttpRequest, who: str, word: str, name: str, one: Asked) -> HttpResponse:
    """Bring it in, keep the columns for the next file, and tell what was done."""
    why = request.POST.get("reason", "")
    told = acts.bring_in(
        who, why, one.kind, one.rows, file=name, partly=request.POST.get("partly") == "yes",
        convention=one.convention,
    )  # fmt: skip
    if not one.kept:
        acts.keep_mapping(who, why, one.kind, one.mapping)
    spool.drop(word)
    return render(request, "table_done.html", page(one, told, word, name))


def page(one: Asked, told: acts.Brought, word: str, name: str) -> dict[str, object]:
    """What the pages of a spreadsheet show."""
    known, tongue = kinds()[one.kind], language()
    fields = {field.key: field.name(tongue) for field in known.fields}
    columns = [
        {
            "name": f"c{place}",
            "heading": heading,
            "field": one.mapping.get(heading, ""),
            "first": next((row.cell(place).text for row in one.sheet.rows if row.cell(place)), ""),
        }
        for place, heading in enumerate(one.sheet.headings)
    ]
    problems = [
        {"row": each.row, "heading": each.heading, "value": each.value, "says": each.says(tongue)}
        for each in told.problems[:SHOWN]
    ]
    outcomes = [
        {
            "row": each.row,
            "name": each.name,
            "state": states()[each.state],
            "changed": [fields.get(key, key) for key in each.changed],
            "conflicts": [
                {"field": fields.get(two.field, two.field), "held": two.held, "told": two.told}
                for two in each.conflicts
            ],
        }
        for each in sorted(told.outcomes, key=lambda each: (not each.conflicts, each.row))[:SHOWN]
    ]
    counts = [(states()[name], count) for name, count in told.counts.items()]
    return {
        "word": word, "file": name, "kind": one.kind, "says": known.says[tongue],
        "sheets": [each.name for each in one.book.sheets], "sheet": one.sheet.name,
        "columns": columns, "fields": fields.items(), "kept": one.kept,
        "order": one.order or "", "convention": one.convention, "remarks": one.book.remarks,
        "counts": counts, "problems": problems, "outcomes": outcomes, "shown": SHOWN,
        "good": len(told.outcomes), "bad": told.counts["left out"],
        "more": len(told.problems) > SHOWN or len(told.outcomes) > SHOWN,
    }  # fmt: skip


def states() -> dict[str, str]:
    """What can become of a row, in the language of the person."""
    return {
        "new": _("new"),
        "changed": _("filled in"),
        "known": _("known already"),
        "in conflict": _("in conflict"),
        "left out": _("with a problem"),
    }


@require_GET
def empty(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty spreadsheet of a kind, in the language of the person."""
    if kind not in kinds():
        return refused(request, _("there is no such kind of spreadsheet"), status=404)
    wanted = request.GET.get("language", "")
    tongue = wanted if wanted in LANGUAGES else language()
    answer = HttpResponse(template(kind, tongue), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{kind}-{tongue}.xlsx"'
    return answer


def named_kinds() -> list[tuple[str, str]]:
    """(kind, its words) of every kind."""
    order = ("bodies", "engagements", "agreements", "tracker")
    return [(kind, kinds()[kind].says[language()]) for kind in order]


def language() -> str:
    """The language of the person, of those that we speak."""
    told = (get_language() or "en")[:2]
    return told if told in LANGUAGES else "en"


def query(kind: str) -> str:
    """The query of a file that nobody has said anything of yet."""
    said = QueryDict(mutable=True)
    said["kind"] = kind
    return said.urlencode()
