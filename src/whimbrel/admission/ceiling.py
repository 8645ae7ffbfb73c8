"""What a treaty lets a governing body add as a condition, and what it does not. A finding for a
lawyer; no legal advice."""

from dataclasses import dataclass, replace

from whimbrel.admission.rules import against
from whimbrel.admission.scheme import Modality, Scheme
from whimbrel.admission.schemes import schemes
from whimbrel.admission.witness import Witness, witness
from whimbrel.admission.words import say
from whimbrel.procedures.criterion import Criterion
from whimbrel.procedures.known import Gap, Known, Line
from whimbrel.procedures.procedure import DocumentNeeded

BINDING = {Modality.SHALL, Modality.ENTITLED}
ORDER = frozenset({"representatives", "letter", "form"})
"""Documents that are matters of order, which rules of procedure may ask for: by them the body tells
the secretariat that it comes, and who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of a scheme that would keep out somebody whom the treaty lets in."""

    line: str
    """Id of the line in the scheme."""
    kind: str
    """`criterion`, `document`, `fee` or `decision`."""
    source: str
    status: Known
    says: str
    """The line itself."""
    because: str
    """Whom it would keep out, and what an amendment would take."""
    witness: Witness | None = None
    """Somebody whom the treaty lets in and the criterion refuses: attribute and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """A scheme read against a treaty."""

    scheme: str
    treaty: str
    source: str
    """The provision of the treaty."""
    status: Known
    modality: Modality
    says: str
    """What the treaty says, in words of ours."""
    verdict: str
    """The finding as a whole, in one sentence."""
    findings: tuple[Finding, ...]
    possible: tuple[str, ...]
    """What stays possible through rules of procedure."""
    terms: tuple[Gap, ...]
    """Terms on which somebody's right turns, and which nothing defines."""
    contradictions: tuple[Gap, ...]
    notice: str
    """That it is no legal advice."""


def ceiling(scheme: Scheme, *, host: str | None = None, language: str = "en") -> Ceiling:
    """A scheme, or an option, read against the treaty of its body or of the `host`. KeyError: no
    scheme is of that body."""
    law = law_of(host or scheme.body, scheme)
    found = findings(scheme, law, language) if law.treaty.modality in BINDING else ()
    gaps = tuple({one.id: one for one in (*law.gaps, *scheme.gaps)}.values())
    return Ceiling(
        scheme=scheme.id,
        treaty=law.id,
        source=law.treaty.source,
        status=law.treaty.status,
        modality=law.treaty.modality,
        says=law.treaty.text[language],
        verdict=verdict(law, found, language),
        findings=found,
        possible=possible(law, language),
        terms=tuple(one for one in gaps if one.effect),
        contradictions=tuple(one for one in gaps if not one.effect),
        notice=say("ceiling-notice", language),
    )


def law_of(body: str, scheme: Scheme) -> Scheme:
    """The scheme that the treaty of a body makes by itself: the first of its body that is no
    option."""
    if scheme.body == body and not scheme.option:
        return scheme
    ranked = [one for one in schemes() if one.body == body and not one.version]
    if not ranked:
        raise KeyError(body)
    return min(ranked, key=lambda one: (one.treaty.modality not in BINDING, one.family != body))


def findings(scheme: Scheme, law: Scheme, language: str) -> tuple[Finding, ...]:
    """Every line of a scheme that would keep out somebody whom the treaty lets in."""
    subjects = law.subjects if scheme.body != law.body else ()
    amendment = law.treaty.amendment
    takes = amendment[language] if amendment else say("amendment-unknown", language)
    own = tuple(one for one in law.criteria if one.id in law.treaty.ceiling)
    found = [
        made(one, takes, language, own)
        for one in (against(each, subjects) for each in scheme.criteria)
        if one.status is not Known.UNKNOWN
    ]
    allowed = {kind for one in law.documents for kind in one.any_of} | ORDER
    papers = [
        plain(one, "document", one.text[language], say("keeps-out-paper", language, takes=takes))
        for one in scheme.documents
        if one.status is not Known.UNKNOWN and asks_more(one, allowed, law)
    ]
    fees = [
        plain(one, "fee", one.text[language], say("keeps-out-fee", language, takes=takes))
        for one in scheme.fees
        if one.status is not Known.UNKNOWN
    ]
    return (*(one for one in found if one), *papers, *fees, *decision(scheme, law, takes, language))


def made(
    criterion: Criterion, takes: str, language: str, own: tuple[Criterion, ...]
) -> Finding | None:
    """A criterion as a finding, where it would refuse somebody; None where it refuses nobody whom
    the treaty lets in."""
    somebody = witness(criterion, own)
    if somebody is None:
        return None
    told = "; ".join(f"{name}: {value}" for name, value in somebody)
    because = say("keeps-out", language, who=told, takes=takes)
    return replace(
        plain(criterion, "criterion", criterion.text[language], because), witness=somebody
    )


def asks_more(document: DocumentNeeded, allowed: set[str], law: Scheme) -> bool:
    """Whether a document is more than a matter of order or a proof of what the treaty itself
    asks."""
    return allowed.isdisjoint(document.any_of) and document.shows not in law.treaty.ceiling


def decision(scheme: Scheme, law: Scheme, takes: str, language: str) -> list[Finding]:
    """The way to decide, where it lets fewer keep a body out than the treaty does."""
    rule, own = scheme.decision, law.decision
    same = (rule.kind, rule.numerator, rule.denominator) == (
        own.kind, own.numerator, own.denominator,
    )  # fmt: skip
    if scheme is law or same or rule.status is Known.UNKNOWN:
        return []
    because = say("decides-otherwise", language, takes=takes)
    return [plain(rule, "decision", rule.decider[language], because)]


def plain(line: Line, kind: str, says: str, because: str) -> Finding:
    """A line as a finding."""
    return Finding(
        line=line.id, kind=kind, source=line.source, status=line.status, says=says, because=because
    )


def verdict(law: Scheme, found: tuple[Finding, ...], language: str) -> str:
    """The finding as a whole."""
    modality = law.treaty.modality
    if modality is Modality.UNKNOWN:
        return say("verdict-unknown", language)
    if modality not in BINDING:
        return say("verdict-may" if modality is Modality.MAY else "verdict-none", language)
    if found:
        return say("verdict-flagged", language, number=len(found))
    return say("verdict-within", language)


def possible(law: Scheme, language: str) -> tuple[str, ...]:
    """What a governing body can still do without changing the treaty."""
    binding = law.treaty.modality in BINDING
    keys = ("possible-dates", "possible-names", "possible-seats", "possible-standing")
    return tuple(say(key, language) for key in keys if binding or key != "possible-standing")
