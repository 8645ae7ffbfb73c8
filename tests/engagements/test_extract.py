"""Engagements of whole paragraphs: what is one, what are two, and what belongs to which."""

import json

import pytest

from tests.engagements.reports import done, heading, node, of, paragraph, partners, report
from tests.tools import corpus
from whimbrel.document import Document, Kind, Masthead
from whimbrel.engagements import extract
from whimbrel.engagements.extract import convention
from whimbrel.engagements.passage import treaty
from whimbrel.engagements.rows.every import facts_of
from whimbrel.reading import read


def test_two_workshops_that_are_announced_are_told_one_by_one() -> None:
    told = report(
        "The Secretariat took part in two regional workshops convened by FAO. A workshop "
        "took place "
        "in Lima, Peru, in March 2024. A further workshop was held from 3 to 5 June 2025 in Kenya."
    )
    first, second = done(told)
    assert [one.umbrella for one in told.engagements] == [True, False, False]
    assert first.when is not None and first.when.value.since == "2024-03"
    assert first.venue_country is not None and first.venue_country.value == "PE"
    assert second.when is not None and second.when.value.until == "2025-06-05"
    assert partners(first) == partners(second) == {"FAO"}
    assert [one.short for one in second.organisers] == ["FAO"]


def test_what_was_sent_instead_of_attending_is_a_contribution_of_the_absent() -> None:
    (one,) = done(
        report(
            "While the Secretariat was unable to attend the IUCN congress, held in July 2025, it "
            "provided contributions to its work."
        )
    )
    assert one.mode is not None and one.mode.value == "absent"
    assert one.kind.value == "written-contribution"
    assert one.when is not None and one.when.value.since == "2025-07"


def test_an_output_is_told_apart_from_the_cooperation_it_came_from() -> None:
    first, second = done(
        report(
            "The Secretariat worked closely with UNESCO on flyways, and launched the Gull Atlas at "
            "a meeting of IUCN in Abu Dhabi on 11 October 2025."
        )
    )
    assert (first.kind.value, second.kind.value) == ("cooperation", "launch")
    assert first.when is None
    assert second.inferred_country is not None and not second.inferred_country.sure
    assert {"UNESCO", "IUCN"} <= partners(second)


def test_a_country_beside_its_town_is_the_venue_and_others_are_concerned() -> None:
    (one,) = done(
        report(
            "The Secretariat participated in a workshop of FAO in Lima, Peru, for Chile and Brazil."
        )
    )
    assert one.venue_country is not None and one.venue_country.value == "PE"
    assert [each.value for each in one.countries_concerned] == ["CL", "BR"]
    assert one.inferred_country is None


def test_a_sentence_that_only_announces_is_kept_apart() -> None:
    told = report("The Secretariat engaged in numerous meetings, including those of FAO and IUCN.")
    assert [one.umbrella for one in told.engagements] == [True]


def test_a_date_given_later_goes_to_the_session_it_names() -> None:
    first, second = done(
        report(
            "The Secretariat participated in the 8th and 9th sessions of UNEA. UNEA-8 took "
            "place from "
            "3 to 7 May 2027."
        )
    )
    assert first.when is not None and first.when.value.since == "2027-05-03"
    assert second.when is None


def test_they_and_the_group_are_those_told_last() -> None:
    told = done(
        report(
            "The Secretariat took part in the meetings of the IPBES. The group met in "
            "person in Rome "
            "in May 2024."
        )
    )
    assert [partners(one) for one in told] == [{"IPBES"}, {"IPBES"}]
    assert told[1].mode is not None and told[1].mode.value == "in-person"


def test_the_body_before_the_colon_takes_part_in_all_that_its_item_tells() -> None:
    told = of(
        paragraph(
            "The Secretariat cooperated with these bodies:",
            node(Kind.ITEM, "FAO: the Secretariat attended a workshop in May 2024.", label="•"),
            label="1.",
        )
    )
    assert [partners(one) for one in done(told)] == [{"FAO"}]


def test_a_pointer_in_a_paragraph_of_its_own_holds_for_its_section() -> None:
    told = of(
        heading(
            "Fisheries",
            paragraph("The Secretariat worked closely with FAO.", label="1."),
            paragraph("Further details are contained in UNEP/CMS/COP15/Doc.11.", label="2."),
        )
    )
    (one,) = done(told)
    assert [(each.target, each.scope) for each in one.evidence] == [
        ("UNEP/CMS/COP15/Doc.11", "section")
    ]


def test_support_that_was_received_is_not_given() -> None:
    (one,) = done(report("The Secretariat received logistical support from UNDP."))
    assert (one.kind.value, one.support) == ("logistical-support", "received")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Secretariat provided assistance to BirdLife International in Senegal."),
        ("fr", "Le Secrétariat a apporté son aide à BirdLife International au Sénégal."),
        ("es", "La Secretaría prestó asistencia a BirdLife International en Senegal."),
    ],
)
def test_support_that_was_given_is_not_received(language: str, text: str) -> None:
    (one,) = report(text, language=language).engagements
    assert (one.support, one.role) == ("given", "supporter")
    assert [partner.name for partner in one.partners] == ["BirdLife International"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "FAO provided comments, which the Secretariat welcomed."),
        ("fr", "Certaines organisations avaient fourni des informations au Secrétariat."),
        ("fr", "Les Parties ont été invitées à fournir des avis sur le texte du Secrétariat."),
    ],
)
def test_what_others_sent_is_no_contribution_of_ours(language: str, text: str) -> None:
    told = report(text, language=language).engagements
    assert [one for one in told if one.kind.value == "written-contribution"] == []


