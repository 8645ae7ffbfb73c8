"""Labels: the number or letter that opens a paragraph, and what it may count.

`(i)` is the ninth letter or the first roman number; which of the two, only its neighbours can tell
(see `nest`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from whimbrel.reading.docx_numbering import roman

TYPED = re.compile(
    r"""
    # 14.9   14.AA   14.9 (Rev.COP15)
    (?P<decision> \d{1,3} \. (?: \d{1,3} | [A-Z]{2,3} ) \.?
        (?: \s \( Rev\. [^()]{2,9} \) )? (?=\s) )
    # 8.   8 bis.   8.Requests
    | (?P<number> \d{1,3} (?: [ \u00a0]? (?:bis|ter|quater|quinquies|alt) )? \. (?=\s|[^\W\d])
        | \d{1,3}[A-Z] \. (?=\s) )
    # (1)   a)   (iv)   (aaa)   (a bis)
    | (?P<bracket> \(?
        (?: \d{1,2} | [a-z]{1,2} | (?P<same> [a-z] ) (?P=same){2} | [ivxl]{1,7} | \d{1,2}[a-z] )
        (?: [ \u00a0]? (?:bis|ter|quater|quinquies|alt) )? \) (?=\s|[^\W\d]) )
    | (?P<roman> [IVX]{1,6} \. (?=\s) )                       # IV.
    | (?P<upper> [A-Z] \. (?=\s) (?! \s [A-Z]\.) )            # B.   and not the initials "J. K."
    | (?P<lower> [a-z] \. (?=\s) | [ivx]{1,5} \. (?=\s) )     # a.   iv.
    | (?P<multi> \d{1,3} (?: \. \d{1,3} ){2,4} \.? (?=\s) )   # 1.2.3
    | (?P<bullet> [•●⚫▪◦‣■□➢✓] | [–—·o-] (?=\s) )
    """,
    re.VERBOSE,
)
REVISED = re.compile(r"\s\(Rev\.[^()]*\)$")
ROMANS = {roman(value): value for value in range(1, 60)}
BULLET, DECIMAL, LETTER, ROMAN, MULTI = "bullet", "decimal", "letter", "roman", "multi"
UPPER = "upper "


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: what it counts, how far, and the marks around it."""

    counts: str
    """`decimal`, `letter`, `roman`, `multi` or `bullet`; `upper letter` and `upper roman` for
    capitals."""
    value: int
    marks: str
    """The label with % for its number: `%.`, `(%)`, `%)`."""

    @property
    def style(self) -> tuple[str, str]:
        """What two labels of one list share."""
        return self.counts, self.marks


def typed(text: str) -> tuple[str, int] | None:
    """(label, characters up to the words) of a label typed before the words; None where there is
    none."""
    found = TYPED.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    words = rest.lstrip()
    if (found["decision"] or found["multi"]) and words[:1].islower():
        return None  # "1.5 degrees Celsius"
    return (found.group().replace("\u00a0", " "), len(text) - len(words)) if words else None


@lru_cache(maxsize=4096)
def readings(label: str) -> tuple[Reading, ...]:
    """Every way to read a label, the likelier first. Empty for what counts nothing."""
    label = REVISED.sub("", label)
    core = re.sub(r"^[\s(]+|[\s).]+$", "", label)
    marks = label.strip().replace(core, "%", 1) if core else ""
    if not any(char.isalnum() for char in core):
        return (Reading(BULLET, 0, label.strip()),) if label.strip() else ()
    plain = re.sub(r"\s*(?:bis|ter|quater|quinquies|alt)$|(?<=\d)[A-Z]$", "", core)
    if plain.isdecimal():
        return (Reading(DECIMAL, int(plain), marks),)
    if re.fullmatch(r"\d+(?:\.\w+)+", core):
        return (Reading(MULTI, 0, marks),)
    low, case = plain.lower(), "" if core == core.lower() else UPPER
    found = []
    if low in ROMANS:
        found.append(Reading(case + ROMAN, ROMANS[low], marks))
    letter = letter_value(low)
    if letter:
        found.append(Reading(case + LETTER, letter, marks))
    return tuple(found)


def letter_value(text: str) -> int:
    """a -> 1, z -> 26, aa -> 27, bb -> 28, aaa -> 53; 0 for what is no letter of a list."""
    if 1 <= len(text) <= 3 and len(set(text)) == 1 and "a" <= text[0] <= "z":
        return 26 * (len(text) - 1) + ord(text[0]) - 96
    if len(text) == 2 and text[0] == "a" and "b" <= text[1] <= "z":
        return 26 + ord(text[1]) - 96
    return 0


def follows(reading: Reading, before: Reading) -> bool:
    """True where a label is the next of the same list."""
    return reading.value == before.value + 1 and reading.style == before.style
