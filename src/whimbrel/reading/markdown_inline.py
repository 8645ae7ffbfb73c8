"""Marks inside a line of Markdown: italics, bold, links, footnote calls, escapes, stray HTML."""

import html
import re

from whimbrel.document import Run
from whimbrel.document.runs import address, tidy

TOKEN = re.compile(
    r"""
    \\ (?P<escaped> [!-/:-@\[-`{-~] )                                    # \(
    | \[\^ (?P<caret> [^\]\s]{1,20} ) \]                                 # [^1]
    | <sup> \s* \[? (?P<sup> [\w*†‡§]{1,5} ) \]? \s* </sup>              # <sup>1</sup>
    | !?\[ (?P<label> (?: \\. | [^\]\\] | \[[^\]]{0,200}\] ){0,2000} ) \]        # [words](target)
        \( \s{0,9}
        (?P<href> <[^<>]{0,2000}> | (?: \\. | [^()\\\s] | \([^()\s]{0,200}\) ){0,2000} )
        (?: \s{1,9} ["'(][^)]{0,500} )? \)
    | < (?P<auto> https?://[^>\s]+ | mailto:[^>\s]+ ) >
    | (?P<br> <br \s* /? > )
    | < /? [a-zA-Z][a-zA-Z0-9]* (?: \s[^<>]{0,2000} )? /? >                     # stray HTML
    | (?P<stars> \*{1,3} )
    | (?P<unders> (?<![^\W_]) _{1,2} (?=\S) | (?<=\S) _{1,2} (?![^\W_]) )
    """,
    re.VERBOSE,
)


def inline(text: str) -> tuple[Run, ...]:
    """A line of Markdown as runs. Marks that nothing closes are dropped, as converters leave
    them."""
    return tidy(spans(text, None, False, False)[0])


def spans(text: str, href: str | None, italic: bool, bold: bool) -> tuple[list[Run], bool, bool]:
    """(runs, italic, bold) of a text; the marks are those that still stand open at its end."""
    out: list[Run] = []
    at = 0
    tokens = list(TOKEN.finditer(text))
    # A star between spaces marks nothing, unless another star waits for it: "* words of an item*".
    paired = sum(bool(token["stars"]) and not alone(text, token) for token in tokens) % 2 == 0
    for token in tokens:
        put(out, text[at : token.start()], italic, bold, href)
        at = token.end()
        if token["br"]:
            put(out, " ", italic, bold, href)
        elif token["escaped"]:
            put(out, token["escaped"], italic, bold, href)
        elif token["caret"] or token["sup"]:
            out.append(Run(note=token["caret"] or token["sup"]))
        elif token["label"] is not None:
            target = address(unescaped(token["href"].strip("<>")))
            inner, _, _ = spans(token["label"], target, italic, bold)
            out += inner
        elif token["auto"]:
            put(out, token["auto"], italic, bold, address(token["auto"]))
        elif token["stars"] or token["unders"]:
            mark = token["stars"] or token["unders"]
            if token["stars"] and paired and alone(text, token):
                put(out, mark, italic, bold, href)
                continue
            italic = italic ^ (len(mark) % 2 == 1)
            bold = bold ^ (len(mark) > 1)
    put(out, text[at:], italic, bold, href)
    return out, italic, bold


def alone(text: str, token: re.Match[str]) -> bool:
    """True for a star with space on both sides: it marks nothing."""
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return before.isspace() and after.isspace()


def put(out: list[Run], text: str, italic: bool, bold: bool, href: str | None) -> None:
    """Add words."""
    if text:
        out.append(Run(text=html.unescape(text), italic=italic, bold=bold, href=href))


def unescaped(text: str) -> str:
    """A target without backslashes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
