"""Akoma Ntoso from others: AKN4UN above all, with what its files do in practice."""

from datetime import date

import pytest

from tests.builders import annex, heading, item, node, note, paragraph, run, table
from tests.tools import corpus
from whimbrel.document import Document, Kind, Node
from whimbrel.document.akn import akn_of
from whimbrel.document.akn_valid import NoSchema, faults
from whimbrel.document.normal import normal
from whimbrel.reading.akoma import read_akoma
from whimbrel.reading.errors import Unreadable

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COVER = """
<coverPage>
  <p><docAuthority refersTo="#publisher">River Nations</docAuthority></p>
  <p class="upperRight"><docNumber refersTo="#symbol">R/RES/7/3</docNumber></p>
  <p><docDate date="2024-03-05" refersTo="#dateOfIssuance">5 March 2024</docDate></p>
  <p><inline name="originalLanguage">Original: French</inline></p>
  <p><session value="7">Seventh session</session></p>
  <p><inline name="agenda item">Agenda item 4</inline></p>
</coverPage>
<preface><p><docNumber>7/3.</docNumber><docTitle refersTo="#resolutionTitle">
  <span class="bold">	Otters</span></docTitle></p></preface>
"""
META = """
<meta><identification source="#x">
  <FRBRWork><FRBRdate date="2024-02-28" name="adoption"/></FRBRWork>
  <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
</identification></meta>
"""


def read(parts: str, *, around: str = "statement") -> Document:
    """The Document of a statement with these parts."""
    inner = f'<{around} name="resolution">{parts}</{around}>'
    akn = f'<akomaNtoso xmlns="{NAMESPACE}">{inner}</akomaNtoso>'
    return read_akoma(akn.encode(), name="otters.xml")


def body(main: str) -> tuple[Node, ...]:
    """The nodes of a main body."""
    return read(f"<mainBody>{main}</mainBody>").nodes


def para(num: str, text: str) -> str:
    """A paragraph as the United Nations write it."""
    return f"<paragraph><num>{num}</num><content><p>\t{text}</p></content></paragraph>"


def point(num: str, text: str, more: str = "") -> str:
    """A point of a list."""
    return f"<point><num>{num}</num><content><p>{text}</p></content>{more}</point>"


def test_the_first_page_gives_the_masthead() -> None:
    head = read(META + COVER + "<mainBody><p>x</p></mainBody>").masthead
    assert (head.symbol, head.title, head.language) == ("R/RES/7/3", "Otters", "en")
    assert (head.date, head.meeting, head.original) == (
        date(2024, 3, 5),
        "Seventh session",
        "French",
    )
    assert head.agenda_item == "Agenda item 4"
    assert head.lines[:2] == ("River Nations", "R/RES/7/3")


def test_without_a_first_page_the_metadata_give_the_day() -> None:
    assert read(META + "<mainBody><p>x</p></mainBody>").masthead.date == date(2024, 2, 28)


def test_the_preamble_is_formula_and_recitals_with_their_items() -> None:
    found = read(
        """<preamble><formula name="enactingFormula"><p>The Assembly,</p></formula>
        <container name="Recalling"><p><span class="italic">Recalling</span> otters,</p></container>
        <container name="Noting"><blockList><listIntroduction>Noting:</listIntroduction>
          <item><num>(a)</num><p>rivers,</p></item></blockList></container></preamble>"""
    )
    recalling = node(Kind.PREAMBLE, runs=(run("Recalling", italic=True), run(" otters,")))
    assert found.nodes == (
        node(Kind.PREAMBLE, "The Assembly,"),
        recalling,
        node(Kind.PREAMBLE, "Noting:", item("(a)", "rivers,")),
    )


def test_lists_nest_by_points_and_by_sublists_between_them() -> None:
    listed = (
        "<paragraph><num>8.</num><list><intro><p>Asks:</p></intro>"
        + point("(a)", "one:")
        + "<sublist>" + point("(i)", "two;") + "</sublist>"
        + point("(b)", "three:", "<list>" + point("(i)", "four.") + "</list>")
        + "</list></paragraph>"
    )  # fmt: skip
    expected = paragraph(
        "Asks:",
        item("(a)", "one:", item("(i)", "two;")),
        item("(b)", "three:", item("(i)", "four.")),
        label="8.",
    )
    assert body(listed) == (expected,)


def test_the_letter_i_taken_for_a_roman_number_is_a_letter() -> None:
    listed = (
        "<paragraph><num>8.</num><list>" + point("(h)", "h;")
        + "<sublist>" + point("(i)", "i;") + "</sublist>"
        + point("(j)", "j.") + "</list></paragraph>"
    )  # fmt: skip
    assert [each.label for each in body(listed)[0].children] == ["(h)", "(i)", "(j)"]


