"""Acronyms that a document explains hold from there on."""

import pytest

from whimbrel.bodies import How, find, in_texts
from whimbrel.bodies.defined import beginning, stands_for

STANDS = [
    ("WMBD", "World Migratory Bird Day", True),
    ("NGOs", "non-governmental organizations", True),
    ("UNEP", "Programme des Nations Unies pour l'environnement", True),
    ("ROAP", "Regional Office for Asia and the Pacific", True),
    ("XYZ", "Regional Office for Africa", False),
    ("FAO", "World Bank", False),
]


@pytest.mark.parametrize(("short", "name", "answer"), STANDS)
def test_an_acronym_stands_for_a_name_with_its_letters(short: str, name: str, answer: bool) -> None:
    assert stands_for(short, name) is answer


def test_an_explained_acronym_is_remembered_in_the_texts_that_follow() -> None:
    texts = ["MBS was unknown then.", "The Meridian Bird Society (MBS) met.", "MBS agreed."]
    before, there, after = in_texts(texts, "en")
    assert before == ()
    assert [(one.surface, one.name) for one in there] == [
        ("Meridian Bird Society", "Meridian Bird Society"),
        ("MBS", "Meridian Bird Society"),
    ]
    assert [(one.name, one.how) for one in after] == [("Meridian Bird Society", How.DEFINED_HERE)]


def test_an_office_is_told_by_its_acronym() -> None:
    found = find("the Regional Office for Asia and the Pacific (ROAP)", language="en")
    assert [one.key for one in found] == ["unep-roap", "unep-roap"]


def test_what_a_document_explains_counts_before_what_is_known() -> None:
    (_, found) = in_texts(["the Wader Health Office (WHO) met", "WHO agreed"], "en")
    assert [one.name for one in found] == ["Wader Health Office"]


@pytest.mark.parametrize(
    "text",
    [
        "National Biodiversity Strategies and Action Plans (NBSAPs); NBSAPs are plans",
        "the Great Biodiversity Framework (GBF) and GBF targets",
        "non-steroidal anti-inflammatory drugs (NSAIDs) and NSAIDs again",
        "the Sustainable Development Goals (SDGs) and SDGs",
    ],
)
def test_goals_plans_and_drugs_are_no_bodies(text: str) -> None:
    assert find(text, language="en") == ()


def test_a_name_without_a_head_is_found_by_its_acronym_and_is_not_sure() -> None:
    found = find("the Friends of Quiet Rivers (FQR) spoke", language="en")
    assert [(one.surface, one.sure) for one in found] == [
        ("Friends of Quiet Rivers", False),
        ("FQR", False),
    ]


def test_the_beginning_of_a_name_is_where_its_initials_begin() -> None:
    text = "we met the Friends of Quiet Rivers (FQR)"
    assert beginning("FQR", text, text.index(" (")) == text.index("Friends")
    assert beginning("XQR", text, text.index(" (")) is None
