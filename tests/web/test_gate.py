"""What is public stands among what is not: nobody outside the office meets a word of that, on a
page, in its twins, or at the address for programs."""

import datetime
import importlib
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from tests.record import OFFICER, with_role
from whimbrel.acts import documents, publish
from whimbrel.document import Document, Kind, Node, Run
from whimbrel.queries import documents as kept
from whimbrel.queries import history, talk
from whimbrel.queries.once import SHELF
from whimbrel.register import models
from whimbrel.web.urls import LISTS
from whimbrel.writing.json import json_of

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]
NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=2)
KEY, SHUT, OVER = "a" * 64, "b" * 64, "c" * 64
HIDDEN = {
    "who has it": "Annabel", "consent of a body": "consentofbody",
    "consent of a deed": "consentofdeed", "signatories": "signedbywhom",
    "words of a draft": "draftwords", "words of a revision": "revisedwords",
    "symbol of a draft": "Doc.draft",
    "a status that a draft states": "abandoned", "what it proposes": "delete",
    "a parent": "hiddenparent", "a provision": "1.1 zz)", "a unit": "hiddenunit",
    "a body above": "hiddenhead", "a member": "hiddenmember", "a group": "hiddengroup",
    "into what it was merged": "hiddenmerger", "a comment": "officecomment",
    "a question to others": "officequestion", "what it said before": "beforewords",
    "a view in a draft": "draftview", "a wording of a draft": "draftwording",
    "words of a provision in a draft": "draftprovision",
    "a condition of another": "hiddencondition",
    "what is written in a report": "reportdraft", "an earlier issue": "supersededissue",
    "a report that is not public": "hiddenreport",
    "words of a proposed decision": "hiddenproposal",
    "what a colleague says became of it": "colleaguesays",
    "who applies": "hiddenapplicant", "what an applicant says": "applicantsays",
    "who applies for a body in the register": "contactofbody",
    "what an officer found": "officerfound", "a question to an applicant": "applicantasked",
    "why a Party objects": "partyreason", "an observer that is not published": "hiddenobserver",
    "what a body contributed": "hiddencontributed", "what a body agreed to": "agreedtoshow",
    "what a form had that could not be read": "unreadwords",
}  # fmt: skip
"""What is not public, and the word by which it is known."""
ABOUT = ("provision 1.1 a)", "engagement aaaaaaaaaaaa", "body terns-house", "document Doc.1")
PAGES = (
    "/documents/Doc.1", "/decisions/1.1", "/decisions/1.1/a", "/engagements/aaaaaaaaaaaa",
    "/partners/terns-house", "/partners/merged", "/agreements/aaaaaaaaaaaa", "/meetings/COP1",
    "/groups/terns-house", "/engagements/timeline", "/engagements/calendar/2025",
    *(f"/search?q={word}" for word in ("words", "draftwords", "revisedwords", "hidden")),
    "/decisions?status=abandoned", "/decisions?disposition=delete",
    "/reports/COP1-1-en", "/reports/COP1-2-en", "/reports/COP1-1-en/check",
    "/reports/COP1-1-en/returned", "/documents/Doc.1/check", "/papers/table",
    "/papers/meeting/terns-house", "/papers/answer/1.1/a", "/reports/COP1-1-en/draft.md",
    "/reports/COP1-1-en/issued/first.md", "/reports/COP1-1-en/issued/Rev.1.md",
    "/standing?status=abandoned",
    "/standing/unfunded", "/drafts/COP1-1.AA", "/drafts/COP1-1.BB",
    "/admission/cases/COP1-0001", "/admission/cases/COP1-0002", "/admission/meetings/COP1",
    "/papers/applicants/COP1", "/papers/observers/COP1",
    "/admission/letters/acknowledgement/COP1-0001.md",
    "/contributions/COP1-1", "/contributions/COP1-2", "/papers/contributions/COP1",
)  # fmt: skip
TWINS = (
    *(f"/{name}.{form}" for name, _ in LISTS for form in ("json", "csv")),
    "/documents/Doc.1.json", "/decisions/1.1.json", "/decisions/1.1/a.json",
    "/engagements/aaaaaaaaaaaa.json", "/partners/terns-house.json", "/partners/merged.json",
    "/agreements/aaaaaaaaaaaa.json", "/meetings/COP1.json", "/groups/terns-house.json",
    "/standing/unfunded.json", "/drafts/COP1-1.AA.json", "/drafts/COP1-1.BB.json",
    "/then?kind=provision&on=2026-11-24&form=json",
    "/reports/COP1-1-en.json", "/reports/COP1-2-en.json", "/reports/COP1-1-en/check.json",
    "/contributions/COP1-1.json", "/contributions/COP1-2.json",
    "/papers/table.json", "/admission/cases/COP1-0001.json", "/admission/cases/COP1-0002.json",
    "/admission/meetings/COP1.json",
)  # fmt: skip
PROGRAMS = (
    "documents", "documents/Doc.1", "documents/Doc.1/rows", "documents/Doc.1/readings",
    "decisions", "decisions/1.1", "provisions", "provisions/1.1/a", "provision-choices",
    "standing", "standing/unfunded", "standing/1.1/a", "lineage/1.1/a", "drafts", "draft-meetings",
    "drafts-of/Doc.draft", "drafts/COP1-1.AA", "drafts/COP1-1.BB",
    "engagements", "engagements/choices", "engagements/aaaaaaaaaaaa", "bodies",
    "bodies/terns-house", "bodies/merged", "statements", "statement-holders", "agreements",
    "agreements/aaaaaaaaaaaa", "groups", "groups/terns-house", "meetings", "meetings/COP1",
    "desk", "search?q=words", "search?q=draftwords", "search?q=revisedwords",
    *(f"history?about={about}" for about in ABOUT), *(f"comments?about={about}" for about in ABOUT),
    *(f"questions?about={about}" for about in ABOUT), "said-on?kind=provision&day=2026-11-24",
    "reports", "reports/COP1-1-en", "reports/COP1-1-en/issued", "reports/COP1-1-en/issued?name=",
    "reports/COP1-1-en/file.md", "reports/COP1-1-en/file.md?name=", "reports/COP1-2-en",
    "reports/COP1-1-en/file.md?name=Rev.1", "reports/COP1-1-en/check", "papers/table",
    "papers/partner?about=terns-house", "documents/Doc.1/check",
    "applications", "applications/COP1-0001", "applications/COP1-0002", "admission/COP1",
    "observers", "schemes-in-use/cms",
    "informea/Decisions", "informea/Documents", "informea/Meetings",
)  # fmt: skip
READERS = ("public", "focal point", "partner")


