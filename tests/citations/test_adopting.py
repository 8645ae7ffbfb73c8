"""Which meeting adopted what is cited."""

import pytest

from whimbrel.citations.adopting import adopting


@pytest.mark.parametrize(
    ("language", "text", "surface", "meeting"),
    [
        ("en", "COP14 also adopted Decisions 14.8-14.10 Terns:", "14.8-14.10", "COP14"),
        ("en", "At its meeting, COP 13 adopted Resolution 13.4 Terns.", "13.4", "COP13"),
        ("en", "It met in 2019. COP13, in 2020, adopted Decision 13.2.", "13.2", "COP13"),
        ("fr", "La COP14 a également adopté les décisions 14.3 et 14.4.", "14.3", "COP14"),
        ("fr", "La CdP 14 a adopté les décisions 14.3 et 14.4.", "14.3", "COP14"),
        ("es", "La COP14 también adoptó la Decisión 14.3 Charranes.", "14.3", "COP14"),
        ("en", "COP14 noted Decision 14.3.", "14.3", None),
        ("en", "COP14 met. The Committee adopted Decision 14.3.", "14.3", None),
        ("en", "COP14 adopted Decision 14.31.", "14.3", None),
        ("en", "COP14 adopted Decisions 14.3 and 14.8.", "14.8", None),
        ("en", "In 2020 Parties adopted Decision 13.2.", "13.2", None),
    ],
)  # fmt: skip
def test_a_sentence_says_which_meeting_adopted_it(
    language: str, text: str, surface: str, meeting: str | None
) -> None:
    assert adopting(text, surface, language) == meeting
