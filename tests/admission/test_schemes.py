"""The schemes as data: every line has a source, every process ends, every text is in three
languages."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.rules import rules, worked_out
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import NoSuchScheme, label, scheme, schemes
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import Known, Line, Text

ALL = pytest.mark.parametrize("one", schemes(), ids=label)
ASKED_FOR = {
    "cms-art7", "cms-scsc", "aewa-art6", "eurobats", "ascobans", "cites-art11", "cbd-ix29",
    "ramsar-iop", "ramsar-observer", "unfccc-art7-6", "unfccc-art7-6@2014", "unccd-cso",
    "unccd-business", "unep-mgs", "ecosoc-general", "ecosoc-special", "ecosoc-roster",
    "unesco-consultative", "unesco-associate", "iucn-b", "gef-cso", "gcf-observer",
    "whc-observer", "ipbes-observer", "brs-observer", "minamata-observer", "iwc-ngo",
    "iwc-ngo@1996", "wto-mc", "arctic-observer",
}  # fmt: skip


def inside(value: object) -> Iterator[object]:
    """A value and all that is in it."""
    yield value
    if is_dataclass(value):
        for one in fields(value):
            yield from inside(getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from inside(one)


def test_every_scheme_that_was_asked_for_is_there() -> None:
    assert {label(one) for one in schemes()} == ASKED_FOR


@ALL
def test_every_line_has_a_source_and_is_known_in_some_way(one: Scheme) -> None:
    lines = [each for each in inside(one) if isinstance(each, Line)]
    assert len(lines) > 5
    for each in lines:
        assert each.source.strip(), each.id
        assert isinstance(each.status, Known), each.id


@ALL
def test_what_comes_from_memory_is_not_said_to_be_seen(one: Scheme) -> None:
    for each in inside(one):
        if isinstance(each, Line) and each.source.endswith("from memory"):
            assert each.status in (Known.MEMORY, Known.UNKNOWN), each.id


@ALL
def test_every_text_is_in_three_languages(one: Scheme) -> None:
    texts = [each for each in inside(one) if isinstance(each, Text)]
    for text in texts:
        assert text.en.strip()
        assert text.fr.strip()
        assert text.es.strip()
        assert "'" not in text.fr, text.fr
        assert not re.search(" [:;!?»]", text.fr), text.fr
        assert len({text.en, text.fr, text.es}) > 1 or " " not in text.en, text.en


@ALL
def test_ids_are_used_once_among_lines_of_a_kind(one: Scheme) -> None:
    for kind in (one.criteria, one.documents, one.deadlines, one.steps, one.rights, one.duties):
        ids = [each.id for each in kind]
        assert len(ids) == len(set(ids))


@ALL
def test_what_lines_name_is_there(one: Scheme) -> None:
    named = {each.id for each in (*one.criteria, *one.documents)}
    steps = {each.id for each in one.steps}
    deadlines = {each.id for each in one.deadlines}
    for step in one.steps:
        assert set(step.needs) <= named, step.id
        assert set(step.after) <= steps, step.id
        assert step.deadline in {"", *deadlines}, step.id
    for paper in one.documents:
        assert paper.shows in {"", *(each.id for each in one.criteria)}, paper.id
    assert set(one.treaty.ceiling) <= named


@ALL
def test_every_process_begins_and_can_end_from_everywhere(one: Scheme) -> None:
    assert any(not step.after for step in one.steps)
    reach = {step.id for step in one.steps if step.ends}
    while more := {each for step in one.steps if step.id in reach for each in step.after} - reach:
        reach |= more
    assert {step.id for step in one.steps} == reach
    assert "admitted" in {step.state for step in one.steps if step.ends}


@ALL
def test_every_test_asks_what_an_applicant_can_say(one: Scheme) -> None:
    rules(one, None, None, "en")
    known = {each.name for each in fields(Applicant)} | set(worked_out(None))
    tests = [each for each in inside(one) if isinstance(each, Test) and each.attribute]
    assert {each.attribute for each in tests} <= known


@ALL
def test_every_scheme_is_mapped_to_the_five_functions_with_a_basis(one: Scheme) -> None:
    assert one.functions
    assert one.functions_basis is not None


@ALL
def test_only_a_criterion_on_a_subject_is_read_against_the_host(one: Scheme) -> None:
    for each in one.criteria:
        asks = {test.attribute for test in inside(each.test) if isinstance(test, Test)}
        assert each.subject_bound == ("subjects" in asks), each.id


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("cms-art7", "cms-art7"), ("cms", "cms-art7"), ("aewa", "aewa-art6"),
        ("unfccc", "unfccc-art7-6"), ("UNFCCC", "unfccc-art7-6"),
        ("unfccc-art7-6@current", "unfccc-art7-6"), ("unfccc-art7-6@2014", "unfccc-art7-6@2014"),
        ("unfccc-2014", "unfccc-art7-6@2014"), ("brs", "brs-observer"),
        ("minamata", "minamata-observer"), ("gcf", "gcf-observer"), ("whc", "whc-observer"),
        ("ipbes", "ipbes-observer"), ("iwc", "iwc-ngo"), ("iwc@1996", "iwc-ngo@1996"),
        ("arctic", "arctic-observer"), ("wto", "wto-mc"), ("unesco-cons", "unesco-consultative"),
        ("gef", "gef-cso"), ("iucn", "iucn-b"), ("cites", "cites-art11"), ("cbd", "cbd-ix29"),
    ],
)  # fmt: skip
def test_a_scheme_has_long_and_short_names(name: str, wanted: str) -> None:
    assert label(scheme(name)) == wanted


def test_no_name_means_two_schemes() -> None:
    names = [name for one in schemes() if not one.version for name in {one.id, *one.short}]
    assert len(names) == len(set(names))


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(NoSuchScheme, match="near to it: unfccc"):
        scheme("unfcc")


def test_the_treaty_text_has_a_place_of_its_own_and_none_is_kept_here() -> None:
    assert all(one.treaty.full == "" for one in schemes())
