"""What a document says became of each provision, and what is proposed to be done with it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.decisions import Action, Draft, Provision, named
from whimbrel.engagements.engagement import Engagement, Said, Status
from whimbrel.engagements.likeness import covered
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.vocabulary import anyhow
from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """The words of one language for what became of a provision."""

    language: str
    source: str
    cues: dict[str, tuple[str, ...]]
    reasons: tuple[str, ...]
    implementation: str
    submitted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sentence that says what became of something."""

    status: str
    said: Said[str]
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A provision, or a whole resolution, with the passages that report on it."""

    id: str
    text: str
    directed: str | None
    passages: tuple[Passage, ...]
    rivals: tuple[str, ...]
    """The texts of the other provisions that the same section reports on."""


@cache
def words(language: str | None) -> StatusWords:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("engagements/status/*.yaml", StatusWords)}
    return known.get(language or "en", known["en"])


@cache
def cues(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each status, in the order in which they decide."""
    return tuple((status, anyhow(listed)) for status, listed in words(language).cues.items())


@cache
def reasons(language: str | None) -> tuple[re.Pattern[str], ...]:
    """Patterns for the words that give a reason."""
    return tuple(anyhow((one,)) for one in words(language).reasons)


def statuses(
    passages: tuple[Passage, ...],
    provisions: tuple[Provision, ...],
    drafts: tuple[Draft, ...],
    actions: tuple[Action, ...],
    engagements: tuple[Engagement, ...],
    language: str | None,
) -> tuple[Status, ...]:
    """The status of every quoted provision and of every resolution that a section reports on."""
    sections = {
        one.address: one
        for one in passages
        if one.citations and one.placed.node.kind.value == "heading"
    }
    asked = [
        *reported(passages, provisions, sections.values()),
        *resolutions(passages, sections.values()),
    ]
    return tuple(status(one, drafts, actions, engagements, language) for one in asked)


def plain(number: str) -> str:
    """`14.10 (a)` and `14.10 a)` are one."""
    return re.sub(r"[()\s]", "", number)


def names(passage: Passage) -> set[str]:
    """The provisions and decisions that a heading or paragraph names."""
    return {
        plain(re.sub(r"^.*/Decision/", "", one.target))
        for one in passage.citations
        if one.target and "/Decision/" in one.target
    }


def reported(
    passages: tuple[Passage, ...], provisions: tuple[Provision, ...], sections: Iterable[Passage]
) -> list[Asked]:
    """Each provision with the sections and paragraphs that report on it."""
    above: dict[str, list[Passage]] = defaultdict(list)
    shared: dict[str, set[str]] = {}
    for heading in sections:
        shared[heading.address] = names(heading)
        for key in shared[heading.address]:
            above[key].append(heading)
    under: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.told:
            for place in {f"#{each.address}" for each in passage.headings} | names(passage):
                under[place].append(passage)
    by_key: dict[str, list[Provision]] = defaultdict(list)
    for one in provisions:
        for key in {plain(one.id), plain(one.decision)}:
            by_key[key].append(one)
    return [asked(one, above, shared, under, by_key) for one in provisions]


def asked(
    one: Provision,
    above: dict[str, list[Passage]],
    shared: dict[str, set[str]],
    under: dict[str, list[Passage]],
    by_key: dict[str, list[Provision]],
) -> Asked:
    """One provision with what reports on it, and the other provisions of the same sections."""
    headings = {
        each.address: each
        for key in (plain(one.id), plain(one.decision))
        for each in above.get(key, ())
    }
    places = [plain(one.id), *(f"#{address}" for address in headings)]
    told = {each.address: each for place in places for each in under.get(place, ())}
    keys = {key for address in headings for key in shared[address]}
    rivals = {
        each.id: each.text for key in keys for each in by_key.get(key, ()) if each.id != one.id
    }
    return Asked(
        id=one.id,
        text=one.text,
        directed=one.directed,
        passages=tuple(told.values()),
        rivals=tuple(rivals.values()),
    )


def resolutions(passages: tuple[Passage, ...], sections: Iterable[Passage]) -> list[Asked]:
    """The resolutions that a section reports on."""
    found: dict[str, Asked] = {}
    for heading in sections:
        for one in heading.citations:
            if one.target is None or "/Resolution/" not in one.target:
                continue
            number = one.target.split("/Resolution/")[1]
            told = tuple(
                each
                for each in passages
                if each.told and heading.address in {h.address for h in each.headings}
            )
            found.setdefault(
                number,
                Asked(id=f"Resolution {number}", text="", directed=None, passages=told, rivals=()),
            )
    return list(found.values())