def test_who_attended_a_workshop_just_named_makes_no_second_one() -> None:
    (one,) = report(
        "In June 2018 a regional workshop was held in Panama with the support of UNDP; "
        "representatives of Chile and Cuba attended the workshop."
    ).engagements
    assert {each.value for each in one.countries_concerned} == {"PA", "CL", "CU"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "FAO held a workshop in Rome on 3 May 2024. Many experts attended the workshop."),
        (
            "es",
            "La FAO realizó un taller en Roma el 3 de mayo de 2024. Muchos asistieron al taller.",
        ),
        ("fr", "La FAO a tenu un atelier à Rome le 3 mai 2024. Beaucoup ont assisté à l’atelier."),
    ],
)
def test_who_came_is_told_of_the_event_just_named(language: str, text: str) -> None:
    (one,) = report(text, language=language).engagements
    assert one.when is not None and one.when.value.since == "2024-05-03"


def test_the_convention_alone_is_that_of_the_document() -> None:
    told = report(
        "Parties to the Convention met.",
        "The Convention on Wetlands and the Convention met.",
        "The Convention on Doors met.",
    )
    own = convention(told.own)
    assert own is not None
    named = [[one.key for one in treaty(passage, own)] for passage in told.passages]
    assert named == [["cms"], [], []]


def test_each_edition_of_a_campaign_has_its_year_and_slogan() -> None:
    told = done(
        report(
            "The Secretariat worked with FAO to organize World Gull Day. In 2024, the theme "
            "of World "
            "Gull Day was “Gulls and Us”. In 2027, World Gull Day will focus on “Nests”."
        )
    )
    assert [(one.kind.value, one.state) for one in told[1:]] == [
        ("campaign-edition", "done"),
        ("campaign-edition", "planned"),
    ]
    assert [one.value for one in told[1].themes] == ["Gulls and Us"]


def test_the_rest_of_a_name_and_a_date_are_no_themes() -> None:
    (one,) = done(
        report(
            "The Secretariat took part in a workshop on seabird bycatch with the "
            "Intergovernmental Platform on Biodiversity and Ecosystem Services on 3 May 2025."
        )
    )
    assert [theme.value.split(" with ")[0] for theme in one.themes] == ["seabird bycatch"]


def test_words_of_a_decision_and_of_an_annex_tell_nothing_that_was_done() -> None:
    told = of(
        node(Kind.ANNEX, "The plan", paragraph("The Secretariat worked with FAO."), label="Annex")
    )
    assert told.engagements == ()


LANGUAGES = [
    (
        "fr",
        "Le Secrétariat a participé à deux ateliers organisés par la FAO. Le premier "
        "atelier a eu lieu "
        "à Dakar (Sénégal) en mars 2024. Un deuxième atelier s'est tenu en juin 2025.",
    ),
    (
        "es",
        "La Secretaría participó en dos talleres organizados por la FAO. El primer taller "
        "tuvo lugar "
        "en Dakar (Senegal) en marzo de 2024. Un segundo taller se celebró en junio de 2025.",
    ),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_french_and_spanish_reports_are_read_alike(language: str, text: str) -> None:
    first, second = done(report(text, language=language))
    assert first.venue_country is not None and first.venue_country.value == "SN"
    assert [one.when.value.since for one in (first, second) if one.when] == ["2024-03", "2025-06"]
    assert partners(first) == partners(second) == {"FAO"}


def test_every_word_that_shows_a_field_stands_where_it_says() -> None:
    told = report(
        "The Secretariat took part in two workshops convened by FAO. A workshop took place "
        "in Lima, "
        "Peru, in March 2024 on sharks."
    )
    texts = {passage.address: passage.text for passage in told.passages}
    for one in told.engagements:
        said = [one.kind, one.sentence, one.place, one.venue_country, *one.species, *one.themes]
        for each in filter(None, said):
            assert texts[each.span.eid][each.span.start : each.span.end] == each.words


def test_a_document_without_first_page_and_numbers_says_what_is_missing() -> None:
    told = extract(Document(nodes=(paragraph("We worked closely with FAO."),)))
    assert len(told.engagements) == 1
    assert len(told.missing) == 4


def test_an_empty_document_is_no_error() -> None:
    told = extract(Document(masthead=Masthead(language="en")))
    assert facts_of(told, source="x")["engagements"] == []


def test_a_table_alone_gives_its_dates_and_countries_and_says_that_it_is_all() -> None:
    table = node(Kind.TABLE)
    table = type(table)(kind=Kind.TABLE, rows=(("When", "Where"), ("10 May 2025", "Peru")))
    told = extract(Document(masthead=Masthead(language="en"), nodes=(table,)))
    rows = facts_of(told, source="x")
    assert len(rows["dates"]) == 1 and len(rows["countries"]) == 1  # type: ignore[arg-type]
    assert any("no running text" in line for line in told.missing)


def test_the_four_forms_of_one_document_tell_the_same() -> None:
    folder = corpus("seed")
    told = []
    for form in ("md", "typed.docx", "auto.docx", "pdf"):
        (file,) = folder.glob(f"*Doc*.{form}")
        rows = facts_of(extract(read(file)), source="")
        told.append(json.dumps({key: rows[key] for key in ("engagements", "statuses", "dates")}))
    assert len(set(told)) == 1


def test_a_paragraph_in_another_language_is_read_in_it_and_told() -> None:
    told = report(
        "The Secretariat worked closely with FAO.",
        "Le Secrétariat a participé à un atelier qui a été organisé par la FAO à Rome en "
        "mai 2025 et "
        "qui portait sur la conservation des requins dans les eaux de la région.",
    )
    assert [one.kind.value for one in done(told)] == ["cooperation", "workshop"]
    assert any("another language" in line for line in told.missing)
