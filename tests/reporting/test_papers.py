"""Tables, profiles, briefs and answers from the same record."""

import dataclasses

import pytest

from tests.reporting.matters import EUROBATS, IUCN, MONEY, bats, deed
from whimbrel.document import Kind, walk
from whimbrel.document.form import Form
from whimbrel.mandates.kept import Kept, Nature
from whimbrel.mandates.unfunded import ledger
from whimbrel.reading.written import read_written
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers import (
    Paper,
    asked,
    brief,
    country,
    deletion,
    profile,
    table,
    unfunded,
)
from whimbrel.reporting.phrases import LANGUAGES
from whimbrel.reporting.text import Text
from whimbrel.writing.write import write


def text_of(paper: Paper) -> str:
    return "\n".join(placed.node.text for placed in walk(paper.laid().document))


def known(language: str = "en") -> Matter:
    whole = bats(language)
    there = deed(
        "kisumu",
        "The Secretariat met EUROBATS in Kisumu, Kenya, in June 2025.",
        since="2025-06",
        countries=("KE",),
        partners=(EUROBATS,),
        provisions=("14.21 b)",),
    )
    accords = tuple(dataclasses.replace(one, parties=(EUROBATS,)) for one in whole.accords)
    views = tuple(
        dataclasses.replace(one, body="eurobats", holder=Text.of(en="EUROBATS"))
        for one in whole.views
    )
    return dataclasses.replace(whole, deeds=(*whole.deeds, there), accords=accords, views=views)


ALL = (
    table,
    deletion,
    lambda matter: profile(matter, "eurobats"),
    lambda matter: brief(matter, "eurobats"),
    lambda matter: country(matter, "KE"),
    lambda matter: asked(matter, "14.21 b)"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", ALL)
def test_every_paper_is_a_document_that_is_read_back(language, make) -> None:
    whole = make(known(language)).laid().document
    assert whole.nodes
    for form in (Form.MARKDOWN, Form.JSON):
        assert read_written(write(whole, form).encode(), name="paper") == whole


def test_the_table_has_a_row_for_every_provision_in_effect() -> None:
    whole = known()
    gone = dataclasses.replace(whole.promises[0], deleted=True)
    paper = table(dataclasses.replace(whole, promises=(gone, *whole.promises[1:])))
    shown = next(p.node for p in walk(paper.laid().document) if p.node.kind is Kind.TABLE)
    assert shown.rows == paper.rows
    assert [row[0] for row in paper.rows] == ["Provision", "14.20", "14.21 a)", "14.21 b)", "14.22"]
    rows = {row[0]: row for row in paper.rows}
    assert rows["14.20"][5] == "not known"
    assert rows["14.21 a)"][5:7] == ("not implemented", "late start of the project")
    assert rows["14.21 b)"][8] == "2"


def test_the_table_says_which_reasons_wait_for_a_translation() -> None:
    paper = table(known("fr"))
    rows = {row[0]: row for row in paper.rows}
    assert rows["14.21 a)"][4] == "sous réserve de la disponibilité de ressources externes"
    assert "late start of the project" in "".join(one.gap for one in paper.pieces)


def test_a_profile_tells_what_was_done_what_binds_and_what_is_thought() -> None:
    text = text_of(profile(known(), "eurobats"))
    assert "The Secretariat met EUROBATS in Kisumu, Kenya, in June 2025." in text
    assert "Joint Work Plan of CMS and EUROBATS, which ended in 2025." in text
    assert "According to EUROBATS, “lights should be a matter for cities first”" in text
    assert "dark skies" not in text


def test_a_brief_begins_with_the_last_contacts_and_what_is_open() -> None:
    paper = brief(known(), "eurobats")
    titles = [p.node.text for p in walk(paper.laid().document) if p.node.kind is Kind.HEADING]
    assert titles == [
        "Overview",
        "Most recent contacts",
        "Open and planned work",
        "Agreements and joint programmes",
        "Provisions concerned",
        "Views",
    ]


def test_a_country_brief_names_the_country_in_the_language_of_the_paper() -> None:
    paper = country(known("fr"), "KE")
    assert paper.laid().document.masthead.title == "Note de synthèse par pays : Kenya"
    assert "EUROBATS" in text_of(paper)


def test_an_answer_gives_the_words_and_what_became_of_them() -> None:
    text = text_of(asked(known(), "14.21 b)"))
    assert "review the effect of street lamps on bats and report to COP15." in text
    assert "Decision 14.21 b) has been partly implemented." in text
    assert "The Secretariat collected information on street lamps from CBD in 2024." in text


def test_what_is_to_be_deleted_is_listed_with_the_reason() -> None:
    paper = deletion(known())
    assert [row[0] for row in paper.rows] == ["14.20", "14.21 a)", "14.21 b)", "14.22"]
    assert "It is for people to decide" in paper.pieces[0].gap


@pytest.mark.parametrize(
    ("make", "note"),
    [
        (lambda matter: profile(matter, "nobody"), "Nothing on record concerns nobody."),
        (lambda matter: brief(matter, "nobody"), "Nothing on record concerns nobody."),
        (lambda matter: country(matter, "NO"), "Nothing on record concerns Norway."),
        (lambda matter: asked(matter, "99.9"), "No provision of this name is on record: 99.9."),
        (lambda matter: table(dataclasses.replace(matter, promises=())), "Nothing is on record"),
        (lambda matter: deletion(dataclasses.replace(matter, promises=())), "Nothing is on record"),
    ],
)
def test_a_paper_on_what_is_not_on_record_says_so_in_a_note(make, note) -> None:
    paper = make(known())
    assert note in "\n".join(one.gap for one in paper.pieces)
    assert paper.laid().document.nodes == ()


def test_two_partners_have_two_profiles() -> None:
    assert text_of(profile(known(), IUCN.key)) != text_of(profile(known(), EUROBATS.key))


def test_the_ledger_of_unfunded_mandates_is_a_table() -> None:
    kept = (
        Kept(name="14.21", nature=Nature.DECISION, renews=("13.3",), conditions=(MONEY,)),
        Kept(name="13.3", nature=Nature.DECISION, adopted="COP13", conditions=(MONEY,)),
    )
    paper = unfunded(known("fr"), ledger(kept))
    assert paper.rows[1] == ("14.21", "13.3", "1", "COP13", MONEY.words, "aucun au registre")
    assert unfunded(known(), ()).laid().document.nodes == ()
