"""Values in cells of others: days, countries, lists. What may mean two things means none."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from whimbrel.bodies.names import folded
from whimbrel.engagements.tables.places import codes

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?")
PARTED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
WRITTEN = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})")
SERIAL = re.compile(r"[1-7]\d{4}(?:\.\d+)?")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FORMER = {
    "Yugoslavia": "YUCS", "Socialist Federal Republic of Yugoslavia": "YUCS",
    "Federal Republic of Yugoslavia": "YUCS", "Serbia and Montenegro": "CSXX",
    "Czechoslovakia": "CSHH", "Soviet Union": "SUHH", "Union of Soviet Socialist Republics": "SUHH",
    "German Democratic Republic": "DDDE",
}  # fmt: skip
"""States that are no more, as depositaries call them -> their code of ISO 3166-3."""
EPOCH = date(1899, 12, 30)
"""Day nought of spreadsheets."""
FIRST, LAST = 1850, 2100


class Unfit(ValueError):
    """A value that is not what its column asks for; the message is the cause."""


@lru_cache(maxsize=20_000)
def day(text: str, *, day_first: bool = False) -> date | None:
    """A day, or None for an empty cell. Unfit for what is none, and for 03/04/2015 where the kind
    of file does not say which comes first."""
    value = text.strip()
    if not value or value.lower() in ("n/a", "na", "none", "null", "-", "–"):
        return None
    if found := ISO.fullmatch(value):
        return made(value, *(int(part) for part in found.groups()))
    if found := PARTED.fullmatch(value):
        one, two, year = (int(part) for part in found.groups())
        if one > 12 or day_first or one == two:
            return made(value, year, two, one)
        if two > 12:
            raise Unfit(f"“{value}” has the month before the day; write {year}-{one:02}-{two:02}")
        raise Unfit(f"“{value}” may be two days; write the year first, as {year}-MM-DD")
    if found := WRITTEN.fullmatch(value):
        month = found[2].lower()
        if month in MONTHS:
            return made(value, int(found[3]), MONTHS.index(month) + 1, int(found[1]))
    if SERIAL.fullmatch(value):
        meant = EPOCH + timedelta(days=int(float(value)))
        raise Unfit(
            f"“{value}” is a day as a spreadsheet keeps it inside (probably {meant.isoformat()});"
            " format the column as a date and save again"
        )
    raise Unfit(f"“{value[:60]}” is no day")


def made(text: str, year: int, month: int, number: int) -> date:
    """A day that there is, in years that treaties have."""
    try:
        found = date(year, month, number)
    except ValueError as error:
        raise Unfit(f"“{text}” is no day of the calendar") from error
    if not FIRST <= found.year <= LAST:
        raise Unfit(f"“{text}” lies outside {FIRST}–{LAST}")
    return found


@cache
def parties() -> dict[str, str]:
    """Folded name or code -> code: States, the European Union, and States that are no more."""
    import pycountry

    found = dict(codes())
    for former in pycountry.historic_countries:
        for name in (former.name, former.alpha_4, getattr(former, "alpha_3", "")):
            if name:
                found.setdefault(folded(name), former.alpha_4)
    for name, code in FORMER.items():
        found.setdefault(folded(name), code)
    for name in ("EU", "EUE", "EUR", "EEC", "European Union", "European Community",
                 "European Economic Community", "European Communities"):  # fmt: skip
        found[folded(name)] = "EU"
    return found


def party(*texts: str) -> str:
    """The code of a State or of the European Union, by code or name in three languages. Unfit for
    an unknown one, with the nearest name, and where two cells of a row mean two States."""
    given = [text for text in texts if text.strip()]
    if not given:
        raise Unfit("no Party is named")
    meant = {}
    for text in given:
        code = parties().get(folded(tidy(text)))
        if code is not None:
            meant[code] = text
    if len(meant) > 1:
        named = " and ".join(f"“{text}” ({code})" for code, text in meant.items())
        raise Unfit(f"the row names two States: {named}")
    if not meant:
        raise Unfit(f"no country goes by “{given[0][:60]}”{nearest(given[0])}")
    return next(iter(meant))


def tidy(text: str) -> str:
    """A name without the footnotes that depositaries put behind it."""
    return re.sub(r"(?:[\s,]*\d+)+\s*$", "", text.strip().strip("*†‡ "))


def nearest(text: str) -> str:
    """ "; the nearest is …" where a name is near."""
    from rapidfuzz import fuzz, process

    named = [name for name in parties() if len(name) > 3]
    found = process.extractOne(folded(text), named, scorer=fuzz.ratio, score_cutoff=75)
    return f"; the nearest is “{found[0]}” ({parties()[found[0]]})" if found else ""


def states(text: str) -> tuple[str, ...]:
    """A list of codes, parted by commas, blanks or semicolons. Unfit for what is no code."""
    found = []
    for part in filter(None, re.split(r"[,;\s]+", text.strip())):
        if not re.fullmatch(r"[A-Z]{2}", part):
            raise Unfit(f"“{part}” is no code of a country")
        found.append(part)
    return tuple(dict.fromkeys(found))
