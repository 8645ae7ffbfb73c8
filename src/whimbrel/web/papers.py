"""Other papers: as a page, and as files, in the language that was chosen."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from whimbrel.queries import briefs
from whimbrel.queries.contributed import sources
from whimbrel.queries.prints import FORMS
from whimbrel.queries.schemes_papers import SCHEMES
from whimbrel.web.answers import guarded, single
from whimbrel.web.frame import by
from whimbrel.web.reports import handed
from whimbrel.web.vocabulary import language, tongue, where


def chosen(request: HttpRequest) -> str:
    """The language of the paper: as it was asked for, else that of the page."""
    asked = request.GET.get("language", "")
    return asked if asked in briefs.LANGUAGES else language()


@require_GET
@guarded
def paper(request: HttpRequest, kind: str, about: str = "") -> HttpResponse:
    """A paper as a page."""
    who, in_language = by(request), chosen(request)
    shown = briefs.opened(who, kind, about, language=in_language)
    one = shown.brief if shown else None
    address = reverse("paper", args=[kind, about]) if about else reverse("paper-whole", args=[kind])
    extra = {
        "address": address, "forms": (*FORMS, *(("xlsx",) if one and one.rows else ())),
        "tongues": [(code, tongue(code)) for code in briefs.LANGUAGES],
        "weighed": kind in SCHEMES,
        "figures": shown.figures if shown else (),
        "sources": sources(who, about) if kind == "contributions" else (),
        "of": where(f"{RECORDS[kind]} {about}") if kind in RECORDS else "",
    }  # fmt: skip
    return single(request, "paper.html", one, about or kind, "", extra)


RECORDS = {"partner": "body", "meeting": "body", "answer": "instrument", "contributions": "meeting"}
"""Kind of paper -> kind of the record that it is about."""


@require_GET
@guarded
def paper_file(request: HttpRequest, kind: str, form: str, about: str = "") -> HttpResponse:
    """A paper as a file; as JSON, what its page shows."""
    who, in_language = by(request), chosen(request)
    if form == "json":
        one = briefs.brief(who, kind, about, language=in_language)
        return single(request, "paper.html", one, about or kind, form)
    return handed(briefs.brief_file(who, kind, about, form, language=in_language), about or kind)
