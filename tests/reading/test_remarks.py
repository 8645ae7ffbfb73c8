"""What a Word file that came back says: the state, the hand and the place of every word and
comment; hostile files."""

import io
import zipfile

import pytest

from tests.reading.word import box, call, field, footnote, ins, p, part, r, relation, table, word
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Limits
from whimbrel.reading.passages import CALL, Returned, State
from whimbrel.reading.remarks import remarks, remarks_in

ANA = 'w:id="1" w:author="Ana" w:date="2026-10-01T09:30:00Z"'
BEN = 'w:id="2" w:author="Ben" w:date="2026-10-02T10:00:00"'
INS, DEL = f"<w:ins {ANA}/>", f"<w:del {BEN}/>"


def came(text: str, by: str = ANA, *, tag: str = "ins") -> str:
    """Words that were inserted."""
    return f"<w:{tag} {by}>{r(text)}</w:{tag}>"


def went(text: str, by: str = BEN) -> str:
    """Words that were deleted."""
    words = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"<w:del {by}>{words}</w:del>"


def marked(name: str) -> str:
    """A bookmark."""
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def back(*blocks: str, comments: str = "", extended: str = "", **more: str) -> Returned:
    """A file, read."""
    relations, parts = "", {}
    if comments:
        relations += relation("c", "comments", "comments.xml")
        parts["word/comments.xml"] = part("comments", comments)
    if extended:
        relations += relation("x", "commentsExtended", "commentsExtended.xml")
        parts["word/commentsExtended.xml"] = extended
    data = word(*blocks, relations=relations, parts=parts, **more)
    return remarks_in(data, name="back.docx")


def stretches(found: Returned) -> list[list[str]]:
    """Passages as lists of `+came`, `-went`, `kept`."""
    sign = {State.KEPT: "", State.INSERTED: "+", State.DELETED: "-"}
    return [[sign[s.state] + s.text for s in each.stretches] for each in found.passages]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((p("The list stands."),), [["The list stands."]]),
        ((p("The ", came("new "), "list"),), [["The ", "+new ", "list"]]),
        ((p("The ", went("old "), "list"),), [["The ", "-old ", "list"]]),
        # A space that only the change needs belongs to the change.
        ((p("The list ", came("stands")),), [["The list", "+ stands"]]),
        ((p(came("The"), " list"),), [["+The ", "list"]]),
        # A run that somebody else broke up is one stretch all the same.
        ((p("a", "b", came("c"), came("d"), "e"),), [["ab", "+cd", "e"]]),
        ((p(came("c"), came("d", BEN)),), [["+c", "+d"]]),
        # Inserted by one and deleted by another: it was never sent, and it is not proposed.
        ((p("a", f"<w:ins {ANA}>{went('x')}</w:ins>", "b"),), [["ab"]]),
        # The end of a paragraph that was inserted: one passage, as it was sent.
        ((p("one", mark=INS), p(came("two"))), [["one", "+\ntwo"]]),
        ((p(came("zero"), mark=INS), p("one")), [["+zero\n", "one"]]),
        ((p("one", mark=DEL), p("two")), [["one"], ["two"]]),
        # Links, content controls and fields are looked through; instructions are no words.
        ((p(field("PAGE", r("7")), " of 9"),), [["7 of 9"]]),
        ((f"<w:sdt><w:sdtContent>{p('held')}</w:sdtContent></w:sdt>",), [["held"]]),
        ((p("around", f"<w:r>{box(p('inside'))}</w:r>"),), [["around"], ["inside"]]),
        ((p("shown", r("hidden", "<w:vanish/>")),), [["shown"]]),
    ],
)
def test_words_keep_their_state(blocks: tuple[str, ...], expected: list[list[str]]) -> None:
    assert stretches(back(*blocks)) == expected


