"""Word files: what a reader with the document open in Word would call its words."""

import pytest

from tests.reading.word import (
    COP_LIST,
    box,
    call,
    document_of,
    field,
    footnote,
    gone,
    ins,
    level,
    lists,
    p,
    part,
    printed,
    r,
    read_lines,
    relation,
    relationships,
    style,
    table,
    word,
)
from whimbrel.document import Run


def runs(
    *words: str, relations: str = "", styles: str = "", of: str | None = None
) -> tuple[Run, ...]:
    """The runs of a file of one paragraph."""
    (line,) = read_lines(word(p(*words, style=of), relations=relations, styles=styles)).lines
    return line.runs


CHANGES = [
    ("words put in", p("Eels ", ins(r("often ")), "swim."), "Eels often swim.", "Eels swim."),
    ("words taken out", p("Eels ", gone("never "), "swim."), "Eels swim.", "Eels never swim."),
    (
        "words moved away",
        p("Eels ", gone("here ", tag="moveFrom"), "swim."),
        "Eels swim.",
        "Eels here swim.",
    ),
    (
        "words moved in",
        p("Eels ", f"<w:moveTo>{r('there ')}</w:moveTo>", "swim."),
        "Eels there swim.",
        "Eels swim.",
    ),
    (
        "words put in and taken out again",
        p("Eels ", ins(gone("maybe ")), "swim."),
        "Eels swim.",
        "Eels swim.",
    ),
]


@pytest.mark.parametrize(
    ("paragraph", "accepted", "original"),
    [case[1:] for case in CHANGES],
    ids=[case[0] for case in CHANGES],
)
def test_tracked_changes_are_accepted_or_left_out_as_asked(
    paragraph: str, accepted: str, original: str
) -> None:
    assert printed(word(paragraph)) == [accepted]
    assert printed(word(paragraph), original=True) == [original]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    data = word(p("Eels ", mark="<w:del/>"), p("swim."))
    assert printed(data) == ["Eels swim."]
    assert printed(data, original=True) == ["Eels", "swim."]


def test_an_inserted_paragraph_mark_parts_two_paragraphs_only_now() -> None:
    data = word(p("Eels ", mark="<w:ins/>"), p("swim."))
    assert printed(data) == ["Eels", "swim."]
    assert printed(data, original=True) == ["Eels swim."]


def test_a_paragraph_deleted_whole_is_gone_and_not_counted() -> None:
    data = word(
        p("One.", number=(1, 0)),
        p(gone("Two."), number=(1, 0), mark="<w:del/>"),
        p("Three.", number=(1, 0)),
        numbering=COP_LIST,
    )
    assert printed(data) == ["1. One.", "2. Three."]
    assert printed(data, original=True) == ["1. One.", "2. Two.", "3. Three."]


def test_words_before_a_deleted_last_mark_are_kept() -> None:
    assert printed(word(p("Eels swim.", mark="<w:del/>"))) == ["Eels swim."]


def test_a_deleted_mark_in_a_cell_does_not_reach_into_the_next_cell() -> None:
    data = word(table((p("Eels", mark="<w:del/>"), "Pike")), p("After."))
    assert printed(data) == ["Eels | Pike", "After."]


def test_a_deleted_mark_does_not_reach_into_a_text_box() -> None:
    data = word(p("Eels ", r(inner=box(p("Boxed."))), mark="<w:del/>"), p("swim."))
    assert sorted(printed(data)) == ["Boxed.", "Eels swim."]


def test_a_changed_list_is_the_old_one_in_the_original() -> None:
    before = '<w:pPrChange w:id="1"><w:pPr/></w:pPrChange>'
    data = word(p("Eels swim.", number=(1, 0), properties=before), numbering=COP_LIST)
    assert printed(data) == ["1. Eels swim."]
    assert printed(data, original=True) == ["Eels swim."]


def test_a_deleted_row_is_gone_and_an_inserted_one_is_there() -> None:
    rows = table(("Eels", "1"), ("Pike", "2"), ("Perch", "3"))
    rows = rows.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    rows = rows[::-1].replace("<w:tr>"[::-1], "<w:tr><w:trPr><w:ins/></w:trPr>"[::-1], 1)[::-1]
    assert printed(word(rows)) == ["Pike | 2 / Perch | 3"]
    assert printed(word(rows), original=True) == ["Eels | 1 / Pike | 2"]


