"""What comes back from Word: each change once, at its place, with its author; accepted or refused,
the words are exact."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import heading, item, note, paragraph, run, table
from tests.reading.word import printed
from tests.reporting.back import ANA, BEN, Bit, Sheet, Slip
from whimbrel.document import Document, Kind, Masthead, Node, walk
from whimbrel.document.runs import squeeze
from whimbrel.reporting.returned import AnotherDocument, Proposal, accepted, applied, matched

K = Proposal


def paper() -> Document:
    """A small paper on invented business."""
    return Document(
        masthead=Masthead(symbol="UNEP/XYZ/COP9/Doc.7", title="Rivers and their commissions"),
        summary=(paragraph("This paper tells what became of the decisions on rivers."),),
        nodes=(
            heading(
                "Background",
                paragraph("The Conference of the Parties asked for a list of rivers.", label="1."),
                paragraph(
                    "Three commissions answered the questionnaire of the Secretariat:",
                    item("(a)", "the Danube commission, in March;"),
                    item("(b)", "the Okavango commission, in April."),
                    label="2.",
                ),
                Node(
                    kind=Kind.PARAGRAPH,
                    label="3.",
                    runs=(run("No funds were "), run("available", italic=True), run(note="1")),
                ),
                table(("Commission", "Answer"), ("Danube", "March"), ("Okavango", "April")),
            ),
            heading(
                "Recommended actions",
                paragraph("The Conference of the Parties is invited to take note.", label="4."),
                paragraph("The Secretariat will keep the list up to date.", label="5."),
            ),
        ),
        notes=(note("1", "See the report of the Standing Committee."),),
    )


def sheet() -> Sheet:
    """The paper as a Word file."""
    return Sheet.of(paper())


def texts(document: Document) -> list[str]:
    """The words of every paragraph and cell, in reading order, footnotes last."""
    out = []
    for placed in walk(document):
        out += [placed.node.text] if placed.node.text else []
        out += [cell for row in placed.node.rows for cell in row]
    return out


def said(made: Sheet, sent: Document | None = None) -> list[tuple[object, ...]]:
    """What is offered of a file: kind, address, words before and after, author."""
    found = matched(sent or paper(), made.returned())
    return [
        (each.kind, each.address, each.before.strip(), each.after.strip(), each.author)
        for each in found.changes
    ]


def test_what_comes_back_untouched_offers_nothing() -> None:
    found = matched(paper(), sheet().returned())
    assert found.changes == ()
    assert (found.paragraphs, found.bookmarked, found.alike) == (17, 10, 7)
    assert accepted(paper(), found.changes) == paper()


def test_words_that_come_go_and_change_are_offered_at_their_paragraph() -> None:
    made = sheet()
    made.replace(made.at("para_1"), "asked for", "requested", by=ANA)
    made.delete(made.at("para_2__a"), ", in March", by=BEN)
    made.insert(made.at("para_4"), " with thanks", after="take note", by=BEN)
    assert said(made) == [
        (K.REPLACED, "para_1", "asked for", "requested", ANA),
        (K.DELETED, "para_2__a", ", in March", "", BEN),
        (K.INSERTED, "para_4", "", "with thanks", BEN),
    ]


def test_author_and_moment_are_those_of_the_file() -> None:
    made = sheet()
    made.delete(made.at("para_1"), "a list of ")
    (change,) = matched(paper(), made.returned()).changes
    assert change.author == ANA
    assert change.at is not None
    assert change.at.isoformat() == "2026-10-01T09:30:00"
    assert change.tracked
    assert change.sure


@pytest.mark.parametrize("way", ["own", "before", "left"])
def test_a_paragraph_that_goes_is_one_change_however_its_end_is_marked(way: str) -> None:
    made = sheet()
    at = made.at("para_5")
    words = made.slips[at].bits[0].text
    made.remove(at, way=way)
    assert said(made) == [(K.REMOVED_PARAGRAPH, "para_5", words, "", ANA)]
    done = accepted(paper(), matched(paper(), made.returned()).changes)
    assert [words] == [text for text in texts(paper()) if text not in texts(done)]


@pytest.mark.parametrize("way", ["own", "behind"])
def test_a_paragraph_that_comes_is_one_change_and_stands_where_it_was_typed(way: str) -> None:
    made = sheet()
    made.new(made.at("para_4"), "The Committee meets in May.", way=way)
    assert said(made) == [(K.NEW_PARAGRAPH, "para_4", "", "The Committee meets in May.", ANA)]
    done = accepted(paper(), matched(paper(), made.returned()).changes)
    texts_ = texts(done)
    at = texts_.index("The Committee meets in May.")
    assert texts_[at - 1].endswith("take note.")
    assert texts_[at + 1].startswith("The Secretariat will")
    assert done.nodes[1].children[1] == paragraph("The Committee meets in May.")


@pytest.mark.parametrize("way", ["marked", "as two"])
def test_a_paragraph_that_moves_is_one_change(way: str) -> None:
    made = sheet()
    at = made.at("para_1")
    words = made.slips[at].bits[0].text
    made.move(at, after=made.at("para_4"), way=way)
    found = matched(paper(), made.returned())
    (change,) = found.changes
    assert (change.kind, change.address, change.author) == (K.MOVED, "para_1", ANA)
    assert change.to is not None
    assert change.to.address == "para_4"
    done = accepted(paper(), found.changes)
    assert texts(done) == [
        *[text for text in texts(paper())[:-2] if text != words],
        words,
        *texts(paper())[-2:],
    ]
    assert done.nodes[1].children[1].label == "1."


def test_a_paragraph_moved_without_a_mark_is_offered_as_a_move_of_nobody() -> None:
    made = sheet()
    slip = made.slips.pop(made.at("para_5"))
    made.slips.insert(made.at("para_1") + 1, slip)
    found = matched(paper(), made.returned())
    (change,) = found.changes
    assert (change.kind, change.address, change.author) == (K.MOVED, "para_5", None)
    assert not change.tracked
    assert change.to is not None
    assert change.to.address == "para_1"
    assert texts(accepted(paper(), found.changes))[3].startswith("The Secretariat will keep")


def test_words_changed_without_a_mark_are_offered_and_nobody_is_named() -> None:
    made = sheet()
    made.cut(made.at("para_1"), "asked for a list", Bit("called for an inventory"))
    made.delete(made.at("para_1"), " of rivers")
    found = matched(paper(), made.returned())
    assert [(c.before, c.after, c.author, c.tracked) for c in found.changes] == [
        ("asked", "called", None, False),
        ("a list", "an inventory", None, False),
        (" of rivers", "", ANA, True),
    ]
    assert texts(accepted(paper(), found.changes))[2] == (
        "The Conference of the Parties called for an inventory."
    )


def test_a_comment_hangs_on_its_words_with_answers_and_whether_it_is_settled() -> None:
    made = sheet()
    made.comment(made.at("para_4"), "take note", "Only note?", answer="Yes.", done=True)
    (change,) = matched(paper(), made.returned()).changes
    assert (change.kind, change.address) == (K.COMMENT, "para_4")
    assert (change.before, change.after) == ("take note", "Only note?")
    assert paper().nodes[1].children[0].text[change.start : change.end] == "take note"
    assert change.resolved
    assert [(each.words, each.hand.author) for each in change.replies] == [("Yes.", BEN)]
    assert accepted(paper(), (change,)) == paper()


def test_two_reviewers_in_one_paragraph_are_two_changes_that_part() -> None:
    made = sheet()
    at = made.at("para_1")
    made.replace(at, "asked for", "requested", by=ANA)
    made.replace(at, "rivers", "streams", by=BEN)
    first, second = matched(paper(), made.returned()).changes
    assert (first.author, second.author) == (ANA, BEN)
    assert texts(accepted(paper(), (second,)))[2] == (
        "The Conference of the Parties asked for a list of streams."
    )
    assert texts(accepted(paper(), (first,)))[2] == (
        "The Conference of the Parties requested a list of rivers."
    )


def test_the_copies_of_two_reviewers_are_matched_apart_and_accepted_together() -> None:
    one, other = sheet(), sheet()
    one.replace(one.at("para_1"), "asked for", "requested", by=ANA)
    other.remove(other.at("para_5"), by=BEN)
    changes = (
        *matched(paper(), one.returned()).changes,
        *matched(paper(), other.returned()).changes,
    )
    assert len({each.key for each in changes}) == 2
    done = texts(accepted(paper(), changes))
    assert done[2].startswith("The Conference of the Parties requested")
    assert not any("keep the list" in text for text in done)


def test_keys_are_the_same_each_time_and_none_is_given_twice() -> None:
    made = sheet()
    for address in ("para_1", "para_4"):
        made.delete(made.at(address), "Conference of the ")
        made.insert(made.at(address), " now", after="Parties")
    keys = [each.key for each in matched(paper(), made.returned()).changes]
    assert keys == [each.key for each in matched(paper(), made.returned()).changes]
    assert len(set(keys)) == 4


def test_bookmarks_that_were_lost_are_made_up_for_by_words_and_order() -> None:
    made = sheet()
    made.replace(made.at("para_2__b"), "April", "May")
    made.slips = [replace(slip, address="") for slip in made.slips]
    found = matched(paper(), made.returned())
    assert [(c.kind, c.address, c.before, c.after) for c in found.changes] == [
        (K.REPLACED, "para_2__b", "April", "May")
    ]
    assert found.bookmarked == 0
    assert found.changes[0].sure


def test_what_is_found_by_likeness_says_that_it_is_not_sure() -> None:
    made = sheet()
    made.cut(made.at("para_2__b"), "in April", Bit("in May"))
    made.slips = [replace(slip, address="") for slip in made.slips]
    (change,) = matched(paper(), made.returned()).changes
    assert (change.before, change.after, change.sure) == ("April", "May", False)


def test_a_paragraph_is_split_and_two_are_joined() -> None:
    made = sheet()
    at = made.at("para_1")
    first, second = "The Conference of the Parties", " asked for a list of rivers."
    made.slips[at : at + 1] = [
        replace(made.slips[at], bits=(Bit(first),), mark=Bit("", "ins", ANA)),
        Slip((Bit(second),)),
    ]
    at = made.at("para_4")
    made.slips[at] = replace(made.slips[at], mark=Bit("", "del", BEN))
    found = matched(paper(), made.returned())
    assert [(c.kind, c.address, c.author) for c in found.changes] == [
        (K.SPLIT, "para_1", ANA),
        (K.JOINED, "para_4", BEN),
    ]
    done = texts(accepted(paper(), found.changes))
    assert done[2:4] == [first, second.strip()]
    assert done[-2].endswith("take note.The Secretariat will keep the list up to date.")


def test_changes_in_cells_and_footnotes_have_their_address() -> None:
    made = sheet()
    (key,) = made.tables
    march = '<w:r><w:t xml:space="preserve">March</w:t></w:r>'
    assert march in made.tables[key]
    new = Bit("March", "del", ANA).xml() + Bit("May", "ins", ANA).xml()
    made.tables[key] = made.tables[key].replace(march, new)
    committee = (
        '<w:r><w:t xml:space="preserve">See the report of the Standing Committee.</w:t></w:r>'
    )
    made.notes[0] = made.notes[0].replace(committee, committee + Bit(" Page 3.", "ins", BEN).xml())
    found = matched(paper(), made.returned())
    assert [(c.kind, c.address, c.cell, c.after, c.author) for c in found.changes] == [
        (K.REPLACED, "sec_1__table_1", (1, 1), "May", ANA),
        (K.INSERTED, "note_1", None, " Page 3.", BEN),
    ]
    done = accepted(paper(), found.changes)
    assert done.nodes[0].children[3].rows[1] == ("Danube", "May")
    assert done.notes[0].text == "See the report of the Standing Committee. Page 3."


def test_rows_come_and_go() -> None:
    made = sheet()
    (key,) = made.tables
    row = made.tables[key].index("<w:tr>", 10 + made.tables[key].index("<w:tr>"))
    properties = f'<w:trPr><w:del w:id="1" w:author="{ANA}"/></w:trPr>'
    new = f'<w:tr><w:trPr><w:ins w:id="1" w:author="{BEN}"/></w:trPr>'
    cells = "".join(f"<w:tc><w:p>{Bit(t, 'ins', BEN).xml()}</w:p></w:tc>" for t in ("Niger", "May"))
    xml = made.tables[key]
    xml = xml[:row] + "<w:tr>" + properties + xml[row + len("<w:tr>") :]
    made.tables[key] = xml.replace("</w:tbl>", f"{new}{cells}</w:tr></w:tbl>")
    found = matched(paper(), made.returned())
    assert [(c.kind, c.address, c.before, c.after, c.author) for c in found.changes] == [
        (K.REMOVED_ROW, "sec_1__table_1", "Danube\tMarch", "", ANA),
        (K.NEW_ROW, "sec_1__table_1", "", "Niger\tMay", BEN),
    ]
    rows = accepted(paper(), found.changes).nodes[0].children[3].rows
    assert rows == (("Commission", "Answer"), ("Okavango", "April"), ("Niger", "May"))


def test_new_words_wear_the_dress_of_those_before_them_and_calls_stay() -> None:
    made = sheet()
    at = made.at("para_3")
    made.replace(at, "available", "found")
    done = accepted(paper(), matched(paper(), made.returned()).changes)
    runs = done.nodes[0].children[2].runs
    assert runs == (run("No funds were "), run("found", italic=True), run(note="1"))


def test_one_paragraph_is_changed_by_itself() -> None:
    made = sheet()
    made.replace(made.at("para_1"), "asked for", "requested")
    node = paper().nodes[0].children[0]
    changes = matched(paper(), made.returned()).changes
    (new,) = applied(node, changes)
    assert new == replace(node, runs=(run(node.text.replace("asked for", "requested")),))
    assert applied(node, ()) == (node,)


def test_the_masthead_of_a_file_is_no_new_paragraph_and_a_change_in_it_is_told() -> None:
    made = sheet()
    made.slips.insert(0, Slip((Bit("Rivers and their "), Bit("commissions", "del", ANA))))
    made.slips.insert(0, Slip((Bit("UNEP/XYZ/COP9/Doc.7"),)))
    assert said(made) == [(K.DELETED, "", "commissions", "", ANA)]
    assert accepted(paper(), matched(paper(), made.returned()).changes) == paper()


def test_what_the_file_printed_around_the_paper_is_known_from_the_file_as_sent() -> None:
    printed_ = sheet()
    printed_.slips.insert(4, Slip((Bit("Printed on recycled paper"),)))
    made = Sheet(list(printed_.slips), notes=printed_.notes, tables=printed_.tables)
    found = matched(paper(), made.returned(), printed=printed_.returned())
    assert found.changes == ()


def test_another_document_is_refused_and_told_what_was_compared() -> None:
    other = Document(
        nodes=tuple(
            paragraph(f"Whales of the {sea} sea were counted by ship in winter {year}.")
            for year, sea in enumerate(("north", "south", "black", "red"), 1990)
        )
    )
    with pytest.raises(AnotherDocument) as error:
        matched(paper(), Sheet.of(other).returned())
    assert "back.docx: it is another document" in str(error.value)
    assert "UNEP/XYZ/COP9/Doc.7" in str(error.value)


def test_a_paper_of_the_same_house_with_the_same_bookmarks_is_another_document() -> None:
    made = sheet()
    made.slips = [
        replace(slip, bits=(Bit(f"Invented words number {at} about whales at sea {at}"),))
        for at, slip in enumerate(made.slips)
    ]
    made.tables, made.notes = {}, []
    with pytest.raises(AnotherDocument):
        matched(paper(), made.returned())


def test_a_short_paper_that_shares_the_phrases_of_the_house_is_another_document() -> None:
    other = Document(
        nodes=(
            heading("Background", paragraph("Five whales were seen from the ship in winter.")),
            paragraph("The Conference of the Parties requested the Secretariat to report."),
            paragraph("All of them were counted again by the crew on the way back to port."),
        ),
        notes=(note("1", "See the annex."),),
    )
    made = Sheet.of(other)
    made.slips = [replace(slip, address="") for slip in made.slips]
    with pytest.raises(AnotherDocument):
        matched(paper(), made.returned())


THINGS = "river basin flyway treaty Party species habitat funds report list plan wetland"
WORDS = st.sampled_from(THINGS.split())
STATES = st.sampled_from(["", "", "", "ins", "del"])
BITS = st.lists(
    st.builds(
        lambda words, state, by: Bit(" " + " ".join(words), state, by if state else ""),
        st.lists(WORDS, min_size=1, max_size=4),
        STATES,
        st.sampled_from([ANA, BEN]),
    ),
    max_size=5,
).map(tuple)
MARKS = st.sampled_from(
    [Bit(""), Bit(""), Bit(""), Bit("", "ins", ANA), Bit("", "del", ANA), Bit("", "del", BEN)]
)


def flush(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    """Bits of which the first does not begin with a space."""
    return (replace(bits[0], text=bits[0].text.lstrip()), *bits[1:]) if bits else bits


@st.composite
def wild(draw: st.DrawFn) -> tuple[Document, Sheet]:
    """Any words in any state with any ends, and the document that was sent."""
    slips = draw(st.lists(st.builds(Slip, bits=BITS, mark=MARKS), min_size=1, max_size=8))
    slips[-1] = replace(slips[-1], mark=Bit(""))
    slips = [replace(slip, bits=flush(slip.bits)) for slip in slips]
    sent, out, group = [], [], []
    for slip in slips:
        group.append(slip)
        if slip.mark.state == "ins":
            continue
        words = squeeze("".join(b.text for s in group for b in s.bits if b.state != "ins"))
        if words:
            sent.append(paragraph(words))
            group[0] = replace(group[0], address=f"p_{len(sent)}")
        out += group
        group = []
    assume(sent)
    return Document(nodes=tuple(sent)), Sheet(out)


@settings(max_examples=20, deadline=None)
@given(wild())
def test_accepting_all_gives_the_accepted_words_of_the_file_and_refusing_all_the_paper_sent(
    made: tuple[Document, Sheet],
) -> None:
    sent, sheet_ = made
    data = sheet_.docx()
    found = matched(sent, sheet_.returned())
    assert texts(sent) == printed(data, original=True)
    assert accepted(sent, ()) == sent
    assert texts(accepted(sent, found.changes)) == printed(data)


EDITS = st.sampled_from(
    ["", "", "delete", "insert", "replace", "remove", "before", "new", "behind", "move", "two"]
)


def open_ended(slips: list[Slip], at: int) -> bool:
    """True where a paragraph of its own can follow: no deleted end, by which what follows would run
    on, stands before what was emptied."""
    while at > 0 and all(bit.state in ("del", "from") for bit in slips[at].bits):
        at -= 1
    return slips[at].mark.state != "del"


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[Document, Sheet, list[tuple[object, ...]]]:
    """A paper with at most one change a paragraph, and what is to be found."""
    count = draw(st.integers(5, 12))
    words = [
        f"{draw(WORDS)}{at} of the {draw(WORDS)} and {draw(WORDS)} {at}." for at in range(count)
    ]
    sent = Document(nodes=(heading("Background", *(paragraph(text) for text in words)),))
    made, expected = Sheet.of(sent), []
    for at in range(count - 1, 0, -1):
        slip, by = made.slips[at], draw(st.sampled_from([ANA, BEN]))
        edit, address, text = draw(EDITS), made.slips[at].address, slip.bits[0].text
        if edit == "delete":
            made.delete(at, " of the", by=by)
            expected.append((K.DELETED, address, "of the", "", by))
        elif edit == "insert":
            made.insert(at, " once more", after=" and", by=by)
            expected.append((K.INSERTED, address, "", "once more", by))
        elif edit == "replace":
            made.replace(at, "of the", "under a", by=by)
            expected.append((K.REPLACED, address, "of the", "under a", by))
        elif edit in ("remove", "before") and (
            edit == "remove" or not made.slips[at - 1].mark.state
        ):
            made.remove(at, by=by, way="own" if edit == "remove" else "before")
            expected.append((K.REMOVED_PARAGRAPH, address, text, "", by))
        elif edit in ("new", "behind"):
            new = f"Something {at} that nobody had thought of"
            ended = edit == "new" and open_ended(made.slips, at)
            made.new(at, new, by=by, way="own" if ended else "behind")
            expected.append((K.NEW_PARAGRAPH, address, "", new, by))
        elif edit in ("move", "two"):
            places = [n for n in range(at, len(made.slips)) if open_ended(made.slips, n)]
            if not places:
                continue
            after = draw(st.sampled_from(places))
            made.move(at, after=after, by=by, way="marked" if edit == "move" else "as two")
            expected.append((K.MOVED, address, text, text, by))
    return sent, made, expected


@settings(max_examples=30, deadline=None)
@given(reviewed())
def test_each_change_is_found_exactly_once(
    made: tuple[Document, Sheet, list[tuple[object, ...]]],
) -> None:
    sent, sheet_, expected = made
    found = said(sheet_, sent)
    assert sorted(map(str, found)) == sorted(map(str, expected))
    done = accepted(sent, matched(sent, sheet_.returned()).changes)
    assert texts(done) == printed(sheet_.docx())


@settings(max_examples=20, deadline=None)
@given(reviewed(), st.data())
def test_what_is_refused_leaves_the_words_as_they_were(
    made: tuple[Document, Sheet, list[tuple[object, ...]]], data: st.DataObject
) -> None:
    sent, sheet_, _ = made
    changes = matched(sent, sheet_.returned()).changes
    chosen = [each for each in changes if data.draw(st.booleans())]
    touched = {each.address for each in chosen}
    done = texts(accepted(sent, chosen))
    for placed in walk(sent):
        if placed.address not in touched:
            assert placed.node.text in done
    assert len(done) == len(texts(sent)) + sum(
        (each.kind is K.NEW_PARAGRAPH) - (each.kind is K.REMOVED_PARAGRAPH) for each in chosen
    )
