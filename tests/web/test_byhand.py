"""Acts on the record by hand: each has a form, and a form loses no word."""

from typing import Any

import pytest
from django.test import Client

from tests.record import AUDITOR, OFFICER, signed_in, with_role
from whimbrel.acts import (
    agreements,
    barriers,
    bodies,
    campaigns,
    engagements,
    groups,
    initiatives,
    mechanisms,
    meetings,
    participation,
    publish,
    suggestions,
)
from whimbrel.acts.every import every
from whimbrel.register import models
from whimbrel.web import byhand

pytestmark = pytest.mark.usefixtures("house")
ELSEWHERE = {
    "mechanisms.take_up": "on the page of mechanisms, beside what the facts tell of each",
    "mandates.assign": "on the page of the provision",
    "mandates.fund": "on the page of the provision",
    "mandates.tick": "on the page of the provision",
    "mandates.report_against": "on the page of the provision",
    "mandates.take_back_answer": "on the page of the provision",
    "partnership.amend": "on the pages of partnerships",
    "partnership.assign": "on the pages of partnerships",
    "partnership.bring": "on the pages of partnerships",
    "partnership.deliver": "on the pages of partnerships",
    "partnership.link": "on the pages of partnerships",
    "partnership.name_signatory": "on the pages of partnerships",
    "partnership.need": "on the pages of partnerships",
    "partnership.plan": "on the pages of partnerships",
    "partnership.renew": "on the pages of partnerships",
    "partnership.report": "on the pages of partnerships",
    "partnership.select": "on the pages of partnerships",
    "partnership.set_terms": "on the pages of partnerships",
    "partnership.set_version_aside": "on the pages of partnerships",
    "partnership.take_away": "on the pages of partnerships",
    "contribution.give_back": "on the page of the report on contributions",
    "contribution.take_up": "on the page of the report on contributions",
    "imports.bring": "a file is tried and brought from the terminal: `whimbrel import`",
    "imports.take_back": "from the terminal: `whimbrel datasets --take-back`",
    "reports.begin": "on the pages of reports",
    "reports.decide": "on the pages of reports",
    "reports.decline": "on the pages of reports",
    "reports.freeze": "on the pages of reports",
    "reports.receive": "on the pages of reports",
    "reports.restore": "on the pages of reports",
    "reports.revise": "on the pages of reports",
    "reports.write": "on the pages of reports",
    "tables.bring_in": "a spreadsheet is looked through first",
    "tables.keep_mapping": "a spreadsheet is looked through first",
}
"""Acts of recording with forms of their own."""


def test_every_act_of_recording_has_a_form() -> None:
    formed = {*byhand.BEGIN, *(name for names in byhand.ON.values() for name in names)}
    record = {name for name, one in every().items() if one.verb in ("record", "assign")}
    assert record - formed == set(ELSEWHERE)


BEGUN = [
    ("bodies.enter", {"name": "Tern Trust", "kind": "ngo"}, "/partners/tern-trust"),
    ("meetings.enter", {"short": "COP99", "starts": "2031-02-03"}, "/meetings/COP99"),
    ("groups.found", {"name": "Group on terns"}, "/groups/"),
    ("campaigns.run", {"name": "Tern day", "partners": "FAO\nIUCN"}, "/campaigns/tern-day"),
    ("initiatives.begin", {"name": "Plan for terns", "focus": "food\nrest"}, "/initiatives/"),
    ("agreements.record", {"name": "Tern pact", "kind": "mou", "parties": "FAO"}, "/agreements/"),
    ("engagements.record", {"title": "Talk", "kind": "event", "partners": "FAO"}, "/engagements/"),
    ("barriers.record", {"words": "No visa.", "met": "yes", "kind": "visa"}, "/barriers/"),
    (
        "mechanisms.record",
        {
            "name": "Tern fund",
            "constituency": ["youth", "local communities"],
            "offers": "Pays for tickets.",
            "serves": ["travel"],
            "source": "its page",
        },
        "/mechanisms/tern-fund",
    ),
    (
        "suggestions.record",
        {
            "words": "Pay for tickets.",
            "constituency": ["youth"],
            "amount": "4 000",
            "currency": "EUR",
            "basis": "two tickets",
        },
        "/suggestions/",
    ),
    ("mandates.adopt", {"number": "99.1", "kind": "decision"}, "/decisions/99.1"),
]


