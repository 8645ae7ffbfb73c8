"""DocumentSymbol: how a document is named, `UNEP/CMS/COP15/Doc.18.1`, `A/76/281 (Part I)/Add.1`."""

import re
from dataclasses import dataclass

from whimbrel.symbols.organ import Organ, organ_of, roots

WORDS = r"(?:Docs?|Inf|INF|Rev|Add|Corr|Conf|CRP|Res|Dec)"
PARTS = r"(?:Part|Vol\.|Sect\.|Sects\.|Resumption|Prog\.)"
SYMBOL = re.compile(
    rf"""
    [A-Z][A-Za-z]{{0,9}}\d{{0,3}}                      # the root: A, UNEP, WHA68
    (?: \( [A-Z]{{2,6}} \) )?                        # a division of it: UNEP(DEPI)
    (?:
        / (?:
            \s? {WORDS}\b\.? \s? \d+ (?:\.\d+)* [A-Za-z]?\b     # Doc. 28.2, Rev.1
          | \s? COP\d+
          | (?! Ann?ex | Appendi )
            [A-Za-z0-9]+ (?: [.-][A-Za-z0-9]+ )*      # 78, RES, EA.5, COP-MOP
            (?: \([A-Z]?\d{{1,2}}\) )?                 # COP(15)
            (?: \s [IW]G\.\d+ )?                      # MED IG.22
        )
      | \s (?:Doc|Inf|CRP)\b\.? \s? \d+ (?:\.\d+)*   # a stroke forgotten: COP15 Doc. 28.2
      | \s? \( (?:
            {PARTS} \s? (?:[IVXLC]+|\d+) (?: [-–] (?:[IVXLC]+|\d+) )?
          | (?:19|20)\d\d | (?:E?S-)?[IVXLC]+ | SUPP | Introduction
        ) \)                                          # (Part I), (2017), (XXI)
    )+
    """,
    re.VERBOSE,
)
CITES = re.compile(
    r"(?:CITES\s|Ramsar\s)?(?P<meeting>(?:CoP|COP|SC|AC|PC)\s?\d{1,2})\s(?P<kind>Doc|Inf|Com)\.?\s?"
    r"(?P<number>\d+(?:\.\d+)*)(?P<more>\s\(Rev\.\s?(?:\d|CoP\d+)?\))?"
)
AGAIN = re.compile(
    r"(?:,\s|\s(?:and|et|y)\s)(?P<suffix>(?:Add|Corr|Rev)\.\s?\d+)"
    r"(?P<more>(?:(?:,\s|\s(?:and|et|y)\s)\d{1,2}\b(?![/.]\d))*)"
)
"""` and Add.1 and 2`: documents named by what they add to the one just named."""
JOINT = re.compile(r"(?<=[\d)])[-\u2013](?=[AES]/)")
TWICE = re.compile(r"/(?:Rev|Add|Corr|Amend)\.\d+|\s\({PARTS}[^)]*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSymbol:
    """The name of a document in its normal form."""

    text: str

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> "DocumentSymbol":
        """A symbol as printed -> the symbol. ValueError where the whole text is none."""
        words = JOINT.split(" ".join(text.split()))[0]
        if not CITES.fullmatch(words) and not (SYMBOL.fullmatch(words) and plausible(words)):
            raise ValueError(
                f"{text!r} is no document symbol: write one such as UNEP/CMS/COP15/Doc.18.1"
            )
        return cls(text=normal(words))

    @property
    def organ(self) -> Organ | None:
        """The organ whose document it is."""
        return organ_of(self.text)

    @property
    def informational(self) -> bool:
        """True for an information document: `UNEP/CMS/COP15/Inf.18.1`."""
        return bool(re.search(r"[/ ](?:Inf\b|INF\b)", self.text))

    @property
    def base(self) -> str:
        """The symbol without revisions, addenda and corrigenda."""
        base, again = self.text, ""
        while base != again:
            again, base = base, re.sub(rf"(?:{TWICE.pattern})$", "", base)
        return base

    @property
    def series(self) -> str | None:
        """The series of meetings whose document it is: `UNEP/CMS`."""
        return self.meeting.rpartition("/")[0] if self.meeting else None

    @property
    def meeting(self) -> str | None:
        """The symbol of the meeting whose document it is: `UNEP/CMS/COP15`."""
        match = re.match(r"(.+/[A-Za-z-]*\d+)/(?:Doc|Inf|CRP)\.", self.text)
        return match.group(1) if match else None


def normal(text: str) -> str:
    """A printed symbol in its normal form: one joint symbol is named by its first half.

    `UNEP/CMS/COP15 Doc. 28.2` -> `UNEP/CMS/COP15/Doc.28.2`; `A/70/95-S/2015/446` -> `A/70/95`.
    """
    words = " ".join(text.split())
    cites = CITES.fullmatch(words)
    if cites:
        return cites_symbol(cites)
    words = JOINT.split(words)[0]
    root, _, rest = words.partition("/")
    if rest and root in roots() and roots()[root].same:
        words = f"{roots()[root].same}/{rest}"
    words = re.sub(r"(?<=/)(?:ADD|REV|CORR)(?=\.)", lambda match: match[0].capitalize(), words)
    words = re.sub(r"/\s", "/", words)
    words = re.sub(r"\s(?=(?:Doc|Inf|CRP)\b)", "/", words)
    words = re.sub(r"(?<=/)Docs(?=[.\s])", "Doc", words)
    words = re.sub(r"(?<=/)(Doc|Inf|Rev|Add|Corr|Conf|CRP|Res|Dec)\.?\s?(?=\d)", r"\1.", words)
    if words.startswith("UNEP/CMS/"):
        words = re.sub(r"/INF\.?\s?(?=\d)", "/Inf.", words)
    words = re.sub(r"\((Vol|Sect|Prog)\.\s?", r"(\1. ", words)
    return re.sub(r"\s?(?<!^UNEP)\((?!\w?\d{1,2}\))", " (", words)


def added(name: str, match: re.Match[str]) -> tuple[str, ...]:
    """The documents that `AGAIN` names behind one: `A/66/85` and ` and Add.1 and 2` -> two more."""
    kind, _, first = match["suffix"].replace(" ", "").partition(".")
    numbers = (first, *re.findall(r"\d+", match["more"]))
    return tuple(f"{name}/{kind}.{number}" for number in numbers)


def cites_symbol(match: re.Match[str]) -> str:
    """`CITES CoP19 Doc. 12`, as CITES prints it; a COP in capitals is that on wetlands."""
    meeting, kind, number = match["meeting"].replace(" ", ""), match["kind"], match["number"]
    if match[0].startswith("Ramsar") or meeting.startswith("COP"):
        return f"Ramsar {meeting} {kind}.{number}{match['more'] or ''}"
    return f"CITES {meeting} {kind}. {number}{match['more'] or ''}"


def plausible(text: str) -> bool:
    """True where a shape is a symbol: it has a number, and a known root or strokes enough."""
    root, _, rest = text.partition("/")
    root = root.partition("(")[0]
    if not any(char.isdigit() for char in rest):
        return False
    known = roots().get(root.rstrip("0123456789"))
    deep = "/" in rest
    if known is None:
        return (
            deep
            and len(root) > 1
            and root.isupper()
            and rest.replace("/", "").isupper()
            and rest.count("/") > 1
        )
    if root != known.root and not known.digits:
        return False
    return deep or (not known.deep and rest.isdigit())
