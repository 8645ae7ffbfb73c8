"""The words of a paragraph in a Word file: runs, links, footnote calls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document import Node, Run
from whimbrel.document.bookmark import bookmark
from whimbrel.document.word import NOWHERE, UNMARKED, dead_anchor, followed
from whimbrel.writing.docx_xml import R_ID, W, add, add_field, add_run, style_id


@dataclass(slots=True)
class Calls:
    """Footnotes by key, with the id in the file, and which were called already."""

    notes: Mapping[str, Node]
    ids: Mapping[str, int]
    marks: Mapping[str, str | None]
    """What is typed as the mark; None where Word counts."""
    called: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Words:
    """Writes runs; one object a file."""

    relate: Callable[[str], str]
    """A link that is followed -> the id of its relation."""
    places: frozenset[str]
    """Every address in the document."""
    calls: Calls
    tie: Callable[[str], str]
    """Words -> words whose spaces do not break where they should not."""

    def write(self, holder: etree._Element, runs: Sequence[Run]) -> None:
        """Add runs to a paragraph."""
        for run in runs:
            if run.note is not None:
                self.call(holder, run.note)
            elif run.href is not None:
                self.link(holder, run, run.href)
            else:
                add_run(holder, self.tie(run.text), italic=run.italic, bold=run.bold)

    def link(self, holder: etree._Element, run: Run, href: str) -> None:
        """A link: to a page, to a place in the paper, or one that is shown and leads nowhere."""
        made = etree.SubElement(holder, f"{W}hyperlink")
        place = href.removeprefix("#")
        external = followed(href)
        if href.startswith("#") and place in self.places:
            made.set(f"{W}anchor", bookmark(place))
        elif external is not None:
            made.set(R_ID, self.relate(external))
            if external != href:
                made.set(f"{W}tooltip", href)
        elif href.startswith("#") and dead_anchor(place):
            made.set(f"{W}anchor", place)
        else:
            made.set(f"{W}anchor", NOWHERE)
            made.set(f"{W}tooltip", href)
        text = self.tie(run.text)
        add_run(made, text, style="Hyperlink", italic=run.italic, bold=run.bold)

    def call(self, holder: etree._Element, key: str) -> None:
        """The call of a footnote; a second call refers to the first."""
        number, mark = self.calls.ids[key], self.calls.marks[key]
        name = f"_Ref_wbnote{number}"
        raised = style_id("footnote reference")
        if key in self.calls.called:
            shown = mark or self.calls.notes[key].label or "*"
            add_field(holder, f"NOTEREF {name} \\h", shown, style=raised)
            return
        self.calls.called.add(key)
        # Numbers of bookmarks for notes are far above those for paragraphs.
        add(holder, "bookmarkStart", id=1_000_000 + number, name=name)
        unmarked = self.calls.notes[key].label is None
        run = add_run(holder, style=style_id(UNMARKED) if unmarked else raised)
        reference = add(run, "footnoteReference")
        if mark is not None:
            reference.set(f"{W}customMarkFollows", "1")
            run_text = etree.SubElement(run, f"{W}t")
            run_text.text = mark
        reference.set(f"{W}id", str(number))
        add(holder, "bookmarkEnd", id=1_000_000 + number)


def automatic_marks(
    runs_in_order: Sequence[Run], notes: Mapping[str, Node]
) -> dict[str, str | None]:
    """What each called footnote has typed as its mark: nothing where Word's own count prints its
    label."""
    marks: dict[str, str | None] = {}
    count = 0
    for run in runs_in_order:
        if run.note is None or run.note in marks:
            continue
        label = notes[run.note].label
        if label == str(count + 1):
            count += 1
            marks[run.note] = None
        else:
            marks[run.note] = label or "*"
    return marks
