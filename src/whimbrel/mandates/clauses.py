"""Clauses: the directive verbs of a provision, whom each of them asks, where its action begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from whimbrel.mandates.grammar import Force, Form, Openers, openers
from whimbrel.mandates.opening import Opening, begun, called, lent, opening
from whimbrel.mandates.vocabulary import Lexis, lexis
from whimbrel.mandates.words import Text

ITEM = re.compile(r":\s+(?=(?:\([a-z0-9]{1,5}\)|[a-z]{1,4}\)|\d{1,2}[.)]|[-–•])\s)")
LABEL = re.compile(r"(?:\([a-z0-9]{1,5}\)|[a-z]{1,4}\)|\d{1,2}[.)]|[-–•])\s+")
SENTENCE = re.compile(r"[.;]\s+(?=[A-ZÀ-Ý«\"“])")
BARE = re.compile(r"[\s,]*the (?:[A-Z])")
"""One asked without "to": "Requests the Secretary-General, in this regard, ..."."""
BEHIND = 5
"""How many characters may stand before "Se insta a las Partes", whose subject comes later."""
SHORT = 45
"""How many words name those who share a later verb: "Requests X and invites Y to"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One verb of the organ: its words, who is asked between which places, what they shall do."""

    verb: str
    force: Force
    start: int
    end: int
    who: tuple[int, int]
    action: int
    """Where the action begins; equal to `until` where nobody is asked to act."""
    until: int
    personal: bool
    """False where the verb asks nobody: "Calls for the full implementation of ..."."""
    second: bool = False
    lead: bool = False
    """True where only the first ones named are asked: "Requests that the Secretariat prepare"."""
    opens: bool = False
    """True where somebody is asked only if named at once, for no verb follows: "Urges X and"."""
    says: bool = False
    """True for a subject with its own verb: "The Secretariat shall"."""


@dataclass(frozen=True)
class Provision:
    """A provision cut into chapeau, item and clauses."""

    text: Text
    begins: int | None = None
    """Where the item begins, where that is known; 0 for a provision that is known to be whole."""

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.text.language

    @cached_property
    def grammar(self) -> Openers:
        """The verbs of the language."""
        return openers(self.language)

    @cached_property
    def known(self) -> Lexis:
        """The nouns of the language."""
        return lexis(self.language)

    @cached_property
    def item(self) -> int | None:
        """Where the item begins behind its chapeau; None for a provision without items."""
        if self.begins is not None:
            return self.begins or None
        found = ITEM.search(self.text.printed)
        return found.end() if found else None

    @cached_property
    def chapeau(self) -> int:
        """Where the words that govern end: before the item, or at the end."""
        return len(self.text.printed) if self.item is None else self.item

    @cached_property
    def opening(self) -> Opening | None:
        """The words that open the provision."""
        text = self.text.plain
        found = opening(text, self.language)
        if found is None and text.rstrip().endswith(","):
            found = opening(text, self.language, preamble=True)
        return found

    @cached_property
    def preambular(self) -> bool:
        """True for a paragraph of the preamble: it opens with a participle."""
        first = begun(self.text.plain, 0, self.grammar)
        if first is not None:
            return first.head.form is Form.PARTICIPLE
        return self.text.plain.rstrip().endswith(",") and self.opening is not None

    @cached_property
    def verbs(self) -> tuple[tuple[str, Force, int, int, bool], ...]:
        """(verb, force, start, end, says) of every verb of the organ, in order."""
        found = list(self.heard())
        found.sort(key=lambda verb: verb[2])
        return tuple(found)

    def heard(self) -> Iterator[tuple[str, Force, int, int, bool]]:
        """The same, as they are found."""
        text = self.text.plain[: self.chapeau]
        first = self.opening
        if first is None:
            return
        says = begun(text, 0, self.grammar) is None
        start = first.start if says else 0
        yield first.verb, first.force, start, first.end, says
        yield from self.joined(text, first.end, says=says)
        yield from self.of_item()
        for stop in SENTENCE.finditer(text, first.end):
            yield from self.sentence(text, stop.end())

    def of_item(self) -> Iterator[tuple[str, Force, int, int, bool]]:
        """The verb that opens the item itself: "... and therefore: (g) Calls upon States to"."""
        if self.item is None:
            return
        label = LABEL.match(self.text.plain, self.item)
        begin = label.end() if label else self.item
        more = begun(self.text.plain, begin, self.grammar)
        if more is not None and more.head.form is Form.FINITE:
            yield more.head.verb, lent(self.text.plain, more, self.grammar), begin, more.end, False

    def sentence(self, text: str, start: int) -> Iterator[tuple[str, Force, int, int, bool]]:
        """The verb of a further sentence: "The Executive Secretary shall"."""
        stop = SENTENCE.search(text, start)
        end = stop.start() if stop else len(text)
        if begun(text, start, self.grammar) is not None:
            return
        more = called(text[start:end], self.grammar)
        if more is not None:
            yield more.verb, more.force, start + more.start, start + more.end, True

    def joined(
        self, text: str, start: int, *, says: bool
    ) -> Iterator[tuple[str, Force, int, int, bool]]:
        """Further verbs of the same subject: "and invites"."""
        grammar = self.grammar
        relative = grammar.relatives.search(text, start)
        clause = relative.start() if relative else len(text)
        again = self.known.pattern("again_one")
        for joint in grammar.joint.finditer(text, start):
            loose = joint["stop"] is None and joint.start() > clause
            if loose and self.item is None:
                continue
            pronoun = again.match(text, joint.end())
            begin = pronoun.end() if pronoun else joint.end()
            more = begun(text, begin, grammar)
            if more is None and pronoun:
                more = begun(text, joint.end(), grammar)
            if more is None or more.head.form is not Form.FINITE:
                continue
            if loose and not self.known.pattern("that").match(text[more.end : more.end + 12]):
                continue
            force = lent(text, more, grammar)
            if force.directive and not self.joins(more.head.verb):
                continue
            yield more.head.verb, force, begin, more.end, False
        for found in self.known.pattern("asked_again").finditer(text, start):
            yield "demander", Force.REQUEST, found.end() - len("demande"), found.end(), False
        bare = self.known.vocabulary.patterns.get("bare_second")
        if says and bare:
            for found in self.known.pattern("bare_second").finditer(text, start):
                yield "", Force.ENCOURAGEMENT, found.start(), found.end(), False

    def joins(self, verb: str) -> bool:
        """True for a directive verb that, joined to another, is one of the organ."""
        return verb in self.grammar.grammar.seconds or verb in self.known.seconds

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The verbs of the organ with those they ask."""
        verbs = self.verbs
        ends = [verb[2] for verb in verbs[1:]] + [len(self.text.printed)]
        starts = [0] + [verb[3] for verb in verbs]
        return tuple(
            self.clause(
                *verb, since=starts[number], until=max(ends[number], verb[3]), number=number
            )
            for number, verb in enumerate(verbs)
        )

    def clause(
        self, verb: str, force: Force, start: int, end: int, says: bool,
        *, since: int, until: int, number: int,
    ) -> Clause:  # fmt: skip
        """One verb and what belongs to it."""
        made = Clause(
            verb=verb, force=force, start=start, end=end, who=(end, end), action=until,
            until=until, personal=False, second=number > 0, says=says,
        )  # fmt: skip
        if not force.directive:
            return replace(made, action=end)
        if says:
            sentence = max(self.text.plain.rfind(". ", since, start) + 1, since)
            if start - sentence < BEHIND:
                return self.asks(made)
            return replace(made, who=(sentence, start), action=end, personal=True)
        return self.asks(made)

    def asks(self, clause: Clause) -> Clause:
        """The same clause with those it asks."""
        text = self.text.plain[: clause.until]
        limit = clause.until if clause.start >= self.chapeau else min(self.chapeau, clause.until)
        rest = text[clause.end : limit]
        if self.known.pattern("that").match(rest):
            return self.that(clause, limit)
        if clause.force is Force.DECISION:
            return self.decides(clause, rest)
        action = self.known.pattern("action").search(text, clause.end, limit)
        if action is not None:
            return replace(
                clause, who=(clause.end, action.start()), action=action.start(), personal=True
            )
        if self.item is not None and clause.until > self.chapeau:
            return replace(clause, who=(clause.end, limit), action=self.chapeau, personal=True)
        if clause.until < len(self.text.printed) and len(rest.split()) <= SHORT:
            return replace(clause, who=(clause.end, limit), personal=True, opens=True)
        if BARE.match(rest):
            return replace(
                clause, who=(clause.end, limit), action=clause.end, personal=True, lead=True
            )
        return replace(clause, action=clause.end)

    def that(self, clause: Clause, limit: int) -> Clause:
        """ "Requests that the Secretariat provide": the subject of the clause is asked."""
        text = self.text.plain
        that = self.known.pattern("that").match(text[clause.end : limit])
        begin = clause.end + (that.end() if that else 0)
        modal = self.known.pattern("modal").search(text, begin, limit)
        if modal is None and clause.force is Force.DECISION:
            return replace(clause, action=begin)
        if modal is None or clause.force is not Force.DECISION:
            return replace(clause, who=(begin, limit), action=begin, personal=True, lead=True)
        return replace(clause, who=(begin, modal.start()), action=modal.start(), personal=True)

    def decides(self, clause: Clause, rest: str) -> Clause:
        """ "Decides to request the Secretariat to": the verb inside asks."""
        inner = self.known.pattern("embedded").match(rest)
        if inner is None and BARE.match(rest):
            return self.tasks(clause)
        if inner is None:
            return replace(clause, action=clause.end)
        begin = clause.end + inner.end()
        text = self.text.plain
        action = self.known.pattern("action").search(text, begin, min(self.chapeau, clause.until))
        if action is None and self.item is None:
            return replace(clause, action=begin)
        end = action.start() if action else self.chapeau
        return replace(clause, who=(begin, end), action=end, personal=True)

    def tasks(self, clause: Clause) -> Clause:
        """ "Authorizes the Secretariat to draw on the reserve": a decision that tasks somebody."""
        limit = min(self.chapeau, clause.until)
        action = self.known.pattern("action").search(self.text.plain, clause.end, limit)
        if action is None:
            return replace(clause, action=clause.end)
        who = (clause.end, action.start())
        return replace(clause, who=who, action=action.start(), personal=True, lead=True)
