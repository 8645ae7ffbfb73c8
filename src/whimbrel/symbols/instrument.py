"""Numbers of decisions, resolutions and articles: `14.10 c)`, `11.10 (Rev.COP14)`, `VII.9`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Shape(StrEnum):
    """The shape of a number; it often tells whose number it is."""

    TREATY = "treaty"
    """1/CP.21, 7/CMA.1, 12/COP.15"""
    YEAR = "year"
    """2374 (2017)"""
    ROMAN = "roman"
    """2200 A (XXI), 3201 (S-VI)"""
    ANNUAL = "annual"
    """2021/2"""
    SESSION = "session"
    """78/155, S-19/2, 48/218 B"""
    SPECIAL = "special"
    """SS.XI/9"""
    PREFIXED = "prefixed"
    """BC-14/12, IPBES-9/1, BS-V/11"""
    CONF = "conf"
    """Conf. 12.5 (Rev. CoP19)"""
    LATIN = "latin"
    """XIII/20"""
    RAMSAR = "ramsar"
    """XIV.4"""
    DOTTED = "dotted"
    """14.10, 11.10 (Rev.COP14), 14.AA"""


PART = r"\s?[A-Z](?:(?:-|\s(?:to|and|et|y|a|\u00e0)\s)[A-Z])?(?![\w'\u2019.)])"
NUMBER = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<treaty>   \d{{1,3}}/(?:CP|CMP|CMA|COP)\.\d{{1,2}} )
    | (?P<year>     \d{{1,4}}\s?\((?:19|20)\d\d\) )
    | (?P<roman>    \d{{1,4}}(?:\s?[A-Z](?:-[A-Z])?)?\s?\((?:E?S-)?[IVXLC]+\)(?:\s[A-Z]\b)? )
    | (?P<annual>   (?:19|20)\d\d/\d{{1,4}}(?:{PART})? )
    | (?P<session>  (?:E?S-)?\d{{1,3}}/\d{{1,3}}(?:{PART})? )
    | (?P<special>  SS\.[IVX]+/\d{{1,3}} )
    | (?P<prefixed> [A-Z]{{2,6}}-(?:[IVX]+|\d{{1,2}})/\d{{1,3}} )
    | (?P<conf>     Conf\.?\s?\d{{1,2}}\.\d{{1,2}}(?:\s?\(Rev\.?\s?CoP\s?\d{{1,2}}\))? )
    | (?P<latin>    [IVXLC]+/\d{{1,3}}(?:{PART})? )
    | (?P<ramsar>   [IVXLC]+\.\d{{1,3}} )
    | (?P<dotted>   \d{{1,2}}\.(?:\d{{1,3}}|[A-Z]{{2}}\b)
                    (?:\s?\(Rev\.?\s?[CM][Oo]P\s?\d{{1,2}}\))? )
    )(?![\w/]|-\d{{1,4}}/)""",
    re.VERBOSE,
)