def printed(words: str) -> str:
    """A tree of one paragraph."""
    node = Node(kind=Kind.PARAGRAPH, label="1.", runs=(Run(text=words),))
    return json_of(Document(nodes=(node,)))


def paper(symbol: str, number: int, words: str, *, public: bool, **more: Any) -> models.Version:
    """A version of a document with one paragraph, which the search finds."""
    document, _ = models.Document.objects.get_or_create(
        symbol=symbol,
        defaults={"public": public, "meeting": models.Meeting.objects.get(), "title": words},
    )
    version = models.Version.objects.create(
        document=document, number=number, sha256=f"{symbol} {number}", file=b"",
        tree=printed(words),
        deposited_by=models.Person.objects.get(email=OFFICER), deposited_at=NOW, language="en",
        **{"file_name": f"{symbol}.docx", "public": public, **more},
    )  # fmt: skip
    models.Paragraph.objects.create(version=version, place=1, eid="para_1", kind="p", text=words)
    models.Findable.objects.create(
        about=f"paragraph {version.pk} para_1", kind="paragraph", name=f"{symbol}#para_1",
        document=symbol, title=words, words=words, folded=words.lower(), public=public,
    )  # fmt: skip
    return version


def body(key: str, **more: Any) -> models.Body:
    """A body; not public if nothing else is said."""
    return models.Body.objects.create(key=key, **{"name": key, "kind": "ngo", **more})


def reported(meeting: models.Meeting, officer: models.Person) -> None:
    """A public report that went out twice and is written again, and one that is not public."""
    one, _ = [
        models.Report.objects.create(
            key=f"COP1-{item}-en", meeting=meeting, item=item, language="en", original="en",
            title=title, public=public,
        )
        for item, title, public in (("1", "Open report", True), ("2", "hiddenreport", False))
    ]  # fmt: skip
    models.Passage.objects.create(
        report=one, key="narrative/discussion", words="reportdraft", language="en", by=officer,
        at=NOW,
    )  # fmt: skip
    for name, words in (("", "supersededissue"), ("Rev.1", "plain words")):
        models.Issued.objects.create(
            report=one, name=name, tree=printed(words), sha256=name, by=officer, at=NOW
        )


