"""French and Spanish names: the head comes first, the rest is in small letters."""

import re
from collections.abc import Iterator

from whimbrel.bodies.body import BodyKind, How, Mention
from whimbrel.bodies.defined import BRACKET, LONGEST, capitals, letters, stands_for
from whimbrel.bodies.names import fold
from whimbrel.bodies.order import Order
from whimbrel.bodies.vocabulary import heads

ADJECTIVE = {
    "fr": r"[a-zà-ÿ-]+(?:al|ale|aux|ique|iques|ien|ienne|ain|aine|ais|aise|if|ive|eur|ier|ière"
    r"|taire|ntal|ntale|né|née)",
    "es": r"[a-zà-ÿ-]+(?:al|ales|ico|ica|ano|ana|és|esa|ivo|iva|ario|aria|ero|era|ado|ada|bre)",
}
JOIN = {
    "fr": r"(?:\ (?:de\ la|de\ l['’]|des?|du|pour\ la|pour\ les?|pour\ l['’]|pour|sur\ la|sur\ les?"
    r"|sur\ l['’]|sur|et\ de\ la|et\ de\ l['’]|et\ des?|et\ du|et)(?:\ |(?<=['’]))|\ d['’])",
    "es": r"(?:\ (?:de\ las?|de\ los|del?|para\ el|para\ las?|para\ los|para|sobre\ el|sobre\ las?"
    r"|sobre\ los|sobre|contra\ la|y\ de\ las?|y\ del|y\ de|y)\ )",
}
CAPITALS = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:\ [^\W\d_a-zß-öø-ÿ][\w’'-]+)*"
AND = re.compile(r"^\s(?:et|y|e)\b|\s(?:et|y|e)\s(?:\w{1,3}[\s'’]){0,2}$")
TEXTS = re.compile(r"\s(?:de\s|d['’])(?:[Aa]cción|[Aa]ction|[Tt]rabajo|travail)\b")
"""Behind Programa or Plateforme: a text, and nobody."""
STATES = re.compile(r"\s(?:y|et)\s(?:de\s)?$")
"""Heads of State and of Government are no government."""
AND_END = re.compile(r"\s(?:et|y|e)\s(?:\w{1,3}[\s'’]){0,2}$")
TOKEN = re.compile(r" \(?[\w’'–-]+,?|['’]\w+")


def romance(text: str, language: str, known: Order) -> Iterator[Mention]:
    """French or Spanish names: up to a bracket with their acronym, or as far as capitals go."""
    index, kinds = heads(language)
    rest = re.compile(
        rf"(?:\ {ADJECTIVE[language]}){{0,2}}(?:\ {CAPITALS})?"
        rf"(?:(?:\ {ADJECTIVE[language]})?{JOIN[language]}{CAPITALS})*"
    )
    folded = fold(text)
    last = 0
    for hit in index.find(folded):
        start, end = folded.place(hit.start), folded.place(hit.end - 1) + 1
        if start < last or text[start - 1 : start] in ("-", "/"):
            continue
        if known.around(start, start + 1):
            continue
        if TEXTS.match(text, end) or (
            kinds[hit.name] is BodyKind.GOVERNMENT
            and STATES.search(text[max(0, start - 8) : start])
        ):
            continue
        last = bracketed(text, start, end) or cut(text, end, running(text, end, rest), known)
        if last <= end:
            continue
        surface = text[start:last]
        yield Mention(
            start=start,
            end=last,
            surface=surface,
            key=None,
            name=surface,
            acronym=None,
            kind=kinds[hit.name],
            group=False,
            how=How.PATTERN,
            sure=kinds[hit.name] is not BodyKind.UNKNOWN,
        )


def bracketed(text: str, start: int, end: int) -> int | None:
    """The end of a name that its acronym follows in brackets."""
    at = end
    for _ in range(LONGEST):
        bracket = BRACKET.match(text, at)
        if bracket:
            short, name = bracket["short"], text[start:at]
            first = letters(short)[:1] == letters(name)[:1]
            return at if first and capitals(short) and stands_for(short, name) else None
        token = TOKEN.match(text, at)
        if token is None:
            return None
        at = token.end()
    return None


def running(text: str, end: int, rest: re.Pattern[str]) -> int:
    """The end of a name by its capitals; `end` where none follow."""
    match = rest.match(text, end)
    if match is None or not any(char.isupper() for char in match[0]):
        return end
    return end if AND.match(match[0]) else match.end()


def cut(text: str, end: int, last: int, known: Order) -> int:
    """The end of a name where known names stand in it: behind the last that is a part of it."""
    for one in known.between(end, last):
        before = text[end : one.start]
        if one.group or AND.search(before[-10:]):
            return end + len(AND_END.sub("", before).rstrip())
        return one.end
    return last
