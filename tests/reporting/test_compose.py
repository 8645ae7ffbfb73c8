"""A report composed from the record reads like a document of a meeting, in three languages, and
says nothing that the record does not."""

import dataclasses
import datetime

import pytest

from tests.reporting.matters import COP14, COP15, IUCN, LINE, bats, deed, promise
from whimbrel.document import Document, Kind, walk
from whimbrel.document.form import Form
from whimbrel.document.normal import normal
from whimbrel.engagements.coverage import Became
from whimbrel.engagements.disposition import Proposed
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Funding, Limit
from whimbrel.reading.written import read_written
from whimbrel.reporting.compose import compose
from whimbrel.reporting.layout import laid_out
from whimbrel.reporting.matter import Accord, Draft, Gathering, Matter, Named, Narrative, Pointer
from whimbrel.reporting.phrases import LANGUAGES
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.text import Text
from whimbrel.writing.write import write


def document(matter: Matter) -> Document:
    return laid_out(compose(matter), matter).document


def piece(matter: Matter, key: str) -> Piece:
    return next(one for one in compose(matter) if one.key == key)


def text_of(document: Document) -> str:
    return "\n".join(placed.node.text for placed in walk(document))


def headings(document: Document) -> list[str]:
    return [placed.node.text for placed in walk(document) if placed.node.kind is Kind.HEADING]


