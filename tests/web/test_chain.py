"""Pages of drafts, lineage and how decisions stand: what they show, to whom, and what is done on
them."""

import pytest
from django.test import Client
from lxml import html

from tests.chain import NEW, Chain, change, entered, published, told
from tests.record import AUDITOR, OFFICER, signed_in, with_role
from whimbrel.acts import drafts, mandates
from whimbrel.register import models

pytestmark = pytest.mark.usefixtures("house")
ANSWER = {"status": "not-implemented", "why": "no money", "disposition": "renew"}


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings, and the draft in which it goes on."""
    return entered()


def page(client: Client, address: str, **asked: str) -> html.HtmlElement:
    """A page that is there."""
    answer = client.get(address, asked)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def text(node: html.HtmlElement) -> str:
    """All words of a page, one blank between two."""
    return " ".join(node.get_element_by_id("main").text_content().split())


def test_a_draft_shows_its_words_its_versions_and_that_it_says_no_cost(chain: Chain) -> None:
    drafts.revise(
        OFFICER, "", chain.draft, "CRP.2", text="The Secretariat shall:", items=("a) count",),
        seen=0,
    )  # fmt: skip
    shown = page(signed_in(), f"/drafts/{chain.draft}")
    told_ = text(shown)
    assert "No cost implication is given" in told_
    assert "The Secretariat" in [one.text_content() for one in shown.cssselect(".facts dd")]
    assert [one.text_content().split() for one in shown.cssselect(".items li")] == [["a)", "count"]]
    removed = shown.cssselect("#main .step .redline del")[0]
    assert removed.cssselect(".hidden")[0].text_content() == "removed: "
    assert "added:" in shown.cssselect("#main .step .redline ins")[0].text_content()
    assert "CRP.2" in told_


def test_a_draft_that_says_its_cost_shows_a_table(chain: Chain) -> None:
    drafts.cost(
        OFFICER, "", chain.draft, "a study", source="core budget", amount="25000",
        currency="EUR", seen=0,
    )  # fmt: skip
    shown = page(signed_in(), f"/drafts/{chain.draft}")
    cells = [one.text_content().strip() for one in shown.cssselect("#main table tbody td")]
    assert cells == ["Year: not known", "core budget", "Amount: 25,000 EUR",
                     "Days of staff: not known"]  # fmt: skip
    assert "No cost implication" not in text(shown)


def test_everything_that_is_done_with_a_draft_can_be_reached_and_done_by_hand(chain: Chain) -> None:
    client, about = signed_in(), f"draft {chain.draft}"
    links = page(client, f"/drafts/{chain.draft}").xpath("//main//a/@href")
    for act in ("drafts.revise", "drafts.cost", "drafts.adopt", "drafts.set_aside"):
        assert any(one.startswith(f"/do/{act}?on=") for one in links), act
        assert client.get(f"/do/{act}", {"on": about}).status_code == 200, act
    sent = {"on": about, "seen": 0, "name": "CRP.2", "text": "Count.", "items": "a) terns"}
    assert client.post("/do/drafts.revise", sent)["Location"] == f"/drafts/{chain.draft}"
    answer = client.post("/do/drafts.revise", {**sent, "name": "CRP.3", "text": "My words."})
    assert (answer.status_code, "My words." in answer.content.decode()) == (409, True)
    adopted = client.post("/do/drafts.adopt", {"on": about, "seen": 1, "house": "CMS"})
    assert adopted.status_code == 302
    assert "as decision 15.1" in text(page(client, f"/drafts/{chain.draft}"))
    begun = client.post("/do/drafts.propose", {"meeting": "COP16", "text": "Decides."})
    assert begun["Location"] == "/drafts/COP16-16.AA"


def test_a_day_that_an_act_calls_on_is_not_taken_for_the_record(chain: Chain) -> None:
    client = signed_in()
    form = page(client, "/do/mandates.end", on="provision 14.2")
    assert [one.get("type") for one in form.xpath("//form//input[@name='on']")][:2] == [
        "hidden", "text",
    ]  # fmt: skip
    sent = {"on": ["provision 14.2", "2026-03-28"], "meeting": "COP15", "seen": 0, "reason": "done"}
    assert client.post("/do/mandates.end", sent).status_code == 302
    assert str(models.Provision.objects.get(name="14.2").until) == "2026-03-28"


def test_a_draft_is_compared_with_what_is_in_effect_when_that_is_asked(chain: Chain) -> None:
    client, address = signed_in(), f"/drafts/{chain.draft}"
    assert page(client, address).xpath("//a[@href='?effects=yes#effects']")
    shown = page(client, address, effects="yes")
    near = shown.xpath("//h2[@id='effects']/following-sibling::ol[1]/li/p/a/@href")
    assert "/decisions/14.1" in near
    assert "/decisions/14.2" not in near
    published(with_role("approver"), f"draft {chain.draft}", "provision 14.1")
    public = html.fromstring(Client().get(address, {"effects": "yes"}).content.decode())
    assert not public.xpath("//h2[@id='effects']")


def test_drafts_are_listed_and_flagged(chain: Chain) -> None:
    shown = page(signed_in(), "/drafts", costed="no")
    assert "no cost implication given" in text(shown)
    assert shown.xpath("//main//th[@scope='row']/a/@href") == [f"/drafts/{chain.draft}"]
    assert "No draft decision like this" in text(page(signed_in(), "/drafts", q="penguins"))
    (row,) = signed_in().get("/drafts.json").json()
    assert (row["key"], row["text"], row["costed"]) == (chain.draft, NEW, False)
    assert signed_in().get(f"/drafts/{chain.draft}.json").json()["drafted"]["key"] == chain.draft
    assert "15.AA" in signed_in().get("/drafts.csv").content.decode()


def test_a_provision_shows_its_chain_and_who_may_judge_says_so(chain: Chain) -> None:
    client = signed_in()
    shown = page(client, "/decisions/14.1")
    steps = [one.text_content() for one in shown.cssselect(".chain > .step")]
    assert len(steps) == 2
    assert "13.1" in steps[0]
    assert "renewed word for word" in steps[0]
    assert f"/drafts/{chain.draft}" in shown.xpath("//main//a/@href")
    sent = {"about": "provision 14.1", "old": "14.1", "new": chain.draft}
    answer = client.post("/lineage", {**sent, "verdict": "confirm", "label": "renewed-amended"})
    assert answer["Location"] == "/decisions/14.1"
    assert models.Succession.objects.get(draft__key=chain.draft).by is not None
    reader = page(signed_in(AUDITOR), "/decisions/14.1")
    assert not reader.xpath("//form[@action='/lineage']")
    assert signed_in(AUDITOR).post("/lineage", {**sent, "verdict": "refuse"}).status_code == 403


def test_a_refusal_of_a_step_needs_a_reason_and_a_label_must_be_known(chain: Chain) -> None:
    client, sent = signed_in(), {"about": "provision 14.1", "old": "14.1", "new": chain.draft}
    answer = client.post("/lineage", {**sent, "verdict": "refuse"})
    assert (answer.status_code, "reason" in answer.content.decode()) == (403, True)
    assert client.post("/lineage", {**sent, "label": "same"}).status_code == 403
    assert client.post("/lineage", {**sent, "about": "nothing"}).status_code == 403
    assert client.post("/lineage", {**sent, "verdict": "refuse", "reason": "x"}).status_code == 302
    assert models.Succession.objects.get(draft__key=chain.draft).state == "refused"


def test_what_became_of_a_provision_is_said_on_its_page_and_taken_back(chain: Chain) -> None:
    client = signed_in()
    form = page(client, "/decisions/14.1").xpath("//form[@action='/decisions/14.1/answer']")
    assert form[0].xpath(".//select[@name='status']/option/@value")[0] == "implemented"
    sent = {**ANSWER, "evidence": "Doc.1#para_2\nDoc.1#para_3", "left": "terns", "seen": 0}
    assert client.post("/decisions/14.1/answer", sent)["Location"] == "/decisions/14.1"
    shown = page(client, "/decisions/14.1")
    assert "said by Ann on" in text(shown)
    assert "decided by a colleague" in text(shown)
    assert "/documents/Doc.1#para_3" in shown.xpath("//main//a/@href")
    assert shown.get_element_by_id("became-shown").text_content() == "Doc.1#para_2\nDoc.1#para_3"
    seen = change("14.1")
    assert client.post("/decisions/14.1/take-back", {"seen": seen}).status_code == 302
    assert not models.Status.objects.exists()
    assert client.post("/decisions/14.1/take-back", {"seen": seen + 1}).status_code == 403


def test_the_word_of_the_second_of_two_people_is_not_lost(chain: Chain) -> None:
    first, second = signed_in(), signed_in(with_role("approver"))
    assert first.post("/decisions/14.1/answer", {**ANSWER, "seen": 0}).status_code == 302
    mine = {"status": "implemented", "why": "I saw the atlas in print", "seen": 0}
    answer = second.post("/decisions/14.1/answer", mine)
    assert answer.status_code == 409
    assert "I saw the atlas in print" in answer.content.decode()
    assert models.Status.objects.get().status == "not-implemented"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"status": "not-implemented"}, "say why it was not done"),
        ({"status": "covered-elsewhere"}, "needs an address as evidence"),
        ({"status": "done"}, "is no status"),
        ({"status": "implemented", "disposition": "burn"}, "is no disposition"),
    ],
)
def test_a_statement_that_lacks_something_says_what(
    chain: Chain, sent: dict[str, str], why: str
) -> None:
    answer = signed_in().post("/decisions/14.1/answer", {**sent, "seen": 0})
    assert (answer.status_code, why in answer.content.decode().lower()) == (403, True)
    assert not models.Status.objects.exists()


def test_how_decisions_stand_is_listed_with_reasons_and_taken_along(chain: Chain) -> None:
    client = signed_in()
    shown = page(client, "/standing", on="2025-06-01", meeting="COP14")
    row = " ".join(shown.cssselect("tbody tr")[0].text_content().split())
    for part in (
        "not implemented inferred", "no money came", "unfunded", "it lapses at COP15",
        "review not made", "renew a recommendation of ours", "renewed once before",
    ):  # fmt: skip
        assert part in row, part
    told("14.1", "implemented")
    mandates.adopt(OFFICER, "", "15.1", kind="decision", meeting="COP15")
    asked = {"on": "2099-01-01", "meeting": "COP14"}
    line = client.get("/standing.json", asked).json()[0]
    assert (line["name"], line["status"], line["stated"]) == ("14.1", "implemented", True)
    assert ["in_force", "lapsed at COP15, where nobody renewed it"] in line["reasons"]
    assert "implemented" in client.get("/standing.csv", asked).content.decode()
    assert client.get("/standing.xlsx", asked).status_code == 200
    assert client.get("/standing", {"on": "yesterday"}).status_code == 403


def test_mandates_without_money_are_listed_with_their_chain(chain: Chain) -> None:
    shown = page(signed_in(), "/standing/unfunded")
    (row,) = shown.cssselect("tbody tr")
    assert row.xpath("./td[1]/text()")[-1].strip() == "1"
    assert "/decisions/13.1" in row.xpath(".//a/@href")
    (line,) = signed_in().get("/standing/unfunded.json").json()
    assert (line["renewed"], line["chain"]) == (1, ["13.1", "14.1"])
    assert "14.1" in signed_in().get("/standing/unfunded.csv").content.decode()


def test_an_item_is_read_under_its_chapeau(chain: Chain) -> None:
    holder = models.Instrument.objects.get(number="14.2")
    models.Provision.objects.create(
        instrument=holder,
        name="14.2 a)",
        text="count the terns;",
        chapeau="Parties are invited to:",
    )
    quoted = page(signed_in(), "/decisions/14.2/a").cssselect("blockquote.official")[0]
    assert quoted.cssselect(".chapeau")[0].text_content() == "Parties are invited to:"
    assert quoted.cssselect(".of-item")[0].tail.strip() == "count the terns;"
    assert quoted.cssselect(".of-item")[0].text_content() == "a)"


def test_the_public_reads_what_is_published_and_none_of_our_words(chain: Chain) -> None:
    for address in ("/standing", "/standing/unfunded", "/drafts", f"/drafts/{chain.draft}"):
        assert Client().get(address).status_code == 302, address
    told("14.1", "not-implemented", why="a word of ours")
    published(with_role("approver"), f"draft {chain.draft}", "provision 14.1")
    for address in ("/standing", "/drafts", f"/drafts/{chain.draft}", "/decisions/14.1"):
        answer = Client().get(address)
        assert answer.status_code == 200, address
        words = answer.content.decode()
        assert "a word of ours" not in words, address
        assert "Ann" not in words, address
        assert "13.1" not in words, address
    assert "15.AA" not in Client().get("/decisions/14.1").content.decode(), "only proposed"


def test_reasons_are_told_in_the_language_of_the_page(chain: Chain) -> None:
    client = signed_in()
    client.cookies["django_language"] = "fr"
    shown = text(page(client, "/standing", on="2025-06-01", meeting="COP14"))
    assert "it lapses" not in shown
    assert "no money came" not in shown
    assert "17 février 2024" in shown