@pytest.fixture
def kin() -> SimpleNamespace:
    """One of each that is public, and beside it what is not."""
    officer = models.Person.objects.get(email=OFFICER)
    officer.name = HIDDEN["who has it"]
    officer.save()
    meeting = models.Meeting.objects.create(short="COP1", starts=NOW.date())
    first = paper("Doc.1", 1, "plain words", public=True)
    revision = paper(
        "Doc.1", 2, "revisedwords", public=False, before=first, file_name="revision.docx"
    )
    draft = paper("Doc.draft", 1, "draftwords", public=False)
    held = models.Instrument.objects.create(
        key="CMS/Decision/1.1", kind="decision", number="1.1", meeting=meeting
    )
    said = {"instrument": held, "assigned": officer}
    one = models.Provision.objects.create(
        name="1.1 a)", text="draftprovision", public=True, version=draft, **said
    )
    other = models.Provision.objects.create(name="1.1 zz)", text="hidden birds", **said)
    models.Condition.objects.create(provision=other, words="money", kind="hiddencondition")
    models.Status.objects.create(
        about=one.name, provision=one, stated=True, status="implemented", reason="colleaguesays",
        by=officer, at=NOW, disposition="delete",
    )  # fmt: skip
    proposed = {"meeting": meeting, "placeholder": "1.AA", "author": "the Secretariat"}
    public = models.Draft.objects.create(
        key="COP1-1.AA", text="birds", address="Doc.draft#para_1", public=True, **proposed
    )
    shut = models.Draft.objects.create(key="COP1-1.BB", text="hiddenproposal", **proposed)
    models.Succession.objects.create(old=other, draft=public, label="merged", at=NOW)
    models.Succession.objects.create(old=one, draft=shut, label="merged", at=NOW)
    models.Succession.objects.create(
        old=other, new=one, label="merged", state="confirmed", by=officer, at=NOW
    )
    models.DraftText.objects.create(draft=public, name="first", text="birds", by=officer, at=NOW)
    models.Wording.objects.create(provision=one, text="birds")
    models.Wording.objects.create(provision=one, text="draftwording", version=draft)
    models.Output.objects.create(provision=one, kind="report", shown="Doc.draft#para_1")
    for version, status in ((first, "ongoing"), (draft, "abandoned"), (revision, "abandoned")):
        models.Status.objects.create(
            about=one.name, provision=one, version=version, stated=True, status=status,
            disposition="delete" if status == "abandoned" else "", reason=status,
        )  # fmt: skip
    group, head = body("terns-house", public=True, consent="consentofbody"), body("hiddenhead")
    group.constituency, group.parent = "youth", head
    group.save()
    body("hiddenunit", parent=group)
    models.Membership.objects.create(group=group, member=body("hiddenmember"), role="member")
    models.Membership.objects.create(group=body("hiddengroup"), member=group, role="member")
    body("merged", public=True, merged_into=body("hiddenmerger"))
    sits = models.Group.objects.create(body=group, public=True)
    sits.provisions.add(one, other)
    by = {"recorded_by": officer, "recorded_at": NOW, "since": "2025", "until": "2025"}
    above = models.Engagement.objects.create(
        key=SHUT, kind="workshop", title="hiddenparent", state="ongoing", **by
    )
    deed = models.Engagement.objects.create(
        key=KEY, kind="workshop", title="Workshop", state="ongoing", public=True, parent=above,
        consent="consentofdeed", **by,
    )  # fmt: skip
    for each in (deed, above):
        each.provisions.add(one, other)
        models.Part.objects.create(engagement=each, body=group, role="partner")
    for address, words, at in (
        ("Doc.1#para_1", "plain words", NOW - datetime.timedelta(days=1)),
        ("Doc.1#para_2", "revisedwords", LATER), ("Doc.draft#para_1", "draftwords", NOW),
    ):  # fmt: skip
        models.Evidence.objects.create(
            engagement=deed, address=address, words=words, added_by=officer, added_at=at
        )
    bond = models.Agreement.objects.create(
        key=KEY, name="Bond", kind="mou", public=True, signatories="signedbywhom",
        address="Doc.draft#para_1", words="draftwords", recorded_by=officer, recorded_at=NOW,
    )  # fmt: skip
    bond.parties.add(group)
    for version in (revision, draft):
        models.Position.objects.create(
            key=str(version.pk), holder="draftview", body=group, stance="for", quote="yes",
            version=version,
        )  # fmt: skip
    reported(meeting, officer)
    applications(meeting, officer)
    for number, about in enumerate(ABOUT):
        models.Comment.objects.create(about=about, by=officer, at=NOW, words="officecomment")
        models.Question.objects.create(
            about=about, words="officequestion", asked_by=officer, asked_of=officer, asked_at=NOW,
            by=NOW.date(),
        )  # fmt: skip
        for line, words in ((1, "beforewords"), (2, "birds")):
            models.Edition.objects.create(
                about=about, at=NOW, line=10 * number + line, said={"text": words}
            )
    SHELF.answers.clear()
    return SimpleNamespace(officer=officer, one=one, body=group, first=first, revision=revision)


