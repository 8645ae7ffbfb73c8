"""The masthead: what the first page says, in whatever order and language."""

import pytest

from whimbrel.document import Masthead
from whimbrel.document.runs import plain
from whimbrel.reading.line import Line
from whimbrel.reading.masthead import front
from whimbrel.reading.masthead_fields import symbol_of

BODY = "1. Eels are known to swim up rivers in spring."


def lines(*texts: str | Line) -> list[Line]:
    """Lines of plain words."""
    return [text if isinstance(text, Line) else Line(runs=plain(text)) for text in texts]


def masthead(*texts: str | Line) -> Masthead:
    """The masthead above one paragraph."""
    return front(lines(*texts, BODY)).masthead


ENGLISH = (
    "CONVENTION ON RIVERS",
    "Distribution: General",
    "UNEP/XYZ/COP9/Doc.7.2",
    "2 April 2025",
    "Original: English",
    "9th MEETING OF THE CONFERENCE OF THE PARTIES",
    "Tartu, Estonia, 8 – 12 September 2025",
    "Agenda Item 7.2",
    "COOPERATION WITH RIVER COMMISSIONS",
    "(Prepared by the Secretariat)",
)
FRENCH = (
    "CONVENTION SUR LES RIVIÈRES",
    "Distribution : Générale",
    "UNEP/XYZ/COP9/Doc.7.2",
    "2 avril 2025",
    "Original : anglais",
    "9e RÉUNION DE LA CONFÉRENCE DES PARTIES",
    "Tartu, Estonie, du 8 au 12 septembre 2025",
    "Point 7.2 de l’ordre du jour",
    "COOPÉRATION AVEC LES COMMISSIONS FLUVIALES",
    "(Préparé par le Secrétariat)",
)
SPANISH = (
    "CONVENCIÓN SOBRE LOS RÍOS",
    "Distribución: General",
    "UNEP/XYZ/COP9/Doc.7.2",
    "2 de abril de 2025",
    "Original: inglés",
    "9ª REUNIÓN DE LA CONFERENCIA DE LAS PARTES",
    "Tartu, Estonia, 8 al 12 de septiembre de 2025",
    "Punto 7.2 del orden del día",
    "COOPERACIÓN CON LAS COMISIONES FLUVIALES",
    "(Preparado por la Secretaría)",
)


@pytest.mark.parametrize(
    ("printed", "original", "author", "venue"),
    [
        (ENGLISH, "English", "Secretariat", "Tartu, Estonia"),
        (FRENCH, "anglais", "Secrétariat", "Tartu, Estonie"),
        (SPANISH, "inglés", "Secretaría", "Tartu, Estonia"),
    ],
    ids=["en", "fr", "es"],
)
def test_every_field_is_read_in_three_languages(
    printed: tuple[str, ...], original: str, author: str, venue: str
) -> None:
    found = masthead(*printed)
    assert found.symbol == "UNEP/XYZ/COP9/Doc.7.2"
    assert str(found.date) == "2025-04-02"
    assert (found.original, found.author, found.venue) == (original, author, venue)
    assert found.meeting == printed[5]
    assert (str(found.starts), str(found.ends)) == ("2025-09-08", "2025-09-12")
    assert found.agenda_item == "7.2"
    assert found.title == printed[8]
    assert found.lines == printed


def test_a_masthead_in_a_table_is_read_cell_by_cell() -> None:
    cell = "Distribution: General\nUNEP/XYZ/COP9/Doc.7.2\n2 April 2025\nOriginal: French"
    found = masthead(Line(rows=(("CONVENTION ON RIVERS", cell),)), "RIVERS AND COMMISSIONS")
    assert (found.symbol, str(found.date), found.original) == (
        "UNEP/XYZ/COP9/Doc.7.2",
        "2025-04-02",
        "French",
    )


def test_parts_between_pipes_are_lines_of_their_own() -> None:
    assert masthead("United Nations | A/99/123 | 2 April 2025").symbol == "A/99/123"


SYMBOLS = [
    "A/99/123",
    "A/RES/99/12",
    "S/RES/2999 (2031)",
    "UNEP/EA.9/4",
    "UNEP/CMS/COP21/Doc.18.1",
    "UNEP/CMS/COP21/Inf.18.1",
    "UNEP/CMS/COP21/Doc.18.1/Rev.1",
    "UNEP/CMS/COP21/CRP.9",
    "UNEP/CMS/Resolution 19.9",
    "UNEP/CMS/Resolution 19.9 (Rev.COP21)",
    "UNEP/CMS/ScC-SC17/Doc.3",
    "CBD/COP/DEC/25/4",
    "CBD/SBSTTA/REC/36/2",
    "FCCC/CP/2099/7/Add.1",
    "ICCD/COP(25)/21",
    "CoP29 Doc. 12",
    "SC92 Doc. 12.1",
    "Ramsar COP24 Doc.18.1",
    "CoP29 Doc. 12 (Rev. 1)",
    "Conf. 29.4 (Rev. CoP30)",
    "E/2099/12",
    "A/HRC/99/L.4",
]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_line_that_is_a_symbol_is_known(symbol: str) -> None:
    assert symbol_of([symbol]) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "Parties/States",
        "8/9",
        "km/h 12",
        "Agenda item 7/2 on rivers",
        "Tartu, 8/9 May",
        "Resolution 19.9",
        "see A/RES/99/12 on rivers",
    ],
)
def test_a_line_that_is_no_symbol_is_not_taken_for_one(text: str) -> None:
    assert symbol_of([text]) is None


