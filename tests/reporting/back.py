"""A tiny builder of Word files that come back: paragraphs with bookmarks, changed by reviewers.

>>> sheet = Sheet.of(document)
>>> sheet.replace(0, "requests", "asks", by=ANA)
>>> matched(document, sheet.returned())
"""

from dataclasses import dataclass, field, replace
from html import escape

from tests.reading.word import OFFICE, call, footnote, p, part, r, relation, table, word
from whimbrel.document import Document, Kind, walk
from whimbrel.document.bookmark import bookmark
from whimbrel.reading.passages import Returned
from whimbrel.reading.remarks import remarks_in

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
ANA, BEN = "Ana (Party A)", "Ben (Party B)"
WHEN = "2026-10-01T09:30:00Z"
TAGS = {"ins": "ins", "del": "del", "from": "moveFrom", "to": "moveTo"}


@dataclass(frozen=True)
class Bit:
    """Words in a state: "", ins, del, from or to."""

    text: str
    state: str = ""
    by: str = ""
    move: str = ""

    def xml(self) -> str:
        """A run, inside its change."""
        if not self.state:
            return r(self.text)
        tag = TAGS[self.state]
        words = "delText" if self.state == "del" else "t"
        run = f'<w:r><w:{words} xml:space="preserve">{escape(self.text)}</w:{words}></w:r>'
        inner = f"<w:{tag} {who(self.by)}>{run}</w:{tag}>"
        if not self.move:
            return inner
        name = f'w:id="90" w:name="{self.move}"'
        return f'<w:{tag}RangeStart {name}/>{inner}<w:{tag}RangeEnd w:id="90"/>'


@dataclass(frozen=True)
class Slip:
    """A paragraph of the file."""

    bits: tuple[Bit, ...]
    address: str = ""
    mark: Bit = Bit("")
    notes: str = ""
    comment: tuple[int, str] | None = None
    """The number of a comment and the words it hangs on."""

    def xml(self) -> str:
        """The paragraph."""
        inner = "".join(bit.xml() for bit in self.bits if bit.text)
        if self.comment is not None:
            key, words = self.comment
            mark = f'<w:commentRangeStart w:id="{key}"/>'
            end = f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'
            at = inner.index(escape(words))
            start = inner.rindex("<w:r>", 0, at)
            stop = inner.index("</w:r>", at) + len("</w:r>")
            inner = f"{inner[:start]}{mark}{inner[start:stop]}{end}{inner[stop:]}"
        if self.address:
            name = bookmark(self.address)
            inner = f'<w:bookmarkStart w:id="1" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="1"/>'
        tag = TAGS.get(self.mark.state)
        return p(inner + self.notes, mark=f"<w:{tag} {who(self.mark.by)}/>" if tag else "")


def who(by: str) -> str:
    """The attributes of a change."""
    return f'w:id="7" w:author="{escape(by)}" w:date="{WHEN}"'