def test_every_change_keeps_its_author_and_moment() -> None:
    found = back(p("The ", came("new "), went("old "), "list", mark=DEL), p("x"))
    _, new, old, _ = found.passages[0].stretches
    assert (new.hand.author, str(new.hand.at)) == ("Ana", "2026-10-01 09:30:00")
    assert (old.hand.author, str(old.hand.at)) == ("Ben", "2026-10-02 10:00:00")
    assert found.passages[0].end.state is State.DELETED
    assert found.passages[0].end.hand.author == "Ben"
    assert found.passages[0].original == "The old list"
    assert found.passages[0].accepted == "The new list"


@pytest.mark.parametrize("date", ["", "yesterday", "2026-13-45T00:00:00Z", "9" * 50])
def test_a_moment_that_is_none_is_unknown(date: str) -> None:
    found = back(p(came("x", f'w:author="" w:date="{date}"')))
    hand = found.passages[0].stretches[0].hand
    assert (hand.author, hand.at) == (None, None)


def test_a_move_has_its_name_at_both_ends_as_word_and_as_libreoffice_write_it() -> None:
    start = '<w:moveFromRangeStart w:id="5" w:name="move1"/>'
    end = '<w:moveFromRangeEnd w:id="5"/>'
    goes = f"<w:moveFrom {ANA}>{r('It moves')}</w:moveFrom>"
    inside = f"<w:moveFrom {ANA}>{start}{r('It moves')}</w:moveFrom>"
    comes = f'<w:moveToRangeStart w:id="6" w:name="move1"/>{came("It moves", tag="moveTo")}'
    for words in (f"{start}{goes}{end}", f"{inside}{end}"):
        found = back(p(words), p("It stays"), p(f'{comes}<w:moveToRangeEnd w:id="6"/>'))
        gone, _, new = found.passages
        assert (gone.stretches[0].state, gone.stretches[0].move) == (State.DELETED, "move1")
        assert (new.stretches[0].state, new.stretches[0].move) == (State.INSERTED, "move1")


def test_bookmarks_stand_where_they_begin_inside_and_before_a_paragraph() -> None:
    found = back(marked("before"), p("one ", marked("inside"), "two"), p("three"))
    anchors = [[(a.name, a.offset) for a in each.anchors] for each in found.passages]
    assert anchors == [[("before", 0), ("inside", 4)], []]


def test_cells_and_notes_are_passages_with_their_place() -> None:
    found = back(
        p("See", call(4), call(2)),
        table((p("a") + p(came("b")), "c"), ("d", "e")),
        footnotes=footnote(2, "second") + footnote(4, "first ", went("note")),
    )
    assert found.passages[0].original == f"See{CALL}{CALL}"
    cells = [(e.cell.row, e.cell.column, e.accepted) for e in found.passages if e.cell]
    assert cells == [(0, 0, "a b"), (0, 1, "c"), (1, 0, "d"), (1, 1, "e")]
    notes = [(e.note, e.original) for e in found.passages if e.note]
    assert notes == [("footnote 1", "first note"), ("footnote 2", "second")]


def test_changes_of_form_alone_are_counted_and_words_struck_twice_are_told() -> None:
    form = f"<w:rPrChange {ANA}><w:rPr/></w:rPrChange>"
    found = back(p(r("bold", f"<w:b/>{form}"), f"<w:ins {ANA}>{went('oh')}</w:ins>"))
    assert found.formatting == 1
    assert found.remarks == ("“oh” was inserted, and deleted again by Ben",)
    assert not found.passages[0].marked


def remark(key: int, words: str, by: str = ANA) -> str:
    """A w:comment whose paragraph has a number."""
    name = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    by = by.partition(" ")[2]
    paragraph = f'<w:p {name} w14:paraId="000000A{key}">{r(words)}</w:p>'
    return f'<w:comment w:id="{key}" {by} w:initials="X">{paragraph}</w:comment>'


