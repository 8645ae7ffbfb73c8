"""What the engine says, in three languages."""

import re
from string import Formatter

import pytest

from tests.procedures.made import words
from tests.tools import ROOT
from whimbrel.procedures.known import Text
from whimbrel.procedures.procedure import Actor
from whimbrel.procedures.words import OURS, either, say, sentences

ALL = sentences(OURS)
SAID = re.compile(r"""\bsay\(\s*"(?P<key>[a-z.-]+)\"""")


def places(sentence: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", ALL)
def test_a_sentence_has_the_same_blanks_in_every_language(key: str) -> None:
    one = ALL[key]
    assert one.en
    assert places(one.en) == places(one.fr) == places(one.es)
    assert not re.search(r" [:;!?»]|« ", one.fr), "French print has no-break blanks there"


def test_every_sentence_that_the_code_says_is_in_the_facts() -> None:
    room = ROOT / "src/whimbrel/procedures"
    said = {
        found["key"]
        for path in room.glob("*.py")
        for found in SAID.finditer(path.read_text(encoding="utf-8"))
    }
    assert len(said) > 20
    assert said <= set(ALL)


@pytest.mark.parametrize("actor", Actor)
def test_every_actor_has_a_name_in_every_language(actor: Actor) -> None:
    assert f"actor.{actor.name.lower()}" in ALL


def test_what_stands_inside_a_sentence_loses_its_full_stop() -> None:
    assert say("first", step=words("It applies.")).en == "First comes: It applies."
    assert say("first", step=Text(en="a", fr="b", es="c")).fr == "Il faut d’abord\xa0: b."


def test_what_fills_a_sentence_is_never_read_as_one() -> None:
    assert say("first", step=words("{term} {0}")).en == "First comes: {term} {0}."


def test_several_are_joined_by_or() -> None:
    joined = either([words("ask"), words("answer.")])
    assert joined == Text(en="ask; or answer", fr="fr ask; ou fr answer", es="es ask; o es answer")
