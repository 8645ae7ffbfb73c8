"""The loop closes: what a composed report says is found again when it is read."""

import dataclasses

import pytest

from tests.reporting.matters import bats, deed, promise
from whimbrel.engagements import extract
from whimbrel.engagements.coverage import Became
from whimbrel.reporting.compose import compose
from whimbrel.reporting.layout import laid_out
from whimbrel.reporting.matter import Named, Pointer
from whimbrel.reporting.phrases import LANGUAGES
from whimbrel.reporting.text import Text

ELSEWHERE = (Pointer(symbol="UNEP/CMS/COP15/Doc.22", title=Text.of(en="Caves and Roosts")),)
OTHERS = Text.of(
    en="The assessment of IPBES", fr="L'évaluation de l'IPBES", es="La evaluación de la IPBES"
)
STATED = tuple(one for one in Became if one is not Became.SILENT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_is_read_as_it_was_written(language) -> None:
    promises = tuple(
        promise(f"14.{at}", status, elsewhere=ELSEWHERE, by_others=OTHERS)
        for at, status in enumerate(STATED, start=41)
    )
    matter = bats(language, promises=promises, deeds=(), drafts=(), narratives=())
    found = extract(laid_out(compose(matter), matter).document)
    assert {one.provision: one.status for one in found.statuses} == {
        one.name: str(one.answer.status) for one in promises if one.answer
    }


def test_reasons_and_dispositions_are_read_as_they_were_written() -> None:
    matter = bats()
    found = {
        one.provision: one for one in extract(laid_out(compose(matter), matter).document).statuses
    }
    assert found["14.21 a)"].reason is not None
    assert found["14.21 a)"].reason.value == "late start of the project"
    assert found["14.21 a)"].disposition == "renew"
    assert found["14.20"].disposition == "delete"


TOLD = (
    (
        "UNEP",
        "The Secretariat took part in a workshop of UNEP in Nairobi, Kenya, in May 2024.",
        "2024-05",
    ),
    ("CITES", "The Secretariat cooperated with CITES on cave bats in 2024.", "2024"),
    ("FAO", "In June 2025, the Secretariat attended a meeting of FAO in Rome, Italy.", "2025-06"),
    (
        "IUCN",
        "The Secretariat launched with IUCN an atlas of roosts on 11 October 2025.",
        "2025-10-11",
    ),
    ("UNESCO", "The Secretariat consulted UNESCO on caves in March 2025.", "2025-03"),
    ("IWC", "The Secretariat participated in a session of the IWC in September 2024.", "2024-09"),
    ("UNDP", "The Secretariat received support from UNDP in 2025.", "2025"),
    ("World Bank", "The Secretariat worked closely with the World Bank in 2024.", "2024"),
    ("IPBES", "The Secretariat contributed to the work of IPBES in August 2025.", "2025-08"),
    ("CBD", "The Secretariat held a consultation with CBD on 3 February 2025.", "2025-02-03"),
)


def test_nine_of_ten_engagements_are_read_again_with_partner_and_date() -> None:
    deeds = tuple(
        deed(
            f"t{at}",
            sentence,
            since=since,
            partners=(Named(key=name, name=Text.of(en=name), acronym=Text.of(en=name)),),
            provisions=("12.7 (Rev.COP14) 4",),
        )
        for at, (name, sentence, since) in enumerate(TOLD)
    )
    matter = dataclasses.replace(bats(), deeds=deeds)
    read = extract(laid_out(compose(matter), matter).document).engagements
    pairs = {
        (partner.short, one.when.value.since)
        for one in read
        if one.when
        for partner in one.partners
    }
    again = [row for row in TOLD if (row[0], row[2]) in pairs]
    assert len(again) >= 9, [row[1] for row in TOLD if row not in again]