def test_a_star_behind_the_symbol_is_not_of_it() -> None:
    assert symbol_of(["A/99/123*"]) == "A/99/123"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Agenda item 21.2", "21.2"),
        ("Agenda Item: 21.2", "21.2"),
        ("Item 4 of the provisional agenda", "4"),
        ("Agenda item 7 (a)", "7 (a)"),
        ("Point 21.2 de l'ordre du jour", "21.2"),
        ("Punto 21.2 del orden del día", "21.2"),
        ("Tema 4 del programa", "4"),
        ("The agenda was adopted", None),
    ],
)
def test_the_agenda_item_is_read_in_three_languages(text: str, number: str | None) -> None:
    assert masthead("A/99/123", text).agenda_item == number


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (("A/RES/99/12", "99/12. Rivers and their eels"), "Rivers and their eels"),
        (("Decision 7/CP.99", "Rivers under the Convention"), "Rivers under the Convention"),
        (("Resolution XXIV.9", "Marshes of eels"), "Marshes of eels"),
        (
            ("UNEP/XYZ/COP9/Doc.7.2", "RIVERS AND EELS", "(Prepared by the Secretariat)"),
            "RIVERS AND EELS",
        ),
        (("A/99/123", Line(runs=plain("Rivers"), heading=0)), "Rivers"),
        (("Conf. 29.4", Line(runs=plain("Trade in eels"), bold=True)), "Trade in eels"),
        (
            ("CONVENTION ON RIVERS", "A/99/123", Line(runs=plain("Eels of rivers"), bold=True)),
            "Eels of rivers",
        ),
        (("A/99/123", "Rivers of the world and their eels"), "Rivers of the world and their eels"),
        (("A/99/123", "2 April 2025"), None),
    ],
)
def test_the_title_is_told_from_its_neighbours(
    printed: tuple[str | Line, ...], title: str | None
) -> None:
    assert masthead(*printed).title == title


def test_the_one_main_heading_above_the_first_section_is_the_title() -> None:
    found = front(
        lines(
            "A/99/123",
            Line(runs=plain("Rivers"), heading=1),
            Line(runs=plain("State of things"), heading=2),
            BODY,
        )
    )
    assert (found.masthead.title, found.body) == ("Rivers", 2)


def test_a_main_heading_among_others_is_a_section() -> None:
    headings = [
        Line(runs=plain("Rivers"), heading=1),
        Line(runs=plain("East"), heading=2),
        Line(runs=plain("Lakes"), heading=1),
    ]
    assert front(lines("A/99/123", *headings, BODY)).body == 1


BEGINNINGS = [
    "1. Eels are known to swim up rivers.",
    "1. Urges all;",
    Line(runs=plain("Urges all"), label="1."),
    "The Conference of the Parties,",
    "La Conférence des Parties,",
    "La Conferencia de las Partes,",
    "Background",
    "Contexte",
    "Antecedentes",
    "1. Introduction",
    "I. Rivers",
    "Directed to the Secretariat",
    "Article 1",
    Line(runs=plain("Rivers of the east"), heading=1),
]


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=str)
def test_the_body_begins_where_the_masthead_ends(beginning: str | Line) -> None:
    found = front(lines("UNEP/XYZ/COP9/Doc.7.2", "RIVERS AND EELS", beginning, BODY))
    assert found.body == 2


def test_recitals_above_their_formula_are_of_the_body() -> None:
    found = front(
        lines(
            "UNEP/CMS/Resolution 19.9",
            "RIVERS AND EELS",
            "Recalling Resolution 18.1 on rivers,",
            "Concerned that eels decline, and",
            "The Conference of the Parties to the Convention on Rivers",
            "1. Urges Parties to act;",
        )
    )
    assert found.body == 2


def test_the_summary_is_taken_apart_and_its_word_left_out() -> None:
    found = front(
        lines(
            "UNEP/XYZ/COP9/Doc.7.2",
            "RIVERS AND EELS",
            "Summary: This tells of eels.",
            "It is short.",
            "Background",
            BODY,
        )
    )
    assert [line.text for line in found.summary] == ["This tells of eels.", "It is short."]
    assert found.body == 4


@pytest.mark.parametrize("word", ["Summary:", "Résumé :", "Resumen", "SUMMARY"])
def test_a_summary_is_known_in_three_languages(word: str) -> None:
    found = front(
        lines("UNEP/XYZ/COP9/Doc.7.2", "RIVERS AND EELS", word, "Eels swim.", "Introduction", BODY)
    )
    assert [line.text for line in found.summary] == ["Eels swim."]


def test_a_text_without_a_masthead_begins_at_once() -> None:
    assert front(lines("Dear colleagues", "Eels swim.")).body == 0


def test_the_header_gives_the_symbol_only_where_the_page_does_not() -> None:
    assert (
        front(lines("RIVERS AND EELS", BODY), ["page 3", "A/99/124"]).masthead.symbol == "A/99/124"
    )
    assert front(lines("A/99/123", BODY), ["A/99/124"]).masthead.symbol == "A/99/123"
