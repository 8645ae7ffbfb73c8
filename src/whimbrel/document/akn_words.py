"""Words in Akoma Ntoso: runs -> `<i>`, `<b>`, `<a>`, `<ref>` and footnotes."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from whimbrel.document.cited import Cited, marked
from whimbrel.document.normal import note_keys
from whimbrel.document.tree import Document, Node, Run

SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
SPECIAL_IN_ATTRIBUTE = SPECIAL | {ord('"'): "&quot;"}
PLAIN_URI = re.compile(
    r"(?:[\w!$&'()*+,;=:@/?.~-]|%[0-9A-Fa-f]{2})*(?:#(?:[\w!$&'()*+,;=:@/?.~-]|%[0-9A-Fa-f]{2})*)?",
    re.ASCII,
)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def attribute(text: str) -> str:
    """Text as the value of an attribute."""
    return text.translate(SPECIAL_IN_ATTRIBUTE)


def valid_uri(href: str) -> str:
    """The address as a URI that the schema accepts."""
    if PLAIN_URI.fullmatch(href) and (":" not in href.partition("/")[0] or SCHEME.match(href)):
        return href
    path, hash_sign, fragment = href.partition("#")
    return quote(path, safe="/?=&;,+@$!*'()~") + hash_sign + quote(fragment, safe="/?=&;,+@$!*'()~")


class Words:
    """Writes the words of one document and remembers which footnotes it has placed."""

    def __init__(self, document: Document, fresh: Callable[[str], str]) -> None:
        self.notes = dict(zip(note_keys(document), document.notes, strict=True))
        self.placed: list[str] = []
        self.fresh = fresh
        self.references = 0

    @staticmethod
    def text(text: str) -> str:
        """Text as content of an element."""
        return text.translate(SPECIAL)

    def inline(self, runs: Iterable[Run], cited: Iterable[Cited] = ()) -> str:
        """Runs as mixed content."""
        return "".join(self.run(run, each) for run, each in marked(runs, cited))

    def run(self, run: Run, cited: Cited | None) -> str:
        """One run: link or reference outside, italics inside."""
        if run.note is not None:
            return self.call(run.note)
        out = self.text(run.text)
        if run.italic:
            out = f"<i>{out}</i>"
        if run.bold:
            out = f"<b>{out}</b>"
        if run.href is not None:
            href = valid_uri(run.href)
            exact = "" if href == run.href else f' whimbrel:href="{attribute(run.href)}"'
            return f'<a href="{attribute(href)}"{exact}>{out}</a>'
        if cited is not None and cited.iri:
            self.references += 1
            eid = self.fresh(f"ref_{self.references}")
            return f'<ref eId="{eid}" href="{attribute(valid_uri(cited.iri))}">{out}</ref>'
        return out

    def call(self, key: str) -> str:
        """The footnote itself at its first call, a pointer to it at every other."""
        note = self.notes[key]
        if key in self.placed:
            return f'<noteRef href="#note_{attribute(key)}"{marker(note)}/>'
        self.placed.append(key)
        return self.note(key, "authorialNote")

    def note(self, key: str, tag: str) -> str:
        """A footnote with its words."""
        note = self.notes[key]
        eid = f'eId="note_{attribute(key)}"'
        return (
            f'<{tag} {eid}{marker(note)} placement="bottom"><p>{self.inline(note.runs)}</p></{tag}>'
        )


def marker(note: Node) -> str:
    """The printed mark of a footnote as an attribute."""
    return "" if note.label is None else f' marker="{attribute(note.label)}"'