@pytest.mark.parametrize(("act", "sent", "leads"), BEGUN, ids=[one[0] for one in BEGUN])
def test_a_record_is_begun_and_shown(act: str, sent: dict[str, Any], leads: str) -> None:
    client = signed_in()
    assert act in client.get("/do").content.decode()
    form = client.get(f"/do/{act}").content.decode()
    assert all(f'name="{name}"' in form for name in sent)
    answer = client.post(f"/do/{act}", {**sent, "reason": "told at a meeting"})
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"].startswith(leads)
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert models.Line.objects.latest("number").personal.data["reason"] == "told at a meeting"


def test_what_a_form_leaves_empty_is_asked_for_and_what_was_written_stays() -> None:
    answer = signed_in().post("/do/agreements.record", {"name": "Tern pact", "kind": ""})
    assert answer.status_code == 403
    text = answer.content.decode()
    assert "Kind is missing" in text
    assert 'value="Tern pact"' in text
    assert not models.Agreement.objects.exists()


def test_who_may_not_record_has_no_form() -> None:
    assert signed_in(AUDITOR).get("/do").status_code == 403
    assert signed_in(AUDITOR).get("/do/bodies.enter").status_code == 403
    assert signed_in().get("/do/people.shred").status_code == 403


def test_only_what_was_changed_is_corrected_and_the_second_is_told() -> None:
    key = agreements.record(OFFICER, "", "Tern pact", kind="mou", parties=("FAO",), since="2024")
    about = f"agreement {key[:12]}"
    client = signed_in()
    form = client.get("/do/agreements.correct", {"on": about}).content.decode()
    assert 'value="2024"' in form
    shown = {"name": "Tern pact", "kind": "mou", "since": "2024", "parties": "FAO"}
    first = {**shown, "until": "2030", "on": about, "seen": 0}
    assert client.post("/do/agreements.correct", first).status_code == 302
    one = models.Agreement.objects.get()
    assert (one.until, one.since, one.change) == ("2030", "2024", 1)
    second = {**shown, "renewal": "each year", "on": about, "seen": 0}
    answer = client.post("/do/agreements.correct", second)
    assert answer.status_code == 409
    assert "each year" in answer.content.decode()
    assert "2030" in answer.content.decode()
    assert models.Agreement.objects.get().renewal == ""
    same = {**shown, "until": "2030", "on": about, "seen": 1}
    told = client.post("/do/agreements.correct", same)
    assert (told.status_code, "nothing was changed" in told.content.decode().lower()) == (403, True)


def test_what_is_chosen_of_a_list_is_kept_and_begun_from_the_page_it_came_from() -> None:
    meetings.enter(OFFICER, "", "COP15")
    client = signed_in()
    form = client.get("/do/participation.record?body=Tern+Trust&meeting=COP15").content.decode()
    assert 'value="Tern Trust"' in form
    assert '<option value="side-event">held a side event</option>' in form
    sent = {"body": "Tern Trust", "meeting": "COP15", "kind": "side-event", "on": "2026-03-24"}
    answer = client.post("/do/participation.record", sent)
    one = models.Participation.objects.get()
    assert answer["Location"] == f"/participation/{one.pk}"
    assert (one.body.name, one.kind, str(one.on)) == ("Tern Trust", "side-event", "2026-03-24")
    about = f"participation {one.pk}"
    form = client.get("/do/participation.correct", {"on": about}).content.decode()
    assert '<option value="side-event" selected>' in form
    shown = {"body": "Tern Trust", "meeting": "COP15", "kind": "side-event", "title": "Terns"}
    fixed = {**shown, "on": [about, ""], "seen": 0}
    assert client.post("/do/participation.correct", fixed).status_code == 302
    one.refresh_from_db()
    assert (one.title, one.on, one.change) == ("Terns", None, 1)
    assert client.post("/do/participation.correct", {**fixed, "title": "x"}).status_code == 409