def test_footnotes_are_numbered_in_the_order_of_their_calls() -> None:
    notes = footnote(7, " The Bureau.") + footnote(3, " The Forum.")
    found = read_lines(word(p("Asked", call(3), " and told", call(7), "."), footnotes=notes))
    assert [run.note for run in found.lines[0].runs] == [None, "1", None, "2", None]
    assert {key: "".join(run.text for run in words) for key, words in found.notes.items()} == {
        "1": "The Forum.",
        "2": "The Bureau.",
    }


def test_endnotes_are_numbered_in_roman() -> None:
    found = read_lines(
        word(p("Told", call(1, tag="endnote"), "."), endnotes=footnote(1, " Late.", tag="endnote"))
    )
    assert list(found.notes) == ["i"]


def test_a_mark_of_its_own_does_not_count() -> None:
    notes = (
        footnote(1, " First.")
        + f'<w:footnote w:id="2">{p(r("*"), r(" Starred."))}</w:footnote>'
        + footnote(3, " Second.")
    )
    found = read_lines(word(p("A", call(1), "b", call(2, mark="*"), "c", call(3)), footnotes=notes))
    assert list(found.notes) == ["1", "*", "2"]
    assert found.notes["*"][0].text == "Starred."


def test_a_mark_of_its_own_used_twice_gives_two_notes() -> None:
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(f"* Note {key}.")}</w:footnote>' for key in (1, 2)
    )
    found = read_lines(word(p("A", call(1, mark="*"), "b", call(2, mark="*")), footnotes=notes))
    assert {key: words[0].text for key, words in found.notes.items()} == {
        "*": "Note 1.",
        "*~2": "Note 2.",
    }


def test_a_call_of_no_footnote_is_dropped() -> None:
    assert runs("Asked", call(9), ".") == (Run(text="Asked."),)


def test_a_footnote_nobody_calls_is_not_printed() -> None:
    assert read_lines(word(p("x"), footnotes=footnote(1, " Lost."))).notes == {}


def test_a_footnote_of_two_paragraphs_is_one_line() -> None:
    note = f'<w:footnote w:id="1">{p("See")}{p("there.")}</w:footnote>'
    found = read_lines(word(p("x", call(1)), footnotes=note))
    assert found.notes["1"] == (Run(text="See there."),)


def test_a_link_in_a_footnote_is_looked_up_beside_the_footnotes() -> None:
    link = f'<w:hyperlink r:id="r1">{r("here")}</w:hyperlink>'
    own = relationships(relation("r1", "hyperlink", "https://example.org/note", external=True))
    data = word(
        p("x", call(1)),
        footnotes=footnote(1, " See ", link),
        relations=relation("r1", "hyperlink", "https://example.org/body", external=True),
        parts={"word/_rels/footnotes.xml.rels": own},
    )
    assert read_lines(data).notes["1"][-1].href == "https://example.org/note"


def test_a_link_leads_where_its_relation_says() -> None:
    link = f'<w:hyperlink r:id="r1" w:anchor="p3">{r("Decision 3.1")}</w:hyperlink>'
    found = runs(
        "See ",
        link,
        ".",
        relations=relation("r1", "hyperlink", "https://example.org/d", external=True),
    )
    assert found[1] == Run(text="Decision 3.1", href="https://example.org/d#p3")


def test_a_link_inside_the_document_keeps_its_anchor() -> None:
    assert runs(f'<w:hyperlink w:anchor="annex">{r("the annex")}</w:hyperlink>')[0].href == "#annex"


@pytest.mark.parametrize(
    ("instruction", "href"),
    [
        (' HYPERLINK "https://example.org/a" ', "https://example.org/a"),
        (' HYPERLINK \\l "annex" ', "#annex"),
        (" REF _x ", None),
    ],
)
def test_a_field_may_be_a_link(instruction: str, href: str | None) -> None:
    assert runs("See ", field(instruction, r("that")), ".")[1 if href else 0].href == href


def test_the_instruction_of_a_field_is_not_read_and_its_result_is() -> None:
    assert runs("Page ", field(" PAGE ", r("3")), " of 9.") == (Run(text="Page 3 of 9."),)


def test_a_field_inside_the_instruction_of_a_field_is_not_read() -> None:
    inner = field(" QUOTE x ", r("inner"))
    start, mid, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    assert runs("A ", start, inner, mid, r("outer"), end, " z.") == (Run(text="A outer z."),)


