"""Schemes side by side."""

import pytest

from whimbrel.admission.overview import COLUMNS, heading, overview
from whimbrel.admission.schemes import label, scheme, schemes
from whimbrel.admission.shown import shown
from whimbrel.procedures.known import Known


def cell(name: str, column: str, language: str = "en") -> tuple[str, Known]:
    """One cell with its mark, and how it is known."""
    row = overview([scheme(name)], language=language)[0]
    found = row.cells[COLUMNS.index(column)]
    return found.marked(language), found.status


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_cell_says_something_with_its_source(language: str) -> None:
    rows = overview(language=language)
    assert len(rows) == len(schemes())
    for row in rows:
        assert len(row.cells) == len(COLUMNS)
        for each in row.cells:
            assert each.text.strip()
            assert each.source.strip()
    assert len({heading(one, language) for one in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize(
    ("name", "column", "words", "status"),
    [
        ("cms", "state-approval", "approved for this purpose by the State", Known.SEEN),
        ("cms", "deadline", "30 days before the opening [unverified, from memory]", Known.MEMORY),
        ("cms", "business", "not excluded", Known.SEEN),
        ("unccd", "business", "Global Compact", Known.SEEN),
        ("unep", "business", "excluded (non-profit)", Known.SEEN),
        ("ecosoc", "business", "excluded (non-profit) [unverified, from memory]", Known.MEMORY),
        ("wto", "business", "[not known]", Known.UNKNOWN),
        ("iwc", "business", "in the eyes of the Commission", Known.SEEN),
        ("gcf", "business", "not excluded", Known.SEEN),
        ("ascobans", "blocking", "1/3 of all Parties", Known.SEEN),
        ("arctic", "blocking", "one member", Known.SEEN),
        ("minamata", "deadline", "60 days before the opening (en); 30 days", Known.SEEN),
        ("unfccc@2014", "deadline", "31 August of the year before", Known.SEEN),
        ("aewa", "deadline", "not known [not known]", Known.UNKNOWN),
        ("cites", "fee", "USD 600 [unverified, from memory]", Known.MEMORY),
        ("unccd", "report", "Confirm its interest", Known.SEEN),
        ("brs", "functions", "[our assumption]", Known.ASSUMED),
        ("aewa", "state-approval", "none in what was read", Known.SEEN),
    ],
)
def test_a_cell_says_what_the_scheme_says_and_how_it_is_known(
    name: str, column: str, words: str, status: Known
) -> None:
    text, known = cell(name, column)
    assert words in text
    assert known is status


def test_days_of_the_year_are_said_in_the_language() -> None:
    assert "31 août" in cell("unfccc@2014", "deadline", "fr")[0]
    assert "31 de agosto" in cell("unfccc@2014", "deadline", "es")[0]


@pytest.mark.parametrize("one", schemes(), ids=label)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_scheme_is_shown_part_by_part(one: object, language: str) -> None:
    parts = shown(one, language)  # type: ignore[arg-type]
    assert {"treaty", "decision", "validity", "steps", "rights", "functions"} <= {
        part.key for part in parts
    }
    assert all(line.text and line.source for part in parts for line in part.lines)
