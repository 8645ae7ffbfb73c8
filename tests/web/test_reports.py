"""Reports on pages: begun, written by several, sent, taken in again, checked, and handed out."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

import whimbrel.web
from tests.record import OFFICER, signed_in, with_role
from tests.reported import HOSTILE, begun, text_of, write
from whimbrel.acts import publish, sending
from whimbrel.queries.reports import digest, issued
from whimbrel.register.models import Dismissal, Passage, Person, Remark, Report, Returned
from whimbrel.writing.docx import docx_of

pytestmark = pytest.mark.usefixtures("house")
APPROVER = "ada@example.org"


def page(client: Client, path: str) -> html.HtmlElement:
    """A page that is there."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.content.decode()[-400:]
    return html.fromstring(answer.content.decode())


def words(one: html.HtmlElement) -> str:
    """What it says."""
    return " ".join(one.text_content().split())


def test_a_report_is_begun_at_the_list() -> None:
    begun()
    client = signed_in()
    assert "UNEP/CMS/COP15/Doc.18.1" in words(page(client, "/reports"))
    sent = {"meeting": "COP15", "item": "7", "title": "Terns", "language": "fr", "about": "14.10"}
    answer = client.post("/reports/begin", sent)
    assert answer["Location"] == "/reports/COP15-7-fr"
    assert Report.objects.get(key="COP15-7-fr").about == ["14.10"]


def test_the_page_is_the_paper_with_its_records_beside_it() -> None:
    key = begun()
    one = page(signed_in(), f"/reports/{key}")
    article = one.find_class("drafting")[0]
    links = {each.get("href") for each in article.iter("a")}
    assert "/decisions/14.10%20a)" in links
    assert any(str(each).startswith("/engagements/") for each in links)
    assert len(article.find_class("gap")) == 4
    assert "To the drafter:" in words(article)
    outline = one.find_class("outline")[0]
    assert "1 note" in words(outline)
    # Every address of the outline is on the page.
    ids = {each.get("id") for each in one.iter() if each.get("id")}
    assert {a.get("href").removeprefix("#") for a in outline.iter("a")} <= ids
    assert len(ids) == len([each for each in one.iter() if each.get("id")])


def test_words_are_kept_and_the_paragraph_comes_back() -> None:
    key, client = begun(), signed_in()
    given = text_of(key, "status/14.10 a)")
    sent = {"place": "status/14.10 a)", "words": "It was done.", "base": given, "was": ""}
    answer = client.post(f"/reports/{key}/write", sent)
    assert answer["Location"].startswith(f"/reports/{key}#para_")
    told = words(page(client, f"/reports/{key}"))
    assert "Written by Ann" in told
    assert "Leave it to the record" in told
    kept = Passage.objects.get()
    assert (kept.words, kept.base) == ("It was done.", given)
    sent = {"place": "status/14.10 a)", "was": digest("It was done.")}
    client.post(f"/reports/{key}/restore", sent)
    assert not Passage.objects.exists()


def test_who_was_overtaken_keeps_their_words() -> None:
    key, client = begun(), signed_in()
    write(key, "status/14.10 a)", "The first wrote this.")
    sent = {"place": "status/14.10 a)", "words": "The second wrote that.", "was": "", "base": "x"}
    answer = client.post(f"/reports/{key}/write", sent)
    assert answer.status_code == 409
    one = html.fromstring(answer.content.decode())
    fields = [each for each in one.iter("textarea") if each.text == "The second wrote that."]
    assert len(fields) == 1
    form = next(each for each in fields[0].iterancestors("form"))
    assert form.getparent().get("open") is not None
    assert "Ann wrote this paragraph meanwhile" in words(one)
    # Who has now seen the words of the first may write theirs.
    again = {name: form.fields[name] for name in ("place", "base", "was")}
    assert client.post(f"/reports/{key}/write", again | {"words": "Both."}).status_code == 302
    assert Passage.objects.get().words == "Both."


def test_what_the_record_changed_since_is_shown_as_tracked_changes() -> None:
    key = begun()
    write(key, "status/14.10 a)", "Mine.", base="Decision 14.10 a) has not been implemented.")
    own = page(signed_in(), f"/reports/{key}").find_class("behind")[0]
    assert "The record changed since" in words(own)
    assert len(list(own.iter("del"))) + len(list(own.iter("ins"))) > 0


def test_hostile_words_are_words_on_every_page() -> None:
    key, client = begun(), signed_in()
    write(key, "narrative/discussion", HOSTILE, base="")
    for path in (f"/reports/{key}", f"/reports/{key}/check"):
        answer = client.get(path).content.decode()
        assert "<script>alert" not in answer
        assert 'href="javascript' not in answer
    assert HOSTILE in words(page(client, f"/reports/{key}"))


