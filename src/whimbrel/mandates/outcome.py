"""Outcome: what a duty was to bring about, and whether a later provision takes it up as done."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from whimbrel.mandates.duties import Duty, asked, carried, common, duties, listed
from whimbrel.mandates.likeness import RUN
from whimbrel.mandates.masked import FULL, MASK, masked, mass, weight
from whimbrel.mandates.renewal import habits

ABOUT, LEAST = 5, 2
"""How many words behind "report" tell what it is about, and how many there must be."""
NEAR_BY = (8, 14)
"""How many words before and behind the same noun they may stand in the later provision."""
FEW = 0.34
"""Share of the words of both up to which two things are to be brought about on other matters."""
SAME = 0.6
"""Share of them from which it is the same report, meeting or plan."""
IN_ORDER = 0.4
"""Share of them that stand in the same order."""
AT_ONCE = 3
"""Among how many words behind the verb "the adoption of" must stand to be what it is about."""
SLIGHT = FULL / 5
"""Weight of words that say nothing by themselves."""
FIRST = 4
"""Among how many words behind the act its object is named."""
ROOT = 4
"""Letters by which an act and its noun are one: "accede", "accession"."""
CLOSE = 9
"""Within how many words behind the act its object must be told of."""
OBJECT = 12
"""How many words behind the act are its object."""

Thing = tuple[str, tuple[str, ...]]
"""(stem of the noun, stems of what it is about)."""


def brings_about(one: Duty) -> bool:
    """True for a duty to make, hold or set up something, and for what is looked forward to."""
    known = habits(one.language)
    if one.verb in known.awaits or one.verb in known.sets_up or makes(one):
        return True
    return known.to_come.search(one.said) is not None


def makes(one: Duty) -> bool:
    """True for an act that makes something."""
    return one.asks and one.act in listed(one.language, "makes")


def things(one: Duty) -> Iterator[Thing]:
    """What a duty was to bring about: "report" and what it is about."""
    nouns, words = listed(one.language, "things"), behind(one)
    if makes(one) and one.act in nouns:
        words = (one.act, *words)
    if makes(one) and not nouns & set(words):
        nouns = frozenset(subject(words, one.language)[:1])
    for place, word in enumerate(words):
        if word in nouns and place < OBJECT:
            about = subject(words[place + 1 :], one.language)[:ABOUT]
            if len(about) < LEAST:
                about += subject(words[:place], one.language)[-LEAST:]
            if len(about) >= LEAST:
                yield word, about


def subject(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The words that have a subject."""
    return tuple(word for word in words if weight(word, language) >= FULL)


def takes_up(thing: Thing, action: Sequence[str]) -> bool:
    """True where a clause is about the thing."""
    noun, about = thing
    for place, word in enumerate(action):
        if word != noun:
            continue
        around = set(action[max(0, place - NEAR_BY[0]) : place + NEAR_BY[1]])
        if sum(each in around for each in about) >= SAME * len(about):
            return True
    return False


def came_about(old: str, new: str, language: str) -> tuple[Duty, Duty] | None:
    """(the old duty, the new clause) where what the old provision was to bring about is there in
    the new one, which adopts, welcomes or uses it and does not ask for it again."""
    later = duties(new, language)
    for one in duties(old, language):
        if not brings_about(one):
            continue
        for thing in things(one):
            told = [each for each in later if takes_up(thing, each.action)]
            if told and not any(asks_again(one, thing, each) for each in told):
                return one, told[0]
    return accomplished(old, new, language)


def asks_again(one: Duty, thing: Thing, other: Duty) -> bool:
    """True where another clause is to bring about the same thing, and not what follows from it."""
    if other.act != one.act and other.act in listed(other.language, "spreads"):
        return False
    if not brings_about(other):
        return False
    return other.act == one.act or not makes(one) or thing[0] in behind(other)[:OBJECT]


def overtaken(old: str, new: str, language: str) -> tuple[Duty, Duty] | None:
    """The same, None where more of what the old provision asked for is still asked for besides."""
    found = came_about(old, new, language)
    if found is None:
        return None
    besides = tuple(one for one in asked(new, language) if one is not found[1])
    going_on = sum(mass(one.action, language) for one in carried(asked(old, language), besides))
    return None if going_on >= mass(found[0].action, language) else found


