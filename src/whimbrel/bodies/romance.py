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
STOP = {
    "fr": r"(?:a|ont|est|sont|était|étaient|avait|avaient|fut|furent|se|ne|qui|que|dont|où|lors"
    r"|en|dans|pour|par|afin|ainsi|doit|doivent|devrait|peut|peuvent|s['’]est|n['’]a)\b",
    "es": r"(?:ha|han|había|habían|es|son|fue|fueron|se|no|que|quien|quienes|cuyo|cuya|en|para"
    r"|por|durante|debe|deben|debería|puede|pueden"
    r"|\w+(?:ó|aron|ieron|ará|erá|irá|arán|erán|irán))\b",
}
"""Behind these words the name of a group is over."""
ABOUT = {
    "fr": r"(?:\ (?:ad\ hoc|spécial|à\ composition\ non\ limitée))*\ (?:sur|chargé\ de|relatif)",
    "es": r"(?:\ (?:ad\ hoc|especial|de\ composición\ abierta))*\ (?:sobre|encargado\ de)",
}
LINKS = ("et", "y", "e", "de", "du", "des", "del", "la", "le", "les", "los", "las")
OPEN = "".join(rf"(?<!\ {word})" for word in LINKS)
TOPIC = {
    language: re.compile(
        rf"{about}(?:(?:\ |(?<=['’]))(?!{STOP[language]})[a-zà-ÿ][\w’'-]*+){{1,10}}"
        rf"(?:(?:\ |(?<=['’]))[A-ZÀ-Þ][\w’-]++)?{OPEN}"
    )
    for language, about in ABOUT.items()
}
"""What a group works on: "sur les mammifères aquatiques"."""
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
        inside = known.around(start, start + 1)
        if inside and not (inside.start == start and (inside.key or "").startswith("own-")):
            continue
        if TEXTS.match(text, end) or (
            kinds[hit.name] is BodyKind.GOVERNMENT
            and STATES.search(text[max(0, start - 8) : start])
        ):
            continue
        last = bracketed(text, start, end) or cut(text, end, running(text, end, rest), known)
        if kinds[hit.name] is BodyKind.WORKING_GROUP:
            last = max(last, topic(text, end, language))
        # "Comité Técnico Asesor" is no "Comité Técnico"; "Comité permanent de la CITES" is two.
        if last <= end or (inside and not outgrows(text, inside, last, known)):
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


def outgrows(text: str, inside: Mention, last: int, known: Order) -> bool:
    """Whether a name goes on behind an office that every convention has, and not with its body."""
    goes_on = last > inside.end and re.match(r"\s[^\W\d_a-zß-öø-ÿ]", text[inside.end :])
    return bool(goes_on) and not known.between(inside.end - 1, last)


def topic(text: str, end: int, language: str) -> int:
    """The end of what a group works on, in small letters: up to a verb or a mark."""
    match = TOPIC[language].match(text, end)
    return match.end() if match else end


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
        if text[one.end : one.end + 1] in ("-", "–") and one.end < last:
            continue
        if one.group or AND.search(before[-10:]):
            return end + len(AND_END.sub("", before).rstrip())
        return one.end
    return last
