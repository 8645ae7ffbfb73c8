"""One application beside the criteria, as it stood on a day, and under which rules."""

import datetime
from dataclasses import replace

import pytest

from tests.applied import OPENS, applied, approver, seen
from tests.record import AUDITOR, OFFICER, with_role
from whimbrel.acts import bodies, circulating, deciding, examining
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.procedure import DocumentNeeded
from whimbrel.queries import applications, cases, gathering, recommended, review
from whimbrel.queries.applications import Filter
from whimbrel.register.models import Case, Line

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 2, 1)
PAPERLESS = Test(attribute="org_type", among=("ipo", "youth", "cbo"))
REGISTERED = DocumentNeeded(
    id="registration", source="made up", status=Known.PROPOSED, any_of=("registration",),
    instead=("attestation",), instead_for=PAPERLESS,
    text=Text(en="Its registration", fr="Son enregistrement", es="Su registro"),
)  # fmt: skip


def scheme(**changes: object) -> Scheme:
    """The scheme of the CMS, changed."""
    one = cases.scheme("cms-art7")
    assert one is not None
    return replace(one, **changes)  # type: ignore[arg-type]


def shown(key: str, on: str = "", today: datetime.date = DAY) -> review.Whole:
    """An application as an officer sees it."""
    day = datetime.date.fromisoformat(on) if on else None
    one = review.application(OFFICER, key, on=day, today=today)
    assert one is not None
    return one


def test_who_has_no_registration_goes_through_with_what_takes_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = scheme(documents=(REGISTERED,))
    monkeypatch.setattr(cases, "versions", lambda name: (made,))
    told = {"kind": "ipo", "scope": "international", "documents": ()}
    without = shown(applied("Elders of the Delta", **told))  # type: ignore[arg-type]
    assert without.recommended.outcome == "INCOMPLETE"
    assert [(one.id, one.instead) for one in without.missing] == [
        ("registration", ("attestation",))
    ]
    with_one = applied("Elders of the Hills", instead=("attestation",), **told)  # type: ignore[arg-type]
    assert (shown(with_one).recommended.outcome, shown(with_one).missing) == ("ADMIT", ())
    examining.match(OFFICER, "", with_one, seen=seen(with_one))
    sheet = circulating.circulate(OFFICER, "", "COP15", (with_one,), on=DAY)
    circulating.record_presence(OFFICER, "", sheet, 100, seen=0)
    decided = deciding.decide(
        approver(), "", with_one, "admit", "COP15", "qualified", on=OPENS, seen=seen(with_one)
    )
    assert decided.warnings == ()
    body = Case.objects.get(key=with_one).body
    assert (body.constituency, body.consent) == ("Indigenous Peoples", "Our name may be shown.")
    company = shown(applied("Gull Ltd", kind="business", scope="international", documents=()))
    assert company.missing[0].instead == (), "it takes the place for some, not for all"


def test_a_rule_that_changed_after_it_was_sent_is_shown_and_not_applied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changed = datetime.date(2026, 1, 20)
    before = scheme(version="1", valid_to=changed - datetime.timedelta(days=1))
    now = scheme(
        version="2", valid_from=changed, documents=(*before.documents, REGISTERED),
        deadlines=tuple(replace(one, days=90) for one in before.deadlines),
    )  # fmt: skip
    monkeypatch.setattr(cases, "versions", lambda name: (before, now))
    early = shown(applied(scope="international", sent=datetime.date(2026, 1, 19)))
    assert (early.rules.version, early.recommended.outcome) == ("1", "ADMIT")
    assert [(one.id, one.before, one.now) for one in early.changed] == [
        ("registration", "", "Its registration; any_of ('registration',)"),
        ("notice", "days 30", "days 90"),
    ]
    late = shown(applied("Gull Guard", scope="international", sent=changed))
    assert (late.rules.version, late.recommended.outcome) == ("2", "INCOMPLETE")
    assert late.changed == ()


