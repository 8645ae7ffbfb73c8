"""A report goes out, comes back with changes, and is revised."""

import datetime
from dataclasses import replace

import pytest

from tests.record import OFFICER, with_role
from tests.reporting.back import ANA, BEN, Sheet
from whimbrel.acts import (
    ending,
    engagements,
    mandates,
    meetings,
    reports,
    returning,
    sending,
)  # fmt: skip
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.document import walk
from whimbrel.queries import reports as asked
from whimbrel.reading.written_json import document_of
from whimbrel.register.models import Issued, Remark, Report
from whimbrel.writing.docx import docx_of

pytestmark = pytest.mark.usefixtures("house")
KEY = "COP15-18.1-en"


def change() -> int:
    """How often the report was changed."""
    return Report.objects.get().change


@pytest.fixture
def frozen() -> Issued:
    """A report that went out."""
    meetings.enter(
        OFFICER, "", "COP14", starts=datetime.date(2024, 2, 12), ends=datetime.date(2024, 2, 17)
    )
    meetings.enter(OFFICER, "", "COP15", starts=datetime.date(2026, 3, 23))
    mandates.adopt(OFFICER, "", "14.10", kind="decision", meeting="COP14", title="On Terns")
    mandates.enter(
        OFFICER, "", "14.10", "14.10 a)", text="count the terns of the coast;", due="COP15"
    )
    engagements.record(
        OFFICER, "", "Count of terns", kind="workshop", partners=("FAO",), provisions=("14.10 a)",),
        since="2025-05", state="done",
    )  # fmt: skip
    reports.begin(OFFICER, "", "COP15", "18.1", title="Terns", symbol="UNEP/CMS/COP15/Doc.18.1")
    assert sending.freeze(OFFICER, "", KEY, seen=0) == ""
    return Issued.objects.get()


def eid(sent: Issued, words: str) -> tuple[int, str]:
    """(place among the nodes, address) of the paragraph that holds some words."""
    for at, placed in enumerate(walk(document_of(sent.tree))):
        if words in placed.node.text:
            return at, placed.address
    raise AssertionError(words)


def back(sent: Issued, *edits: tuple[str, str, str]) -> bytes:
    """A copy in which somebody wrote other words."""
    sheet = Sheet.of(document_of(sent.tree))
    for words, old, new in edits:
        at, _ = eid(sent, words)
        sheet.replace(at, old, new, by=ANA)
    return sheet.docx()


def printed() -> str:
    """The report as it stands now."""
    now = asked.report(OFFICER, KEY)
    assert now is not None
    return "\n".join(placed.node.text for placed in walk(now.laid.document))


def test_what_went_out_stays_as_it_was(frozen: Issued) -> None:
    with pytest.raises(Refused, match="is frozen"):
        sending.freeze(OFFICER, "", KEY, seen=change())
    engagements.record(OFFICER, "", "Second count", kind="workshop", partners=("FAO",),
                       provisions=("14.10 a)",), since="2025-06", state="done")  # fmt: skip
    assert "Second count" in printed()
    out = asked.issued(OFFICER, KEY)
    assert out is not None
    assert "Second count" not in "\n".join(placed.node.text for placed in walk(out))


def test_a_report_is_submitted_under_a_symbol_and_revised(frozen: Issued) -> None:
    Report.objects.update(symbol="")
    with_role("approver")
    with pytest.raises(Refused, match="under a symbol"):
        sending.submit("x@example.org", "", KEY, seen=change())
    sending.submit("x@example.org", "", KEY, symbol="UNEP/CMS/COP15/Doc.18.1", seen=change())
    with pytest.raises(Refused, match="only a frozen report"):
        sending.submit("x@example.org", "", KEY, seen=change())
    with pytest.raises(Refused, match="without a reason"):
        sending.revise(OFFICER, "", KEY, seen=change())
    assert sending.revise(OFFICER, "a Party asked", KEY, seen=change()) == "Rev.1"
    assert sending.freeze(OFFICER, "", KEY, seen=change()) == "Rev.1"
    assert sending.revise(OFFICER, "more", KEY, addendum=True, seen=change()) == "Add.1"
    sending.freeze(OFFICER, "", KEY, seen=change())
    assert sending.revise(OFFICER, "again", KEY, seen=change()) == "Rev.2"


def test_a_report_of_nothing_does_not_go_out() -> None:
    meetings.enter(OFFICER, "", "COP15")
    reports.begin(OFFICER, "", "COP15", "18.1", title="Terns")
    with pytest.raises(Refused, match="nothing would be printed"):
        sending.freeze(OFFICER, "", KEY, seen=0)


def test_a_change_that_is_accepted_stands_in_the_report(frozen: Issued) -> None:
    data = back(frozen, ("Conference of the Parties", "adopted", "took"))
    assert returning.receive(OFFICER, "", KEY, "back.docx", data) == 1
    one = Remark.objects.get()
    assert (one.kind, one.author, one.before, one.after) == ("replaced", ANA, "adopted", "took")
    with pytest.raises(Refused, match="begin a revision"):
        returning.decide(OFFICER, "", KEY, one.pk, "accept")
    sending.revise(OFFICER, "came back", KEY, seen=change())
    assert "took" not in printed()
    returning.decide(OFFICER, "", KEY, one.pk, "accept")
    assert "took" in printed()
    with pytest.raises(Overtaken, match="decided on it already: it is accepted"):
        returning.decide(OFFICER, "", KEY, one.pk, "refuse")
    with pytest.raises(Refused, match="came back already"):
        returning.receive(OFFICER, "", KEY, "back.docx", data)