def test_yes_or_no_is_never_guessed() -> None:
    answer = signed_in().post("/do/barriers.record", {"words": "Nothing.", "met": ""})
    assert answer.status_code == 403
    assert "Was a barrier met? is missing" in answer.content.decode()
    sent = {"words": "Nothing.", "met": "no"}
    assert signed_in().post("/do/barriers.record", sent).status_code == 302
    assert models.Barrier.objects.get().met is False


def taking_part(body: str) -> dict[str, tuple[str, ...]]:
    """What a body did, what stood in its way, a mechanism and a suggestion: what is done on the
    page of each."""
    took = participation.record(OFFICER, "", body, "COP99", "spoke")
    met = barriers.record(OFFICER, "", "No visa.", met=True, kind="visa", body=body)
    fund = mechanisms.take_up(OFFICER, "", "cbd-voluntary-fund")
    would = suggestions.record(OFFICER, "", "Pay for tickets.", constituency=("youth",))
    return {
        f"/participation/{took}": byhand.ON["participation"],
        f"/barriers/{met}": byhand.ON["barrier"],
        f"/mechanisms/{fund}": byhand.ON["mechanism"],
        f"/suggestions/{would}": byhand.ON["suggestion"],
    }


def test_a_list_in_a_spreadsheet_tells_what_its_rows_hold_in_words() -> None:
    mechanisms.take_up(OFFICER, "", "cbd-voluntary-fund")
    suggestions.record(OFFICER, "", "A travel fund.", constituency=("local communities",))
    told = signed_in().get("/suggestions.csv").content.decode()
    assert "cbd-voluntary-fund · Voluntary fund" in told
    assert " · travel · local communities · yes" in told
    assert "{" not in told


def test_what_is_counted_of_published_answers_alone_says_so() -> None:
    number = barriers.record(OFFICER, "", "Nothing was.", met=False, body="Tern Trust")
    barriers.record(OFFICER, "", "No visa.", met=True, kind="visa", body="Gull Trust")
    publish.publish(with_role("approver"), "printed", "barrier", number)
    inside, outside = signed_in().get("/barriers"), Client().get("/barriers")
    assert "The record contradicts it." in inside.content.decode()
    told = outside.content.decode()
    assert "The record does not contradict it." in told
    assert "what is not published may say otherwise" in told
    assert "what is not published may say otherwise" not in inside.content.decode()


def test_everything_on_a_record_can_be_reached_from_its_page() -> None:
    body = bodies.enter(OFFICER, "", "Tern Trust", kind="ngo")
    twin = bodies.enter(OFFICER, "", "Tern Trust of Kenya", kind="ngo")
    records = {
        f"/partners/{body}": byhand.ON["body"],
        f"/groups/{groups.found(OFFICER, '', 'Group on terns')}": byhand.ON["group"],
        f"/campaigns/{campaigns.run(OFFICER, '', 'Tern day')}": byhand.ON["campaign"],
        f"/initiatives/{initiatives.begin(OFFICER, '', 'Plan')}": byhand.ON["initiative"],
        f"/meetings/{meetings.enter(OFFICER, '', 'COP99')}": byhand.ON["meeting"],
    }
    records |= taking_part(body)
    key = engagements.record(OFFICER, "", "Talk", kind="event", partners=("FAO",))
    records[f"/engagements/{key[:12]}"] = byhand.ON["engagement"]
    client = signed_in()
    for address, names in records.items():
        page = client.get(address).content.decode()
        assert all(f"/do/{name}?on=" in page for name in names), address
        for name in names:
            about = next(part.split('"')[0] for part in page.split(f"/do/{name}?on=")[1:])
            assert client.get(f"/do/{name}?on={about}").status_code == 200, name
    sent = {"on": f"body {twin}", "into": body, "seen": 0}
    assert client.post("/do/bodies.merge", sent).status_code == 302
    assert models.Body.objects.get(key=twin).merged_into.key == body