def test_an_application_is_seen_as_it_stood_on_a_day() -> None:
    key = applied()
    examining.note_approval(OFFICER, "", key, "approved", on=DAY, seen=seen(key))
    assert shown(key, "2026-01-31").recommended.outcome == "PENDING_STATE"
    assert shown(key, "2026-01-31").applied.state == "received"
    assert shown(key, "2026-02-01").recommended.outcome == "ADMIT"
    assert shown(key, "2026-01-31").moves == (), "what is past is not done again"
    rows = {on: applications.applications(OFFICER, Filter(on=on)).rows for on in
            ("2026-01-04", "2026-01-31", "2026-02-01")}  # fmt: skip
    assert [[one.state for one in listed] for listed in rows.values()] == [
        [],
        ["received"],
        ["approved by its State"],
    ]


def test_what_may_be_the_same_body_is_shown_and_the_same_name_first() -> None:
    bodies.enter(OFFICER, "", "Tern Watch International Association", kind="ngo")
    bodies.enter(OFFICER, "", "Gull Guard", kind="ngo")
    bodies.enter(OFFICER, "", "Tern Watch International", kind="ngo")
    one = shown(applied("TERN Watch international"))
    assert [(each.key, each.same) for each in one.twins] == [
        ("tern-watch-international", True),
        ("tern-watch-international-association", False),
    ]


def test_the_list_is_narrowed_by_meeting_state_hands_and_questions() -> None:
    mine, other = applied("Tern Watch"), applied("Gull Guard", at="COP16")
    examining.assign(OFFICER, "", mine, OFFICER, seen=seen(mine))
    examining.assign(OFFICER, "", other, approver(), seen=seen(other))
    today = datetime.date.today()
    examining.ask(OFFICER, "", mine, "Who?", until=today, seen=seen(mine))

    def keys(on: datetime.date = today, **asks: str) -> list[str]:
        return [
            one.key for one in applications.applications(OFFICER, Filter(**asks), today=on).rows
        ]

    assert keys(meeting="COP16") == [other]
    assert keys(state="questions") == [mine]
    assert keys(officer="me") == [mine]
    assert (keys(questions="open"), keys(questions="overdue")) == ([mine], [])
    assert keys(today + datetime.timedelta(days=1), questions="overdue") == [mine]
    assert keys(q="gull") == [other]


@pytest.mark.parametrize(
    ("role", "count"), [("auditor", 1), ("partner", 0), ("focal point", 0), ("applicant", 0)]
)
def test_applications_are_for_who_sees_the_whole_record(role: str, count: int) -> None:
    key = applied()
    who = AUDITOR if role == "auditor" else with_role(role, "y@example.org")
    assert len(applications.applications(who).rows) == count
    assert (review.application(who, key) is not None) is bool(count)
    assert (gathering.gathering(who, "COP15") is not None) is bool(count)
    assert review.paper(who, key, Case.objects.get().papers.get().pk) is None or count


def test_a_restricted_case_is_seen_by_who_examines_and_by_nobody_else_of_the_office() -> None:
    key = applied()
    Case.objects.update(restricted=True)
    assert review.application(OFFICER, key) is not None
    assert review.application(AUDITOR, key) is None


def test_the_gathering_tells_who_can_go_on_the_next_list() -> None:
    ready, gone = applied("Tern Watch"), applied("Gull Guard")
    sheet = circulating.circulate(OFFICER, "", "COP15", (gone,), on=DAY)
    one = gathering.gathering(OFFICER, "COP15")
    assert one is not None
    assert {each.applied.key: bool(each.barred) for each in one.applications} == {
        ready: False,
        gone: True,
    }
    assert [(each.key, [a.key for a in each.applications]) for each in one.lists] == [
        (sheet, [gone])
    ]


def test_no_finding_leaves_a_name_in_the_open_part_of_the_ledger() -> None:
    key = applied()
    examining.find(OFFICER, "", key, "expertise", "met", "Seen by Ann.", seen=seen(key))
    assert "Ann" not in str(Line.objects.latest("number").open)


def test_what_a_decision_does_not_wait_for_is_told() -> None:
    key = applied(scope="international")
    assert any("opens on" in one for one in shown(key, f"{DAY}").recommended.warnings)
    circulating.circulate(OFFICER, "", "COP15", (key,), on=DAY, closes=DAY)
    warned = recommended.warnings(Case.objects.get(key=key), "admit", DAY)
    assert any(f"until {DAY}" in one for one in warned)
    assert recommended.warnings(Case.objects.get(key=key), "defer", DAY) == ()