def accomplished(old: str, new: str, language: str) -> tuple[Duty, Duty] | None:
    """The same where the new provision says so, "Welcomes the adoption of", or where the organ
    adopts what somebody was asked to look into."""
    known, nouns = habits(language), listed(language, "accomplished")
    before, later = duties(old, language), duties(new, language)
    words = masked(old, language)
    if any(told(one, nouns) or adopts(one) for one in before if one.verb in known.receives):
        return None
    if not asked(old, language):
        later = later[:1]
    for each in later:
        if each.verb not in known.receives or not (told(each, nouns) or adopts(each)):
            continue
        aim = named(each, nouns)
        telling = [word for word in aim if weight(word, language) > SLIGHT and word != MASK]
        there = sum(word in words for word in telling)
        if len(telling) < LEAST or there < SAME * len(telling):
            continue
        if in_runs(aim, words, language, least=FULL) >= IN_ORDER:
            return max(before, key=lambda one: common(one, each)), each
    return None


def named(one: Duty, nouns: frozenset[str]) -> tuple[str, ...]:
    """The words behind "the adoption of", or behind "Endorses", as far as they name the thing."""
    since = next((at for at, word in enumerate(one.action) if word in nouns), -1) + 1
    words = one.action[since:] if told(one, nouns) else one.action
    full = [at for at, word in enumerate(words) if weight(word, one.language) >= FULL]
    return words[: full[:ABOUT][-1] + 1] if full else ()


def adopts(one: Duty) -> bool:
    """True for a decision on a thing: "Endorses the plan"."""
    return one.asks and one.verb in habits(one.language).receives


def of_another(one: Duty, other: Duty) -> bool:
    """True where both are to bring about a report, a plan or a meeting, on different matters."""
    if not (makes(one) and makes(other)):
        return False
    matters = [{*goal(each)} for each in (one, other)]
    least, most = sorted(map(len, matters))
    return least > 0 and most >= LEAST and len(matters[0] & matters[1]) <= FEW * least


def goal(one: Duty) -> tuple[str, ...]:
    """The first words behind the act that tell what the report, plan or meeting is about."""
    nouns = listed(one.language, "things")
    words = (word for word in subject(behind(one), one.language) if word not in nouns)
    return tuple(words)[:ABOUT]


def told(one: Duty, nouns: frozenset[str]) -> bool:
    """True for a clause that begins with one of the nouns."""
    words = [word for word in one.action if weight(word, one.language) > SLIGHT]
    return bool(nouns & set(words[:AT_ONCE]))


def reported(one: Duty, action: Sequence[str]) -> bool:
    """True where a provision that asks for nothing tells of the act with its object."""
    aim = [word for word in behind(one) if word != MASK and weight(word, one.language) > SLIGHT]
    if len(one.act) < ROOT or len(aim) < LEAST:
        return False
    return any(
        word[:ROOT] == one.act[:ROOT]
        and len({*aim[:FIRST]} & {*action[place + 1 : place + 1 + CLOSE]}) >= LEAST
        for place, word in enumerate(action)
    )


def kept(one: Duty, action: Sequence[str]) -> float:
    """The share of what a duty is about that stands in runs in another provision."""
    return in_runs(behind(one)[:OBJECT], action, one.language)


def in_runs(
    aim: Sequence[str], words: Sequence[str], language: str, *, least: float = RUN
) -> float:
    """The share of some words that stand in others in runs of no less weight."""
    blocks = SequenceMatcher(None, aim, words, autojunk=False).get_matching_blocks()
    runs = (mass(aim[block.a : block.a + block.size], language) for block in blocks)
    return sum(run for run in runs if run >= least) / (mass(aim, language) or 1.0)


def behind(one: Duty) -> tuple[str, ...]:
    """The words behind the act; all of them where nothing is asked."""
    place = one.action.index(one.act) + 1 if one.asks and one.act else 0
    return one.action[place:]
