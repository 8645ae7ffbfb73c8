"""The front matter of written Markdown and text: who wrote it, and the masthead, as a small piece
of YAML.

A value stands as it is where YAML reads it as the same text, else in double quotes as JSON writes
it, which YAML reads too.
"""

import json
import re
from collections.abc import Iterator

from whimbrel.document.flat import masthead_fields, masthead_of
from whimbrel.document.form import VERSION
from whimbrel.document.tree import Masthead

FENCE = "---"
PLAIN = re.compile(r"[^\W\d_](?:[\w ’'().,;/&+-]|:(?! |$))*")
"""Begins with a letter and holds nothing that YAML takes for a mark."""
TAKEN = re.compile(r"(?i)true|false|null|yes|no|on|off|y|n")
"""Words that YAML takes for something else than text."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")
ENTRY = re.compile(r"(?P<name>[a-z_]+):(?: (?P<value>.*))?")


def front_matter(masthead: Masthead, form: str) -> Iterator[str]:
    """The lines of the front matter."""
    yield FENCE
    yield f"whimbrel: {VERSION}"
    yield f"form: {form}"
    for name, value in masthead_fields(masthead).items():
        yield f"{name}: {scalar(value)}"
    if masthead.lines:
        yield "lines:"
        yield from [f"  - {scalar(line)}" for line in masthead.lines]
    yield FENCE


def scalar(value: str) -> str:
    """A text as YAML."""
    plain = (PLAIN.fullmatch(value) and not TAKEN.fullmatch(value)) or DATE.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)


def without_front_matter(text: str) -> tuple[Masthead, int, str]:
    """Masthead, version and the rest of a text that begins with a front matter. ValueError where it
    has none."""
    lines = text.split("\n")
    if lines[0] != FENCE or FENCE not in lines[1:]:
        raise ValueError("it does not begin with a front matter between two lines of ---")
    end = lines.index(FENCE, 1)
    fields: dict[str, object] = {}
    printed: list[str] = []
    for number, line in enumerate(lines[1:end], 2):
        if line.startswith("  - "):
            printed.append(value_of(line[4:]))
            continue
        found = ENTRY.fullmatch(line)
        if found is None:
            raise ValueError(f"line {number} of the front matter is no field: {line[:60]!r}")
        if found["name"] != "lines":
            fields[found["name"]] = value_of(found["value"] or "")
    version = str(fields.pop("whimbrel", ""))
    fields.pop("form", None)
    return masthead_of(fields, printed), int(version), "\n".join(lines[end + 1 :])


def value_of(scalar: str) -> str:
    """A YAML text -> the text."""
    if not scalar.startswith('"'):
        return scalar
    value = json.loads(scalar)
    if not isinstance(value, str):
        raise ValueError(f"{scalar!r} is no text")
    return value
