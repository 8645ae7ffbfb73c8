"""Ground: the document as the rules see it, with all that was understood of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from whimbrel.citations import Kind as CitedAs
from whimbrel.document import Kind
from whimbrel.engagements import Extract
from whimbrel.engagements.decisions import RECOMMENDED, Draft, Provision
from whimbrel.engagements.passage import Passage
from whimbrel.mandates import Mandate, understand
from whimbrel.reporting.checks.finding import Finding
from whimbrel.reporting.checks.record import Record
from whimbrel.reporting.checks.words import CheckWords, pattern, words


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a rule may ask of a document."""

    told: Extract
    record: Record

    @property
    def language(self) -> str | None:
        """That of the document."""
        return self.told.document.masthead.language

    @property
    def words(self) -> CheckWords:
        """The words that the rules look for in its language."""
        return words(self.language)

    @cached_property
    def report(self) -> tuple[Passage, ...]:
        """The passages in which the document itself tells something, decisions and annexes
        aside."""
        return tuple(one for one in self.told.passages if one.told)

    @cached_property
    def addresses(self) -> dict[str, Passage]:
        """Passage by address."""
        return {one.address: one for one in self.told.passages}

    @cached_property
    def reports(self) -> bool:
        """True for a document that tells what became of decisions: a resolution does not."""
        return bool(self.report) and bool(self.told.provisions or self.told.actions)

    @cached_property
    def asked(self) -> dict[str, Mandate]:
        """Address of a quoted provision -> it understood with its chapeau."""
        return {one.address: self.provision(one) for one in self.told.provisions}

    @cached_property
    def drafted(self) -> dict[str, Mandate]:
        """Address of a draft -> it understood."""
        return {one.address: self.draft(one) for one in self.told.drafts}

    def printed(self, address: str) -> str:
        """The words of a node, or its number where it has none."""
        passage = self.addresses.get(address)
        return (passage.text.strip() or passage.placed.node.label or "") if passage else ""

    @cached_property
    def named(self) -> dict[str, set[str]]:
        """Address of a passage -> the decisions and provisions that it names."""
        return {one.address: named(one) for one in self.told.passages if one.citations}

    def names(self, passage: Passage, wanted: set[str]) -> bool:
        """True where a passage names one of these decisions and provisions."""
        return bool(self.named.get(passage.address, set()) & wanted)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The paragraphs that have a reference, a link or a footnote."""
        return frozenset(
            one.locus
            for one in self.told.passages
            if one.citations or any(run.href or run.note for run in one.placed.node.runs)
        )

    def provision(self, one: Provision) -> Mandate:
        """A quoted provision as a mandate."""
        return understand(one.whole, language=self.tongue, context=one.directed)

    def draft(self, one: Draft) -> Mandate:
        """A draft as a mandate."""
        return understand(one.text, language=self.tongue, context=one.directed)

    @property
    def tongue(self) -> str:
        """The language by which provisions are understood."""
        return self.language if self.language in ("en", "fr", "es") else "en"

    @cached_property
    def recommending(self) -> frozenset[str]:
        """The paragraphs that recommend actions."""
        return frozenset(
            one.locus for one in self.report if RECOMMENDED.search(one.text)
        ) | frozenset(one.locus for one in self.told.actions)

    @cached_property
    def deletions(self) -> tuple[tuple[Passage, frozenset[str]], ...]:
        """The recommended actions that delete something, each with the decisions that it names."""
        deletes = pattern(self.language, "deletes")
        return tuple(
            (passage, frozenset(named(passage)))
            for passage in self.report
            if passage.locus in self.recommending and deletes.search(passage.text)
        )

    def deleting(self, one: Provision) -> tuple[str, ...]:
        """The addresses of the recommended actions that delete a provision."""
        names = names_of(one)
        return tuple(passage.address for passage, objects in self.deletions if names & objects)

    def about(self, one: Provision) -> tuple[Passage, ...]:
        """The passages that report on a provision: those of the sections headed by it, and those
        that name it."""
        names = names_of(one)
        sections = {
            each.address
            for each in self.told.passages
            if each.kind is Kind.HEADING and self.names(each, names)
        }
        return tuple(
            each
            for each in self.report
            if not is_action(each, self)
            and not quotes(each)
            and (sections & {head.address for head in each.headings} or self.names(each, names))
        )


def is_action(passage: Passage, ground: Ground) -> bool:
    """True for a recommended action, which reports on nothing."""
    return passage.locus in ground.recommending


def quotes(passage: Passage) -> bool:
    """True for a paragraph that only introduces the decisions under it."""
    return any(node.kind in (Kind.DECISION, Kind.DIRECTED) for node in passage.placed.node.children)


def named(passage: Passage) -> set[str]:
    """Every decision and provision that a passage names: `14.10`, `14.10a`. Of a body that is not
    known the printed numbers tell."""
    found = set()
    for one in passage.citations:
        if one.target and "/Decision/" in one.target:
            found.add(plain(one.target.rpartition("/Decision/")[2]))
        elif one.target is None and one.kind in DECISIONS:
            found |= printed(one.surface)
    return found


def printed(surface: str) -> set[str]:
    """`5.16 a) to c)` -> 5.16a, 5.16b, 5.16c; `5.14-5.16` -> 5.14, 5.15, 5.16."""
    between = RANGE.search(surface)
    if between and between["head"] == between["head2"]:
        first, last = int(between["first"]), int(between["last"])
        if first < last <= first + LONGEST:
            return {f"{between['head']}.{number}" for number in range(first, last + 1)}
    match = NUMBER.search(surface)
    if match is None:
        return set()
    items = re.findall(r"(?<!\w)\(?([a-z])\)", surface[match.end() :])
    if len(items) == 2 and TO.search(surface):
        items = [chr(code) for code in range(ord(items[0]), ord(items[1]) + 1)]
    return {match[0] + one for one in items} or {match[0]}


DECISIONS = frozenset({CitedAs.DECISION, CitedAs.DECISION_PROVISION, CitedAs.DECISION_RANGE})
NUMBER = re.compile(r"\d{1,3}\.\d{1,3}")
RANGE = re.compile(
    r"""
    (?P<head> \d{1,3} ) \. (?P<first> \d{1,3} )
    \s? (?: [-–] | to | à | a | al ) \s?
    (?P<head2> \d{1,3} ) \. (?P<last> \d{1,3} )
    """,
    re.VERBOSE,
)
"""`5.14-5.16`"""
TO = re.compile(r"\)\s?(?:[-–]|to|à|a|al)\s")
LONGEST = 80
"""No range names more decisions than this; what would is a slip."""


def names_of(one: Provision) -> set[str]:
    """The names under which a provision is reported on: its own, that of its decision and those
    of the items around it."""
    parts = (one.item or "").split()
    whole = [" ".join((one.decision, *parts[:count])) for count in range(len(parts) + 1)]
    return {plain(each) for each in whole}


def plain(number: str) -> str:
    """`14.10 (a)` and `14.10 a)` are one."""
    return "".join(char for char in number if char not in "() \t\n")


Rule = Callable[[Ground], Iterator[Finding]]
RULES: dict[str, Rule] = {}
"""The rules by name, in the order in which they were registered."""


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a rule under its name."""

    def registered(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return registered