def applications(meeting: models.Meeting, officer: models.Person) -> None:
    """An application that nobody outside sees, and one whose status is published."""
    contact = models.Person.objects.create(
        email="contact@example.net", name="contactofbody", role="applicant"
    )
    for number, name in enumerate(("hiddenapplicant", "Plain observers"), start=1):
        one = models.Case.objects.create(
            key=f"COP1-000{number}", scheme="cms-art7", meeting=meeting, name=name, folded=name,
            body=body("hiddenobserver" if number == 1 else "plain-observers"), contact=contact,
            statement="applicantsays", begun_at=NOW, sent_at=NOW, public=number == 2,
        )  # fmt: skip
        said = {"by": officer, "at": NOW}
        for place, step in enumerate(("send", "find"), start=1):
            models.CaseEvent.objects.create(
                case=one, number=place, step=step, on=NOW.date(), reason="officerfound",
                said={"criterion": "expertise", "met": True}, **said,
            )  # fmt: skip
        models.CaseQuestion.objects.create(case=one, words="applicantasked", **said)
        models.Objection.objects.create(
            case=one, party="KE", on=NOW.date(), reason="partyreason", **said
        )
        models.BodyStatus.objects.create(
            case=one, body=one.body, status="admitted", since=NOW.date(), decided_by="COP1", at=NOW
        )
        told = models.Contribution.objects.create(
            key=f"COP1-{number}",
            body=one.body,
            meeting=meeting,
            language="en",
            by=contact,
            begun_at=NOW,
            sent_at=NOW,
            accepted_at=NOW,
            consent="agreedtoshow",
            public=number == 2,
            unread=[{"where": "1", "words": "unreadwords", "why": "no date"}],
        )
        what = "hiddencontributed" if number == 1 else "Plain counts"
        models.Contributed.objects.create(report=told, number=1, what=what, kind="support")


def client_of(role: str) -> Client:
    """A browser of somebody with a role; of nobody, for the public."""
    client = Client()
    if role != "public":
        client.force_login(models.Person.objects.get(email=with_role(role, "guest@example.org")))
    return client


def answers(client: Client) -> dict[str, str]:
    """Every address, and what it answers."""
    told = {}
    for path in (*(f"/{name}" for name, _ in LISTS), *PAGES, *TWINS,
                 *(f"/api/{one}" for one in PROGRAMS)):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code in (200, 302, 401, 403, 404), (path, answer.content)
        told[path] = answer.content.decode() if answer.status_code == 200 else ""
    return told


def in_words(path: str, told: str) -> str:
    """What an address answers, without the words that it was asked with."""
    asked = path.partition("?q=")[2] or path.partition("status=")[2]
    asked = asked or path.partition("disposition=")[2]
    return told.replace(f'"{asked}"', "").replace(f"“{asked}”", "") if asked else told


@pytest.mark.parametrize("role", READERS)
def test_what_is_not_public_is_met_nowhere_outside(role: str, kin: SimpleNamespace) -> None:
    told = answers(client_of(role))
    assert sum(map(bool, told.values())) > len(told) / 2
    assert "plain words" in told["/documents/Doc.1"]
    met = {
        (what, path)
        for path, said in told.items()
        for what, word in HIDDEN.items()
        if word in in_words(path, said) and f"={word}" not in path
    }
    assert met == set()


@pytest.mark.parametrize("role", READERS)
def test_outside_the_office_a_report_is_what_went_out_last(role: str, kin: SimpleNamespace) -> None:
    client = client_of(role)
    assert "plain words" in client.get("/reports/COP1-1-en").content.decode()
    assert "plain words" in client.get("/reports/COP1-1-en/issued/Rev.1.md").content.decode()
    for path in ("issued/first.md", "draft.docx", "check", "returned"):
        assert client.get(f"/reports/COP1-1-en/{path}").status_code in (302, 403, 404), path
    assert client.get("/api/reports/COP1-1-en/file.md?name=").status_code == 404