def test_a_simple_field_shows_its_result() -> None:
    assert runs(f'<w:fldSimple w:instr=" DATE ">{r("3 May")}</w:fldSimple>') == (Run(text="3 May"),)


def test_a_table_of_contents_is_left_out_and_remarked() -> None:
    styles = style("TOC1", "toc 1")
    found = read_lines(
        word(
            p("Background 2", style="TOC1"),
            p("Progress 4", style="TOC1"),
            p("Eels."),
            styles=styles,
        )
    )
    assert [line.text for line in found.lines] == ["Eels."]
    assert found.remarks == ("a table of contents of 2 line(s) left out",)


def test_hidden_words_are_not_read() -> None:
    assert runs("Eels ", r("secretly ", "<w:vanish/>"), "swim.") == (Run(text="Eels swim."),)


def test_words_that_a_style_hides_are_not_read() -> None:
    styles = style("Ghost", run="<w:vanish/>", kind="character")
    assert runs("Eels ", r("secretly ", '<w:rStyle w:val="Ghost"/>'), "swim.", styles=styles) == (
        Run(text="Eels swim."),
    )


def test_content_controls_are_looked_through() -> None:
    inner = f"<w:sdt><w:sdtContent>{r('often ')}</w:sdtContent></w:sdt>"
    outer = f"<w:sdt><w:sdtContent>{p('Eels ', inner, 'swim.')}</w:sdtContent></w:sdt>"
    assert printed(word(outer)) == ["Eels often swim."]


def test_a_content_control_around_rows_and_cells_is_looked_through() -> None:
    rows = table(("Eels", "1"))
    cell = rows.index("<w:tc>")
    wrapped = f"{rows[:cell]}<w:sdt><w:sdtContent>{rows[cell:]}".replace(
        "</w:tr>", "</w:sdtContent></w:sdt></w:tr>"
    )
    assert printed(word(wrapped)) == ["Eels | 1"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    assert printed(word(p("Before.", r(inner=box(p("Boxed."), p("Twice.")))), p("After."))) == [
        "Before.",
        "Boxed.",
        "Twice.",
        "After.",
    ]


def test_a_picture_is_counted_and_left_out() -> None:
    found = read_lines(word(p("Eels ", r(inner="<w:drawing/>"), "swim.")))
    assert found.lines[0].text == "Eels swim."
    assert found.remarks == ("1 picture(s) left out",)


def test_a_table_of_one_cell_is_a_box_around_paragraphs() -> None:
    cell = p("Summary:") + p("Eels swim.", number=(1, 0))
    assert printed(word(table((cell,)), numbering=COP_LIST)) == ["Summary:", "1. Eels swim."]


def test_a_table_keeps_its_cells_and_their_numbers() -> None:
    data = word(table(("Species", "Rivers"), (p("Eel", number=(1, 0)), "3")), numbering=COP_LIST)
    assert printed(data) == ["Species | Rivers / 1. Eel | 3"]


def test_short_rows_are_filled_up() -> None:
    assert read_lines(word(table(("a", "b"), ("c",)))).lines[0].rows == (("a", "b"), ("c", ""))


def test_a_table_inside_a_cell_is_read_into_the_cell() -> None:
    data = word(table((p("Outer") + table(("in", "ner")), "side"), ("x", "y")))
    assert document_of(data).nodes[-1].rows == (("Outer in ner", "side"), ("x", "y"))


def test_an_empty_table_is_no_table() -> None:
    assert printed(word(table(("", ""), ("", "")), p("Eels."))) == ["Eels."]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:br/>", "Eels swim"),
        ("<w:cr/>", "Eels swim"),
        ("<w:tab/>", "Eels swim"),
        ("<w:noBreakHyphen/>", "Eels-swim"),
        ("<w:softHyphen/>", "Eelsswim"),
        ('<w:sym w:font="Wingdings" w:char="F0B7"/>', "Eels•swim"),
        ('<w:sym w:font="Symbol" w:char="nonsense"/>', "Eelsswim"),
        ('<w:sym w:font="Symbol" w:char="-1"/>', "Eelsswim"),
        ('<w:sym w:font="Symbol" w:char="FFFFFFFF"/>', "Eelsswim"),
    ],
)
def test_breaks_and_signs_are_read_as_they_look(inner: str, text: str) -> None:
    assert runs(r("Eels", inner=""), r(inner=inner), r("swim"))[0].text == text


