"""A sentence that leans on another is told with it, or not at all."""

import pytest

from whimbrel.reporting.leaning import label, leans, standing


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "The first one in March 2024 dealt with lights.", True),
        ("en", "The second workshop in May was online.", True),
        ("en", "The third UN Oceans Conference was held in Nice.", False),
        ("en", "The third joint UN conference was held in Nice.", False),
        ("en", "This Partnership goes on.", True),
        ("en", "It also helped.", True),
        ("en", "Italy hosted a workshop.", False),
        ("en", "The group met in person.", True),
        ("en", "The Group of Seven met.", False),
        ("en", "The Secretariat took part in it.", False),
        ("fr", "Cette réunion a porté sur les grottes.", True),
        ("fr", "Le Secrétariat a pris part à la réunion.", False),
        ("fr", "Cependant le Secrétariat a agi.", False),
        ("es", "Estos talleres continúan.", True),
        ("es", "La Secretaría participó.", False),
        ("ru", "This is no Russian.", False),
    ],
)
def test_a_sentence_leans(language, words, found) -> None:
    assert leans(words, language) is found


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "Office for Bats (ROB): the Secretariat came.", "Office for Bats (ROB): "),
        ("en", "Regional Office for Bats: the Secretariat came.", "Regional Office for Bats: "),
        ("fr", "Bureau des grottes (BDG): le Secrétariat est venu.", "Bureau des grottes (BDG): "),
        ("en", "The Secretariat joined two groups: the one on lamps and that on caves.", ""),
        ("en", "In 2025, with the IUCN (IUCN): the Secretariat came.", ""),
        ("en", "The Secretariat came.", ""),
    ],
)  # fmt: skip
def test_a_label_is_a_name_before_a_colon(language, words, found) -> None:
    assert label(words, language) == found


def test_what_leans_is_told_after_what_it_leans_on() -> None:
    joined = "Regional Office (ROB): the Secretariat joined two workshops."
    before = f"Lamps burn. {joined} The first one was in May. "
    assert standing("The second one was in June.", before, "en") == (
        "The Secretariat joined two workshops.",
        "The first one was in May.",
        "The second one was in June.",
    )
    assert standing("Lamps burn.", "Bats fly. ", "en") == ("Lamps burn.",)


def test_what_leans_on_nothing_known_is_not_told() -> None:
    assert standing("The second one was in June.", "", "en") == ()
    assert standing("The second one was in June.", "It was dark. ", "en") == ()
