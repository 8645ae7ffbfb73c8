"""Views and who holds them."""

import pytest

from tests.engagements.reports import heading, of, paragraph, report


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "A register could create unnecessary burdens.", "CMS Secretariat"),
        ("en", "FAO considers that a register is needed.", "FAO"),
        (
            "en",
            "The Secretariat therefore proposes that the COP adopt a register.",
            "CMS Secretariat",
        ),
        ("en", "There has never been a need for a register.", "CMS Secretariat"),
        ("fr", "Le Secrétariat estime qu'un registre serait utile.", "CMS Secretariat"),
        ("es", "La Secretaría considera que sería preferible un registro.", "CMS Secretariat"),
        ("en", "FAO left, and it is therefore proposed to renew the register.", "CMS Secretariat"),
        ("es", "La FAO se fue, por lo que se propone que haya un registro.", "CMS Secretariat"),
    ],
)
def test_a_view_has_its_holder(language: str, text: str, holder: str) -> None:
    (one,) = report(text, language=language).positions
    assert one.holder == holder


@pytest.mark.parametrize(
    "text",
    [
        "The register has ten entries.",
        "The policy says: “a register would be preferable in all cases.”",
        "Guidance to support the integration of registers was published.",
    ],
)
def test_facts_and_quotations_are_no_views_of_the_author(text: str) -> None:
    assert report(text).positions == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La FAO a exprimé les vœux de son directeur."),
        ("es", "La FAO expresó su gratitud a los anfitriones."),
    ],
)
def test_thanks_and_wishes_are_no_views(language: str, text: str) -> None:
    assert report(text, language=language).positions == ()


def test_the_topic_is_that_of_the_heading_without_the_decision() -> None:
    told = of(
        heading(
            "Implementation of Decision 14.10 a) – Gull registers",
            paragraph("A register could create burdens.", label="1."),
        )
    )
    assert told.positions[0].topic.startswith("Gull registers")
