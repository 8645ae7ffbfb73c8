"""Agreements, and how they stand on the day of the document: 8 January 2026."""

import pytest

from tests.engagements.reports import report


@pytest.mark.parametrize(
    ("language", "text", "kind", "state"),
    [
        (
            "en",
            "under the 2021-2025 Joint Work Programme we met",
            "joint-work-programme",
            "expired",
        ),
        ("en", "It contributes to the Tern Work Plan 2023-2026.", "work-plan", "current"),
        ("en", "the Strategic Plan for Terns 2024-2032 applies", "strategic-plan", "current"),
        ("en", "We worked on memoranda of understanding.", "mou-class", "unknown"),
        (
            "en",
            "We advanced the development of a Global Initiative on Terns.",
            "initiative",
            "in-development",
        ),
        (
            "fr",
            "le Plan stratégique pour les sternes 2015-2023 est achevé",
            "strategic-plan",
            "expired",
        ),
        ("es", "el Plan de Trabajo 2024-2028 sigue vigente", "work-plan", "current"),
    ],
)
def test_the_state_follows_from_the_years_or_the_words(
    language: str, text: str, kind: str, state: str
) -> None:
    found = [(one.kind, one.state) for one in report(text, language=language).agreements]
    assert (kind, state) in found


def test_a_policy_in_transition_is_current_and_has_the_day_it_took_effect() -> None:
    told = report(
        "UNEP issued a Mooring Policy, effective from 29 September 2024. "
        "It began with a transition period, which is ongoing."
    )
    (one,) = [each for each in told.agreements if each.kind == "policy"]
    assert (one.valid_from, one.state) == ("2024-09-29", "current (transition)")


def test_one_agreement_under_two_names_is_one() -> None:
    told = report("A Mooring Policy was issued.", "The UNEP Mooring Policy applies.")
    assert [(one.name, one.loci) for one in told.agreements] == [
        ("UNEP Mooring Policy", ("1", "2"))
    ]


def test_a_body_is_no_agreement() -> None:
    assert report("The United Nations Environment Programme met us.").agreements == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Memorandum of Cooperation between CMS and the IWC was signed in May 2019."),
        ("fr", "Le Mémorandum d’entente entre la CMS et la CBI (CBI) a été signé en mai 2019."),
        ("es", "El Memorando de Entendimiento entre la CMS y la CBI fue firmado en mayo de 2019."),
    ],
)
def test_the_parties_stand_behind_between(language: str, text: str) -> None:
    told = report(text, language=language)
    assert [(one.kind, one.parties) for one in told.agreements] == [("mou", ("CMS", "IWC"))]
    (signed,) = told.engagements
    assert (signed.kind.value, signed.state) == ("cooperation", "done")
    assert signed.when is not None and signed.when.value.since == "2019-05"


def test_a_joint_initiative_has_the_conventions_as_parties_and_never_itself() -> None:
    told = report(
        "The Secretariats of CMS and CITES met under the African Carnivores Initiative.",
        "The Collaborative Partnership on Sustainable Wildlife Management met.",
    )
    assert [(one.kind, one.parties) for one in told.agreements] == [
        ("joint-initiative", ("CMS", "CITES")),
        ("partnership", ()),
    ]
