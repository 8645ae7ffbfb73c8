"""Words and phrases: places stay true, longer phrases win, capitals count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.mandates import understand
from whimbrel.mandates.actors import actors
from whimbrel.mandates.ordinals import value
from whimbrel.mandates.words import Lexicon, Text, spellings


def test_a_phrase_has_all_its_spellings() -> None:
    found = {" ".join(words) for words in spellings("[ad hoc] working group/groups")}
    assert found == {
        "working group",
        "working groups",
        "ad hoc working group",
        "ad hoc working groups",
    }


def test_the_longest_phrase_wins_and_an_acronym_keeps_its_capitals() -> None:
    lexicon = Lexicon([("panel", "short"), ("panel of experts", "long"), ("WHO", "acronym")])
    text = Text("The panel of experts and those who sat on a panel met WHO.")
    assert [found.value for found in lexicon.find(text.words)] == ["long", "short", "acronym"]


@given(st.text(max_size=200))
def test_the_plain_text_is_as_long_as_the_printed_one(text: str) -> None:
    assert len(Text(text).plain) == len(text)


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "xx"]))
def test_any_text_is_understood_without_complaint(text: str, language: str) -> None:
    mandate = understand(f"Requests Parties to {text}", language=language)
    for one in (*mandate.addressees, *mandate.conditions, *mandate.due, *mandate.outputs):
        assert mandate.text[one.at.start : one.at.end] == one.words


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("eighty-second", "en", 82), ("21st", "en", 21), ("one hundredth", "en", 100),
        ("soixante-dix-neuvième", "fr", 79), ("quatre-vingt-unième", "fr", 81), ("80e", "fr", 80),
        ("vingt et unième", "fr", 21), ("septuagésimo noveno", "es", 79), ("decimosexta", "es", 16),
        ("octogésimo primer", "es", 81), ("tenthish", "en", None), ("dernière", "fr", None),
    ],
)  # fmt: skip
def test_an_ordinal_number_is_read_in_words_and_figures(
    text: str, language: str, number: int | None
) -> None:
    assert value(text, language) == number


NAMES = [
    ("the Standing Committee", "en", ["Standing Committee"]),
    ("the Standing Committee on Finance", "en", ["Subsidiary Body"]),
    ("the High Commissioner for Refugees", "en", []),
    ("regional fisheries management organizations", "en", ["IGOs"]),
    ("those who know", "en", []),
    ("relevant United Nations entities and stakeholders", "en", ["UN System", "Stakeholders"]),
    ("international and regional forums and organizations", "en", ["IGOs"]),
    ("les organisations internationales et non gouvernementales", "fr", ["IGOs", "NGOs"]),
    ("les organes et organismes des Nations Unies", "fr", ["UN System"]),
    ("los órganos y organismos del sistema de las Naciones Unidas", "es", ["UN System"]),
]


@pytest.mark.parametrize(("text", "language", "kinds"), NAMES)
def test_a_longer_name_is_not_its_shorter_one(text: str, language: str, kinds: list[str]) -> None:
    assert [actor.kind for actor in actors(Text(text, language))] == kinds