def test_two_changes_of_one_paragraph_are_taken_up_one_by_one(frozen: Issued) -> None:
    data = back(frozen, ("Conference of the Parties", "adopted", "took"),
                ("Conference of the Parties", "Parties", "States"))  # fmt: skip
    assert returning.receive(OFFICER, "", KEY, "back.docx", data) == 2
    sending.revise(OFFICER, "came back", KEY, seen=change())
    first, second = Remark.objects.order_by("pk")
    returning.decide(OFFICER, "", KEY, first.pk, "accept")
    returning.decide(OFFICER, "", KEY, second.pk, "refuse")
    shown = printed()
    assert (first.after in shown, second.after in shown) == (True, False)


def test_the_words_of_a_governing_body_are_not_corrected(frozen: Issued) -> None:
    data = back(frozen, ("count the terns", "terns", "gulls"))
    returning.receive(OFFICER, "", KEY, "back.docx", data)
    sending.revise(OFFICER, "came back", KEY, seen=change())
    with pytest.raises(Refused, match="words of a governing body"):
        returning.decide(OFFICER, "", KEY, Remark.objects.get().pk, "accept")
    assert Remark.objects.get().verdict == "open"
    returning.decide(OFFICER, "", KEY, Remark.objects.get().pk, "refuse")


def test_words_written_meanwhile_are_not_lost(frozen: Issued) -> None:
    data = back(frozen, ("Conference of the Parties", "adopted", "took"))
    returning.receive(OFFICER, "", KEY, "back.docx", data)
    sending.revise(OFFICER, "came back", KEY, seen=change())
    place = Remark.objects.get().place
    reports.write(OFFICER, "", KEY, place, "Quite other words.", seen="")
    with pytest.raises(Overtaken, match="Quite other words"):
        returning.decide(OFFICER, "", KEY, Remark.objects.get().pk, "accept")
    assert "Quite other words." in printed()


def test_a_new_paragraph_stands_where_it_was_put(frozen: Issued) -> None:
    sheet = Sheet.of(document_of(frozen.tree))
    at, _ = eid(frozen, "has been partly implemented")
    sheet.new(at, "A paragraph of Ben.", by=BEN)
    returning.receive(OFFICER, "", KEY, "back.docx", sheet.docx())
    sending.revise(OFFICER, "came back", KEY, seen=change())
    returning.decide(OFFICER, "", KEY, Remark.objects.get().pk, "accept")
    lines = printed().splitlines()
    here = next(n for n, line in enumerate(lines) if "has been partly implemented" in line)
    assert lines[here + 1] == "A paragraph of Ben."


def test_another_paper_that_quotes_the_same_is_refused_by_its_first_page(frozen: Issued) -> None:
    sent = document_of(frozen.tree)
    head = replace(sent.masthead, symbol="UNEP/CMS/COP15/Doc.99", title="GULLS")
    with pytest.raises(Refused, match=r"is UNEP/CMS/COP15/Doc\.99, and what went out is"):
        returning.receive(OFFICER, "", KEY, "gulls.docx", docx_of(replace(sent, masthead=head)))
    assert not Remark.objects.exists()
    assert returning.receive(OFFICER, "", KEY, "same.docx", docx_of(sent)) == 0


def test_all_that_is_open_in_a_copy_is_refused_at_once(frozen: Issued) -> None:
    data = back(frozen, ("Conference of the Parties", "adopted", "took"),
                ("Conference of the Parties", "Parties", "States"))  # fmt: skip
    returning.receive(OFFICER, "", KEY, "back.docx", data)
    with pytest.raises(Refused, match="without a reason"):
        returning.decline(OFFICER, "", KEY, "back.docx")
    assert returning.decline(OFFICER, "the wrong file", KEY, "back.docx") == 2
    assert {one.verdict for one in Remark.objects.all()} == {"refused"}
    with pytest.raises(Refused, match=r"nothing of back\.docx is open"):
        returning.decline(OFFICER, "again", KEY, "back.docx")


def test_another_document_is_refused_and_nothing_is_kept(frozen: Issued) -> None:
    ending.entitle(OFFICER, "", "14.10", "Other business")
    other = document_of(frozen.tree)
    strange = type(other)(nodes=tuple(
        type(node)(kind=node.kind, runs=(type(run)(text="Something quite different here."),))
        for node in other.nodes for run in node.runs[:1]
    ))  # fmt: skip
    with pytest.raises(Refused, match="is another document"):
        returning.receive(OFFICER, "", KEY, "other.docx", docx_of(strange))
    with pytest.raises(Refused, match=r"broken\.docx"):
        returning.receive(OFFICER, "", KEY, "broken.docx", b"PK\x03\x04 not a file")
    assert not Remark.objects.exists()
