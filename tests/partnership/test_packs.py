"""Policies as data: every line has a source and a status, every phrase three languages, and what is
not known is claimed by nobody."""

import dataclasses
import re

import pytest

from tests.tools import ROOT
from whimbrel.facts import BadFact
from whimbrel.partnership.attributes import OF_CASE
from whimbrel.partnership.faults import faults
from whimbrel.partnership.packs import NoSuchPack, pack, packs, whole
from whimbrel.partnership.policy import PARTS, STEPS, WITHIN, Pack, Weight
from whimbrel.partnership.portfolio import bad
from whimbrel.partnership.trial import survey
from whimbrel.partnership.words import say, sentences
from whimbrel.procedures.burden import Assumption
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.faults import parts
from whimbrel.procedures.known import Known, Line, Text

IDS = [one.id for one in packs()]
SLOT = re.compile(r"{(\w+)")


def lines(one: Pack) -> list[Line]:
    return [row for part in PARTS for row in getattr(one, part)] + [
        row for part in WITHIN for row in getattr(one.procedure, part)
    ]


def test_the_packs_that_are_asked_for_are_there() -> None:
    assert IDS == ["cms-tailored", "generic-un", "unep-2011", "unep-2024", "unep-2024-simplified"]
    assert pack(" Generic-UN ").id == "generic-un"
    with pytest.raises(NoSuchPack, match="cms-tailored, generic-un"):
        pack("nothing")


@pytest.mark.parametrize("name", IDS)
def test_every_line_has_a_source_and_a_status(name: str) -> None:
    for one in lines(pack(name)):
        assert one.source.strip(), one.id
        assert isinstance(one.status, Known), one.id


@pytest.mark.parametrize("name", IDS)
def test_every_phrase_has_three_languages_and_french_its_signs(name: str) -> None:
    for place, one in parts(pack(name)):
        if isinstance(one, Text):
            assert one.en.strip(), place
            assert one.es.strip(), place
            assert one.fr.strip(), place
            assert "'" not in one.fr, place
            assert not re.search(" [:;!?»]", one.fr), place


@pytest.mark.parametrize("name", IDS)
def test_every_step_that_the_record_knows_is_there(name: str) -> None:
    assert {one.id for one in pack(name).procedure.steps} == set(STEPS)


def test_what_was_not_to_be_had_is_claimed_by_no_line() -> None:
    for name in ("unep-2024", "unep-2024-simplified"):
        for one in lines(pack(name)):
            claimed = one.status is Known.SEEN
            assert not claimed or "UNEP/CMS/COP15/Doc.18.1" in one.source, (name, one.id)
            assert one.status is not Known.MEMORY, (name, one.id)
            ours = one.status is Known.ASSUMED
            assert not ours or "safeguard of this house" in one.source, (name, one.id)
        assert pack(name).status is Known.UNKNOWN
        parts_left = {one.part for one in pack(name).slots}
        assert parts_left >= {"demands", "levels", "authority", "questions", "terms"}


def test_a_draft_says_so_in_every_line_of_its_own() -> None:
    base = {(type(one).__name__, one.id, one.source) for one in lines(pack("generic-un"))}
    for one in lines(pack("cms-tailored")):
        if (type(one).__name__, one.id, one.source) not in base:
            assert one.status is Known.PROPOSED, one.id
    assert pack("cms-tailored").draft


def test_thresholds_say_whose_they_are() -> None:
    for one in pack("generic-un").assurance:
        assert "UNICEF" in one.text.en
    for one in pack("generic-un").demands:
        if "USD" in one.text.en:
            assert "UNICEF" in one.source


def test_looking_names_up_in_other_spellings_is_ours_and_off() -> None:
    for name in ("generic-un", "cms-tailored"):
        one = next(each for each in pack(name).checks if each.id == "name-variants")
        assert not one.on
        assert "addition of this house" in one.source


def test_a_criterion_of_exclusion_cannot_be_waived() -> None:
    assert any(one.bars and "excluded" in one.id for one in pack("generic-un").authority)
    excluding = [one for one in pack("generic-un").criteria if one.weight is Weight.EXCLUDES]
    assert len(excluding) >= 10


