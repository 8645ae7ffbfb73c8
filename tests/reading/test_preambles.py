"""Preambles: enacting formulas, and recitals above them."""

import pytest

from whimbrel.document.runs import plain
from whimbrel.reading.line import Line
from whimbrel.reading.preambles import is_formula, is_recital, recitals


@pytest.mark.parametrize(
    ("text", "following", "formula"),
    [
        ("The Conference of the Parties,", "Recalling eels,", True),
        ("La Conférence des Parties,", "Rappelant les anguilles,", True),
        ("L’Assemblée générale,", "Rappelant les anguilles,", True),
        ("La Conferencia de las Partes,", "Recordando las anguilas,", True),
        ("The General Assembly", "Adopts the programme of work on eels.", True),
        ("THE CONFERENCE OF THE CONTRACTING PARTIES", "4. URGES all to act;", True),
        ("The Conference of the Parties to the Convention on Eels", "[1. Urges all to act;]", True),
        ("La Conférence des Parties à la Convention", "1. Prend note du rapport ;", True),
        ("La Conférence des Parties à la Convention", "1. Prie le Bureau d’agir ;", True),
        ("La Conferencia de las Partes en la Convención", "1. Insta a todos a actuar;", True),
        ("The Conference of the Parties to the Convention", "1. Also urges all;", True),
        ("The Committee", "1. The Committee has ten members.", False),
        ("Le Comité", "1. Le Comité se compose de dix membres.", False),
        ("The Conference of the Parties to the Convention on Eels", "It met in 2024.", False),
        ("The eels,", "", True),
        ("the Conference of the Parties,", "", False),
        ("The Bureau met, and eels were counted.", "", False),
        ("Conference of the Parties", "1. Urges all;", False),
    ],
)
def test_a_formula_is_known_by_its_comma_or_by_the_verb_after_it(
    text: str, following: str, formula: bool
) -> None:
    assert is_formula(text, Line(runs=plain(following))) is formula


def test_recitals_end_where_a_sentence_stands() -> None:
    lines = [
        Line(runs=plain(text))
        for text in ("Eels swim.", "Noting the report,", "The Assembly,", "1. Urges all;")
    ]
    assert recitals(lines) == {1}


@pytest.mark.parametrize(
    ("line", "recital"),
    [
        (Line(runs=plain("Recalling Resolution 12.1,")), True),
        (Line(runs=plain("CONCERNED that eels decline; and")), True),
        (Line(runs=plain("Préoccupée par leur déclin, et")), True),
        (Line(runs=plain("Recordando la Resolución 12.1,")), True),
        (Line(runs=plain("Recalling Resolution 12.1.")), False),
        (Line(runs=plain("Parties recalling Resolution 12.1,")), False),
        (Line(runs=plain("1. Recalling Resolution 12.1,")), False),
        (Line(runs=plain("Recalling Resolution 12.1,"), label="1."), False),
        (Line(runs=plain("Recalling Resolution 12.1,"), heading=2), False),
        (Line(rows=(("Recalling", ","),)), False),
    ],
)
def test_a_recital_opens_with_its_phrase_and_goes_on(line: Line, recital: bool) -> None:
    assert is_recital(line) is recital
