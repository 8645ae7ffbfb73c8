"""The names that Akoma Ntoso and the United Nations give to parts, headings and their styles."""

import re

HOLDERS = (
    "akomaNtoso", "statement", "doc", "act", "bill", "officialGazette", "documentCollection",
    "components", "component", "collectionBody", "attachments", "body", "mainBody", "judgment",
    "judgmentBody", "portion", "portionBody", "amendment", "amendmentBody", "amendmentList",
    "debateReport",
)  # fmt: skip
SECTIONS = (
    "section", "part", "chapter", "title", "book", "tome", "division", "subsection", "subpart",
    "subchapter", "subtitle", "subdivision", "article", "level", "hcontainer", "clause",
    "subclause", "rule", "subrule", "transitional", "proviso",
)  # fmt: skip
PARAGRAPHS = ("paragraph", "subparagraph", "alinea", "indent")
HEADINGS = ("heading", "subheading", "crossHeading")
PREAMBULAR = (
    "recitals",
    "recital",
    "citations",
    "citation",
    "container",
    "crossHeading",
    "p",
    "formula",
    "block",
)
SECTION_LABEL = re.compile(r"(?P<roman>[IVXLC]+)|(?P<letter>[A-Z])")
TYPED_LABEL = re.compile(r"(\([a-z]{1,2}\)|\([ivx]{1,5}\)|[a-z]\)|\d{1,3}\.) (?=\S)")
HEADING_CLASS = re.compile(r"H(?:Ch|(?P<rank>\d)\d?)")
"""The styles of the United Nations: HCh, H1, H23, H4, H56."""
UNRANKED = 7
STEP = 10
"""Ranks inside a section lie below those around it."""


def rank_of(label: str, style: str) -> int:
    """The rank of a heading: roman numbers above letters, else by the style."""
    found = SECTION_LABEL.fullmatch(label)
    if found:
        return 1 if found["roman"] else 2
    styled = HEADING_CLASS.match(style)
    if styled is None:
        return UNRANKED
    return 2 + int(styled["rank"] or 0)
