"""Words of written Markdown -> runs. The inverse of `writing.markdown_words`."""

import re
from dataclasses import replace

from whimbrel.document import Run
from whimbrel.document.marks import INNER_SPACE
from whimbrel.document.runs import tidy

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<stars>\*{{1,3}})
    | <(?P<ends>/?)(?P<tag>[ib])>
    | \[\^(?P<note>[^\]\[\s]+)\]
    | (?P<link>\[)
    | \]\((?:<(?P<angle>(?:\\.|[^\\>])*)>|(?P<bare>[^\s()<>]*))\)
    | (?P<broken>\]\(<)         # refused at once: to look for the end of each would take for ever
    | (?P<space>{INNER_SPACE})
    """,
    re.VERBOSE,
)


def unescaped(text: str) -> str:
    """Text without the backslashes that kept its characters from being marks."""
    return ESCAPE.sub(r"\1", text)


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of one line of Markdown."""
    return tidy(Words().read(text)) if text else ()


class Words:
    """Reads one line: the dress of the moment, and where the link of the moment began."""

    def __init__(self) -> None:
        self.out: list[Run] = []
        self.dress = Run()
        self.last = Run()
        self.link = 0

    def read(self, text: str) -> list[Run]:
        """The runs, not yet tidy."""
        at = 0
        for token in TOKEN.finditer(text):
            self.put(text[at : token.start()])
            self.token(token)
            at = token.end()
        self.put(text[at:])
        return self.out

    def put(self, text: str) -> None:
        """Words in the dress of the moment."""
        if text:
            self.out.append(replace(self.dress, text=text))

    def token(self, token: re.Match[str]) -> None:
        """One mark."""
        kind = token.lastgroup
        if kind == "escaped":
            self.put(token["escaped"])
        elif kind == "stars":
            count = len(token["stars"])
            self.wear(italic=bool(count & 1), bold=bool(count & 2))
        elif kind == "tag":
            self.wear(italic=token["tag"] == "i", bold=token["tag"] == "b")
        elif kind == "note":
            self.out.append(Run(note=token["note"]))
        elif kind == "link":
            self.link = len(self.out)
        elif kind == "space":
            self.out.append(replace(self.last, text=" "))
        elif kind == "broken":
            raise ValueError(f"a link does not end: {token.string[token.start() :][:60]!r}")
        else:
            href = unescaped(token["angle"] or token["bare"] or "")
            self.out[self.link :] = [replace(run, href=href) for run in self.out[self.link :]]

    def wear(self, *, italic: bool, bold: bool) -> None:
        """Puts on what is not worn and takes off what is."""
        self.last = self.dress
        self.dress = Run(italic=self.dress.italic ^ italic, bold=self.dress.bold ^ bold)
