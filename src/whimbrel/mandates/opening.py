"""Opening: the verb or phrase that opens a provision or preambular paragraph, from bare words."""

import re
from dataclasses import dataclass

from whimbrel.mandates.grammar import Force, Form, Head, Openers, openers

FAR = 600
"""How many characters into a decision the words that address somebody may stand."""
SENTENCE = re.compile(r"[.;:](?=\s+\(?[A-ZÀ-Ý])|:\s*$")
PREPOSITION = re.compile(r"\s+(?:upon|on|for)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The words that open a paragraph, and how strongly they bind."""

    phrase: str
    """The words as printed: "Also requests", or "shall" in "The Secretariat shall"."""
    start: int
    end: int
    verb: str
    """The dictionary entry of the verb: `request`, `prier`; `be` for "Deeply concerned"."""
    force: Force
    directive: bool
    """True where somebody is to act or something is decided. False for all that a preamble says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One verb found in a text, with the words that belong to it."""

    head: Head
    stem: int
    """Where the verb itself ends."""
    end: int


def opening(
    text: str, language: str, *, preamble: bool = False, council: bool = False
) -> Opening | None:
    """The words that open a paragraph; None where nothing of the grammar opens it.

    The phrase is what UN editors set in italics. `council`: a resolution of the Security Council,
    whose editors set less of it ("Expressing" of "Expressing grave concern").
    """
    grammar = openers(language)
    found = phrased(text, grammar, council=council)
    if found is not None:
        return found
    return unknown(text, grammar) if preamble else called(text, grammar)


def phrased(text: str, grammar: Openers, *, council: bool = False) -> Opening | None:
    """The opening phrase of verbs that the grammar knows, joined verbs included."""
    first = last = begun(text, 0, grammar)
    if first is None or last is None:
        return None
    forces = [lent(text, first, grammar)]
    while not first.head.alone and (joint := grammar.joins.match(text, last.end)):
        more = begun(text, joint.end(), grammar)
        if more is None or more.head.form is not first.head.form:
            break
        last = more
        forces.append(lent(text, last, grammar))
    force = next((force for force in forces if force.directive), forces[0])
    if first.head.form is Form.PARTICIPLE and force.directive:
        force = Force.NOTE
    end = last.end
    if council and last is first and not grammar.keeps.match(text, first.stem):
        end = curt(text, first, grammar)
    return made(text, 0, end, first.head.verb, force)


def made(text: str, start: int, end: int, verb: str, force: Force) -> Opening:
    """An opening of the words between two places."""
    phrase = text[start:end]
    return Opening(
        phrase=phrase, start=start, end=end, verb=verb, force=force, directive=force.directive
    )


def begun(text: str, at: int, grammar: Openers) -> Found | None:
    """The longest phrase of one verb that begins at a place, after words such as "Also" or not."""
    before = grammar.before.match(text, at)
    for start in (before.end(), at) if before else (at,):
        best: Found | None = None
        for head in grammar.heads(text, start):
            if (words := head.words.match(text, start)) is None:
                continue
            tail = head.tail.match(text, words.end())
            end = tail.end() if tail else words.end()
            if best is None or end > best.end:
                best = Found(head=head, stem=words.end(), end=end)
        if best is not None:
            return best
    return None


def lent(text: str, found: Found, grammar: Openers) -> Force:
    """The force of a phrase: that of its verb, or of one behind it ("Reiterates its request")."""
    tail = text[found.stem : found.end]
    own = found.head.force
    for force, words in grammar.lends if tail else ():
        if (force.directive or not own.directive) and words.search(tail):
            return force
    return own


def curt(text: str, found: Found, grammar: Openers) -> int:
    """Where the phrase ends when the object of the verb is left out of it."""
    order = grammar.order.match(text, found.stem)
    end = order.end() if order else found.stem
    preposition = PREPOSITION.match(text, end)
    return preposition.end() if preposition and preposition.end() <= found.end else end


def unknown(text: str, grammar: Openers) -> Opening | None:
    """A participle that the grammar does not know opens a preambular paragraph all the same."""
    before = grammar.before.match(text)
    start = before.end() if before else 0
    match = grammar.unknown.match(text, start) or grammar.unknown.match(text)
    if match is None:
        return None
    return made(text, 0, match.end(), match.group().split()[0].casefold(), Force.NOTE)


def called(text: str, grammar: Openers) -> Opening | None:
    """The words of the first sentence by which a decision addresses somebody: "shall"."""
    stop = SENTENCE.search(text, 0, FAR)
    found = grammar.any_called.search(text, 0, stop.start() if stop else FAR)
    if found is None or grammar.told.search(text, 0, found.start()):
        return None
    here = ((call, words.match(text, found.start())) for call, words in grammar.called)
    call = next(call for call, words in here if words and words.end() == found.end())
    return made(text, found.start(), found.end(), call.verb, call.force)
