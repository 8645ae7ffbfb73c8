"""What a first page prints of a masthead."""

from datetime import date

import pytest

from whimbrel.document import Masthead
from whimbrel.writing.cover import cover, tied
from whimbrel.writing.house_style import cover_words, house_style


def printed(**said: object) -> list[str]:
    """The lines of a first page, without the name of the convention."""
    lines = cover(Masthead(**said), house_style("cms"))  # type: ignore[arg-type]
    return ["".join(piece.text for piece in line.pieces) for line in lines[1:]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, []),
        ({"language": "fr"}, []),
        ({"symbol": "UNEP/XYZ/1"}, ["UNEP/XYZ/1"]),
        ({"original": "English", "language": "fr"}, ["Original : anglais"]),
        ({"original": "français", "language": "es"}, ["Original: francés"]),
        ({"original": "Klingon"}, ["Original: Klingon"]),
        ({"agenda_item": "18.1"}, ["Agenda Item 18.1"]),
        ({"agenda_item": "Agenda Item 18.1"}, ["Agenda Item 18.1"]),
        ({"agenda_item": "18.1", "language": "es"}, ["Punto 18.1 del orden del día"]),
        ({"author": "Secretariat"}, ["(Prepared by the Secretariat)"]),
        ({"author": "Secretariat", "language": "fr"}, ["(Préparé par le Secrétariat)"]),
        ({"author": "Secretaría", "language": "es"}, ["(Preparado por la Secretaría)"]),
        ({"author": "Prepared by the Secretariat"}, ["(Prepared by the Secretariat)"]),
        ({"author": "Government of Brazil"}, ["(Prepared by Government of Brazil)"]),
        ({"date": date(2026, 1, 8)}, ["8 January 2026"]),
        ({"date": date(2026, 3, 1), "language": "fr"}, ["1er mars 2026"]),
        ({"date": date(2026, 3, 1), "language": "es"}, ["1 de marzo de 2026"]),
        ({"starts": date(2026, 3, 23), "ends": date(2026, 3, 29)}, ["23 to 29 March 2026"]),
        ({"starts": date(2026, 3, 30), "ends": date(2026, 4, 2)}, ["30 March to 2 April 2026"]),
        (
            {"venue": "Bonn", "starts": date(2025, 12, 30), "ends": date(2026, 1, 2)},
            ["Bonn, 30 December 2025 to 2 January 2026"],
        ),
        ({"venue": "Bonn", "starts": date(2025, 12, 30)}, ["Bonn, 30 December 2025"]),
    ],
)
def test_a_line_is_printed_for_what_is_known(said: dict[str, object], lines: list[str]) -> None:
    assert printed(**said) == lines


def test_the_convention_is_named_in_the_language_of_the_paper() -> None:
    lines = cover(Masthead(title="x", language="fr"), house_style("cms"))
    assert lines[0].pieces[0].text == "Convention sur les espèces migratrices"


def test_french_signs_hang_on_their_words() -> None:
    assert tied("Résumé : « oui » !", cover_words("fr")) == "Résumé\u00a0: «\u00a0oui\u00a0»\u00a0!"
    assert tied("Summary : yes", cover_words("en")) == "Summary : yes"
