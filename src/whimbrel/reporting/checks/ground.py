"""Ground: the document as the rules see it, with all that was understood of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from whimbrel.document import Kind
from whimbrel.engagements import Extract
from whimbrel.engagements.decisions import Draft, Provision
from whimbrel.engagements.passage import Passage
from whimbrel.mandates import Mandate, understand
from whimbrel.reporting.checks.finding import Finding
from whimbrel.reporting.checks.record import Record
from whimbrel.reporting.checks.words import CheckWords, words


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
    def deleted(self) -> frozenset[str]:
        """The decisions that are recommended for deletion."""
        return frozenset(
            name for one in self.told.actions if one.action == "delete" for name in one.objects
        )

    def deleting(self, one: Provision) -> bool:
        """True where a provision or its whole decision is recommended for deletion."""
        return bool({one.id, one.decision} & self.deleted)

    def about(self, one: Provision) -> tuple[Passage, ...]:
        """The passages that report on a provision: those of the sections headed by it, and those
        that name it."""
        names = {plain(one.id), plain(one.decision)}
        sections = {
            each.address
            for each in self.told.passages
            if each.kind is Kind.HEADING and names & decisions(each, names)
        }
        return tuple(
            each
            for each in self.report
            if not is_action(each, self)
            and not quotes(each)
            and (sections & {head.address for head in each.headings} or decisions(each, names))
        )


def is_action(passage: Passage, ground: Ground) -> bool:
    """True for a recommended action, which reports on nothing."""
    return passage.locus in {one.locus for one in ground.told.actions}


def quotes(passage: Passage) -> bool:
    """True for a paragraph that only introduces the decisions under it."""
    return any(node.kind in (Kind.DECISION, Kind.DIRECTED) for node in passage.placed.node.children)


def decisions(passage: Passage, names: Iterable[str]) -> set[str]:
    """Which of these decisions and provisions a passage names."""
    cited = {
        plain(one.target.rpartition("/Decision/")[2])
        for one in passage.citations
        if one.target and "/Decision/" in one.target
    }
    return cited & set(names)


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