def status(
    asked: Asked,
    drafts: tuple[Draft, ...],
    actions: tuple[Action, ...],
    engagements: tuple[Engagement, ...],
    language: str | None,
) -> Status:
    """The status of one provision, explicit where a sentence states it."""
    found = [hit for hit in hits(asked, language) if mine(hit, asked)]
    told = {one.locus for one in asked.passages}
    done = [one for one in engagements if not one.umbrella and set(one.loci) & told]
    name, used, explicit = judged(asked, found, done)
    disposition, where, step = disposed(asked, drafts, actions)
    reason = next(filter(None, (because(hit, language) for hit in used)), None)
    loci = [hit.passage.locus for hit in used] or [locus for one in done for locus in one.loci]
    cited = [
        one.target
        for hit in used
        for one in hit.passage.citations
        if one.target and not one.target.startswith("#") and "/Decision/" not in one.target
    ]
    return Status(
        provision=asked.id,
        status=name,
        reason=reason,
        quotes=tuple(hit.said for hit in used),
        loci=tuple(dict.fromkeys([*loci, *where])),
        disposition=disposition,
        explicit=explicit,
        evidence=tuple(dict.fromkeys(cited)),
        next_step=step,
    )


def hits(asked: Asked, language: str | None) -> list[Hit]:
    """Every sentence of its passages that says what became of something."""
    found = []
    for passage in asked.passages:
        for sentence in passage.sentences:
            for name, pattern in cues(language):
                if pattern.search(sentence.text):
                    said = Said(
                        value=sentence.text,
                        words=sentence.text,
                        span=passage.span(sentence.start, sentence.end),
                    )
                    found.append(Hit(status=name, said=said, passage=passage))
                    break
    return found


def mine(hit: Hit, asked: Asked) -> bool:
    """True where the sentence names it, or no other provision of the section has more of its
    words."""
    if asked.text and plain(asked.id) in named_in(hit):
        return True
    own = covered(hit.said.value, asked.text)
    if hit.status in ("reported-elsewhere", "superseded"):
        return own > 0 or not asked.text
    best = max((covered(hit.said.value, other) for other in asked.rivals), default=0)
    return own > best or (own == best and own > 0) or not asked.rivals


def named_in(hit: Hit) -> set[str]:
    """The provisions that a sentence names by their numbers."""
    start, end = hit.said.span.start, hit.said.span.end
    return {
        plain(re.sub(r"^.*/Decision/", "", one.target))
        for one in hit.passage.citations
        if one.target and "/Decision/" in one.target and start <= one.start < end
    }


ORDER = (
    "not-implemented",
    "partly-implemented",
    "implemented",
    "implemented-ongoing",
    "superseded",
    "covered-elsewhere",
    "not-applicable",
)


def judged(asked: Asked, found: list[Hit], done: list[Engagement]) -> tuple[str, list[Hit], bool]:
    """(status, the sentences that show it, whether it is stated)."""
    if not asked.text:
        return ("implemented-ongoing" if done else "not-reported"), [], False
    for name in ORDER:
        used = [hit for hit in found if hit.status == name]
        if used:
            return name, used, name != "superseded"
    elsewhere = [
        hit for hit in found if hit.status == "reported-elsewhere" and hit.passage.citations
    ]
    ours = asked.directed is None or "ecretar" in asked.directed or "ecrétar" in asked.directed
    if done and ours:
        return "partly-implemented", elsewhere, False
    return ("reported-elsewhere" if elsewhere else "not-reported"), elsewhere, False


def because(hit: Hit, language: str | None) -> Said[str] | None:
    """The reason that a sentence gives."""
    for pattern in reasons(language):
        match = pattern.search(hit.said.value)
        if match:
            start = hit.said.span.start + match.start("reason")
            return Said(
                value=match["reason"].strip(),
                words=match["reason"],
                span=hit.passage.span(start, start + len(match["reason"])),
            )
    return None


def disposed(
    asked: Asked, drafts: tuple[Draft, ...], actions: tuple[Action, ...]
) -> tuple[str | None, list[str], str | None]:
    """(delete, renew or retain; the paragraphs that say so; the next step in words)."""
    decision = asked.id.split(" ")[0]
    deleted = [
        one for one in actions if one.action == "delete" and {asked.id, decision} & set(one.objects)
    ]
    renewing = next((one for one in drafts if one.renews == asked.id), None)
    where = [one.locus for one in deleted]
    if not actions and renewing is None:
        return None, where, None
    if renewing is not None:
        step = f"renew as draft {named(renewing)}"
        return "renew", where, f"delete and {step}" if deleted else step
    if deleted:
        return "delete", where, "delete"
    return "retain", where, None
