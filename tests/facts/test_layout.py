"""Layout words: what tells the parts of a COP document apart, in three languages."""

import re
from dataclasses import fields

import pytest

from whimbrel.facts.layout import (
    Layout,
    alternatives,
    any_of,
    every,
    language_of,
    layouts,
    preamble_opening,
)

WORDS = [
    each.name for each in fields(Layout) if each.name not in ("language", "source", "languages")
]


@pytest.mark.parametrize("name", WORDS)
def test_every_language_has_every_kind_of_word_in_small_letters(name: str) -> None:
    for layout in layouts():
        words = getattr(layout, name)
        assert words
        assert all(word == word.casefold() and word == word.strip() for word in words)


def test_the_longest_words_come_first() -> None:
    lengths = [len(word) for word in every("instrument")]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("directed", "directed to the Secretariat"),
        ("directed", "à l'adresse des Parties"),
        ("directed", "à l’adresse des Parties"),
        ("directed", "dirigida a las Partes"),
        ("annex", "anexo"),
        ("summary", "résumé"),
        ("governing", "conferencia"),
        ("article", "artículo"),
    ],
)
def test_words_are_found_in_each_language_and_with_any_apostrophe(name: str, text: str) -> None:
    assert re.match(any_of(name), text)


def test_signs_in_words_mean_themselves() -> None:
    assert re.fullmatch(alternatives(["distr.", "l'"]), "distr.")
    assert not re.fullmatch(alternatives(["distr.", "l'"]), "distrx")


@pytest.mark.parametrize(
    "text",
    ["Recalling eels", "RECALLING eels", "Deeply concerned", "Welcoming eels",
     "Rappelant les anguilles", "Consciente que", "S’inquiétant de", "Recordando las anguilas",
     "Profundamente preocupada", "Teniendo presente", "“Noting eels"],
)  # fmt: skip
def test_a_preambular_paragraph_is_known_by_its_opening(text: str) -> None:
    assert preamble_opening().match(text)


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Bureau",
        "The Bureau",
        "Prie le Bureau",
        "Pide a la Mesa",
        "8. Recalling eels",
        "",
    ],
)
def test_an_operative_paragraph_is_not_preambular(text: str) -> None:
    assert not preamble_opening().match(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The eels of the river and the lake", "en"),
        ("Les anguilles des rivières et du lac", "fr"),
        ("Las anguilas de los ríos y del lago", "es"),
        ("Aale im Fluss", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_commonest_words(text: str, language: str | None) -> None:
    assert language_of(text) == language