def test_an_officer_meets_all_of_it(kin: SimpleNamespace) -> None:
    told = "".join(answers(client_of("officer")).values())
    assert [what for what, word in HIDDEN.items() if word not in told] == []


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/decisions.json?assigned=nobody", 1), (f"/decisions.json?assigned={OFFICER}", 1),
        ("/decisions.json?status=abandoned", 0), ("/decisions.json?status=ongoing", 1),
        ("/decisions.json?disposition=delete", 0), ("/engagements.json?provision=1.1 zz)", 0),
        ("/partners.json", 1), ("/statements.json", 0),
    ],
)  # fmt: skip
def test_a_filter_tells_nothing_that_is_hidden(
    role: str, path: str, count: int, kin: SimpleNamespace
) -> None:
    answer = client_of(role).get(path)
    # The public is asked to sign in where there is nothing for it.
    told = answer.json() if answer.status_code == 200 else []
    rows = [one for one in told if one.get("key") != "terns"]
    assert len(rows) == count
    assert all(one.get("engagements", 1) == 1 for one in rows)


@pytest.mark.parametrize("shown", [True, False])
def test_evidence_that_is_hidden_is_not_looked_for(shown: bool, kin: SimpleNamespace) -> None:
    if not shown:
        models.Evidence.objects.filter(words="plain words").delete()
    path = f"/engagements.json?evidence={'some' if shown else 'none'}"
    assert len(Client().get(path).json()) == 1


def test_a_revision_is_read_by_all_once_it_is_published(kin: SimpleNamespace) -> None:
    assert kept.paper(None, "Doc.1").number == 1
    assert kept.paper(OFFICER, "Doc.1").number == 2
    approver = with_role("approver", "ada@example.org")
    documents.publish(approver, "cleared", "Doc.1", why="cleared")
    assert kept.paper(None, "Doc.1").number == 2
    assert "revisedwords" in Client().get("/search?q=revisedwords").content.decode()
    found = models.Findable.objects.filter(kind="paragraph", document="Doc.1")
    assert [one.words for one in found] == ["revisedwords"]


def test_what_is_withdrawn_is_public_in_no_version(kin: SimpleNamespace) -> None:
    approver = with_role("approver", "ada@example.org")
    publish.withdraw(approver, "a mistake", "document", "Doc.1")
    assert Client().get("/documents/Doc.1").status_code != 200
    assert not models.Version.objects.filter(public=True).exists()
    publish.publish(approver, "cleared", "document", "Doc.1")
    assert kept.paper(None, "Doc.1").number == 2


def test_what_was_public_before_versions_were_stays_so(kin: SimpleNamespace) -> None:
    models.Version.objects.update(public=False)
    step = importlib.import_module("whimbrel.register.migrations.0007_versions_published")
    step.as_they_are(apps, None)
    public = models.Version.objects.filter(public=True)
    assert {one.document.symbol for one in public} == {"Doc.1"}
    assert kept.paper(None, "Doc.1").number == 2


def test_two_treaties_may_hold_the_same_number(kin: SimpleNamespace) -> None:
    other = models.Instrument.objects.create(key="AEWA/Decision/1.1", kind="decision", number="1.1")
    models.Provision.objects.create(instrument=other, name="1.1 a)", text="waders", public=True)
    page = Client().get("/decisions/1.1/a").content.decode()
    for key in ("CMS", "AEWA"):
        assert f"/decisions/{key}/Decision/1.1/a" in page or f"{key}/Decision/1.1" in page
        there = Client().get(f"/decisions/{key}/Decision/1.1/a.json").json()
        assert there["asked"]["instrument"] == f"{key}/Decision/1.1"
        assert len(there["others"]) == 1


def test_an_officer_is_told_that_a_revision_waits(kin: SimpleNamespace) -> None:
    assert "not public yet" in client_of("officer").get("/documents/Doc.1").content.decode()
    assert "not public yet" not in Client().get("/documents/Doc.1").content.decode()


def test_somebody_who_was_asked_sees_what_was_said_to_them(kin: SimpleNamespace) -> None:
    email, about = with_role("focal point", "guest@example.org"), ABOUT[0]
    guest = models.Person.objects.get(email=email)
    assert talk.comments(email, about) == talk.questions(email, about) == ()
    models.Comment.objects.create(about=about, by=guest, at=LATER, words="mine")
    assert [one.words for one in talk.comments(email, about)] == ["mine"]
    models.Question.objects.create(
        about=about, words="to you", asked_by=kin.officer, asked_of=guest, asked_at=NOW,
        by=NOW.date(),
    )  # fmt: skip
    assert [one.words for one in talk.comments(email, about)] == ["officecomment", "mine"]
    assert [one.words for one in talk.questions(email, about)] == ["to you"]
    assert len(history.history(OFFICER, about)) == 2
    assert history.history(email, about) == ()