def broken(**changes: object) -> Pack:
    return dataclasses.replace(pack("generic-un"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"level": "nothing"}, "demands.0.level"),
        ({"when": Test(attribute="unheard")}, "demands.0.when"),
        ({"when": Test(attribute="of", equals="x")}, "demands.0.when"),
        ({"source": " "}, "demands.0.source"),
        ({"text": Text(en="x", fr="", es="x")}, "demands.0.text.fr"),
    ],
)
def test_a_mistake_in_a_line_is_found_with_its_place(change: dict[str, object], place: str) -> None:
    first, *rest = pack("generic-un").demands
    made = broken(demands=(dataclasses.replace(first, **change), *rest))  # type: ignore[arg-type]
    assert place in [one.place for one in faults(made)]


def test_mistakes_between_lines_are_found() -> None:
    one = pack("generic-un")
    twice = broken(checks=(*one.checks, one.checks[0]))
    assert any("a second one" in each.cause for each in faults(twice))
    level = dataclasses.replace(one.levels[1], includes="enhanced")
    assert any(
        "not below" in each.cause for each in faults(broken(levels=(level, *one.levels[2:])))
    )
    grant = dataclasses.replace(one.authority[0], role="", steps=("nothing",))
    causes = " ".join(each.cause for each in faults(broken(authority=(grant,))))
    assert "one of the three" in causes
    assert "no step" in causes
    rule = dataclasses.replace(one.separation[0], fewest=9)
    assert any("cannot play" in each.cause for each in faults(broken(separation=(rule,))))
    step = dataclasses.replace(one.procedure.steps[0], id="dream")
    inner = dataclasses.replace(one.procedure, steps=(step, *one.procedure.steps[1:]))
    assert any("dream is none of" in each.cause for each in faults(broken(procedure=inner)))


def test_a_base_that_is_none_or_goes_in_a_circle_is_refused() -> None:
    one = broken(id="one", base="two")
    two = broken(id="two", base="one")
    with pytest.raises(BadFact, match="is no other pack"):
        whole(one, {"one": one})
    with pytest.raises(BadFact, match="is no other pack"):
        whole(one, {"one": one, "two": two})


def test_seeded_faults_and_the_survey_name_what_there_is() -> None:
    rows = {row.id for name in IDS for row in (*pack(name).questions, *pack(name).criteria)}
    checks = {row.id for name in IDS for row in pack(name).checks}
    declared = {row for row in rows if row.startswith("declared-")}
    for one in bad():
        assert {*one.questions, *one.criteria} <= rows - declared, one.id
        assert set(one.checks) <= checks, one.id
        assert one.questions or one.criteria or one.checks, one.id
    assert len(survey()) >= 3


@pytest.mark.parametrize("key", sorted(sentences()))
def test_a_sentence_has_the_same_gaps_in_every_language(key: str) -> None:
    text = sentences()[key]
    assert set(SLOT.findall(text.en)) == set(SLOT.findall(text.fr)) == set(SLOT.findall(text.es))
    assert text.en and text.fr and text.es
    assert "'" not in text.fr
    assert not re.search(" [:;!?»]", text.fr)


def test_every_sentence_is_said_somewhere() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src/whimbrel/partnership").glob("*.py")
    )
    families = ("part.", "row.", "unit.", "beside.", "known.", "finding-")
    for key in sentences():
        assert key.startswith(families) or f'"{key}"' in code, key
    with pytest.raises(KeyError):
        say("nothing")


def test_every_figure_that_is_assumed_says_so() -> None:
    from whimbrel.facts import load

    for one in load("policy/efforts.yaml", Assumption):
        assert one.status is Known.ASSUMED
        assert 0 <= one.low <= one.point <= one.high
        assert one.text.en and one.text.fr and one.text.es


def test_attributes_of_a_case_are_none_of_the_questions() -> None:
    for one in packs():
        assert not {row.id for row in (*one.questions, *one.criteria)} & set(OF_CASE)
