"""Documents: what is missing, what may be shown in its place, what has to be looked at."""

from dataclasses import replace
from datetime import date

import pytest

from tests.procedures.made import PROCEDURE, RULE, words
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import Known
from whimbrel.procedures.papers import Paper, missing, papers
from whimbrel.procedures.procedure import DocumentNeeded

AT = date(2026, 1, 1)
FORM = DocumentNeeded(
    id="registration", source=RULE, status=Known.SEEN, text=words("proof of registration"),
    any_of=("registration", "statutes"), instead=("attestation",), shows="legal-personality",
    instead_for=Test(attribute="org_type", among=("ipo", "youth")),
    concerns=Test(attribute="scope", among=("national", "international")),
    certified=True, translated=("en", "fr"),
)  # fmt: skip
ASKED = replace(PROCEDURE, documents=(FORM,))
NGO = {"org_type": "ngo", "scope": "national"}
GOOD = Paper(kind="statutes", language="fr", certified=True)


@pytest.mark.parametrize(
    ("values", "given", "met", "words"),
    [
        (NGO, [], False, "Still to be shown"),
        (NGO, [GOOD], True, "It is there"),
        (NGO, [replace(GOOD, kind="registration")], True, "It is there"),
        (NGO, [replace(GOOD, certified=False)], False, "not certified"),
        (NGO, [replace(GOOD, certified=None)], None, "still to be looked at"),
        (NGO, [replace(GOOD, language="")], None, "still to be looked at"),
        (NGO, [replace(GOOD, language="de")], False, "none of the languages en, fr"),
        (NGO, [replace(GOOD, expires=AT)], True, "It is there"),
        (NGO, [replace(GOOD, expires=date(2025, 12, 31))], False, "expired"),
        (NGO, [replace(GOOD, language="de"), GOOD], True, "It is there"),
        (NGO, [Paper(kind="attestation")], False, "Still to be shown"),
        (NGO | {"org_type": "ipo"}, [Paper(kind="attestation")], True, "in its place"),
        (NGO | {"org_type": "youth"}, [Paper(kind="attestation")], True, "in its place"),
        (NGO | {"org_type": "ipo"}, [Paper(kind="attestation", expires=AT)], True, "in its place"),
        (
            NGO | {"org_type": "ipo"},
            [Paper(kind="attestation", expires=date(2025, 1, 1))],
            False,
            "expired",
        ),
        ({"scope": "national"}, [Paper(kind="attestation")], None, "is not known"),
        ({"org_type": "ngo"}, [], None, "is not known"),
    ],
)
def test_a_document_is_there_or_missing_or_to_be_looked_at(
    values: dict[str, object], given: list[Paper], met: bool | None, words: str
) -> None:
    (found,) = papers(ASKED, values, given, at=AT)
    assert found.met is met
    assert words in found.reasons[0].text.en
    assert bool(missing(ASKED, values, given, at=AT)) is (met is not True)


def test_who_is_not_concerned_need_not_bring_it() -> None:
    assert missing(ASKED, {"scope": "local"}, [], at=AT) == ()


def test_what_may_be_shown_instead_is_offered_to_those_who_may() -> None:
    (found,) = missing(ASKED, NGO | {"org_type": "ipo"}, [], at=AT)
    assert found.instead == ("attestation",)
    assert found.reasons[0].wants == ("registration", "statutes", "attestation")
    (other,) = missing(ASKED, NGO, [], at=AT)
    assert other.instead == ()


def test_who_is_excepted_from_a_criterion_need_not_prove_it() -> None:
    assert missing(ASKED, NGO, [], at=AT, excepted=frozenset({"legal-personality"})) == ()


def test_a_document_that_nobody_knows_to_be_asked_for_is_not() -> None:
    unknown = replace(ASKED, documents=(replace(FORM, status=Known.UNKNOWN),))
    assert papers(unknown, NGO, [], at=AT) == ()