@dataclass
class Sheet:
    """The file that comes back, paragraph by paragraph."""

    slips: list[Slip]
    notes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    threads: list[str] = field(default_factory=list)
    tables: dict[int, str] = field(default_factory=dict)
    """Tables by the index of the slip they stand after."""

    @classmethod
    def of(cls, document: Document) -> "Sheet":
        """The file as it was sent."""
        slips, tables = [], {}
        for placed in walk(document):
            if placed.node.kind is Kind.NOTE:
                continue
            if placed.node.rows:
                tables[len(slips) - 1] = table(*placed.node.rows)
                continue
            calls = "".join(call(int(run.note)) for run in placed.node.runs if run.note)
            slips.append(Slip((Bit(placed.node.text),), placed.address, notes=calls))
        notes = [footnote(key, r(" "), node.text) for key, node in enumerate(document.notes, 1)]
        return cls(slips, notes=notes, tables=tables)

    def at(self, address: str) -> int:
        """The index of a paragraph."""
        return next(at for at, slip in enumerate(self.slips) if slip.address == address)

    def cut(self, at: int, words: str, *new: Bit) -> None:
        """Put bits in the place of words."""
        slip = self.slips[at]
        for number, bit in enumerate(slip.bits):
            if not bit.state and words in bit.text:
                before, _, after = bit.text.partition(words)
                bits = (Bit(before), *new, Bit(after))
                kept = tuple(each for each in bits if each.text)
                bits = (*slip.bits[:number], *kept, *slip.bits[number + 1 :])
                self.slips[at] = replace(slip, bits=bits)
                return
        raise ValueError(words)

    def delete(self, at: int, words: str, *, by: str = ANA) -> None:
        """Words go."""
        self.cut(at, words, Bit(words, "del", by))

    def insert(self, at: int, words: str, *, after: str, by: str = ANA) -> None:
        """Words come."""
        self.cut(at, after, Bit(after), Bit(words, "ins", by))

    def replace(self, at: int, words: str, new: str, *, by: str = ANA) -> None:
        """Words become others."""
        self.cut(at, words, Bit(words, "del", by), Bit(new, "ins", by))

    def remove(self, at: int, *, by: str = ANA, way: str = "own") -> None:
        """A paragraph goes: with its own end, with the end before it, or with its end left."""
        slip = self.slips[at]
        bits = tuple(replace(bit, state="del", by=by) for bit in slip.bits)
        own = Bit("", "del", by) if way == "own" else slip.mark
        self.slips[at] = replace(slip, bits=bits, mark=own)
        if way == "before":
            self.slips[at - 1] = replace(self.slips[at - 1], mark=Bit("", "del", by))

    def new(self, after: int, words: str, *, by: str = ANA, way: str = "own") -> None:
        """A paragraph comes: with its own end, or typed behind the end of the one before."""
        slip = self.slips[after]
        if way == "own":
            self.slips.insert(after + 1, Slip((Bit(words, "ins", by),), mark=Bit("", "ins", by)))
            return
        self.slips[after] = replace(slip, mark=Bit("", "ins", by))
        self.slips.insert(after + 1, Slip((Bit(words, "ins", by),), mark=slip.mark))

    def move(self, at: int, *, after: int, by: str = ANA, way: str = "marked") -> None:
        """A paragraph moves: marked as a move, or as a deletion and an insertion."""
        goes, comes = ("from", "to") if way == "marked" else ("del", "ins")
        name = f"move{at}" if way == "marked" else ""
        slip = self.slips[at]
        words = "".join(bit.text for bit in slip.bits)
        self.slips[at] = replace(slip, bits=(Bit(words, goes, by, name),), mark=Bit("", goes, by))
        new = Slip((Bit(words, comes, by, name),), mark=Bit("", comes, by))
        self.slips.insert(after + 1, new)

    def comment(
        self, at: int, words: str, said: str, *, by: str = ANA, answer: str = "", done: bool = False
    ) -> None:
        """Something is said of words, and answered."""
        key = len(self.said)
        for bit in self.slips[at].bits:
            if not bit.state and words in bit.text:
                self.cut(at, words, Bit(words))
                break
        self.slips[at] = replace(self.slips[at], comment=(key, words))
        self.remark(key, by, said)
        self.threads.append(f'<w15:commentEx w15:paraId="{key:08X}" w15:done="{int(done)}"/>')
        if answer:
            self.remark(key + 1, BEN, answer)
            self.threads.append(
                f'<w15:commentEx w15:paraId="{key + 1:08X}" w15:paraIdParent="{key:08X}" '
                'w15:done="0"/>'
            )

    def remark(self, key: int, by: str, said: str) -> None:
        """One w:comment."""
        words = f'<w:p xmlns:w14="{W14}" w14:paraId="{key:08X}">{r(said)}</w:p>'
        self.said.append(
            f'<w:comment w:id="{key}" w:author="{escape(by)}" w:date="{WHEN}" '
            f'w:initials="{by[0]}">{words}</w:comment>'
        )

    def docx(self) -> bytes:
        """The file."""
        blocks = [self.tables.get(-1, "")]
        for at, slip in enumerate(self.slips):
            blocks += [slip.xml(), self.tables.get(at, "")]
        parts: dict[str, str | bytes] = {"[Content_Types].xml": content_types()}
        relations = ""
        if self.said:
            parts["word/comments.xml"] = part("comments", "".join(self.said))
            parts["word/commentsExtended.xml"] = (
                f'<w15:commentsEx xmlns:w15="{W15}">{"".join(self.threads)}</w15:commentsEx>'
            )
            relations = relation("c", "comments", "comments.xml") + relation(
                "x", "commentsExtended", "commentsExtended.xml"
            ).replace(OFFICE, "http://schemas.microsoft.com/office/2011/relationships")
        return word(*blocks, footnotes="".join(self.notes), relations=relations, parts=parts)

    def returned(self) -> Returned:
        """The file, read."""
        return remarks_in(self.docx(), name="back.docx")


def content_types() -> str:
    """What LibreOffice wants to know of a package before it opens it."""
    own = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("comments", "comments"),
            ("commentsExtended", "commentsExtended"),
            ("footnotes", "footnotes"),
        )
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{own}</Types>'
    )