def hung(key: int, words: str) -> str:
    """Words that a comment hangs on."""
    return (
        f'<w:commentRangeStart w:id="{key}"/>{r(words)}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )


def test_a_comment_has_its_words_its_place_and_its_answers() -> None:
    name = "http://schemas.microsoft.com/office/word/2012/wordml"
    extended = (
        f'<w15:commentsEx xmlns:w15="{name}"><w15:commentEx w15:paraId="000000A0" w15:done="1"/>'
        '<w15:commentEx w15:paraId="000000A1" w15:paraIdParent="000000A0" w15:done="0"/>'
        '<w15:commentEx w15:paraId="000000A2" w15:paraIdParent="000000A1"/></w15:commentsEx>'
    )
    said = remark(0, "Which?") + remark(1, "This.", BEN) + remark(2, "Good.") + remark(3, "Lost")
    found = back(p("zero"), p("The ", hung(0, "list")), comments=said, extended=extended)
    first, lost = found.comments
    assert (first.words, first.about, first.passage, first.start, first.end) == (
        "Which?",
        "list",
        1,
        4,
        8,
    )
    assert (first.hand.author, first.initials, first.resolved) == ("Ana", "X", True)
    assert [(each.words, each.hand.author) for each in first.replies] == [
        ("This.", "Ben"),
        ("Good.", "Ana"),
    ]
    assert (lost.words, lost.passage) == ("Lost", None)


def test_a_comment_on_several_paragraphs_is_at_the_first_and_has_all_words() -> None:
    found = back(
        p("one ", '<w:commentRangeStart w:id="0"/>', "two"),
        p("three", '<w:commentRangeEnd w:id="0"/>', " four"),
        comments=remark(0, "Both?"),
    )
    (comment,) = found.comments
    assert (comment.passage, comment.start, comment.end) == (0, 4, 7)
    assert comment.about == "two three"


def test_answers_in_a_ring_end() -> None:
    name = "http://schemas.microsoft.com/office/word/2012/wordml"
    ring = (
        f'<w15:commentsEx xmlns:w15="{name}">'
        '<w15:commentEx w15:paraId="000000A0" w15:paraIdParent="000000A1"/>'
        '<w15:commentEx w15:paraId="000000A1" w15:paraIdParent="000000A0"/></w15:commentsEx>'
    )
    found = back(p(hung(0, "x")), comments=remark(0, "a") + remark(1, "b"), extended=ring)
    assert [each.words for each in found.comments] == ["a", "b"]


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:comments xmlns:w="x">&a;</w:comments>'
)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (b"# A paper\n\nIn Markdown.", "it is text, and only a Word file holds"),
        (b"PK\x03\x04 truncated", "truncated or damaged"),
        (
            word(
                p("x"),
                relations=relation("c", "comments", "comments.xml"),
                parts={"word/comments.xml": ENTITIES},
            ),
            "back.docx, word/comments.xml: its XML declares a document type or entities",
        ),
        (
            word(
                p("x"),
                relations=relation("c", "comments", "comments.xml"),
                parts={"word/comments.xml": "<w:comments"},
            ),
            "back.docx, word/comments.xml: its XML is broken",
        ),
        (word(p("x"), parts={"word/big.xml": b" " * (30 << 20)}), "a ZIP bomb?"),
        (word(p("x"), parts={"word/document.xml": ENTITIES}), "document type or entities"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_its_place(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable) as error:
        remarks_in(data, name="back.docx")
    assert cause in str(error.value)
    assert str(error.value).startswith("back.docx")


def test_a_package_without_a_document_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("other.txt", "x")
    with pytest.raises(Unreadable, match="no Word document"):
        remarks_in(out.getvalue(), name="back.docx")


def test_parts_that_are_named_and_missing_are_passed_by() -> None:
    relations = relation("c", "comments", "comments.xml") + relation("f", "footnotes", "f.xml")
    data = word(p(hung(0, "x"), call(9)), relations=relations)
    found = remarks_in(data, name="back.docx")
    assert found.comments == ()
    assert [each.original for each in found.passages] == [f"x{CALL}", ""]


def test_reading_stops_when_the_time_is_over() -> None:
    data = word(*[p(ins(r("x")))] * 250)
    with pytest.raises(Unreadable, match="longer than"):
        remarks_in(data, name="back.docx", limits=Limits(seconds=-1))


def test_a_file_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        remarks(tmp_path / "gone.docx")
