"""A convention and an office of it, named in one breath: "CITES Secretariat", "COP of the CBD"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whimbrel.bodies.body import BodyKind, How, Mention
from whimbrel.bodies.known import known
from whimbrel.bodies.names import folded
from whimbrel.bodies.vocabulary import named

OF = re.compile(
    r"""
    \s? (?: of | to | for | under | de | du | des | del | à | au | aux | a | al | en | d['’] )
    (?: \s (?: the | la | le | les | el | los | las ) )?
    \s? (?: l['’] )? \s?
    """,
    re.VERBOSE,
)
"""Between an office and what it is of."""
LIST = re.compile(r"(?:\s?\([^()]{2,20}\))?(?:,\s|,?\s(?:and|et|y|e)\s)(?:(?:the|la|el|l['’])\s?)?")
"""Between two that share an office."""
HAS = re.compile(r"(?:['’]s?)?\s")
OFFICES = {
    "own-secretariat": "secretariat",
    "own-cop": "cop",
    "own-mop": "mop",
    "own-mos": "mos",
    "own-standing-committee": "standing-committee",
    "own-scientific-council": "scientific-council",
    "own-executive-secretary": "executive-secretary",
    "own-scientific-committee": "scientific-committee",
}
"""What the key of an office of a body ends with."""


def compose(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in order, an office and its body made one; who shares an office keeps its place."""
    out: list[Mention] = []
    at = 0
    while at < len(mentions):
        one = mentions[at]
        whole = split(text, mentions[at : at + 3])
        if whole:
            out.append(whole)
            at += 3
            continue
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        if is_office(one) and after and bears(after) and OF.fullmatch(text[one.end : after.start]):
            out.append(joined(text, one, after, start=one.start, end=after.end))
            at = share(text, mentions, at + 2, one, out) if plural(one) else at + 2
            continue
        if bears(one) and after and is_office(after) and HAS.fullmatch(text[one.end : after.start]):
            out += earlier(text, out, after, one.start) if plural(after) else []
            out.append(joined(text, after, one, start=one.start, end=after.end))
            at += 2
            continue
        out.append(one)
        at += 1
    return out


def split(text: str, three: Sequence[Mention]) -> Mention | None:
    """One name that its acronym cuts in two: the Organization (ACRONYM) of the United Nations."""
    if len(three) < 3 or three[0].key is None or three[0].key != three[1].key:
        return None
    first, short, last = three
    joined_by = text[short.end : last.start]
    if text[first.end : short.start] != " (" or not joined_by.startswith(") "):
        return None
    name = folded(first.surface + joined_by[1:] + last.surface)
    one = named().get(name)
    if one is None or getattr(one, "key", None) != first.key:
        return None
    return replace(first, end=last.end, surface=text[first.start : last.end])


def share(
    text: str, mentions: Sequence[Mention], at: int, office: Mention, out: list[Mention]
) -> int:
    """Take the further bodies of "the Secretariats of CMS and CITES". Returns where to go on."""
    end = out[-1].end
    while at < len(mentions):
        one = mentions[at]
        if one.name == out[-1].name or (one.start - end < 3 and text[end : one.start] == " ("):
            out.append(one)
            end, at = one.end, at + 1
            continue
        gap = text[end : one.start].removeprefix(")")
        if not bears(one) or not LIST.fullmatch(gap):
            return at
        out.append(joined(text, office, one, start=one.start, end=one.end))
        end, at = one.end, at + 1
    return at


def earlier(text: str, out: list[Mention], office: Mention, start: int) -> list[Mention]:
    """Give the office to the bodies before: "CBD and CITES Secretariats". Changes `out`."""
    at = len(out) - 1
    while at >= 0 and bears(out[at]) and LIST.fullmatch(text[out[at].end : start]):
        start = out[at].start
        out[at] = joined(text, office, out[at], start=out[at].start, end=out[at].end)
        at -= 1
    return []


def is_office(one: Mention) -> bool:
    """Whether a mention is a role that each convention fills."""
    return one.key is not None and one.key.startswith("own-")


def bears(one: Mention) -> bool:
    """Whether a mention is of a body that may have offices."""
    return not one.group and not is_office(one) and one.kind is not BodyKind.OFFICER


def plural(one: Mention) -> bool:
    """Whether an office is named for several bodies."""
    return one.surface.casefold().endswith("s") and one.key in OFFICES and one.key != "own-cop"


def joined(text: str, office: Mention, body: Mention, *, start: int, end: int) -> Mention:
    """The mention of an office of a body: known by its key, or else named after both."""
    suffix = OFFICES.get(office.key or "", "-")
    key = f"{body.key}-{suffix}"
    fact = known().get(key)
    return replace(
        office,
        start=start,
        end=end,
        surface=text[start:end],
        key=key if fact else None,
        name=fact.name if fact else f"{body.acronym or body.name} {office.name}",
        acronym=None,
        kind=fact.kind if fact else office.kind,
        how=How.KNOWN if fact else How.PATTERN,
        parent=body.key or body.name,
    )