def test_what_is_for_the_drafter_is_not_printed() -> None:
    """The style sheet leaves out on paper what is no part of the paper."""
    file = Path(whimbrel.web.__file__).parent / "static/whimbrel/whimbrel.css"
    printed = file.read_text(encoding="utf-8").partition("@media print")[2]
    for name in (".gap", ".margin", ".acting", ".outline", ".unprinted"):
        assert f"{name}," in printed or f"{name} " in printed, name


def test_a_report_is_frozen_submitted_and_taken_up_again() -> None:
    key, client = begun(), signed_in()
    assert client.post(f"/reports/{key}/freeze", {"seen": 0}).status_code == 302
    told = words(page(client, f"/reports/{key}"))
    assert "Write it in your words" not in told
    assert "An approver says that it was submitted" in told
    approver = signed_in(APPROVER)
    assert "Say that it was submitted" in words(page(approver, f"/reports/{key}"))
    approver.post(f"/reports/{key}/submit", {"symbol": "Doc.1", "seen": 1})
    assert Report.objects.get().state == "submitted"
    client.post(f"/reports/{key}/revise", {"as": "Add", "reason": "more", "seen": 2})
    assert "goes out next as Add.1" in words(page(client, f"/reports/{key}"))
    answer = client.post(
        f"/reports/{key}/write", {"place": "status/14.10 a)", "words": "y", "was": ""}
    )
    assert answer.status_code == 302


def test_a_file_comes_with_its_kind_and_name() -> None:
    key, client = begun(), signed_in()
    answer = client.get(f"/reports/{key}/draft.docx")
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert 'filename="UNEP-CMS-COP15-Doc.18.1-draft.docx"' in answer["Content-Disposition"]
    assert client.get(f"/reports/{key}/draft.xlsx").status_code == 404
    assert client.get(f"/reports/{key}/issued/first.pdf").status_code == 404
    sending.freeze(OFFICER, "", key, seen=0)
    assert client.get(f"/reports/{key}/issued/first.pdf").content.startswith(b"%PDF")
    links = {each.get("href") for each in page(client, "/").iter("a")}
    assert f"/reports/{key}/draft.docx" in links, "one click from the desk"


def test_everybody_reads_the_last_issue_of_a_public_report() -> None:
    key = begun()
    sending.freeze(OFFICER, "", key, seen=0)
    assert Client().get(f"/reports/{key}").status_code == 302
    publish.publish(APPROVER, "cleared", "report", key)
    told = words(page(Client(), f"/reports/{key}"))
    assert "Decision 14.10 a) has been implemented" in told
    assert "nobody has said" not in told
    assert Client().get(f"/reports/{key}/draft.docx").status_code == 302
    assert key in words(page(Client(), "/reports")) or "Partnership" in words(
        page(Client(), "/reports")
    )


def returned(key: str) -> Remark:
    """A change that came back."""
    sent = Report.objects.get(key=key).issued.get()
    officer = sent.by
    back = Returned.objects.create(
        issued=sent, file_name="from-a-party.docx", sha256="x", file=b"", by=officer, at=sent.at
    )
    return Remark.objects.create(
        returned=back, key="1", place="status/14.10 a)", eid="para_3", kind="replaced",
        author="<b>A Party</b>", before="has been implemented", after="was implemented in part",
        sure=False, written="2026-02-01T10:00:00+00:00",
    )  # fmt: skip


def test_what_came_back_stands_with_its_redline() -> None:
    key, client = begun(), signed_in()
    sending.freeze(OFFICER, "", key, seen=0)
    one = returned(key)
    told = page(client, f"/reports/{key}/returned")
    assert [words(each) for each in told.iter("del")] == [
        "removed: has been end of what was removed"
    ]
    assert "<b>A Party</b>" in words(told)
    assert "place found by its words: look" in words(told)
    assert "Take the report up again before you decide" in words(told)
    sending.revise(OFFICER, "changes", key, seen=Report.objects.get().change)
    form = told = page(client, f"/reports/{key}/returned")
    buttons = [each.get("value") for each in form.iter("button") if each.get("name") == "verdict"]
    assert buttons == ["accept", "refuse"]
    sent = {"remark": one.pk, "verdict": "refuse"}
    answer = client.post(f"/reports/{key}/decide", sent)
    assert answer["Location"].endswith(f"#remark-{one.pk}")
    assert Remark.objects.get().verdict == "refused"


