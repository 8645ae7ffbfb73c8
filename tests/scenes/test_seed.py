"""The document for which the house was first built, deposited in an empty house and judged: what
became of each decision that it quotes, and where the one that is renewed goes on."""

from pathlib import Path

import pytest

from tests.record import OFFICER
from tests.tools import corpus
from whimbrel.acts import documents, readings
from whimbrel.engagements.understood import understand
from whimbrel.queries import documents as kept
from whimbrel.queries import drafts, lineage, prints, standing
from whimbrel.register.models import Edition, Instrument

pytestmark = pytest.mark.long
DOCUMENT = "UNEP/CMS/COP15/Doc.18.1"
BECAME = {
    "14.8": ("not-reported", False, "para_46", ""),
    "14.9 a)": ("reported-elsewhere", False, "para_37", ""),
    "14.9 b)": ("reported-elsewhere", False, "para_37", ""),
    "14.10 a)": ("not-implemented", True, "para_30", "absence of funding"),
    "14.10 b)": ("superseded", False, "para_36", ""),
    "14.10 c)": ("partly-implemented", False, "para_37", ""),
    "14.10 d)": ("not-implemented", True, "para_40", "lack of external resources"),
}
"""Provision -> its status, whether the document states it, the paragraph, words of the reason."""


@pytest.fixture
def judged(house: Path) -> None:
    """The document, and all that was understood of what became of decisions, and of new ones."""
    file = corpus("seed", "UNEP-CMS-COP15-Doc.18.1.auto.docx")
    read = understand(file.read_bytes(), name=file.name)
    assert documents.deposit(OFFICER, "by mail", read).symbol == DOCUMENT
    readings.accept_sure(OFFICER, "looked through", DOCUMENT)
    for kind in ("statuses", "draft_decisions"):
        for one in kept.readings(OFFICER, DOCUMENT, kind=kind):
            if one.state == "proposed":
                named = readings.Named(symbol=DOCUMENT, kind=kind, place=one.place)
                readings.judge(OFFICER, "its words", named, "accept", seen=one.change)


@pytest.mark.usefixtures("judged")
def test_each_decision_has_a_status_with_its_reason_and_its_paragraph() -> None:
    for name, (status, stated, paragraph, reason) in BECAME.items():
        (found,) = map(standing.line, standing.numbered(OFFICER, name))
        assert (found.status, found.stated) == (status, stated), name
        assert f"{DOCUMENT}#{paragraph}" in found.evidence, name
        assert reason in found.reason, name
        assert DOCUMENT in found.status_because, name
        assert found.outputs, name
        assert found.proposed == ("renew" if name == "14.10 d)" else "delete"), name
        assert found.proposed_because == "a paper on record proposes it", name


@pytest.mark.usefixtures("judged")
def test_what_is_renewed_goes_on_in_the_first_draft_of_the_annex_with_the_changed_words() -> None:
    (step,) = lineage.lineage(OFFICER, "14.10 d)") or ()
    assert (step.old.name, step.new.name, step.label, step.state) == (
        "14.10 d)", "14.AA", "renewed-amended", "proposed",
    )  # fmt: skip
    assert step.why is not None
    assert step.comparison.removed == ("organisations,",)
    assert step.comparison.added == ("organizations,",)
    one = drafts.draft(OFFICER, step.new.key)
    assert one is not None
    assert one.address == f"{DOCUMENT}#annex__dec_14.AA"
    assert one.comes_from == (step,)
    assert not one.drafted.costed
    others = [each for each in drafts.entered(OFFICER, DOCUMENT) if each.key != step.new.key]
    assert [(each.heading, each.renews) for each in others] == [("PARTNERSHIP POLICY", ())]


@pytest.mark.usefixtures("judged")
def test_a_report_that_nobody_began_tells_of_every_decision_of_its_paper() -> None:
    asks = prints.Asked(meeting="COP15", item="18.1", language="en")
    made = prints.composed_file(OFFICER, asks, "md")
    assert made is not None
    told = made.data.decode().replace("\u2003", " ")
    assert DOCUMENT not in told.partition("<!-- summary -->")[2]
    assert "According to CMS Secretariat" not in told
    assert "# Protect Insects" not in told
    for words in (
        "deletion of Decisions 14.8–14.10",
        "*assess the significance of multiple systems",
        "14.9 a) is reported in UNEP/CMS/COP15/Doc.28.14 and UNEP/CMS/COP15/Doc.28.4.",
        "Due to lack of external resources, it was not possible to implement Decision 14.10 d)",
        "# Other cooperation\n\n8. The Secretariat worked with",
        "undertake a concise review of the values, policy principles",
        "develop a partnership policy tailored to the Convention",
        "attended (remotely) two regional workshops. The first one in March 2024",
    ):
        assert words in told, words


@pytest.mark.usefixtures("judged")
def test_a_report_on_a_decision_that_is_not_on_record_is_refused() -> None:
    asks = prints.Asked(meeting="COP15", item="18.1", language="en", about=("77.7",))
    with pytest.raises(ValueError, match=r"the record has no 77\.7"):
        prints.composed_file(OFFICER, asks, "md")


@pytest.mark.usefixtures("judged")
def test_a_decision_has_the_title_and_the_meeting_that_the_paper_gives_it() -> None:
    for number in ("14.8", "14.9", "14.10"):
        one = Instrument.objects.get(number=number)
        assert one.title.startswith("Participation of Non-Governmental Organizations"), number
        assert one.meeting is not None, number
        assert one.meeting.short == "COP14"
        assert Edition.objects.filter(about=f"instrument {number}").exists(), number
