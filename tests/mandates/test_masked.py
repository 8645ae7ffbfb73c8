"""What is masked before two provisions are compared."""

import pytest

from whimbrel.mandates.masked import MASK, masked, words


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("at its seventy-eighth session", "at its eightieth session", "en"),
        ("by 15 March 2022", "by 1 May 2024", "en"),
        ("decision 14/17", "decision 15/10", "en"),
        ("at COP15 (2026)", "at COP16 (2029)", "en"),
        ("à sa soixante-dix-neuvième session", "à sa quatrième session", "fr"),
        ("avant le 1er août 2022", "avant le 3 mai 2025", "fr"),
        ("en su septuagésimo noveno período", "en su octogésimo período", "es"),
        ("el 15 de marzo de 2023", "el 2 de abril de 2025", "es"),
        ("3. Notes implementing plans", "17. Notes the implementation of plans", "en"),
    ],
)
def test_numbers_and_dates_do_not_tell_provisions_apart(
    one: str, other: str, language: str
) -> None:
    without = [
        [word for word in masked(text, language) if word not in ("of", "the")]
        for text in (one, other)
    ]
    assert without[0] == without[1]


def test_a_word_is_no_number() -> None:
    assert MASK not in masked("Parties may march with the people", "en")


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("Also requests the Secretariat", "Requests the secretariat", "en", True),
        ("Requests further the Secretariat", "Requests the Secretariat", "en", True),
        ("Requests further work", "Requests work", "en", False),
        ("(a) Publish the list; and", "(c) Publish the list.", "en", True),
        ("Prie également le Secrétariat", "Prie le Secrétariat", "fr", True),
        ("Prie en outre le Secrétariat", "Prie le Secrétariat", "fr", True),
        ("Solicita además a la Secretaría", "Solicita a la Secretaría", "es", True),
        ("Notes 12 reports", "Notes 13 reports", "en", False),
        ("Notes the colour of the centre", "Notes the color of the center", "en", True),
    ],
)
def test_words_that_make_a_provision_the_same(
    one: str, other: str, language: str, same: bool
) -> None:
    assert (words(one, language) == words(other, language)) is same
