"""Variants of names as they turn up in letters and registers, made by rule: other spelling,
transliteration, order, legal form, initials. The generator is seeded; nothing is drawn from a
file of cases."""

import random
from collections.abc import Callable

KEYS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "xa",
}  # fmt: skip
"""Letters beside a letter on a keyboard."""
SOUNDS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "h"), ("q", "k"), ("k", "q"), ("ph", "f"),
    ("j", "dj"), ("dh", "d"), ("y", "i"), ("i", "y"), ("aa", "a"), ("mm", "m"), ("ss", "s"),
    ("u", "o"), ("o", "u"), ("e", "i"), ("ed", "ad"), ("sh", "ch"), ("w", "ou"), ("z", "s"),
    ("c", "k"), ("al-", "el-"), ("al ", "el "), ("bin ", "ben "), ("bin ", "ibn "), ("ahm", "akhm"),
)  # fmt: skip
LEGAL = (" Ltd", " Limited", " LLC", " Inc.", " Corp.", " S.A.", " GmbH", " Foundation", " Co.")
Dice = random.Random


def spelling(name: str, dice: Dice) -> str:
    """One letter left out, doubled, swapped with the next or with one beside it on the keys; two
    in a long name."""
    for _ in range(1 if len(name) < 20 else 2):
        places = [i for i, c in enumerate(name[:-1]) if c.isalpha() and i > 0]
        if not places:
            return name
        at = dice.choice(places)
        char = name[at]
        beside = dice.choice(KEYS.get(char.lower(), char))
        name = dice.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + char + name[at:],
                name[:at] + name[at + 1] + char + name[at + 2 :],
                name[:at] + beside + name[at + 1 :],
            )
        )
    return name


def transliteration(name: str, dice: Dice) -> str:
    """Two sounds written otherwise."""
    text = name.lower()
    possible = [pair for pair in SOUNDS if pair[0] in text]
    for old, new in dice.sample(possible, min(2, len(possible))):
        text = text.replace(old, new, 1)
    return text.title()


def order(name: str, dice: Dice) -> str:
    """The last word first, with or without a comma."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[-1]}{dice.choice((',', ''))} {' '.join(words[:-1])}"


def legal(name: str, dice: Dice) -> str:
    """A legal form more, or another."""
    words = name.split()
    known = {form.strip(" .").lower() for form in LEGAL}
    if len(words) > 2 and words[-1].strip(".,").lower() in known:
        words = words[:-1]
    return " ".join(words) + dice.choice(LEGAL)


def initials(name: str, dice: Dice) -> str:
    """All given names, or one of them, as letters."""
    words = name.split()
    if len(words) < 2:
        return name
    some = range(len(words) - 1) if dice.random() < 0.5 else [dice.randrange(len(words) - 1)]
    return " ".join(f"{word[0]}." if i in some else word for i, word in enumerate(words))


def shortened(name: str, dice: Dice) -> str:
    """A name of three words or more without one that is neither first nor last."""
    words = name.split()
    if len(words) < 3:
        return name
    at = dice.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def run_together(name: str, dice: Dice) -> str:
    """Two words written as one."""
    words = name.split()
    if len(words) < 2:
        return name
    at = dice.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def mixed(name: str, dice: Dice) -> str:
    """Sounds written otherwise, and the last word first."""
    return order(transliteration(name, dice), dice)


Maker = Callable[[str, Dice], str]
MAKERS: dict[str, Maker] = {
    "spelling": spelling,
    "transliteration": transliteration,
    "order": order,
    "legal form": legal,
    "initials": initials,
    "shortened": shortened,
    "run together": run_together,
    "mixed": mixed,
}