LONGEST = 80
"""No range names more texts than this; what would is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed, in normal form, with its shape."""

    text: str
    shape: Shape

    @classmethod
    def of(cls, match: re.Match[str]) -> "Number":
        """The number that `NUMBER` matched."""
        return cls(text=tidy(match[0]), shape=Shape(match.lastgroup or ""))

    @classmethod
    def parse(cls, text: str) -> "Number":
        """A whole text -> the number. ValueError where it is none."""
        match = NUMBER.fullmatch(" ".join(text.split()))
        if not match:
            raise ValueError(f"{text!r} is no number of a decision or resolution")
        return cls.of(match)

    @property
    def bare(self) -> str:
        """The number without its parts A and B: `2021/2 A` -> `2021/2`."""
        return re.sub(r"\s[A-Z](?:-[A-Z])?$", "", self.text)

    @property
    def plain(self) -> str:
        """The number without its revision: `11.10 (Rev.COP14)` -> `11.10`."""
        return self.text.partition(" (")[0]

    def until(self, last: "Number") -> tuple["Number", ...]:
        """The numbers between this and a last one: 2/CMP.7 and 5/CMP.7 -> 3/CMP.7, 4/CMP.7."""
        own, other = self.counted(), last.counted()
        if self.shape is not last.shape or own is None or other is None or own[::2] != other[::2]:
            return ()
        low, high = int(own[1]), int(other[1])
        if not low < high <= low + LONGEST:
            return ()
        return tuple(
            Number(text=f"{own[0]}{number}{own[2]}", shape=self.shape)
            for number in range(low + 1, high)
        )

    def counted(self) -> tuple[str, str, str] | None:
        """The number parted around what is counted on: `3` of 3/CMP.7, `5` of 15/5."""
        if self.shape is Shape.TREATY:
            head, _, tail = self.text.partition("/")
            return "", head, f"/{tail}"
        head, _, tail = self.text.rpartition("/")
        return (f"{head}/", tail, "") if head and tail.isdigit() else None

    @property
    def session(self) -> str:
        """What stands before the stroke: `5` of 5/14."""
        return self.text.partition("/")[0]

    @property
    def item(self) -> str:
        """What stands behind the stroke: `14` of 5/14."""
        return self.text.partition("/")[2]

    @property
    def mark(self) -> str:
        """The letters of a treaty body or convention: `CMA` of 7/CMA.1, `BC` of BC-14/12."""
        match = re.search(r"[A-Z]{2,}", self.text)
        return match[0] if match else ""


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """One space before brackets and parts; `Rev.COP14` has none, the `Rev. CoP19` of CITES one."""
    words = " ".join(text.split())
    words = re.sub(r"\s?\(", " (", words)
    words = re.sub(r"^(\d+\.)0(?=\d)", r"\1", words)
    words = re.sub(r"\(Rev\.?\s?([CM]OP)\s?(\d+)\)", r"(Rev.\1\2)", words)
    words = re.sub(r"\(Rev\.?\s?([CM]oP)\s?(\d+)\)", r"(Rev. \1\2)", words)
    words = re.sub(r"^Conf\.?\s?(?=\d)", "Conf. ", words)
    words = re.sub(r"(?<=[A-Z])\s(?:to|and|et|y|a|\u00e0)\s(?=[A-Z]$)", "-", words)
    return re.sub(r"(?<=\d)(?=[A-Z](?:-[A-Z])?$)", " ", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNumber:
    """A decision of a COP and one of its items: `14.10 c)`."""

    number: str
    item: str | None = None

    def __str__(self) -> str:
        return f"{self.number} {self.item})" if self.item else self.number

    @classmethod
    def parse(cls, text: str) -> "DecisionNumber":
        """`14.10 c)`, `14.10(c)` -> the number. ValueError where the text is none."""
        match = re.fullmatch(r"(\d{1,2}\.(?:\d{1,3}|[A-Z]{2}))(?:\s*\(?([a-z])\))?", text.strip())
        if not match:
            raise ValueError(f"{text!r} is no number of a decision: write one such as 14.10 c)")
        return cls(number=match[1], item=match[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionNumber:
    """A resolution of a COP and the COP that last revised it: `11.10 (Rev.COP14)`."""

    number: str
    revised: str | None = None

    def __str__(self) -> str:
        return f"{self.number} (Rev.{self.revised})" if self.revised else self.number

    @classmethod
    def parse(cls, text: str) -> "ResolutionNumber":
        """`11.10 (Rev. COP14)` -> the number. ValueError where the text is none."""
        match = re.fullmatch(
            r"(\d{1,2}\.\d{1,3})(?:\s*\(Rev\.?\s*([CM][Oo]P)\s*(\d+)\))?", text.strip()
        )
        if not match:
            raise ValueError(
                f"{text!r} is no number of a resolution: write one such as 11.10 (Rev.COP14)"
            )
        return cls(number=match[1], revised=f"{match[2].upper()}{match[3]}" if match[2] else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleNumber:
    """An article of a treaty, its paragraph and its item: `VII.9 b)`."""

    article: str
    paragraph: str | None = None
    item: str | None = None

    def __str__(self) -> str:
        number = f"{self.article}.{self.paragraph}" if self.paragraph else self.article
        return f"{number} {self.item})" if self.item else number

    @classmethod
    def parse(cls, text: str) -> "ArticleNumber":
        """`VII.9 b)`, `VII, paragraph 9 (b)` -> the number. ValueError where the text is none."""
        match = re.fullmatch(
            r"([IVXLC]+|\d{1,3}(?:\s?bis)?)(?:(?:\.|,?\s(?:para(?:graph)?\.?|paragraphe|p\u00e1rrafo)\s)(\d{1,2}))?(?:\s*\(?([a-z])\))?",
            text.strip(),
        )
        if not match:
            raise ValueError(f"{text!r} is no number of an article: write one such as VII.9 b)")
        return cls(article=match[1], paragraph=match[2], item=match[3])