SENTENCES = {
    "en": (
        "Resolution 12.7 (Rev.COP14) Flyways and Corridors and Decisions 14.20–14.22 Night Sky",
        "proposes the adoption of new Decisions and deletion of Decisions 14.20–14.22.",
        "especially Target 6.4.",
        "The Conference of the Parties, at its 14th meeting (COP14, 2024), adopted Resolution 12.7",
        "COP14 also adopted Decisions 14.20–14.22",
        "Since COP14, the Secretariat worked with three partners, as follows:",
        "Due to late start of the project, it was not possible to implement Decision 14.21 a).",
        "Implementation of Decision 14.22 is reported in UNEP/CMS/COP15/Doc.22 Caves and Roosts.",
        "Subject to the availability of external resources, the Secretariat will continue",
        "The Conference of the Parties is recommended to:",
        "adopt the draft Decisions contained in the Annex of this document;",
        "delete Decisions 14.20–14.22.",
    ),
    "fr": (
        "Voies de migration et corridors et des Décisions 14.20–14.22",
        "La Conférence des Parties, à sa 14e réunion (COP14, 2024), a adopté la Résolution 12.7",
        "La mise en œuvre de la Décision 14.22 est présentée dans UNEP/CMS/COP15/Doc.22",
        "Sous réserve de la disponibilité de ressources externes, le Secrétariat continuera",
        "Il est recommandé à la Conférence des Parties :",
        "d’adopter les projets de décision figurant à l’annexe du présent document ;",
        "de supprimer les Décisions 14.20–14.22.",
    ),
    "es": (
        "de la Resolución 12.7 (Rev.COP14) Rutas y corredores y de las Decisiones 14.20–14.22",
        "La Conferencia de las Partes, en su 14.ª reunión (COP14, 2024), adoptó la Resolución 12.7",
        "La aplicación de la Decisión 14.22 se expone en UNEP/CMS/COP15/Doc.22",
        "Con sujeción a la disponibilidad de recursos externos, la Secretaría seguirá",
        "Se recomienda a la Conferencia de las Partes:",
        "suprimir las Decisiones 14.20–14.22.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_says_what_such_documents_say(language) -> None:
    text = text_of(document(bats(language)))
    for sentence in SENTENCES[language]:
        assert sentence in text


def test_the_sections_come_in_the_order_of_a_cop_document() -> None:
    assert headings(document(bats())) == [
        "Background",
        "Implementation of Resolution 12.7 (Rev.COP14) Flyways and Corridors",
        "Work with cities",
        "Implementation of Decision 14.21 a) – Lights along flyways",
        "Implementation of Decision 14.21 b) – Review of street lamps",
        "Implementation of Decision 14.22",
        "Agreements and joint programmes",
        "International Bat Night",
        "Continued work",
        "Discussion and analysis",
        "Recommended actions",
        "LIGHTS ALONG FLYWAYS",
        "CAVES",
        "COST IMPLICATIONS",
    ]


def test_paragraphs_are_numbered_without_a_hole() -> None:
    numbers = [
        int(placed.node.label.rstrip("."))
        for placed in walk(document(bats()))
        if placed.node.kind is Kind.PARAGRAPH and placed.node.label
    ]
    assert len(numbers) == 20
    assert numbers == list(range(1, len(numbers) + 1))


def test_decisions_are_quoted_in_their_exact_words_under_their_addressees() -> None:
    quoted = {
        placed.address: placed.node.text for placed in walk(document(bats())) if placed.quoted
    }
    assert quoted["para_2__directed_2"] == "Directed to the Secretariat"
    assert (
        quoted["para_2__dec_14.21__b"]
        == "review the effect of street lamps on bats and report to COP15."
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.JSON, Form.HTML, Form.AKN])
def test_a_composed_document_is_read_back_as_it_was(language, form) -> None:
    whole = document(bats(language))
    again = read_written(write(whole, form).encode(), name="report")
    assert again == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_the_address_of_its_piece(language) -> None:
    matter = bats(language)
    pieces = compose(matter)
    laid = laid_out(pieces, matter)
    nodes = {placed.address: placed.node for placed in walk(laid.document)}
    words = {one.key: one.node.text for one in pieces}
    assert laid.document == normal(laid.document)
    assert len(laid.places) > 40
    assert words.keys() >= {key for key in laid.places if ">" not in key}
    for key, address in laid.places.items():
        if key in words:
            assert nodes[address].text == words[key]


def test_keys_are_unique_and_the_same_each_time() -> None:
    keys = [one.key for one in compose(bats())]
    assert len(keys) == len(set(keys))
    assert keys == [one.key for one in compose(bats())]


def test_what_the_record_has_twice_gets_keys_of_its_own() -> None:
    one = bats().views[0]
    keys = [each.key for each in compose(bats(views=(one, one)))]
    assert "view/v1~2" in keys
    assert len(keys) == len(set(keys))


def test_every_paragraph_of_the_body_knows_its_records() -> None:
    written = [
        one
        for one in compose(bats())
        if one.node.kind is Kind.PARAGRAPH
        and one.node.text
        and not one.key.startswith("narrative/")
    ]
    bare = [
        one.key for one in written if not one.records and not one.key.startswith("summary/targets")
    ]
    assert bare == []


def test_a_count_names_every_engagement_behind_it() -> None:
    found = piece(bats(), "implementation/counts")
    assert found.node.text.endswith(
        "one collection of information, one joint product, one meeting and one workshop."
    )
    assert set(found.records) == {
        f"engagement/{key}" for key in ("nairobi", "bonn", "lamps", "atlas")
    }


def test_beyond_what_a_heading_bears_engagements_are_counted_and_none_is_lost() -> None:
    deeds = tuple(
        deed(f"e{at:02}", f"The Secretariat met partner {at}.", since=f"2025-{at % 12 + 1:02}")
        for at in range(30)
    )
    matter = bats(deeds=deeds, told=5)
    pieces = compose(matter)
    beyond = next(one for one in pieces if one.key.endswith("/beyond"))
    assert "25 workshops" in beyond.node.text
    assert len(beyond.records) == 25
    told = {record for one in pieces if one.key.startswith("engagement/") for record in one.records}
    assert {one.record for one in deeds} <= told | set(beyond.records)


def test_plans_and_what_was_not_attended_are_never_counted_as_done() -> None:
    deeds = (
        deed("plan", title=Text.of(en="Summit of bats"), state="planned"),
        deed("away", title=Text.of(en="Forum of moths"), mode="absent"),
        deed("lead", "There were many meetings.", umbrella=True),
        *(deed(f"p{at}", title=Text.of(en=f"Plan {at}"), state="planned") for at in range(9)),
    )
    matter = bats(deeds=deeds, told=2)
    assert not any(one.key == "implementation/counts" for one in compose(matter))
    text = text_of(document(matter))
    assert "Activities to come include the following:" in text
    assert "The Secretariat was not present at the following:" in text


def gaps(matter: Matter) -> str:
    return "\n".join(one.gap for one in compose(matter))


@pytest.mark.parametrize(
    "note",
    [
        "12.7 (Rev.COP14) 4: the status “implemented and ongoing” is inferred",
        "One engagement has no date: Atlas of lit roosts.",
        "14.20: nobody has said what became of it.",
        "14.21 a): nobody has said whether this was produced: template.",
        "Joint Work Plan of CMS and EUROBATS ended in 2025, and no successor is named.",
        "14.21 a) (renew)",
        "No cost implication is on record for this draft decision.",
    ],
)
def test_what_is_not_known_is_a_note_and_no_text(note) -> None:
    matter = bats()
    assert note in gaps(matter)
    assert note not in text_of(document(matter))


def test_a_provision_without_a_status_has_no_sentence_and_no_heading() -> None:
    text = text_of(document(bats()))
    assert "Implementation of Decision 14.20" not in text
    assert "status/14.20" not in laid_out(compose(bats()), bats()).places


def test_a_meeting_without_records_gives_notes_and_nothing_to_print() -> None:
    matter = Matter(language="fr", meeting=COP15, title=Text())
    pieces = compose(matter)
    laid = laid_out(pieces, matter)
    assert (laid.document.nodes, laid.document.summary, dict(laid.places)) == ((), (), {})
    assert "Le registre ne contient rien pour ce document." in [one.gap for one in pieces]
    assert laid.document.masthead.meeting == "15e RÉUNION DE LA CONFÉRENCE DES PARTIES"


def test_a_language_without_phrases_is_refused() -> None:
    with pytest.raises(KeyError, match="papers are written in en, fr, es"):
        compose(bats("de"))


def test_a_deleted_provision_that_is_still_assigned_is_pointed_out_and_not_deleted_again() -> None:
    promises = (
        promise(
            "14.30",
            Became.IMPLEMENTED,
            deleted=True,
            assigned="A. Officer",
            proposed=Proposed.DELETE,
        ),
        promise("14.31", Became.IMPLEMENTED, proposed=Proposed.DELETE),
    )
    matter = bats(promises=promises, drafts=())
    assert "14.30 was deleted and is still assigned to A. Officer." in gaps(matter)
    assert "delete Decision 14.31." in text_of(document(matter))


HOSTILE = "=SUM(A1:A9) {the} <script>alert(1)</script> **bold** [x](javascript:y) | # 1. %s"


def test_markup_and_formulas_in_a_narrative_stay_words() -> None:
    story = Narrative(place="discussion", language="en", paragraphs=(HOSTILE,))
    whole = document(bats(narratives=(story,)))
    assert HOSTILE in text_of(whole)
    for form in (Form.MARKDOWN, Form.JSON, Form.HTML):
        assert read_written(write(whole, form).encode(), name="report") == whole
    assert "<script>" not in write(whole, Form.HTML)


def test_braces_in_titles_and_reasons_are_never_filled() -> None:
    one = promise("14.40", Became.NOT, why="{of} {0} {documents}", ours=True)
    text = text_of(document(bats(promises=(one,), deeds=(), drafts=())))
    assert "Due to {of} {0} {documents}, it was not possible to implement Decision 14.40." in text


@pytest.mark.parametrize(("language", "tongue"), [("fr", "anglais"), ("es", "inglés")])
def test_words_in_another_language_are_kept_and_wait_for_a_translation(language, tongue) -> None:
    matter = bats(language)
    for key in ("narrative/discussion/1.1", "engagement/nairobi", "view/v1"):
        found = piece(matter, key)
        assert found.language == "en"
        assert tongue in found.gap
    assert "Cities have answered sooner" in piece(matter, "narrative/discussion/1.1").node.text


def test_a_reason_known_in_another_language_is_not_replaced_by_one_of_ours() -> None:
    found = piece(bats("fr"), "status/14.21 a)")
    assert "La mise en œuvre de la Décision 14.21 a) n’a pas été réalisée." in found.node.text
    assert "late start of the project" in found.gap
    assert "late start" not in found.node.text


def test_a_narrative_for_a_place_that_is_not_there_is_not_lost() -> None:
    story = Narrative(place="the moon", language="en", paragraphs=("Bats do not fly there.",))
    found = piece(bats(narratives=(story,)), "narrative/the moon/1.1")
    assert found.node.text == "Bats do not fly there."
    assert "the moon" in found.gap


def test_placeholders_are_unique_and_in_the_series_of_the_meeting() -> None:
    drafts = tuple(
        Draft(key=f"d{at}", words=Text.of(en=f"Do {at}."), directed=LINE) for at in range(30)
    )
    taken = Draft(key="own", words=Text.of(en="Keep."), number="15.CC")
    labels = [
        placed.node.label
        for placed in walk(document(bats(drafts=(taken, *drafts))))
        if placed.node.kind is Kind.DECISION and not placed.quoted
    ]
    assert labels[:4] == ["15.CC", "15.AA", "15.BB", "15.DD"]
    assert labels[-5:] == ["15.AB", "15.AC", "15.AD", "15.AE", "15.AF"]
    assert len(set(labels)) == 31


def test_one_number_given_twice_is_pointed_out() -> None:
    drafts = tuple(Draft(key=key, words=Text.of(en="Do."), number="15.30") for key in "ab")
    assert (
        gaps(bats(drafts=drafts)).count("The number 15.30 is given to another draft as well.") == 2
    )


def test_to_renew_without_a_draft_is_a_note_and_no_deletion() -> None:
    one = promise("14.50", Became.NOT, why="no money", proposed=Proposed.RENEW)
    matter = bats(promises=(one,), drafts=(), deeds=())
    assert "14.50 is to be kept in other words or renewed (renew), and no draft" in gaps(matter)
    assert "take note of this document." in text_of(document(matter))


def test_part_of_a_decision_is_deleted_by_its_items() -> None:
    promises = (
        promise("14.60 a)", Became.IMPLEMENTED, proposed=Proposed.DELETE),
        promise("14.60 b)", Became.IMPLEMENTED, proposed=Proposed.DELETE),
        promise("14.60 c)", Became.NOT_APPLICABLE, proposed=Proposed.RETAIN),
    )
    text = text_of(document(bats(promises=promises, drafts=(), deeds=())))
    assert "delete Decision 14.60 a) and b);" in text
    assert "retain Decision 14.60 c)." in text


def test_the_work_of_another_body_is_text_only_once_confirmed() -> None:
    def told(sure: bool) -> Piece:
        one = promise(
            "14.70",
            Became.COVERED,
            by_others=Text.of(en="The assessment of IPBES"),
            scope=Scope(covered=("values",), left=("openings",), sure=sure),
        )
        return piece(bats(promises=(one,)), "status/14.70")

    assert "The assessment of IPBES would already cover Decision 14.70." in told(False).node.text
    assert "openings" not in told(False).node.text
    assert "Confirm it" in told(False).gap
    assert "The following aspects would remain: openings." in told(True).node.text


def test_money_that_did_not_come_is_the_reason_where_no_other_is_given() -> None:
    money = Limit(
        words="if money comes", kind="subject-to-external-resources", funding=Funding.NONE
    )
    for language, words in (
        (
            "en",
            "Due to lack of external resources, it was not possible to implement Decision 14.80.",
        ),
        ("fr", "En raison d’un manque de ressources externes, il n’a pas été possible"),
        ("es", "Debido a la falta de recursos externos, no ha sido posible aplicar la Decisión"),
    ):
        one = promise("14.80", Became.NOT, conditions=(money,))
        assert words in piece(bats(language, promises=(one,)), "status/14.80").node.text


def test_a_document_that_several_engagements_point_to_is_cited_once() -> None:
    pointer = Pointer(symbol="UNEP/CMS/COP15/Doc.9", title=Text.of(en="Roosts"))
    deeds = tuple(
        deed(f"p{at}", f"The Secretariat met partner {at}.", pointers=(pointer,)) for at in range(3)
    )
    text = text_of(document(bats(deeds=deeds)))
    assert text.count("Further details are contained in UNEP/CMS/COP15/Doc.9 Roosts.") == 1


def test_a_meeting_of_another_series_is_printed_as_it_is_known() -> None:
    assert document(bats(meeting=Gathering(short="StC55"))).masthead.meeting == "StC55"
    named = Gathering(short="MOP9", name=Text.of(en="9th SESSION OF THE MEETING OF THE PARTIES"))
    assert (
        document(bats(meeting=named)).masthead.meeting
        == "9th SESSION OF THE MEETING OF THE PARTIES"
    )


def test_the_first_page_says_who_when_and_in_which_languages() -> None:
    head = document(bats("fr")).masthead
    assert head.date == datetime.date(2026, 1, 12)
    assert (head.original, head.author, head.agenda_item) == ("anglais", "Secrétariat", "21")
    assert "Versions : anglais, français et espagnol" in head.lines
    assert "Campo Grande, Brésil, 23 au 29 mars 2026" in head.lines


def test_what_the_first_page_lacks_is_a_note() -> None:
    found = piece(dataclasses.replace(bats(), symbol="", date=None, last=COP14), "cover")
    assert "symbol of the document" in found.gap
    assert "date of the document" in found.gap


def test_sentences_of_one_paragraph_stay_together_and_one_sentence_is_printed_once() -> None:
    place = ("UNEP/CMS/COP15/Inf.21#para_3",)
    first = "The Secretariat took part in two workshops on lights."
    deeds = (
        deed("later", "A further one was held in Rabat.", since="2024", evidence=place, at=60),
        deed("one", first, since="2025", evidence=place, at=0),
        deed("two", first, since="2025", evidence=place, at=0),
    )
    found = piece(bats(deeds=deeds), "engagement/one")
    assert found.node.text == f"{first} A further one was held in Rabat."
    assert set(found.records) >= {"engagement/later", "engagement/one", "engagement/two"}


def test_many_partners_and_kinds_are_named_in_part_and_counted() -> None:
    bodies = [Named(key=f"b{at:02}", name=Text.of(en=f"Body {at:02}")) for at in range(12)]
    kinds = (
        "launch",
        "webinar",
        "event",
        "process",
        "support",
        "outreach",
        "training",
        "unheard-of",
    )
    deeds = tuple(
        deed(f"m{at}", f"It was {at}.", kind=kinds[at % 8], state="ongoing", partners=(body,))
        for at, body in enumerate(bodies)
    )
    text = text_of(document(bats(deeds=deeds)))
    assert "Body 07 and four other partners." in text
    assert "two other activities." in text or "three other activities." in text


def test_parts_of_a_piece_have_places_of_their_own() -> None:
    places = laid_out(compose(bats()), bats()).places
    assert places["draft/lights>1"] == "annex__dec_15.AA"
    assert places["draft/lights>1>2"] == "annex__dec_15.AA__b"
    assert places["recommended/actions>2"] == "para_20__b"


def test_what_takes_up_earlier_decisions_says_so() -> None:
    one = promise("14.90", Became.NOT, why="no time", lineage=("12.3", "13.5"))
    assert (
        "Decision 14.90 takes up Decisions 12.3 and 13.5."
        in piece(bats(promises=(one,)), "status/14.90").node.text
    )


def test_items_of_one_decision_are_quoted_together_wherever_they_stand_in_the_record() -> None:
    names = ("14.91 a)", "14.92", "14.91 b)")
    promises = tuple(promise(name, Became.NOT, why="no time") for name in names)
    labels = [
        placed.node.label
        for placed in walk(document(bats(promises=promises)))
        if placed.quoted and placed.node.kind is Kind.DECISION
    ]
    assert labels == ["14.91", "14.92"]


def test_our_own_view_is_a_sentence_of_the_paper_and_that_of_others_is_attributed() -> None:
    (theirs,) = bats().views
    words = Text.of(en="Cities should suffice for this")
    mine = dataclasses.replace(theirs, key="mine", quote=words, ours=True, whole=True)
    part = dataclasses.replace(mine, key="part", quote=Text.of(en="some lamps"), whole=False)
    leaning = dataclasses.replace(mine, key="leaning", quote=Text.of(en="This may be better"))
    made = bats(views=(theirs, mine, part, leaning))
    assert piece(made, "view/mine").node.text == "Cities should suffice for this."
    assert piece(made, "view/v1").node.text.startswith("According to the Standing Committee, “")
    for key, quote in (("view/part", "some lamps"), ("view/leaning", "This may be better")):
        found = piece(made, key)
        assert found.node.text == ""
        assert quote in found.gap
        assert quote not in text_of(document(made))
    assert "anglais" in piece(dataclasses.replace(made, language="fr"), "view/mine").gap


def test_a_sentence_that_leans_is_told_with_the_one_before_it_else_as_a_line_of_a_list() -> None:
    before = "Office for Lamps (OFL): the Secretariat joined two workshops. "
    second = "The second workshop in June was online."
    title = Text.of(en="The second workshop in June was")
    made = bats(
        deeds=(
            deed("after", second, title=title, before=before, at=len(before)),
            deed("alone", second, title=title, since="2025-06", partners=(IUCN,)),
        )
    )
    told = piece(made, "engagement/after").node.text
    assert told == f"The Secretariat joined two workshops. {second}"
    listed = [placed.node.text for placed in walk(document(made))]
    assert "One workshop (June 2025), with IUCN." in listed
    assert second not in listed


def test_what_was_not_attended_is_never_told_among_what_was_done_but_what_was_sent_is() -> None:
    sent = "While the Secretariat could not attend the forum, it sent its views."
    made = bats(
        deeds=(
            deed("forum", "The Secretariat could not attend the forum.", mode="absent"),
            deed("views", sent, mode="absent", kind="written-contribution"),
            deed("note", mode="absent", kind="written-contribution"),
        )
    )  # fmt: skip
    (absent,) = (one for one in compose(made) if one.key.endswith("/absent"))
    assert [child.text for child in absent.node.children] == ["Forum (March 2025)."]
    (done,) = (one for one in compose(made) if one.key.endswith("/done"))
    assert [child.text for child in done.node.children] == ["Note (March 2025)."]
    assert "sent its views" in piece(made, "engagement/views").node.text


def test_drafts_are_numbered_once_each_and_in_the_series_of_the_meeting() -> None:
    numbers = {"a": "14.AA", "b": "14.AA", "c": "15.AA", "d": "15.AA", "e": "15.30", "f": ""}
    drafts = tuple(
        Draft(key=key, number=number, words=Text.of(en=f"Parties keep {key} dark."), costless=True)
        for key, number in numbers.items()
    )
    made = bats(drafts=drafts)
    found = [piece(made, f"draft/{key}") for key in numbers]
    assert [one.node.label for one in found] == [
        "15.BB", "15.CC", "15.AA", "15.DD", "15.30", "15.EE",
    ]  # fmt: skip
    assert [old in one.gap for one, old in zip(found, numbers.values(), strict=True)][:5] == [
        True, True, False, True, False,
    ]  # fmt: skip
    assert not found[5].gap


@pytest.mark.parametrize(
    ("language", "since", "until", "words"),
    [
        ("en", "2024-09-29", "", "Plan, in force since 29 September 2024"),
        ("fr", "2024-09-29", "", "Plan, en vigueur depuis le 29 septembre 2024"),
        ("fr", "2024-09", "", "Plan, en vigueur depuis septembre 2024"),
        ("fr", "", "2030-01-01", "Plan, en vigueur jusqu’au 1er janvier 2030"),
        ("fr", "", "2030", "Plan, en vigueur jusqu’en 2030"),
        ("fr", "", "2025-05-05", "Plan, arrivé à terme le 5 mai 2025"),
        ("en", "", "2025-05-05", "Plan, which ended on 5 May 2025"),
        ("en", "", "2025", "Plan, which ended in 2025"),
        ("es", "2024-09-29", "", "Plan, en vigor desde el 29 de septiembre de 2024"),
        ("es", "", "2025-05-05", "Plan, que concluyó el 5 de mayo de 2025"),
    ],
)
def test_a_day_has_its_article_where_the_language_wants_one(language, since, until, words) -> None:
    one = Accord(key="p", name=Text.of(en="Plan"), since=since, until=until)
    (item,) = piece(bats(language, accords=(one,)), "accords/list").node.children
    assert item.text.rstrip(".") == words


def test_a_draft_in_another_language_has_the_note_that_it_is_not_translated() -> None:
    draft = Draft(key="d", words=Text.of(en="Parties keep caves dark."), costless=True)
    found = piece(bats("fr", drafts=(draft,)), "draft/d")
    assert found.language == "en"
    assert "Le texte est en anglais." in found.gap
