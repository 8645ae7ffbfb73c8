"""Tables of references: what is printed, in whose document, and what it names."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.citations import How, Kind, find

CMS = "UNEP/CMS/COP15/Doc.18.1"
ASSEMBLY = "A/RES/78/155"
CITES = "CITES CoP19 Doc. 12"

CASES = [
    (group["body"], *case)
    for group in yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
    for case in group["cases"]
]


@pytest.mark.parametrize(("body", "language", "text", "targets"), CASES)
def test_words_name_what_they_mean(body, language, text, targets) -> None:
    assert [one.target for one in find(text, body=body, language=language)] == targets


@pytest.mark.parametrize(("body", "language", "text", "targets"), CASES)
def test_without_a_language_every_language_is_tried(body, language, text, targets) -> None:
    assert [one.target for one in find(text, body=body)] == targets


@pytest.mark.parametrize(("body", "language", "text", "targets"), CASES)
def test_the_surface_stands_in_the_text(body, language, text, targets) -> None:
    for one in find(text, body=body, language=language):
        assert text[one.start : one.end] == one.surface
        assert one.surface.strip() == one.surface


KINDS = [
    ("UNEP/CMS/COP15/Doc.27.4 and UNEP/CMS/COP15/Inf.18.1",
     [Kind.DOCUMENT, Kind.INFORMATION]),
    ("UNEP/CMS/COP15/Doc.18.1", [Kind.SELF]),
    ("Resolution 12.9 and Decision 14.3", [Kind.RESOLUTION, Kind.DECISION]),
    ("Decisions 14.3-14.4", [Kind.DECISION_RANGE, Kind.DECISION_RANGE]),
    ("Decision 14.3 a)", [Kind.DECISION_PROVISION]),
    ("paragraph 2 of Resolution 12.9", [Kind.RESOLUTION_PARAGRAPH]),
    ("Article III", [Kind.ARTICLE]),
    ("Target 2.1", [Kind.STRATEGIC_TARGET]),
    ("SDG 15", [Kind.TARGET]),
    ("rules of procedure", [Kind.RULES]),
    ("2021-2025 Joint Work Programme", [Kind.WORK_PROGRAMME]),
    ("Agenda item 18.1", [Kind.AGENDA_ITEM]),
    ("the Annex to this document", [Kind.INTERNAL]),
    ("https://example.org", [Kind.URL]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_every_reference_has_its_kind(text, kinds) -> None:
    assert [one.kind for one in find(text, body=CMS)] == kinds


HOW = [
    (ASSEMBLY, "A/78/10", How.PRINTED, True),
    (ASSEMBLY, "Human Rights Council resolution 16/18", How.NAMED, True),
    (ASSEMBLY, "resolution 78/155", How.CONTEXT, False),
    (ASSEMBLY, "resolution 2374 (2017)", How.SHAPE, False),
    (ASSEMBLY, "The Environment Assembly met and, in resolution 5/14, decided", How.EARLIER, False),
    (ASSEMBLY, "resolution 5/14", How.UNRESOLVED, False),
]


@pytest.mark.parametrize(("body", "text", "how", "sure"), HOW)
def test_a_reference_says_how_it_was_resolved(body, text, how, sure) -> None:
    (one,) = find(text, body=body, language="en")
    assert (one.how, one.sure) == (how, sure)


def test_an_instrument_behind_a_document_is_the_place_in_it() -> None:
    (one,) = find("See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.", body=ASSEMBLY)
    assert one.target == "FCCC/CP/2015/10/Add.1"
    assert one.place == "decision 1/CP.21"


def test_a_place_behind_a_symbol_is_kept() -> None:
    (one,) = find("(A/CONF.192/15), chap. IV, para. 24.", body=ASSEMBLY)
    assert (one.target, one.place) == ("A/CONF.192/15", "chap. IV, para. 24")


def test_a_place_behind_a_number_is_kept() -> None:
    (one,) = find("section II of resolution 76/1, paragraph 4, and more", body=ASSEMBLY)
    assert (one.surface, one.place) == ("76/1", "paragraph 4")


def test_paragraphs_of_one_target_are_one_citation_with_their_place() -> None:
    (one,) = find("in paragraphs 3 to 5 of its resolution 76/1", body=ASSEMBLY)
    assert (one.target, one.place) == ("A/RES/76/1", "paragraphs 3 to 5")
    assert one.surface == "paragraphs 3 to 5 of its resolution 76/1"


def test_the_key_of_a_body_is_a_context_too() -> None:
    (one,) = find("its resolution 78/155", body="general-assembly")
    assert one.target == "A/RES/78/155"


def test_a_lettered_article_is_none() -> None:
    assert find("Article A of the list", body=CMS) == ()


def test_what_lies_in_a_word_is_no_piece_of_a_reference() -> None:
    assert find("dissolution 14.3, cartarticle VII", body=CMS) == ()


@given(st.text())
def test_any_text_is_read_and_every_surface_is_its_own(text: str) -> None:
    for one in find(text, body=CMS):
        assert text[one.start : one.end] == one.surface


WORDS = st.sampled_from(
    ["resolutions", "Decision", "14.8", "14.10", "78/155", "(2017)", "2374", " ", ", ", " and ",
     "of the General Assembly", "A/78/10", "–", "-", "a)", "paragraphs 3 and 8 of", "Ibid.", "/",
     "Article ", "A", "annex B ", "Targets ", "SDG ", "Council ", "in its ", "1/CP.2", "to ", "IV",
     "http://x.org/(z)", "paragraph ", "above", "of this document", "footnote 4", "BC-1/2", "No. ",
     "Art. VII", "résolution", "de la", "\u200b", "\u00a0", "Doc.", "CoP19 ", "(Rev.COP14)"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14).map("".join), st.sampled_from([None, CMS, ASSEMBLY, CITES]))
def test_pieces_of_references_in_any_order_are_read(text: str, body: str | None) -> None:
    found = find(text, body=body)
    assert list(found) == sorted(found, key=lambda one: (one.start, one.end))
    assert all(text[one.start : one.end] == one.surface for one in found)


@given(st.lists(WORDS, max_size=10).map("".join))
def test_invisible_characters_change_no_target(text: str) -> None:
    plain = text.replace("\u200b", "")
    noisy = "\u200b".join(plain)
    assert [one.target for one in find(noisy, body=CMS)] == [
        one.target for one in find(plain, body=CMS)
    ]


def test_a_symbol_of_an_unknown_series_is_not_taken_for_one_of_this_meeting() -> None:
    found = find("see TFB/StC31/Doc.6/Rev.1 and Doc.9", body="TFB/COP6/Doc.18")
    assert [one.target for one in found] == ["TFB/StC31/Doc.6/Rev.1", "TFB/COP6/Doc.9"]
