"""Figures show what their tables say, without colour too, and fetch nothing."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from lxml import etree

from whimbrel.writing.drawing import Drawing, lines_of
from whimbrel.writing.figure import Figure
from whimbrel.writing.figures.report import (
    MOST_ROWS,
    Stretch,
    partners_by_kind,
    status_by_addressee,
    timeline,
)

COUNTS = {"Secretariat": {"done": 5, "partly": 2}, "Council": {"partly": 1, "not": 3}}
TODAY = date(2026, 1, 8)


def shown(figure: Figure) -> list[str]:
    """The words of a drawing, once each where they have an edge."""
    root = etree.fromstring(figure.svg.encode())
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return [one.text or "" for one in texts if one.get("stroke") is None]


def test_status_is_counted_by_addressee() -> None:
    figure = status_by_addressee(COUNTS, language="en")
    assert figure.table == (
        ("Addressee", "done", "partly", "not", "Total"),
        ("Secretariat", "5", "2", "0", "7"),
        ("Council", "0", "1", "3", "4"),
    )
    assert "Secretariat: done 5, partly 2; Council: partly 1, not 3" in figure.alt
    assert shown(figure) == [
        "Secretariat", "5", "2", "7", "Council", "1", "3", "4", "done", "partly", "not",
    ]  # fmt: skip


def test_fills_are_told_apart_by_more_than_colour() -> None:
    figure = status_by_addressee({"A": {str(n): 1 for n in range(8)}}, language="en")
    assert figure.svg.count("<pattern ") == 7


def test_partners_are_counted_by_kind() -> None:
    figure = partners_by_kind({"ONG": 12, "États": 0}, language="fr")
    assert figure.table == (("Catégorie", "Nombre"), ("ONG", "12"), ("États", "0"))
    assert figure.title == "Partenaires par catégorie"
    assert "ONG 12, États 0" in figure.alt


def test_a_timeline_begins_with_the_earliest_and_keeps_what_has_no_date() -> None:
    figure = timeline(
        [
            Stretch(name="Later", since=date(2025, 2, 1), until=date(2025, 3, 1)),
            Stretch(name="Goes on", since=date(2024, 2, 1)),
            Stretch(name="Undated", since=None),
        ],
        today=TODAY,
        language="es",
    )
    assert figure.table == (
        ("Actividad", "Desde", "Hasta"),
        ("Goes on", "2024-02-01", "en curso"),
        ("Later", "2025-02-01", "2025-03-01"),
        ("Undated", "", ""),
    )
    assert "Undated" not in shown(figure)
    assert "1 sin fecha" in figure.alt


def test_more_rows_than_a_page_holds_are_in_the_table() -> None:
    stretches = [Stretch(name=f"n{n}", since=date(2025, 1, 1)) for n in range(MOST_ROWS + 5)]
    figure = timeline(stretches, today=TODAY, language="en")
    assert len(figure.table) == 1 + MOST_ROWS + 5
    assert f"The first {MOST_ROWS} of {MOST_ROWS + 5} are drawn" in figure.alt
    assert figure.height < 340


@pytest.mark.parametrize(
    "draw",
    [
        partial(status_by_addressee, {}, language="en"),
        partial(partners_by_kind, {}, language="fr"),
        partial(timeline, [], today=TODAY, language="es"),
    ],
)
def test_a_figure_of_nothing_is_still_one(draw: Callable[[], Figure]) -> None:
    figure = draw()
    assert figure.png.startswith(b"\x89PNG")
    assert len(figure.table) == 1


def test_hostile_names_are_words_and_nothing_is_fetched() -> None:
    name = '<script>alert("x")</script>&\x00'
    figure = partners_by_kind({name: 1}, language="en")
    root = etree.fromstring(figure.svg.encode())
    assert not list(root.iter("{*}script"))
    assert "http" not in figure.svg.replace("http://www.w3.org/2000/svg", "")
    assert root.get("role") == "img"
    assert root.findtext("{*}desc")


def test_long_names_take_two_lines_and_then_dots() -> None:
    assert lines_of("Secretariat", 50) == ["Secretariat"]
    assert lines_of("Parties and other States", 30) == ["Parties and", "other States"]
    assert lines_of("one two three four five six seven", 20)[-1].endswith("…")
    assert Drawing(1, 1, title="a", alt="b").png().startswith(b"\x89PNG")