def test_all_of_a_wrong_copy_is_refused_with_a_reason() -> None:
    key, client = begun(), signed_in()
    sending.freeze(OFFICER, "", key, seen=0)
    copy = returned(key).returned
    told = page(client, f"/reports/{key}/returned")
    assert "Refuse all of this copy" in words(told)
    sent = {"file_name": copy.file_name}
    assert client.post(f"/reports/{key}/decline", sent).status_code == 403
    answer = client.post(f"/reports/{key}/decline", {**sent, "reason": "the wrong file"})
    assert answer.status_code == 302
    assert Remark.objects.get().verdict == "refused"
    assert "Refuse all of this copy" not in words(page(client, f"/reports/{key}/returned"))


def test_a_copy_is_taken_in_and_another_file_is_refused() -> None:
    key, client = begun(), signed_in()
    sending.freeze(OFFICER, "", key, seen=0)
    tree = issued(OFFICER, key)
    assert tree is not None
    copy = SimpleUploadedFile("copy.docx", docx_of(tree))
    assert client.post(f"/reports/{key}/receive", {"file": copy}).status_code == 302
    assert "copy.docx" in words(page(client, f"/reports/{key}/returned"))
    other = SimpleUploadedFile("other.docx", b"no Word file")
    assert client.post(f"/reports/{key}/receive", {"file": other}).status_code == 403
    assert client.post(f"/reports/{key}/receive").status_code == 403
    assert Returned.objects.count() == 1


def test_a_finding_is_set_aside_with_its_reason_and_taken_up_again() -> None:
    key, client = begun(), signed_in()
    write(key, "narrative/discussion", "The Secretariat met on 30 February 2025.", base="")
    one = page(client, f"/reports/{key}/check")
    assert "Wrong as it stands" in words(one)
    form = one.find_class("finding")[0].find(".//form")
    sent = {name: form.fields[name] for name in ("on", "finding", "rule", "words")}
    answer = client.post("/checks/dismiss", sent | {"reason": "as printed"})
    assert answer["Location"] == f"/reports/{key}/check"
    told = words(page(client, f"/reports/{key}/check"))
    assert "Wrong as it stands" not in told
    assert "as printed Ann" in told
    client.post("/checks/take-up", {"on": sent["on"], "finding": sent["finding"]})
    assert not Dismissal.objects.exists()
    assert client.post("/checks/dismiss", sent | {"reason": " "}).status_code == 403


@pytest.mark.parametrize(("language", "says"), [("fr", "Date erronée"), ("es", "Fecha errónea")])
def test_the_check_speaks_the_language_of_the_page(language: str, says: str) -> None:
    key, client = begun(), signed_in()
    write(key, "narrative/discussion", "The Secretariat met on 30 February 2025.", base="")
    client.cookies["django_language"] = language
    assert says in words(page(client, f"/reports/{key}/check"))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_paper_is_shown_and_handed_out_in_the_language_that_was_chosen(language: str) -> None:
    begun()
    client = signed_in()
    one = page(client, f"/papers/country/KE?language={language}")
    assert one.find_class("paper")[0].get("lang") == language
    links = {each.get("href") for each in one.iter("a")}
    assert f"/papers/country/KE.docx?language={language}" in links
    answer = client.get(f"/papers/country/KE.pdf?language={language}")
    assert answer["Content-Type"] == "application/pdf"
    assert client.get("/papers/table.xlsx")["Content-Type"].endswith("spreadsheetml.sheet")
    assert client.get("/papers/country/KE.xlsx").status_code == 404


@pytest.mark.parametrize(
    ("path", "paper"),
    [("/decisions/14.10/b", "/papers/answer/14.10/b"), ("/countries", "/papers/country/KE"),
     ("/reports", "/papers/table")],
)  # fmt: skip
def test_papers_are_one_click_from_their_record(path: str, paper: str) -> None:
    begun()
    links = {each.get("href") for each in page(signed_in(), path).iter("a")}
    assert paper in links
    outside = Client()
    outside.force_login(signed_in_as("focal point"))
    answer = outside.get(path)
    assert paper not in answer.content.decode()


def signed_in_as(role: str) -> Person:
    """Somebody with a role."""
    return Person.objects.get(email=with_role(role))


def test_what_went_out_is_what_the_first_button_hands_out() -> None:
    key = begun()
    first = "//main//a[contains(@class, 'button')][1]/@href"
    assert page(signed_in(), f"/reports/{key}").xpath(first)[0] == f"/reports/{key}/draft.docx"
    sending.freeze(OFFICER, "ready", key, seen=Report.objects.get().change)
    assert page(signed_in(), f"/reports/{key}").xpath(first)[0] == (
        f"/reports/{key}/issued/first.docx"
    )
    sending.revise(OFFICER, "more came", key, seen=Report.objects.get().change)
    assert page(signed_in(), f"/reports/{key}").xpath(first)[0] == f"/reports/{key}/draft.docx"
