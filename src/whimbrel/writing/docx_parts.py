"""The parts of a Word file besides its body: settings, footnotes, who wrote it, the masthead."""

import uuid
from collections.abc import Mapping

from lxml import etree

from whimbrel.document import Masthead, Node
from whimbrel.document.flat import masthead_fields
from whimbrel.document.form import VERSION
from whimbrel.document.word import MARK, MASTHEAD, digest
from whimbrel.writing.docx_body import named, note_hint
from whimbrel.writing.docx_words import Words
from whimbrel.writing.docx_xml import MM, add, add_run, add_text, part_of, root, simple, style_id

PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Office calls the properties that people define."""
WORD_2013 = 15
SEPARATORS = {"separator": -1, "continuationSeparator": 0}


def settings(tag: str) -> etree._Element:
    """settings.xml: no compatibility mode, and the lines above footnotes."""
    made = root("settings")
    add(made, "zoom", percent=100)
    add(made, "defaultTabStop", val=10 * MM)
    add(made, "characterSpacingControl", val="doNotCompress")
    notes = add(made, "footnotePr")
    for number in SEPARATORS.values():
        add(notes, "footnote", id=number)
    word = "http://schemas.microsoft.com/office/word"
    add(add(made, "compat"), "compatSetting", name="compatibilityMode", uri=word, val=WORD_2013)
    add(made, "themeFontLang", val=tag)
    return made


def footnotes(words: Words) -> etree._Element:
    """footnotes.xml: the footnotes that are called, each with the place it has among all."""
    made = root("footnotes")
    for kind, number in SEPARATORS.items():
        paragraph = add(add(made, "footnote", type=kind, id=number), "p")
        add(add(paragraph, "pPr"), "spacing", after=0)
        add(add(paragraph, "r"), kind)
    calls = words.calls
    for key, mark in calls.marks.items():
        number = calls.ids[key]
        note(add(made, "footnote", id=number), calls.notes[key], number, mark, words)
    return made


def note(holder: etree._Element, found: Node, number: int, mark: str | None, words: Words) -> None:
    """One footnote: its mark, then its words."""
    paragraph = named(holder, "footnote text")
    note_hint(paragraph, number)
    run = add_run(paragraph, style=style_id("footnote reference"))
    if mark is None:
        add(run, "footnoteRef")
    else:
        add_text(run, mark)
    add(run, "tab")
    words.write(paragraph, found.runs)


def who_wrote(style: str) -> bytes:
    """custom.xml: that Whimbrel wrote the file, in which form and house style."""
    made = etree.Element(f"{{{PROPERTIES}}}Properties", nsmap={None: PROPERTIES, "vt": TYPES})
    said: Mapping[str, tuple[str, str]] = {
        MARK: ("i4", str(VERSION)),
        f"{MARK} house style": ("lpwstr", style),
    }
    for number, (name, (kind, value)) in enumerate(said.items(), start=2):
        one = etree.SubElement(made, f"{{{PROPERTIES}}}property")
        one.set("fmtid", FORMAT)
        one.set("pid", str(number))
        one.set("name", name)
        etree.SubElement(one, f"{{{TYPES}}}{kind}").text = value
    return part_of(made)


def masthead_part(masthead: Masthead, printed: list[str]) -> bytes:
    """The masthead in full, and a digest of the first page that was printed of it: a reader takes
    it only as long as that page says the same."""
    made = simple("masthead", {"printed": digest(printed)}, MASTHEAD)
    for name, value in masthead_fields(masthead).items():
        one = etree.SubElement(made, f"{{{MASTHEAD}}}field")
        one.set("name", name)
        one.text = value
    for line in masthead.lines:
        etree.SubElement(made, f"{{{MASTHEAD}}}line").text = line
    return part_of(made)


def store_part() -> bytes:
    """The name of the part above, which Word asks for."""
    made = etree.Element(f"{{{STORE}}}datastoreItem", nsmap={"ds": STORE})
    name = uuid.uuid5(uuid.NAMESPACE_URL, MASTHEAD)
    made.set(f"{{{STORE}}}itemID", f"{{{str(name).upper()}}}")
    schemas = etree.SubElement(made, f"{{{STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{STORE}}}schemaRef").set(f"{{{STORE}}}uri", MASTHEAD)
    return part_of(made)
