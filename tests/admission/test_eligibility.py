"""What schemes make of applications: every outcome, in its order, and every interpretation."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from whimbrel.admission.applicant import Applicant, Approval, Kind, Profit, Scope
from whimbrel.admission.eligibility import assess
from whimbrel.admission.outcome import Assessment
from whimbrel.admission.schemes import scheme

OPENS = date(2026, 3, 23)
PAPERS = (
    "letter", "form", "statutes", "registration", "nonprofit_proof", "competence",
    "governing_body", "status_evidence", "affiliations", "representatives",
)  # fmt: skip
GOOD = Applicant(
    id="good",
    org_type=Kind.NGO,
    scope=Scope.INTERNATIONAL,
    activities_international=True,
    countries=("KE", "UG", "TZ", "RW"),
    legal_personality=True,
    registered_on=date(2010, 5, 1),
    profit=Profit.NON_PROFIT,
    env_focus=True,
    subjects=("migratory species",),
    state_approval=Approval.NONE,
    memberships=(),
    documents=PAPERS,
    applied_on=date(2025, 6, 1),
    fee_paid=True,
    objections=0,
)
SIX = ("cms-art7", "unfccc-art7-6", "unep-mgs", "unccd-cso", "iwc-ngo", "ascobans")


def before(days: int) -> date:
    """So many days before the opening."""
    return OPENS - timedelta(days=days)


def without(*left: str) -> tuple[str, ...]:
    """The papers without some."""
    return tuple(one for one in PAPERS if one not in left)


def asked(name: str, parties_all: int | None = 130, **differs: object) -> Assessment:
    """What a scheme, tried at CMS, makes of a good applicant that differs in something."""
    return assess(
        replace(GOOD, **differs),  # type: ignore[arg-type]
        scheme(name),
        host="cms",
        opens=OPENS,
        parties_present=100,
        parties_all=parties_all,
    )


def ids(found: Assessment) -> set[str]:
    """The lines that stand in the way."""
    return {one.criterion for one in found.reasons}


NATIONAL = {"scope": Scope.NATIONAL}
TABLE: list[tuple[str, dict[str, object], str]] = [
    *((name, {}, "ADMIT") for name in SIX),
    *((name, {"org_type": Kind.UN_ENTITY, "documents": ()}, "EXEMPT") for name in SIX),
    # A State that is no Party attends of right; a governmental agency is looked at.
    ("cms", {"org_type": Kind.GOVERNMENT, "non_party_state": True}, "EXEMPT"),
    ("cms", {"org_type": Kind.GOVERNMENT, **NATIONAL}, "ADMIT"),
    # Work for profit is not excluded at CMS; companies are sent through the Global Compact.
    ("cms", {"profit": Profit.FOR_PROFIT, "org_type": Kind.BUSINESS}, "ADMIT"),
    ("unccd", {"profit": Profit.FOR_PROFIT}, "ADMIT"),
    ("unccd", {"org_type": Kind.BUSINESS}, "REJECT"),
    ("unccd", {"org_type": Kind.BUSINESS_ASSOCIATION}, "REJECT"),
    ("unccd", {"org_type": Kind.BUSINESS, "memberships": ("UNGC",)}, "ADMIT"),
    ("unccd", {"org_type": Kind.BUSINESS, "memberships": None}, "UNDETERMINED"),
    ("unccd", {"org_type": Kind.FOUNDATION}, "ADMIT"),
    # "Nationally and internationally" is having activities in other countries.
    ("unep", {"activities_international": False}, "REJECT"),
    ("unep", {"scope": Scope.LOCAL}, "ADMIT"),
    # Two States or more count as international.
    ("cms", {"scope": Scope.REGIONAL}, "ADMIT"),
    # The approval of a State, of national and local bodies that are not governmental only.
    ("cms", NATIONAL, "PENDING_STATE"),
    ("cms", {**NATIONAL, "state_approval": Approval.PENDING}, "PENDING_STATE"),
    ("cms", {**NATIONAL, "state_approval": None}, "PENDING_STATE"),
    ("cms", {**NATIONAL, "state_approval": Approval.REFUSED}, "REJECT"),
    ("cms", {"scope": Scope.LOCAL, "state_approval": Approval.REFUSED}, "REJECT"),
    ("cms", {**NATIONAL, "state_approval": Approval.GRANTED}, "ADMIT"),
    ("cms", {**NATIONAL, "org_type": Kind.IGO}, "ADMIT"),
    ("cms", {"scope": Scope.REGIONAL, "state_approval": Approval.REFUSED}, "ADMIT"),
    ("ascobans", NATIONAL, "ADMIT"),
    # At least one third, rounded up; all Parties at ASCOBANS.
    ("cms", {"objections": 33}, "ADMIT"),
    ("cms", {"objections": 34}, "OBJECTED"),
    ("ascobans", {"objections": 43}, "ADMIT"),
    ("ascobans", {"objections": 44}, "OBJECTED"),
    ("ascobans", {"objections": 44, "objections_on": (before(30),) * 44}, "OBJECTED"),
    ("ascobans", {"objections": 44, "objections_on": (before(29),) * 44}, "ADMIT"),
    ("ascobans", {"objections": 44, "objections_on": (*((before(30),) * 43), before(29))}, "ADMIT"),
    # The papers of each.
    *(("unfccc", {"documents": without(one)}, "INCOMPLETE") for one in
      ("letter", "statutes", "registration", "nonprofit_proof", "competence")),
    ("unfccc", {"documents": without("form", "representatives")}, "ADMIT"),
    *(("unep", {"documents": without(one)}, "INCOMPLETE") for one in
      ("letter", "statutes", "registration")),
    *(("unccd", {"documents": without(one)}, "INCOMPLETE") for one in
      ("letter", "form", "governing_body", "status_evidence", "affiliations")),
    ("unccd", {"documents": without("statutes")}, "ADMIT"),
    ("unccd", {"documents": without("registration")}, "ADMIT"),
    ("unccd", {"documents": without("registration", "statutes")}, "INCOMPLETE"),
    ("iwc", {"documents": without("form")}, "INCOMPLETE"),
    ("iwc", {"documents": ("form",)}, "ADMIT"),
    ("cms", {"documents": without("representatives")}, "INCOMPLETE"),
    ("ascobans", {"documents": ()}, "ADMIT"),
    # A unit of a university has no legal personality of its own.
    ("unfccc", {"org_type": Kind.ACADEMIC_UNIT}, "REJECT"),
    ("unfccc", {"org_type": Kind.ACADEMIC}, "ADMIT"),
    # Whether these are non-governmental organizations the rule of the IWC does not say.
    ("iwc", {"org_type": Kind.BUSINESS}, "UNDETERMINED"),
    ("iwc", {"org_type": Kind.ACADEMIC_UNIT}, "UNDETERMINED"),
    ("iwc", {"org_type": Kind.BUSINESS, "documents": ()}, "UNDETERMINED"),
    ("iwc", {"org_type": Kind.BUSINESS_ASSOCIATION}, "ADMIT"),
    ("iwc", {"org_type": Kind.IGO}, "REJECT"),
    # Objections at the IWC are weighed, after the fee.
    ("iwc", {"objections": 1}, "UNDETERMINED"),
    ("iwc", {"objections": 1, "fee_paid": False}, "FEE_DUE"),
    ("iwc", {"fee_paid": False}, "FEE_DUE"),
    ("iwc", {"fee_paid": None}, "ADMIT"),
    ("cms", {"fee_paid": False}, "ADMIT"),
    # At least so many days: on the day, and the day after.
    ("cms", {"applied_on": before(30)}, "ADMIT"),
    ("cms", {"applied_on": before(29)}, "LATE"),
    ("cms-scsc", {"applied_on": before(45)}, "ADMIT"),
    ("cms-scsc", {"applied_on": before(44)}, "LATE"),
    ("ascobans", {"applied_on": before(90)}, "ADMIT"),
    ("ascobans", {"applied_on": before(89)}, "LATE"),
    ("iwc", {"applied_on": before(60)}, "ADMIT"),
    ("iwc", {"applied_on": before(59)}, "LATE"),
    ("cites", {"applied_on": before(42)}, "ADMIT"),
    ("cites", {"applied_on": before(41)}, "LATE"),
    ("iwc", {"applied_on": before(59), "fee_paid": False, "objections": 9}, "LATE"),
    # Two years of registration, counted to the application.
    ("unep", {"registered_on": date(2023, 6, 1)}, "ADMIT"),
    ("unep", {"registered_on": date(2023, 6, 2)}, "REJECT"),
    # A deadline that nobody knows keeps nobody out.
    ("unccd", {"applied_on": before(0)}, "ADMIT"),
    ("unfccc", {"applied_on": before(0)}, "ADMIT"),
    # Until 31 August of the year before the meeting.
    ("unfccc@2014", {"applied_on": date(2025, 8, 31)}, "ADMIT"),
    ("unfccc@2014", {"applied_on": date(2025, 9, 1)}, "LATE"),
    # Language versions that differ: under both, under one, under none.
    ("minamata", {"applied_on": before(60)}, "ADMIT"),
    ("minamata", {"applied_on": before(59)}, "UNDETERMINED"),
    ("minamata", {"applied_on": before(30)}, "UNDETERMINED"),
    ("minamata", {"applied_on": before(29)}, "LATE"),
    # One member of eight, or of a plenary, is enough; a secretariat asks nobody.
    ("arctic", {"objections": 1}, "OBJECTED"),
    ("unep", {"objections": 99}, "ADMIT"),
    # More than three countries, as the rule of the IWC was.
    ("iwc@1996", {"countries": ("KE", "UG", "TZ")}, "REJECT"),
    ("iwc@1996", {}, "ADMIT"),
    ("iwc@1996", {"countries": ()}, "UNDETERMINED"),
    # The order: a refusal before papers, papers before the State, the State before the day.
    ("cms", {"subjects": ("trade",), "documents": (), **NATIONAL}, "REJECT"),
    ("cms", {"documents": (), **NATIONAL}, "INCOMPLETE"),
    ("cms", {"applied_on": before(1), **NATIONAL}, "PENDING_STATE"),
    ("cms", {"applied_on": before(1), "objections": 99}, "LATE"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "differs", "outcome"), TABLE)
def test_the_first_outcome_that_applies_is_the_answer(
    name: str, differs: dict[str, object], outcome: str
) -> None:
    assert asked(name, **differs).outcome == outcome


@pytest.mark.parametrize("name", SIX)
@pytest.mark.parametrize(
    "field",
    ["org_type", "scope", "activities_international", "legal_personality", "registered_on",
     "profit", "env_focus", "subjects", "state_approval", "memberships", "applied_on", "fee_paid",
     "objections"],
)  # fmt: skip
def test_what_is_not_known_refuses_nobody(name: str, field: str) -> None:
    found = asked(name, **{field: None})
    assert found.outcome not in ("REJECT", "LATE", "FEE_DUE", "OBJECTED")


def test_who_is_refused_learns_every_reason() -> None:
    found = asked(
        "unep",
        org_type=Kind.IGO,
        profit=Profit.FOR_PROFIT,
        registered_on=OPENS,
        env_focus=False,
        activities_international=False,
        documents=(),
    )
    assert found.outcome == "REJECT"
    assert ids(found) == {
        "non-governmental",
        "non-profit",
        "minimum-age",
        "environment-focus",
        "international-activity",
    }
    assert found.documents_missing == ("letter", "statutes", "registration")
    assert all(one.source and one.status for one in found.reasons)


def test_a_refusal_of_the_state_stands_beside_other_reasons() -> None:
    found = asked("cms", **NATIONAL, state_approval=Approval.REFUSED, subjects=())
    assert ids(found) == {"expertise", "state-approval"}


def test_who_cannot_be_judged_for_one_reason_is_refused_for_another() -> None:
    found = asked("unfccc", legal_personality=None, profit=Profit.FOR_PROFIT)
    assert (found.outcome, ids(found)) == ("REJECT", {"non-profit"})


def test_one_of_several_documents_is_named_so() -> None:
    found = asked("unccd", documents=())
    assert found.documents_missing == (
        "letter",
        "form",
        "statutes or registration",
        "governing_body",
        "status_evidence",
        "affiliations",
    )


def test_days_are_counted_from_the_application_to_the_opening() -> None:
    assert asked("cms", applied_on=before(45)).days == 45
    assert asked("cms", applied_on=None).days is None


@pytest.mark.parametrize(
    ("name", "host", "subjects", "outcome"),
    [
        ("unfccc", "cms", ("migratory species",), "ADMIT"),
        ("unfccc", "cms", ("climate change",), "REJECT"),
        ("unfccc", None, ("climate change",), "ADMIT"),
        ("unfccc", None, ("migratory species",), "REJECT"),
        ("unep", "cms", ("climate change",), "ADMIT"),
    ],
)
def test_what_names_a_subject_is_read_against_that_of_the_host(
    name: str, host: str | None, subjects: tuple[str, ...], outcome: str
) -> None:
    found = assess(
        replace(GOOD, subjects=subjects), scheme(name), host=host, opens=OPENS, parties_present=100
    )
    assert found.outcome == outcome


def test_a_host_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        assess(GOOD, scheme("unfccc"), host="nowhere", opens=OPENS)


@pytest.mark.parametrize(
    ("name", "held_in", "differs", "outcome"),
    [
        ("unfccc@2014", "KE", {"documents": without("registration")}, "ADMIT_ONE_MEETING"),
        ("unfccc@2014", "KE", {}, "ADMIT_ONE_MEETING"),
        ("unfccc@2014", "KE", {"documents": without("statutes")}, "INCOMPLETE"),
        ("unfccc@2014", "KE", {"profit": Profit.FOR_PROFIT}, "REJECT"),
        ("unfccc@2014", "KE", {"objections": 34}, "OBJECTED"),
        ("unfccc@2014", "KE", {"org_type": Kind.ACADEMIC_UNIT}, "REJECT"),
        ("unfccc@2014", "KE", {"legal_personality": None}, "UNDETERMINED"),
        ("unfccc@2014", "KE", {"legal_personality": True}, "ADMIT"),
        ("unfccc@2014", "PE", {}, "REJECT"),
        ("unfccc@2014", None, {}, "REJECT"),
        ("unfccc", "KE", {}, "REJECT"),
    ],
)
def test_bodies_of_the_country_of_the_meeting_were_let_in_for_one_meeting(
    name: str, held_in: str | None, differs: dict[str, object], outcome: str
) -> None:
    one = replace(GOOD, **({"legal_personality": False} | differs))  # type: ignore[arg-type]
    found = assess(one, scheme(name), host="cms", opens=OPENS, parties_present=100, held_in=held_in)
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("name", "differs", "word"),
    [
        ("cms", {}, "notice: applied from memory"),
        ("unccd", {}, "application: not applied"),
        ("unep", {"objections": 3}, "Objections not counted: 3"),
        ("ascobans", {"objections": 2}, "days of the objections were not given"),
        ("ascobans", {"objections": 1, "objections_on": (before(29),)}, "after the last day: 1"),
        ("iwc", {"fee_paid": None}, "whether it was paid is not known"),
        ("iwc", {"objections": 2}, "names no number that blocks"),
        ("ipbes", {}, "application: applied as an assumption"),
        ("minamata", {"applied_on": before(59)}, "language versions"),
        ("cms", {"applied_on": None}, "day of the application is not known"),
    ],
)
def test_what_is_uncertain_is_said(name: str, differs: dict[str, object], word: str) -> None:
    assert any(word in one for one in asked(name, **differs).warnings)


def test_who_does_not_know_the_number_of_parties_is_not_told_a_guess() -> None:
    few = asked("ascobans", parties_all=None, objections=33)
    many = asked("ascobans", parties_all=None, objections=34)
    assert (few.outcome, many.outcome) == ("ADMIT", "UNDETERMINED")


def test_without_an_opening_day_deadlines_are_not_looked_at() -> None:
    found = assess(replace(GOOD, applied_on=before(1)), scheme("cms"), parties_present=100)
    assert found.outcome == "ADMIT"
    assert any("no opening day" in one for one in found.warnings)


def test_what_is_met_is_told_beside_what_stands_in_the_way() -> None:
    found = asked("unfccc", profit=Profit.FOR_PROFIT)
    assert {one.criterion for one in found.met} == {"expertise", "legal-personality"}


def test_warnings_are_told_in_the_language_asked_for() -> None:
    found = assess(GOOD, scheme("cms"), opens=OPENS, parties_present=100, language="fr")
    assert any("appliqué de mémoire" in one for one in found.warnings)
