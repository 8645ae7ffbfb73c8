"""Runs cut where citations begin and end."""

from tests.builders import run
from whimbrel.document.cited import Cited, marked


def cut(*cited: Cited, runs: tuple[object, ...]) -> list[tuple[str, str | None]]:
    """Text and target of each piece."""
    found = marked(runs, cited)  # type: ignore[arg-type]
    return [(each.text, by.target if by else None) for each, by in found]


def test_words_are_found_where_no_place_is_given() -> None:
    assert cut(Cited(surface="78/155", target="A/RES/78/155"), runs=(run("see 78/155."),)) == [
        ("see ", None),
        ("78/155", "A/RES/78/155"),
        (".", None),
    ]


def test_the_place_decides_between_equal_words() -> None:
    assert cut(Cited(surface="1/2", target="x", start=4), runs=(run("1/2 1/2"),)) == [
        ("1/2 ", None),
        ("1/2", "x"),
    ]


def test_a_citation_over_two_runs_marks_both_pieces() -> None:
    runs = (run("Resolution "), run("11.10", italic=True), run(note="1"))
    assert cut(Cited(surface="Resolution 11.10", target="x"), runs=runs) == [
        ("Resolution ", "x"),
        ("11.10", "x"),
        ("", None),
    ]


def test_a_link_stays_a_link_and_wrong_places_are_left() -> None:
    runs = (run("1/2", href="#"),)
    assert cut(Cited(surface="1/2", target="x"), runs=runs) == [("1/2", None)]
    assert cut(Cited(surface="1/2", target="x", start=5), runs=(run("1/2"),)) == [("1/2", None)]


def test_of_citations_that_overlap_the_first_wins() -> None:
    found = cut(
        Cited(surface="ab", target="x"), Cited(surface="bc", target="y"), runs=(run("abc"),)
    )
    assert found == [("ab", "x"), ("c", "y")]