def test_italics_and_bold_are_kept_where_they_differ_from_the_style() -> None:
    assert runs(r("Requests", "<w:i/>"), r(" all "), r("Parties", "<w:b/>")) == (
        Run(text="Requests", italic=True),
        Run(text=" all "),
        Run(text="Parties", bold=True),
    )


@pytest.mark.parametrize("off", ['<w:i w:val="0"/>', '<w:i w:val="false"/>', ""])
def test_italics_that_are_switched_off_are_none(off: str) -> None:
    assert runs(r("Requests", off)) == (Run(text="Requests"),)


def test_a_paragraph_all_in_bold_is_bold_by_run_or_by_style() -> None:
    styles = style("Strong", run="<w:b/>")
    found = read_lines(
        word(p(r("Eels", "<w:b/>")), p("Eels", style="Strong"), p("Eels"), styles=styles)
    )
    assert [line.bold for line in found.lines] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "paragraph", "heading"),
    [
        ("heading 2", "", 2),
        ("Titre 1", "", 1),
        ("Título 3", "", 3),
        ("Title", "", 0),
        ("CMS Section", '<w:outlineLvl w:val="1"/>', 2),
        ("Body Text", '<w:outlineLvl w:val="9"/>', None),
        ("Body Text", "", None),
        ("heading 12", "", None),
    ],
)
def test_a_heading_is_told_by_its_style(name: str, paragraph: str, heading: int | None) -> None:
    found = read_lines(word(p("Eels", style="S"), styles=style("S", name, paragraph=paragraph)))
    assert found.lines[0].heading == heading


def test_the_outline_level_of_a_paragraph_wins_over_its_style() -> None:
    body = p("Eels", style="S", properties='<w:outlineLvl w:val="9"/>')
    assert read_lines(word(body, styles=style("S", "heading 1"))).lines[0].heading is None


def test_headers_and_footers_are_not_read_into_the_body() -> None:
    parts = {
        "word/header1.xml": part("hdr", p("UNEP/XYZ/COP9")),
        "word/footer1.xml": part("ftr", p("page 3")),
    }
    relations = relation("h", "header", "header1.xml") + relation("f", "footer", "footer1.xml")
    found = read_lines(word(p("Eels."), relations=relations, parts=parts))
    assert [line.text for line in found.lines] == ["Eels."]
    assert found.headers == ("UNEP/XYZ/COP9",)


def test_several_lines_in_one_cell_of_a_masthead_are_several_lines() -> None:
    cell = p("Distribution: General") + p("UNEP/XYZ/COP9/Doc.7.2") + p("2 April 2025")
    data = word(table((p("CONVENTION ON RIVERS"), cell)), p("Introduction"), p("Eels swim."))
    masthead = document_of(data).masthead
    assert masthead.symbol == "UNEP/XYZ/COP9/Doc.7.2"
    assert str(masthead.date) == "2025-04-02"


def test_a_whole_small_paper_is_read() -> None:
    data = word(
        p("UNEP/XYZ/COP9/Doc.7.2"),
        p(r("EELS OF THE RIVERS", "<w:b/>")),
        p(r("Background", "<w:b/>")),
        p("Eels swim", call(1), ":", number=(1, 0)),
        p("far;", number=(1, 1)),
        numbering=lists(level(0), level(1, "%2)", "lowerLetter")),
        footnotes=footnote(1, " They do."),
    )
    document = document_of(data)
    heading = document.nodes[0]
    assert document.masthead.title == "EELS OF THE RIVERS"
    assert (heading.text, heading.children[0].label) == ("Background", "1.")
    assert heading.children[0].children[0].label == "a)"
    assert [(note.label, note.text) for note in document.notes] == [("1", "They do.")]


def test_words_crossed_out_by_hand_are_read_and_remarked() -> None:
    found = read_lines(
        word(p("Eels ", r("never ", "<w:strike/>"), r("swim.", '<w:strike w:val="0"/>')))
    )
    assert found.lines[0].text == "Eels never swim."
    assert found.remarks == ("1 passage(s) crossed out by hand are read as words",)


def test_words_before_a_mark_of_its_own_in_one_run_are_no_mark() -> None:
    inner = '<w:t>Eels</w:t><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t>'
    found = read_lines(word(p(r(inner=inner)), footnotes=footnote(1, " Note.")))
    assert found.lines[0].runs == (Run(text="Eels"), Run(note="*"))
