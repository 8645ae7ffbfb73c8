"""The check: what a careful editor would flag in a report or a document, and what was set aside."""

from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import findings as acts
from whimbrel.queries import checks as kept
from whimbrel.queries.people import can
from whimbrel.web.answers import guarded, single
from whimbrel.web.frame import by
from whimbrel.web.record import back, sent
from whimbrel.web.vocabulary import language, where


@require_GET
@guarded
def of_report(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """The check of a report."""
    who = by(request)
    one = kept.of_report(who, key, language=language())
    return single(request, "check.html", one, key, form, shown(who, one))


@require_GET
@guarded
def of_document(request: HttpRequest, symbol: str, form: str = "") -> HttpResponse:
    """The check of a document."""
    who = by(request)
    one = kept.of_document(who, symbol, language=language())
    return single(request, "check.html", one, symbol, form, shown(who, one))


def shown(who: str | None, one: kept.Flagged | None) -> dict[str, object]:
    """What `parts/findings.html` shows: findings by level and by place, and where they lead."""
    if one is None:
        return {}
    levels = [
        (level, by_place(flags)) for level, flags in groupby(one.flags, key=lambda each: each.level)
    ]
    return {
        "levels": levels,
        "checked": one,
        "may_judge": can(who, "judge"),
        "of": where(one.about),
    }


def by_place(flags: Iterable[kept.Flag]) -> list[tuple[str, list[kept.Flag]]]:
    """Findings by the paragraph that they are about, in their order."""
    found: dict[str, list[kept.Flag]] = {}
    for one in flags:
        found.setdefault(one.address, []).append(one)
    return list(found.items())


def place(about: str) -> str:
    """The page of the check of a record."""
    kind, _space, name = about.partition(" ")
    return reverse(f"{kind}-check", args=[name])


@require_POST
@guarded
def dismiss(request: HttpRequest) -> HttpResponse:
    """Set a finding aside."""
    on, why = sent(request, "on"), sent(request, "reason")
    acts.dismiss(
        by(request) or "", why, on, sent(request, "finding"), rule=sent(request, "rule"), why=why,
        words=sent(request, "words"),
    )  # fmt: skip
    return back(request, place(on), _("It is set aside, and stands below with your reason."))


@require_POST
@guarded
def take_up(request: HttpRequest) -> HttpResponse:
    """Take a finding up again."""
    on = sent(request, "on")
    acts.take_up(by(request) or "", sent(request, "reason"), on, sent(request, "finding"))
    return back(request, place(on), _("It is looked at again."))
