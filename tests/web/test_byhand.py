"""Acts on the record by hand: each has a form, and a form loses no word."""

import pytest

from tests.record import AUDITOR, OFFICER, signed_in
from whimbrel.acts import agreements, bodies, campaigns, engagements, groups, initiatives, meetings
from whimbrel.acts.every import every
from whimbrel.register import models
from whimbrel.web import byhand

pytestmark = pytest.mark.usefixtures("house")
ELSEWHERE = {
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
    ("mandates.adopt", {"number": "99.1", "kind": "decision"}, "/decisions/99.1"),
]


@pytest.mark.parametrize(("act", "sent", "leads"), BEGUN, ids=[one[0] for one in BEGUN])
def test_a_record_is_begun_and_shown(act: str, sent: dict[str, str], leads: str) -> None:
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