def test_flat_headings_head_what_follows_them() -> None:
    found = body(
        "<paragraph class='H1'><num>A.</num><subheading>Rivers</subheading></paragraph>"
        + para("1.", "x.")
        + "<paragraph class='H23'><subheading>Lower</subheading></paragraph>"
        + para("2.", "y.")
        + "<paragraph class='H1'><num>B.</num><content><p>Lakes</p></content></paragraph>"
        + para("3.", "z.")
    )
    assert found == (
        heading(
            "Rivers",
            paragraph("x.", label="1."),
            heading("Lower", paragraph("y.", label="2.")),
            label="A.",
        ),
        heading("Lakes", paragraph("z.", label="3."), label="B."),
    )  # fmt: skip


def test_a_heading_that_is_only_a_number_is_the_label_of_the_next() -> None:
    found = body(
        "<section><subheading>\tI</subheading><subheading>Rivers</subheading>"
        "<crossHeading refersTo='#preamble'>Recalling otters,</crossHeading>"
        + para("1.", "x.")
        + "</section>"
        + para("2.", "y.")
    )
    first = heading(
        "Rivers", node(Kind.PREAMBLE, "Recalling otters,"), paragraph("x.", label="1."), label="I"
    )
    assert found == (first, paragraph("y.", label="2."))


def test_an_item_marked_as_a_paragraph_belongs_to_the_number_above() -> None:
    found = body(
        para("1.", "Asks:")
        + para("(a)", "one;")
        + "<paragraph><content><p>(b) two.</p></content></paragraph>"
    )
    assert found == (paragraph("Asks:", item("(a)", "one;"), item("(b)", "two."), label="1."),)


def test_numbers_typed_into_the_words_are_labels() -> None:
    typed = "<paragraph><content><p>\t1. Swim.</p></content></paragraph>"
    assert body(typed) == (paragraph("Swim.", label="1."),)


def test_several_resolutions_in_one_file_are_sections() -> None:
    one = (
        "<component><statement name='resolution'><preface><p><docNumber>{0}</docNumber></p>"
        "<p><docTitle>Title {0}</docTitle></p></preface><mainBody>{1}</mainBody>"
        "</statement></component>"
    )
    both = one.format("A", para("1.", "x.")) + one.format("B", para("1.", "y."))
    found = read(f"<components>{both}</components>", around="documentCollection")
    assert found.nodes == (
        heading("Title A", paragraph("x.", label="1."), label="A"),
        heading("Title B", paragraph("y.", label="1."), label="B"),
    )


def test_an_attachment_is_an_annex_with_label_and_title() -> None:
    found = read(
        "<mainBody>" + para("1.", "Adopts the plan.") + "</mainBody>"
        "<conclusions><p>3rd meeting</p></conclusions>"
        "<attachments><attachment><doc name='annex'><mainBody>"
        "<paragraph class='H1'><heading>Annex</heading></paragraph>"
        "<paragraph class='H1'><heading>The plan</heading></paragraph>"
        + para("1.", "Swim.")
        + "</mainBody></doc></attachment></attachments>"
    )
    assert found.nodes == (
        paragraph("Adopts the plan.", label="1."),
        paragraph("3rd meeting"),
        annex("Annex", "The plan", paragraph("Swim.", label="1.")),
    )


def test_footnotes_keep_their_marks_and_repeats_stay_two() -> None:
    call = '<authorialNote marker="{}"><p> See <a href="https://e.org">{}</a>.</p></authorialNote>'
    found = read(
        "<mainBody>"
        + para("1.", "a" + call.format("*", "x") + " b" + call.format("*", "y"))
        + "</mainBody>"
    )
    assert [each.note for each in found.nodes[0].runs] == [None, "*", None, "*~2"]
    assert [each.text for each in found.notes] == ["See x.", "See y."]
    assert found.notes[0].label == note("*", "").label
    assert found.notes[0].runs[1] == run("x", href="https://e.org")


def test_tables_are_rows() -> None:
    rows = "<tr><th><p>a</p></th><th>b</th></tr><tr><td>c</td></tr>"
    assert body(f"<container name='table'><table>{rows}</table></container>") == (
        table(("a", "b"), ("c", "")),
    )


def test_an_act_with_articles_is_read_too() -> None:
    article = "<article><num>Art. 1</num><heading>Aim</heading>" + para("1.", "x.") + "</article>"
    found = read(
        f"<body><chapter><num>I</num><heading>General</heading>{article}</chapter></body>",
        around="act",
    )
    assert found.nodes == (
        heading("General", heading("Aim", paragraph("x.", label="1."), label="Art. 1"), label="I"),
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso>&b;</akomaNtoso>', "document type"),
        (b"<akomaNtoso><statement>", "broken"),
        (b"<feed/>", "not Akoma Ntoso"),
        (b"", "broken"),
    ],
)
def test_what_is_broken_or_dangerous_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_akoma(data, name="otters.xml")


def test_resolutions_of_the_united_nations_are_read_in_normal_form_and_written_valid() -> None:
    paths = sorted(corpus("corpus", "un").glob("*.xml"))
    for path in paths[::3]:
        document = read_akoma(path.read_bytes(), name=path.name)
        assert normal(document) == document
        assert document.masthead.symbol
        assert document.masthead.title
        assert document.masthead.date
        try:
            assert faults(akn_of(document)) == (), path.name
        except NoSchema as reason:
            pytest.skip(str(reason))
    assert paths
