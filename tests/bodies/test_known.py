"""The bodies that the facts know: complete, linked, and each found by each of its names."""

import pytest

from whimbrel.bodies import BodyKind, find, known
from whimbrel.bodies.known import Fact
from whimbrel.bodies.vocabulary import plain_bodies
from whimbrel.facts import load

BODIES = plain_bodies()


def test_several_hundred_bodies_are_known() -> None:
    assert len(BODIES) > 400


def test_no_key_is_given_twice() -> None:
    keys = [fact.key for fact in load("bodies/*.yaml", Fact)]
    assert len(keys) == len(set(keys))


def test_every_link_leads_to_a_known_body() -> None:
    every = known()
    for one in every.values():
        for key in (one.parent, one.secretariat_of, one.cop_of, one.part_of):
            assert key is None or key in every, f"{one.key} points to {key}"


@pytest.mark.parametrize("key", [one.key for one in BODIES])
def test_a_body_is_found_by_each_of_its_names(key: str) -> None:
    body = known()[key]
    for language, forms in body.names.items():
        for form in forms:
            name = form.removeprefix("The ")
            text = f"we met {name}, yesterday"
            found = [one for one in find(text, language=language) if one.surface == name]
            assert [one.key for one in found] == [key], (form, language)


@pytest.mark.parametrize("key", [one.key for one in BODIES if one.acronyms or one.weak])
def test_a_body_is_found_by_each_of_its_acronyms(key: str) -> None:
    body = known()[key]
    for short in (*body.acronyms, *body.weak):
        found = find(f"we met {short} yesterday")
        assert [(one.key, one.surface) for one in found] == [(key, short)], short


def test_a_convention_its_secretariat_and_its_conference_are_three_bodies() -> None:
    every = known()
    assert every["cites"].kind is BodyKind.MEA
    assert every["cites-secretariat"].secretariat_of == "cites"
    assert every["cites-cop"].cop_of == "cites"
    assert every["cites-animals-committee"].part_of == "cites"
    assert every["aewa-mop"].name == "AEWA MOP"
