"""Every query can be asked and every act be done: nothing is left out but what is listed here, or
in `api.acts`, with its reason."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

import whimbrel.queries
from whimbrel.acts import every as acts
from whimbrel.api import values
from whimbrel.api.acts import BY_HAND, LEFT_OUT
from whimbrel.api.reads import READS
from whimbrel.api.service import service
from whimbrel.api.writes import WRITES

INSIDE = {
    "agreements.ending": "a part of the desk",
    "people.could": "pages ask it to show what somebody may do",
    "applying.mine": "the page of who applies lists their own applications",
    "applying.owned": "it gives rows of the database, for other queries",
    "applying.paper": "it gives a file: the page of an application",
    "applications.choices": "the filters of a page offer them; the list tells the same",
    "contributed.choices": "the filters of a page offer them; the list tells the same",
    "contribution_form.form_file": "it gives a file: the page of a report on contributions",
    "contributions.owned": "it gives rows of the database, for other queries",
    "gathering.meetings": "the filters of the list of applications offer them",
    "letters.letter": "it gives a file, at an address of its own: the page of an application",
    "barriers.choices": "the filters of a page offer them; the list tells the same",
    "participation.choices": "the filters of a page offer them; the list tells the same",
    "observers.choices": "the filters of a page offer them; the list tells the same",
    "review.paper": "it gives a file, at an address of its own: the page of an application",
    "schemes_on.offered": "the form that adopts a scheme offers them",
    "agreements.standing": "the list of agreements is made of it",
    "briefs.opened": "the page of a paper, with its figures, which files have",
    "briefs.brief_file": "it gives a file, at an address of its own: `api.files`",
    "checks.checked": "it takes a document apart; checks of records have addresses",
    "checks.flagged": "the checks of records are made of it",
    "checks.set_aside": "the terminal asks it; the check of a document tells the same",
    "screening.open_to": "asked by the queries of screening themselves",
    "datasets.assertions": "questions about several conventions are made of it",
    "datasets.lists": "questions about several conventions are made of it",
    "desk.findings": "a part of the desk",
    "desk.pressing": "a part of the desk",
    "desk.top": "a part of the desk",
    "desk.waiting": "a part of the desk",
    "documents.left": "the list of readings has them",
    "documents.shown": "it gives rows of the database, for other queries",
    "documents.version_of": "it gives a row of the database, for other queries",
    "drafting.opened": "the page of a report, with its figures, which files have",
    "engagements.latest": "the list of engagements has them",
    "glance.person_of": "it gives a row of the database, for other queries",
    "history.changed_at": "the sets of InforMEA have it",
    "history.visible": "the history of what may not be seen is empty",
    "ledger.editions": "verifying the ledger asks it",
    "ledger.lines": "the first page of the ledger has them",
    "ledger.newest": "the tag of every answer is made of it",
    "lineage.lineages": "the lineage of one provision tells the same; the terminal asks it",
    "standing.numbered": "the list of how they stand tells the same; the terminal asks it",
    "mandates.quoted": "a provision, and how it stands, have it",
    "now.now": "the form of an act asks for it; the record and its history tell the same",
    "people.bodies": "the list of bodies has them",
    "authorities.roles": "the form that gives authority offers them",
    "barring.bars": "the steps of a partnership have them",
    "barring.of_authority": "the steps of a partnership have it",
    "partnership.paper": "it gives a file: the page of a partnership",
    "partnerships.choices": "the filters of a page offer them; the list tells the same",
    "partnerships.waiting": "a part of the desk",
    "people.can": "asked by the house itself",
    "people.role_of": "`people.somebody` tells it",
    "prints.composed_file": "the terminal asks it; a report that was begun has a file",
    "prints.report_file": "it gives a file, at an address of its own: `api.files`",
    "provisions.keys_first": "a part of the desk",
    "provisions.listed_for": "it gives rows of the database, for other queries",
    "reports.report": "it gives rows of the database; the page of a report tells the same",
    "scope.reader": "asked by the house itself",
    "tables.kept_mapping": "asked by the page on which a spreadsheet is looked through",
    "talk.theirs": "it gives rows of the database, for other queries",
    "talk.told": "it is made of a row of the database",
}
"""Query -> why programs do not ask it."""


def queries() -> Iterator[tuple[str, Any]]:
    """(name, function) of all that is asked for somebody, and of the ledger."""
    for room in pkgutil.iter_modules(whimbrel.queries.__path__):
        module = importlib.import_module(f"whimbrel.queries.{room.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_"):
                continue
            asks = "by" in inspect.signature(function).parameters
            if asks or (room.name == "ledger" and not inspect.signature(function).parameters):
                yield f"{room.name}.{name}", function


QUERIES = dict(queries())


def test_there_are_queries_to_ask() -> None:
    assert {"engagements.engagements", "ledger.verify", "history.said_on"} <= set(QUERIES)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_every_query_has_an_address_or_a_reason(name: str) -> None:
    asked = {one.query for one in READS.values()}
    assert (QUERIES[name] in asked) != (name in INSIDE), name


def test_no_reason_is_given_for_a_query_that_is_gone() -> None:
    assert set(INSIDE) <= set(QUERIES)


@pytest.mark.parametrize("name", sorted(acts.every()))
def test_every_act_has_an_address_or_a_reason(name: str) -> None:
    assert (name in WRITES) != (name in LEFT_OUT), name


def test_no_reason_is_given_for_an_act_that_is_gone() -> None:
    assert set(LEFT_OUT) | BY_HAND <= set(acts.every())


@pytest.mark.parametrize("name", sorted(name for name in acts.every() if name.endswith(".correct")))
def test_every_field_that_an_act_corrects_has_its_type(name: str) -> None:
    made = values.of(name)
    assert made is not None
    room = importlib.import_module(f"whimbrel.acts.{name.partition('.')[0]}")
    assert set(room.FIELDS) <= set(made.model_fields)


def test_what_an_operation_says_is_what_its_code_says() -> None:
    whole = service.get_openapi_schema()
    for path, methods in whole["paths"].items():
        for operation in methods.values():
            assert operation["summary"], path
            assert operation["description"], path
    act = whole["paths"]["/api/acts/bodies.merge"]["post"]
    assert "Make one of two bodies that are the same" in act["description"]
    assert "`record`" in act["description"]


def test_every_shape_that_is_pointed_to_is_told_and_has_the_fields_of_its_class() -> None:
    shapes = service.get_openapi_schema()["components"]["schemas"]
    for read in READS.values():
        name = f"{read.kind.__module__.rpartition('.')[2]}.{getattr(read.kind, '__name__', '')}"
        if name in shapes:
            assert list(shapes[name]["properties"]) == [one.name for one in fields(read.kind)]
    assert {"bodies.Whole", "engagements.Whole", "mandates.Whole"} <= set(shapes)
