"""However long a list is and however much hangs on a record, its page asks the database equally
often."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.queries.once import SHELF
from whimbrel.register import models
from whimbrel.web.urls import LISTS

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]
NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
PAGES = (
    "/", "/search?q=birds", "/decisions?status=silent", "/decisions?status=ongoing",
    "/decisions?to=Parties", "/decisions?condition=unfunded", "/decisions?q=birds",
    "/engagements?country=DE", "/engagements?evidence=none", "/engagements?partner=body-0",
    "/engagements/calendar/2025", "/engagements/timeline", "/partners?engaged=no", "/decisions/1.1",
    "/decisions/1.1/0", "/standing?status=silent", "/standing/unfunded", "/drafts?costed=no",
    "/drafts/COP0-1.AA", "/engagements/000000000000", "/partners/body-0",
    "/agreements/000000000000",
    "/reports/COP0-1-en", "/reports/COP0-1-en/returned", "/reports/COP0-1-en/check",
    "/papers/partner/body-0", "/papers/table",
    "/meetings/COP0", "/groups/body-0", "/campaigns/campaign-0", "/initiatives/initiative-0",
    "/mechanisms/mechanism-0", "/participation?kind=spoke", "/barriers?met=yes",
    "/suggestions?parallel=yes",
)  # fmt: skip

COMPOSED = tuple(path for path in PAGES if path.startswith("/reports/"))
"""A whole paper is made of everything that the record has on a meeting."""

MOST = {
    "/decisions/1.1/0": 30, "/": 26, "/decisions": 24, "/decisions?q=birds": 21, "/standing": 30,
    "/drafts/COP0-1.AA": 16, "/engagements/000000000000": 22, "/partners/body-0": 28,
}  # fmt: skip
"""How often pages that are looked at all day may ask the database, even where nothing is known:
what one part of a page has asked, another does not ask again."""


def fill(numbers: range) -> None:
    """A row of each kind for each number; the first of each kind has something of every other."""
    officer = models.Person.objects.get(email=OFFICER)
    by = {"recorded_by": officer, "recorded_at": NOW}
    for number in numbers:
        body = models.Body.objects.create(key=f"body-{number}", name=f"Body {number}", kind="ngo")
        first = models.Body.objects.get(key="body-0")
        meeting = models.Meeting.objects.create(short=f"COP{number}", starts=NOW.date())
        home = models.Meeting.objects.get(short="COP0")
        document = models.Document.objects.create(symbol=f"Doc.{number}", meeting=home)
        version = models.Version.objects.create(
            document=document, number=1, sha256=str(number), file=b"", tree="{}",
            deposited_by=officer, deposited_at=NOW, remarks=["a remark"],
        )  # fmt: skip
        models.Instrument.objects.create(
            key=f"CMS/Decision/1.{number + 1}", kind="decision", number=f"1.{number + 1}",
            meeting=home,
        )  # fmt: skip
        decision = models.Instrument.objects.get(number="1.1")
        provision = models.Provision.objects.create(
            instrument=decision, name=f"1.1 {number})", text="birds", addressees=["Parties"],
            due=meeting.short, assigned=officer,
        )  # fmt: skip
        models.Facet.objects.create(kind="addressee", value="Parties", provision=provision)
        asked = models.Provision.objects.get(name="1.1 0)")
        for each in {provision, asked}:
            models.Condition.objects.create(provision=each, words="money", kind="resources")
            models.Output.objects.create(provision=each, kind="report")
            models.Wording.objects.create(provision=each, text="birds", version=version)
            models.Status.objects.create(
                about=each.name, provision=each, version=version, stated=True,
                status=("ongoing", "not-reported")[number % 3 == 1],
            )  # fmt: skip
        deed = models.Engagement.objects.create(
            key=f"{number:064x}"[::-1], kind="workshop", title=f"Workshop {number}", since="2025",
            until="2025", state="ongoing", **by,
        )  # fmt: skip
        done = models.Engagement.objects.get(key="0" * 64)
        deed.provisions.add(provision, asked)
        done.provisions.add(provision)
        for part in {(deed, body), (deed, first), (done, body)}:
            models.Part.objects.create(engagement=part[0], body=part[1], role="partner")
        models.Place.objects.create(engagement=deed, country="DE", role="venue")
        for address in {deed, done} if number % 2 else {done}:
            models.Evidence.objects.create(
                engagement=address, address=f"Doc.{number}#para_1", added_by=officer, added_at=NOW
            )
        bond = models.Agreement.objects.create(
            key=f"{number:064x}"[::-1], name=f"Bond {number}", kind="mou", until="2020", **by
        )
        bond.parties.add(body, first)
        models.Agreement.objects.get(key="0" * 64).parties.add(body)
        models.Position.objects.create(
            key=str(number), holder="Body 0", body=first, stance="for", quote="yes", version=version
        )
        group = models.Group.objects.create(body=body)
        group.provisions.add(provision)
        models.Membership.objects.create(group=first, member=body, role="member")
        models.Sitting.objects.create(group=first.group, title=f"Sitting {number}")
        draft = models.Draft.objects.create(
            key=f"{meeting.short}-1.AA", meeting=meeting, placeholder="1.AA", text="birds"
        )
        first_draft = models.Draft.objects.get(key="COP0-1.AA")
        for each in {draft, first_draft}:
            models.Cost.objects.create(draft=each, activity="a study", source="core", days=1)
            models.DraftText.objects.create(
                draft=each, name=f"v{number}", text="birds", by=officer, at=NOW
            )
        for old, new in {(provision, draft), (provision, first_draft), (asked, draft)}:
            models.Succession.objects.create(old=old, draft=new, label="merged", at=NOW)
        campaign = models.Campaign.objects.create(key=f"campaign-{number}", name="Campaign")
        campaign.partners.add(body)
        models.Theme.objects.create(
            campaign=models.Campaign.objects.get(key="campaign-0"), year=2000 + number, theme="x"
        )
        initiative = models.Initiative.objects.create(key=f"initiative-{number}", name="Initiative")
        initiative.partners.add(body)
        models.Initiative.objects.get(key="initiative-0").partners.add(body)
        for each in {body, first}:
            models.Participation.objects.create(body=each, meeting=home, kind="spoke")
            models.Barrier.objects.create(
                body=each, meeting=home, met=True, kind="visa", words="No visa."
            )
        models.Mechanism.objects.create(
            key=f"mechanism-{number}", name="Fund", body=body, constituency="youth",
            offers="Pays for travel.", source="its page",
        )  # fmt: skip
        fund = models.Mechanism.objects.get(key="mechanism-0")
        for mechanism in (fund, None):
            models.Suggestion.objects.create(
                constituency="youth", words="Pay for travel.", mechanism=mechanism
            )
        report = models.Report.objects.create(
            key=f"COP{number}-1-en", meeting=meeting, item="1", language="en", original="en",
            title="Birds", about=["1.1"],
        )  # fmt: skip
        first = models.Report.objects.get(key="COP0-1-en")
        models.Passage.objects.create(
            report=first, key=f"narrative/{number}", words="words", language="en", by=officer,
            at=NOW,
        )  # fmt: skip
        for each in {first, report}:
            sent, _ = models.Issued.objects.get_or_create(
                report=each, name="", defaults={"tree": "{}", "by": officer, "at": NOW}
            )
            back = models.Returned.objects.create(
                issued=sent, file_name="a.docx", sha256=f"{number} {each.pk}", file=b"",
                by=officer, at=NOW,
            )  # fmt: skip
            models.Remark.objects.create(returned=back, key="1", kind="comment", by=officer)
        for about in ("provision 1.1 0)", f"provision {provision.name}"):
            models.Comment.objects.create(about=about, by=officer, at=NOW, words="well")
        models.Question.objects.create(
            about="provision 1.1 0)", words="when?", asked_by=officer, asked_of=officer,
            asked_at=NOW, by=NOW.date(),
        )  # fmt: skip
        models.Findable.objects.create(
            about=f"provision {provision.name}", kind="provision", name=provision.name,
            title="birds", folded="birds",
        )  # fmt: skip


def asked(client: Client, path: str) -> list[str]:
    """What a page asks the database where nothing was worked out before."""
    SHELF.answers.clear()
    with CaptureQueriesContext(connection) as questions:
        assert client.get(path).status_code == 200
    return [one["sql"] for one in questions.captured_queries]


EVERY = (*(f"/{name}" for name, _ in LISTS), *PAGES)


def test_a_page_of_thirty_asks_as_often_as_one_of_three() -> None:
    client = Client()

    def every() -> dict[str, list[str]]:
        told = {}
        for path in EVERY:
            email = ADMINISTRATOR if path == "/ledger" else OFFICER
            client.force_login(models.Person.objects.get(email=email))
            asked(client, path)
            told[path] = asked(client, path)
        return told

    fill(range(3))
    few = every()
    fill(range(3, 30))
    many = every()
    more = {path: sorted(many[path]) for path in EVERY if len(few[path]) != len(many[path])}
    assert not more
    assert max(len(many[path]) for path in EVERY if path not in COMPOSED) < 40
    assert max(len(many[path]) for path in COMPOSED) < 80
    assert not {path: len(many[path]) for path, most in MOST.items() if len(many[path]) > most}
