"""Decisions are cited in ranges, items by their letters, in the order of a reader."""

import pytest

from tests.reporting.matters import CORRIDORS, promise
from whimbrel.reporting.numbers import cited, merged, one_cited


def words(runs) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [
        (["14.10", "14.8", "14.9"], ("14.8–14.10",)),
        (["14.8", "14.9"], ("14.8", "14.9")),
        (["14.8", "14.9", "14.10", "14.12"], ("14.8–14.10", "14.12")),
        (["13.9", "14.10", "14.11"], ("13.9", "14.10", "14.11")),
        (["14.8", "14.8"], ("14.8",)),
        (["15.AA", "15.BB", "15.CC"], ("15.AA", "15.BB", "15.CC")),
        ([], ()),
    ],
)
def test_neighbours_become_a_range(numbers, ranges) -> None:
    assert merged(numbers) == ranges


def test_a_decision_is_named_whole_only_where_all_its_items_are_meant() -> None:
    every = tuple(promise(f"14.2 {letter})", None) for letter in "abc")
    assert words(cited("en", every)) == "Decision 14.2"
    assert words(cited("en", every[:2], every=every)) == "Decision 14.2 a) and b)"
    assert words(cited("fr", every[1:2], "of", every=every)) == "de la Décision 14.2 b)"


def test_resolutions_come_before_decisions_with_their_titles_in_italics() -> None:
    several = (promise("14.3", None), promise("12.7 (Rev.COP14) 4", None, instrument=CORRIDORS))
    runs = cited("es", several, "of", titled=True)
    assert words(runs) == (
        "de la Resolución 12.7 (Rev.COP14) Rutas y corredores y de la Decisión 14.3 Cielo nocturno "
        "y murciélagos migratorios"
    )
    assert next(run.text for run in runs if run.italic) == "Rutas y corredores"


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [
        ("en", "the", "paragraph 4 of Resolution 12.7 (Rev.COP14)"),
        ("fr", "of", "du paragraphe 4 de la Résolution 12.7 (Rev.COP14)"),
        ("es", "the", "el párrafo 4 de la Resolución 12.7 (Rev.COP14)"),
    ],
)
def test_a_paragraph_of_a_resolution_is_cited_as_such(language, form, text) -> None:
    one = promise("12.7 (Rev.COP14) 4", None, instrument=CORRIDORS)
    assert words(one_cited(language, one, form)) == text
