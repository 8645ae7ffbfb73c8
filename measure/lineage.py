"""Two yearly resolutions paired and scored against links read by eye; and resolutions that have
nothing to do with each other, between which every link is a false alarm.

The yearly pair is the only one in the shared corpus, and it was in view when the thresholds of
`mandates.pairing` were chosen: its figure says that nothing broke, not how well unseen pairs do.
"""

from collections.abc import Iterator

from measure.shared import shared
from whimbrel.mandates.lineage import Label, Wording
from whimbrel.mandates.pairing import pair
from whimbrel.mandates.wordings import wordings
from whimbrel.reading import examine

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
YEARLY = ("SC_2567_2021-E.en.xml", "S_RES_2625_2022_-2203832E.en.xml")
STRANGERS = (
    ("A_RES_76_172-2119207E.en.xml", "A_RES_77_325-2316717E.en.xml"),
    ("A_RES_76_205-2119256E.en.xml", "A_RES_78_182-2326018E.en.xml"),
    ("A_HRC_RES_55_6E.en.xml", "A_RES_78_168-2325877E.en.xml"),
    ("A_RES_77_169-2228787F.fr.xml", "S_RES_2699-2318982F.fr.xml"),
    ("A_RES_77_196-2228893S.es.xml", "A_RES_78_155-2325897S.es.xml"),
)
MOVED = {7: 9, 8: 10, 9: 11, 10: 12, 11: 13, 12: 14, 13: 15, 14: 16, 15: 17, 16: 18, 17: 19,
         18: 20, 19: 21, 20: 22, 21: 23, 22: 24, 23: 25, 24: 26, 25: 27, 26: 28, 28: 29, 29: 30,
         30: 31}  # fmt: skip
"""S/RES/2567 (2021) -> S/RES/2625 (2022), paragraphs as they were found by reading both; 1 to 6
kept their numbers, 27 of the old has no successor."""
LETTERS_MOVED = {"a": "a", "b": "b", "c": "c", "d": "g", "e": "h", "f": "i", "g": "j", "h": "k",
                 "i": "l", "j": "m", "k": "n", "l": "o", "m": "p", "n": "q"}  # fmt: skip
"""The same for the items of paragraph 18, which is 20 of the new."""
POINTS = {"a": 10, "b": 2, "c": 4, "d": 4}
"""How many points the items of paragraph 3 have that kept their places."""

Pair = tuple[str, str]


def gold() -> Iterator[Pair]:
    """The links between numbered provisions, as (number of the old, number of the new)."""
    yield from ((str(number), str(number)) for number in range(1, 7))
    yield from ((str(old), str(new)) for old, new in MOVED.items())
    for letter, count in POINTS.items():
        yield f"3 ({letter})", f"3 ({letter})"
        yield from ((f"3 ({letter}) ({n})",) * 2 for n in ROMAN[:count])
    yield from ((f"18 ({old})", f"20 ({new})") for old, new in LETTERS_MOVED.items())


def measure() -> None:
    """Print precision and recall of the links, and how many false ones strangers have."""
    true = set(gold())
    found = links(*YEARLY)
    right = len(found & true)
    print("\nProvisions of yearly resolutions, paired; links read by eye")
    print(f"  {YEARLY[0]} and {YEARLY[1]}: {len(true)} links")
    print(f"  precision {right / max(1, len(found)):.3f}, recall {right / len(true):.3f}")
    for kind, some in (("missed", true - found), ("wrong", found - true)):
        for old, new in sorted(some):
            print(f"    {kind}: {old} -> {new}")
    print("  Resolutions without a common history: false links")
    for old, new in STRANGERS:
        print(f"    {old} and {new}: {len(links(old, new))}")


def links(old: str, new: str) -> set[Pair]:
    """The links that are found between the numbered provisions of two resolutions."""
    olds, news, language = *map(numbered, (old, new)), old.split(".")[-2]
    return {
        (olds[i].path, news[j].path)
        for link in pair(olds, news, language=language)
        if link.verdict.label is not Label.UNRELATED
        for i in link.olds
        for j in link.news
    }


def numbered(name: str) -> list[Wording]:
    """The provisions of a resolution that have a number or letter; bullets have none."""
    document = examine(shared("corpus", "un", name)).document
    return [one for one in wordings(document) if one.path[:1].isdigit()]
