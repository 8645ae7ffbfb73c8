"""Synergy: each question as a page with its chart and its table, and as a file."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from whimbrel.queries import joint
from whimbrel.queries.documents import Hidden
from whimbrel.queries.listed import SIZE, Listed
from whimbrel.queries.people import can
from whimbrel.reporting.papers.joint import charts, tables
from whimbrel.synergy.joint import Answered, questions
from whimbrel.synergy.matter import Ref
from whimbrel.web.answers import guarded
from whimbrel.web.frame import by
from whimbrel.web.lists import grid, number
from whimbrel.web.vocabulary import country, language, where, word
from whimbrel.writing.figures import Chart


@lru_cache(maxsize=8192)
def link(ref: Ref) -> str:
    """The page of a record; of a paragraph, its place in its document. A document that is only
    cited leads nowhere here."""
    if ref.kind == "country":
        return reverse("synergy-country", args=[ref.name])
    if ref.kind != "document":
        return where(f"{ref.kind} {ref.name}")
    return where(f"paragraph {ref.name}") if "#" in ref.name else ""


def says(value: str) -> str:
    """A value in words: a country by its code, else as every page has it."""
    return country(value) if len(value) == 2 and value.isupper() else word(value)


@require_GET
@guarded
def synergy(request: HttpRequest, form: str = "") -> HttpResponse:
    """The questions that can be asked, each in a sentence."""
    held = joint.countries(by(request))
    partners = joint.partners(by(request))
    if by(request) is None and not held.rows and not partners.rows:
        return redirect_to_login(request.get_full_path())
    listed = [
        {"key": key, "title": one.title[language()], "rule": one.rule[language()],
         "address": reverse("synergy-answer", args=[key])}
        for key, one in questions().items() if key in joint.QUESTIONS
    ]  # fmt: skip
    if form == "json":
        return JsonResponse(listed, safe=False)
    context = {
        "questions": listed,
        "charts": [
            (name, made, drawings(made, name))
            for name, answer in (("countries", held), ("partners", partners))
            if (made := drawn(answer, reverse("synergy-answer", args=[name]) + "#rows"))
        ],
        "conventions": sorted({one for row in partners.rows for one in row.conventions}),
        "own": partners.own, "office": can(by(request), "read"),
    }  # fmt: skip
    return render(request, "synergy.html", context)


def drawn(answer: Answered, rows: str) -> Chart | None:
    """The chart of an answer, its marks leading to their records."""
    return charts.chart(answer, language(), link=link, say=says, rows=rows)


def drawings(made: Chart, name: str) -> list[SafeString]:
    """The drawings of a chart. They are made by our own hand, which escapes every word in them."""
    return [mark_safe(one) for one in made.drawings(name)]  # noqa: S308


@require_GET
@guarded
def answer(request: HttpRequest, question: str, form: str = "") -> HttpResponse:
    """One question with its rule, its chart and its rows."""
    if question not in joint.QUESTIONS:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": question})
    return shown(request, joint.QUESTIONS[question](by(request)), form)


@require_GET
@guarded
def of_country(request: HttpRequest, code: str, form: str = "") -> HttpResponse:
    """All that is on record of a country."""
    found = joint.country(by(request), code)
    if found is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": code})
    return shown(request, found, form)


def shown(request: HttpRequest, found: Any, form: str) -> HttpResponse:
    """An answer in the form that was asked for. Who has not signed in and may see nothing of it is
    asked to sign in."""
    if by(request) is None and not found.rows:
        return redirect_to_login(request.get_full_path())
    if form:
        return file(found, form)
    page = number(request)
    first = (page - 1) * SIZE
    cut = tables.sliced(found, first, first + SIZE)
    table = tables.table(cut, language(), link=link, say=says)
    made = drawn(found, "#rows")
    context = {
        "one": found, "title": tables.title(found, language(), says),
        "rule": tables.rule(found, language()), "asked_of": tables.asked_of(found, language()),
        "empty": questions()[found.question].empty[language()],
        "columns": table.columns,
        "rows": [list(zip(row, table.columns, strict=True)) for row in table.rows],
        "listed": Listed(rows=cut.rows, total=len(found.rows), page=page),
        "chart": made, "drawings": drawings(made, found.question) if made else [],
        "address": request.path, "office": can(by(request), "read"),
    }  # fmt: skip
    return render(request, "synergy_answer.html", context)


def file(found: Any, form: str) -> HttpResponse:
    """An answer as data: as JSON with its rule and what it was asked of; else its rows."""
    if form == "json":
        told = {
            "title": tables.title(found, language(), says), "rule": tables.rule(found, language()),
            "asked_of": tables.asked_of(found, language()), **asdict(found),
        }  # fmt: skip
        return JsonResponse(told)
    whole = tables.table(found, language(), say=says, whole=True)
    return grid(f"synergy-{found.question}", whole.plain(), form)
