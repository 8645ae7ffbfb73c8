"""Walk a document: every node, in reading order, with its address and its label path."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from whimbrel.document.tree import Document, Kind, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A node and where it stands."""

    address: str
    """Unique in the document: `para_8__a`, `annex__dec_14.AA~2`, `note_3`."""
    label_path: tuple[str, ...]
    """Printed numbers and letters from the outermost inwards: `("8", "(a)")`; empty where nothing
    is printed."""
    node: Node
    within: tuple[Node, ...] = ()
    """The nodes around it, outermost first."""

    @property
    def depth(self) -> int:
        """How many nodes stand around it."""
        return len(self.within)

    @property
    def level(self) -> int:
        """Of a heading: 1 for a main heading, 2 under it, and so on."""
        return 1 + sum(node.kind is Kind.HEADING for node in self.within)

    @property
    def quoted(self) -> bool:
        """True for words of another instrument: a decision inside a paragraph, and all that is in
        it."""
        kinds = [node.kind for node in (*self.within, self.node)]
        decisive = [
            kind for kind in kinds if kind in (Kind.PARAGRAPH, Kind.DIRECTED, Kind.DECISION)
        ]
        return decisive[:1] == [Kind.PARAGRAPH] and len(set(decisive)) > 1


def walk(document: Document) -> Iterator[Placed]:
    """Every node of a document in reading order: summary, body, footnotes."""
    places = Places(document)
    yield from places.among(document.summary, Scope(prefix="summary"))
    yield from places.among(document.nodes, Scope())
    for node in document.notes:
        label = clean(node.label)
        address = places.unique("note_" + (slug(label) or "x"))
        yield Placed(address=address, label_path=(label,) if label else (), node=node)


def clean(label: str | None) -> str:
    """`8.` is cited as `8`; `(a)` and `a)` stay."""
    text = (label or "").strip()
    return text[:-1] if text.endswith(".") and len(text) > 1 else text


def numbered(label: str | None) -> bool:
    """True where a label is a number or letter and no bullet."""
    return bool(label) and any(char.isalnum() for char in label or "")


def slug(label: str | None) -> str:
    """The part of an address that a label gives: `(a)` -> `a`, `14.9` -> `14.9`, `12/CP.24` ->
    `12-CP.24`."""
    text = re.sub(r"[^\w.*/-]+", "", clean(label).replace(" ", "_"))
    return text.replace("/", "-").strip(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the nodes around give to the address and label path of a node."""

    prefix: str = ""
    heading: str = ""
    path: tuple[str, ...] = ()
    within: tuple[Node, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    """How many of each unnumbered kind stood here before."""
    section: str = ""
    """The dotted number of the heading around: `2.1`."""


class Places:
    """Hands out addresses; one object a walk."""

    def __init__(self, document: Document) -> None:
        self.seen: Counter[str] = Counter()
        self.repeats = repeated_numbers(document)

    def unique(self, address: str) -> str:
        """The address, with `~2` and so on where it was given before: two provisions with one
        number stay two."""
        self.seen[address] += 1
        count = self.seen[address]
        return address if count == 1 else f"{address}~{count}"

    def among(self, nodes: tuple[Node, ...], scope: Scope) -> Iterator[Placed]:
        """The nodes of one scope and all below them."""
        for node in nodes:
            address, path, inner = self.place(node, scope)
            yield Placed(address=address, label_path=path, node=node, within=scope.within)
            yield from self.among(node.children, inner)

    def place(self, node: Node, scope: Scope) -> tuple[str, tuple[str, ...], Scope]:
        """Address and label path of a node, and the scope that its children stand in."""
        label, within = clean(node.label), (*scope.within, node)
        own = (label,) if numbered(node.label) else ()
        if node.kind is Kind.HEADING:
            scope.counts["sec"] += 1
            section = f"{scope.section}.{scope.counts['sec']}".lstrip(".")
            address = self.unique(join(scope.prefix, f"sec_{section}"))
            inner = Scope(
                prefix=scope.prefix,
                heading=address,
                path=scope.path,
                within=within,
                section=section,
            )
            return address, own, inner
        if node.kind is Kind.ANNEX:
            address = self.unique(join(scope.prefix, slug(node.label).lower() or "annex"))
            return address, own, Scope(prefix=address, within=within)
        if node.kind is Kind.DIRECTED:
            address = self.unique(self.counted(scope, "directed"))
            inner = Scope(
                prefix=scope.prefix, heading=scope.heading, within=within, section=scope.section
            )
            return address, own, inner
        path = (*(scope.path if node.kind is Kind.ITEM else ()), *own)
        address = self.unique(self.named(node, scope))
        # A bullet is cited by nothing; a letter below it still belongs to the paragraph around.
        return address, path if own else (), Scope(prefix=address, path=path, within=within)

    def named(self, node: Node, scope: Scope) -> str:
        """Address of a paragraph, item, decision, preambular paragraph or table before it is made
        unique."""
        if node.kind is Kind.DECISION and node.label:
            return join(scope.prefix, f"dec_{slug(node.label)}")
        if node.kind is Kind.ITEM and numbered(node.label):
            return join(scope.heading or scope.prefix, slug(node.label))
        if node.kind is Kind.PARAGRAPH and numbered(node.label):
            number = slug(node.label)
            again = not scope.path and (scope.prefix, number) in self.repeats
            return join(
                scope.heading if again and scope.heading else scope.prefix, f"para_{number}"
            )
        return self.counted(
            scope, {Kind.ITEM: "bullet", Kind.PARAGRAPH: "p"}.get(node.kind, node.kind.value)
        )

    @staticmethod
    def counted(scope: Scope, name: str) -> str:
        """`p_2`: the second unnumbered paragraph here."""
        scope.counts[name] += 1
        return join(scope.heading or scope.prefix, f"{name}_{scope.counts[name]}")


def join(prefix: str, part: str) -> str:
    """Parts of an address are joined by two underscores, as in Akoma Ntoso."""
    return f"{prefix}__{part}" if prefix else part


def repeated_numbers(document: Document) -> frozenset[tuple[str, str]]:
    """(annex, number) of the paragraphs whose number is printed more than once there: numbering
    that restarts."""
    counts: Counter[tuple[str, str]] = Counter()

    def count(nodes: tuple[Node, ...], prefix: str) -> None:
        for node in nodes:
            if node.kind is Kind.PARAGRAPH and numbered(node.label):
                counts[prefix, slug(node.label)] += 1
            if node.kind is Kind.ANNEX:
                count(node.children, join(prefix, slug(node.label).lower() or "annex"))
            elif node.kind is Kind.HEADING:
                count(node.children, prefix)

    count(document.nodes, "")
    return frozenset(place for place, number in counts.items() if number > 1)
