"""Words in Markdown: emphasis, links, footnote calls, and as few backslashes as can be."""

import re
import unicodedata
from collections.abc import Sequence

from whimbrel.document import Run
from whimbrel.document.marks import INNER_SPACE

ESCAPED = re.compile(
    r"""
      [\\`*\[<]                  # always marks
    | \](?=\()                   # would end a link
    | (?<![^\W_])_ | _(?![^\W_]) # not within a word
    | &(?=\#?\w+;)               # would be read as a character
    | (?<=~)~ | ~(?=~)           # strikes out
    """,
    re.VERBOSE,
)
ESCAPED_IN_LINK = re.compile(ESCAPED.pattern + r"| \]", re.VERBOSE)
START = re.compile(r"(?P<mark>[#>+|=:~-])|(?P<number>\d{1,9})(?=[.)](?:[ ]|$))")
BARE = re.compile(r"[^\s()<>\\]+")
ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str) -> str:
    """Text in which no character is a mark inside a line."""
    return ESCAPED.sub(r"\\\g<0>", text)


def escaped_start(text: str) -> str:
    """Text in which the first character does not make a list, a heading or a quotation of the
    block."""
    found = START.match(text)
    if found is None:
        return text
    at = found.end("number") if found["number"] else 0
    return f"{text[:at]}\\{text[at:]}"


def inline(runs: Sequence[Run]) -> str:
    """Runs as Markdown in one line."""
    out = ""
    starred = False
    for number, run in enumerate(runs):
        if run.note is not None:
            out, starred = guarded(out) + f"[^{run.note}]", False
            continue
        following = runs[number + 1] if number + 1 < len(runs) else None
        if run.href is not None:
            words, _ = dressed(run, before="[", after="]", in_link=True)
            out, starred = guarded(out) + f"[{words}]({destination(run.href)})", False
            continue
        words, stars = dressed(
            run, before="*" if starred else out[-1:], after=first_of(following), touching=starred
        )
        # After a call, `(` would make a link of it, and `:` at the start of a block a footnote.
        if out.endswith("]") and (words.startswith("(") or (words.startswith(":") and number == 1)):
            words = "\\" + words
        out, starred = out + words, stars and words.endswith("*")
    return out


def guarded(out: str) -> str:
    """What stands before a bracket: an exclamation mark there would make a picture."""
    return out[:-1] + "\\!" if out.endswith("!") else out


def first_of(run: Run | None) -> str:
    """The first character that a run is written with, as far as it matters to the emphasis before
    it."""
    if run is None:
        return ""
    plain = run.note is None and run.href is None and not run.italic and not run.bold
    return run.text[0] if plain else "["


def dressed(
    run: Run, *, before: str, after: str, in_link: bool = False, touching: bool = False
) -> tuple[str, bool]:
    """The words of a run in their emphasis, and whether stars made it.

    Stars make emphasis only where they touch words (CommonMark, "Emphasis and strong emphasis");
    elsewhere the tags of HTML do.
    """
    words = escaped(run.text)
    if in_link:
        words = ESCAPED_IN_LINK.sub(r"\\\g<0>", run.text)
        words = "\\" + words if words.startswith("^") else words
    if not run.italic and not run.bold:
        return words, False
    inner = words.rstrip(" ")
    space = INNER_SPACE if inner != words else ""
    if (
        not touching
        and opens(run.text[0], before)
        and closes(run.text.rstrip(" ")[-1:], space or after)
    ):
        stars = "*" * (run.italic + 2 * run.bold)
        return f"{stars}{inner}{stars}{space}", True
    if run.bold:
        words = f"<b>{words}</b>"
    if run.italic:
        words = f"<i>{words}</i>"
    return words, False


def opens(first: str, before: str) -> bool:
    """True where stars between `before` and `first` open emphasis."""
    return first != " " and (not mark(first) or not before or before.isspace() or mark(before))


def closes(last: str, after: str) -> bool:
    """True where stars between `last` and `after` close emphasis."""
    return bool(last) and (not mark(last) or not after or after.isspace() or mark(after))


def mark(char: str) -> bool:
    """True for what CommonMark calls punctuation."""
    return unicodedata.category(char)[0] in "PS"


def destination(href: str) -> str:
    """Where a link leads."""
    if BARE.fullmatch(href):
        return ENTITY.sub(r"\\&", href)
    return "<" + re.sub(r"[\\<>]|&(?=#?\w+;)", r"\\\g<0>", href) + ">"
