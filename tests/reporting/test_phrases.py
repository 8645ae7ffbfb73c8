"""Every phrase is in three languages and takes the same words."""

from string import Formatter

import pytest

from whimbrel.document import Run
from whimbrel.engagements.coverage import Became
from whimbrel.engagements.disposition import Proposed, Why
from whimbrel.mandates.mandate import Output
from whimbrel.reporting.phrases import (
    LANGUAGES,
    amount,
    capital,
    counted,
    known,
    listed,
    plain,
    say,
)


def fields(language: str, name: str) -> set[str]:
    found = {field for _, field, *_ in Formatter().parse(known(language)[name]) if field}
    # One language says "implementing Decision 14.8", another "la mise en œuvre de la Décision".
    return {"the" if field in ("The", "of") else field for field in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_in_every_language(language) -> None:
    assert set(known(language)) == set(known("en"))
    assert not [name for name, words in known(language).items() if not str(words).strip()]


@pytest.mark.parametrize("name", sorted(known("en")))
def test_a_phrase_takes_the_same_words_in_every_language(name) -> None:
    assert fields("fr", name) == fields("en", name) == fields("es", name)


@pytest.mark.parametrize(
    "name",
    [
        *(f"became.{one}" for one in Became),
        *(f"proposed.{one}" for one in Proposed),
        *(f"output.{one}" for one in Output),
        *(f"why.{one.name.lower()}" for one in Why),
    ],
)
def test_every_closed_value_has_its_words(name) -> None:
    assert name in known("en")


@pytest.mark.parametrize(
    ("language", "several", "text"),
    [
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("es", ["a", "informes"], "a e informes"),
        ("es", ["a", "hierba"], "a y hierba"),
        ("es", [], ""),
    ],
)
def test_things_are_listed_as_each_language_does(language, several, text) -> None:
    assert "".join(run.text for run in listed(language, several)) == text


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 3, "three"),
        ("fr", 9, "neuf"),
        ("es", 12, "12"),
        ("en", 20000, "20,000"),
        ("fr", 20000, "20 000"),
    ],
)
def test_small_numbers_are_words_and_large_ones_are_parted(language, number, text) -> None:
    assert amount(language, number) == text


def test_one_and_many_are_told_apart() -> None:
    assert "".join(run.text for run in counted("fr", "kind.workshop", 1)) == "un atelier"
    assert "".join(run.text for run in counted("fr", "kind.workshop", 12)) == "12 ateliers"


def test_what_fills_a_phrase_keeps_its_marks_and_is_never_read_as_one() -> None:
    filled = say("en", "deed.with", title=Run(text="{partners}", italic=True), partners="UNEP")
    assert filled == (Run(text="{partners}", italic=True), Run(text=", with UNEP"))
    assert plain("en", "item", item="{x}") == "Agenda Item {x}"


def test_a_sentence_begins_with_a_capital() -> None:
    assert capital((Run(text="la Décision"),)) == (Run(text="La Décision"),)
    assert capital(()) == (Run(),)
