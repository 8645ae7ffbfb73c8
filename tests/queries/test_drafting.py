"""A report as its page shows it: what each paragraph rests on, and what became of edits."""

import pytest

from tests.record import OFFICER, with_role
from tests.reported import begun, text_of, write
from whimbrel.acts import engagements, reports
from whimbrel.queries.drafting import Drafted, Part, drafted
from whimbrel.register.models import Passage

pytestmark = pytest.mark.usefixtures("house")


def shown(key: str) -> Drafted:
    """The page of a report."""
    one = drafted(OFFICER, key)
    assert one is not None
    return one


def part(key: str, name: str) -> Part:
    """One paragraph of it."""
    return next(one for one in shown(key).parts if one.key == name)


def test_each_paragraph_names_the_records_that_it_rests_on() -> None:
    key = begun()
    done = part(key, "14.10 a)/done")
    (ground,) = done.grounds
    assert (ground.about.partition(" ")[0], ground.title) == ("engagement", "Workshop on flyways")
    assert [one.about for one in part(key, "status/14.10 a)").grounds] == ["provision 14.10 a)"]


def test_a_document_that_is_only_cited_leads_nowhere() -> None:
    key = begun()
    deed = part(key, "14.10 a)/done").grounds[0].about.partition(" ")[2]
    engagements.attach_evidence(OFFICER, "", deed, "UNEP/CMS/COP15/Inf.9#para_1")
    cited = {one.name: one.about for one in part(key, "14.10 a)/done").grounds}
    assert cited["UNEP/CMS/COP15/Inf.9#para_1"] == ""


def test_an_edit_stands_with_what_the_record_gives() -> None:
    key = begun()
    given = text_of(key, "status/14.10 a)")
    write(key, "status/14.10 a)", "It was done well.")
    one = part(key, "status/14.10 a)")
    assert one.own is not None
    assert (one.own.fate, one.own.by, one.own.now) == ("kept", "Ann", given)
    assert one.lines[0].runs[0].text == "It was done well."


def test_what_the_record_changed_since_is_marked() -> None:
    key = begun()
    write(
        key, "status/14.10 a)", "It was done well.", base="Decision 14.10 a) was not implemented."
    )
    own = part(key, "status/14.10 a)").own
    assert own is not None
    assert own.fate == "behind"
    assert ("removed" in dict(own.redline)) and ("added" in dict(own.redline))


def test_a_paragraph_that_is_left_out_can_be_had_again() -> None:
    key = begun()
    write(key, "accords/list", "")
    one = part(key, "accords/list")
    assert (one.lines, one.own and one.own.words) == ((), "")
    assert one.own is not None
    reports.restore(OFFICER, "", key, "accords/list", seen=one.own.digest)
    assert part(key, "accords/list").lines


def test_an_item_is_written_without_its_paragraph() -> None:
    key = begun()
    item = part(key, "14.10 a)/done").lines[1]
    write(key, item.key, "A workshop.", base="".join(run.text for run in item.runs))
    now = part(key, "14.10 a)/done")
    assert now.own is None
    assert now.lines[1].own is not None
    assert now.lines[1].runs[0].text == "A workshop."


def test_words_whose_place_is_gone_are_not_lost() -> None:
    key = begun()
    write(key, "14.10 a)/done", "One workshop.")
    write(key, "narrative/discussion", "Words.", base="Other words.")
    Passage.objects.filter(key="narrative/discussion").update(key="nowhere")
    one = shown(key)
    assert [own.words for own in one.lost] == ["Words."]
    assert "nowhere" not in {each.key for each in one.parts}


def test_several_paragraphs_of_one_narrative_are_one_thing_to_write() -> None:
    key = begun()
    write(key, "narrative/discussion", "First.\n\nSecond.", base="")
    found = [one for one in shown(key).parts if one.key.startswith("narrative/")]
    assert len(found) == 2
    assert [one.own is not None for one in found] == [True, False]


def test_quoted_words_and_draft_decisions_are_not_written_here() -> None:
    key = begun()
    quoted = [one for one in part(key, "background/14.10").lines if one.quoted]
    assert quoted
    assert not any(one.writable for one in quoted)


def test_the_outline_counts_notes_also_under_a_heading_that_is_not_printed() -> None:
    key = begun()
    notes = {one.text: one.gaps for one in shown(key).outline}
    assert notes["Implementation of Decision 14.10 b)"] == 1
    assert sum(notes.values()) == shown(key).gaps


@pytest.mark.parametrize("role", ["partner", "focal point"])
def test_nobody_outside_the_office_sees_what_is_written(role: str) -> None:
    key = begun()
    assert drafted(with_role(role), key) is None
    assert drafted(None, key) is None
    assert drafted(OFFICER, "COP15-99-en") is None


def test_a_provision_in_french_that_is_known_in_english_only_says_so() -> None:
    begun()
    key = begun("fr", fill=False)
    notes = [gap for one in shown(key).parts for gap in one.gaps]
    assert any("anglais" in one for one in notes)
