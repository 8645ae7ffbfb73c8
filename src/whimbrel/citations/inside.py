"""Pointers inside a document, led to the node that is meant: `paragraph 3 (a) above` in the
decision around it.

A number may be printed in several decisions and annexes of one file. What is meant is the one
nearest in the tree; where no node has it, the target is not known.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whimbrel.citations.citation import Citation, How, Kind
from whimbrel.document import Document, walk

ITEM = re.compile(r"\d+\s?(?:bis\s?)?(?P<items>(?:\(?[a-z]{1,4}\)\s?)+)")
LETTERS = re.compile(r"[a-z]{1,4}")


def placed_in(
    document: Document, found: Mapping[str, Sequence[Citation]]
) -> dict[str, tuple[Citation, ...]]:
    """The same citations, each pointer with the address of a node of this document, or none."""
    addresses = [placed.address for placed in walk(document)]
    ends: dict[str, list[str]] = {}
    for address in addresses:
        ends.setdefault(address.rpartition("__")[2], []).append(address)
    known = frozenset(addresses)
    return {
        here: tuple(led(one, here, ends, known) for one in listed) for here, listed in found.items()
    }


def led(
    one: Citation, here: str, ends: Mapping[str, Sequence[str]], known: frozenset[str]
) -> Citation:
    """One citation; a pointer gets the address that is nearest to `here`."""
    if one.kind is not Kind.INTERNAL or not one.target or not one.target.startswith("#"):
        return one
    wanted = one.target.removeprefix("#")
    nearest = closest(candidates(wanted, ends), here)
    if nearest is None:
        return replace(one, target=None, how=How.UNRESOLVED)
    return replace(one, target=f"#{deepest(nearest, one.surface, known)}")


def candidates(wanted: str, ends: Mapping[str, Sequence[str]]) -> list[str]:
    """Addresses that end in what is wanted; an annex may be an appendix, or be named at length."""
    if not wanted.startswith("annex"):
        return list(ends.get(wanted, ()))
    number = wanted.removeprefix("annex").strip("_")
    names = re.compile(
        rf"(?:annexe?|anexo|appendix|appendice|apéndice)s?(?:_{re.escape(number)})?(?:_.*)?"
    )
    named = [address for end, listed in ends.items() if names.fullmatch(end) for address in listed]
    exact = [address for address in named if not number or f"_{number}" in address]
    return exact if number else [address for address in named if "__" not in address]


def closest(addresses: Sequence[str], here: str) -> str | None:
    """The address that shares the most of its way with `here`; the first of equals."""
    way = here.split("__")

    def shared(address: str) -> int:
        parts = address.split("__")
        pairs = enumerate(zip(parts, way, strict=False))
        return next((at for at, (a, b) in pairs if a != b), min(len(parts), len(way)))

    return max(addresses, key=shared, default=None)


def deepest(address: str, surface: str, known: frozenset[str]) -> str:
    """The item that the words name below a paragraph, as far as there is one."""
    named = ITEM.search(surface)
    for letter in LETTERS.findall(named["items"]) if named else ():
        below = f"{address}__{letter}"
        if below not in known:
            break
        address = below
    return address
