"""Countries in cells: by name in three languages, or by ISO code."""

import re
from functools import cache

from whimbrel.bodies.gazetteer import PlaceKind, table
from whimbrel.bodies.names import folded
from whimbrel.engagements.tables.problem import Unfit

PARTS = (re.compile(r"\s*[;\n]\s*"), re.compile(r"\s*[,/]\s*"))


@cache
def codes() -> dict[str, str]:
    """Folded name or code -> ISO code of two letters."""
    import pycountry

    found = {
        folded(name): called.iso2
        for name, called in table().items()
        if called.kind is PlaceKind.COUNTRY and called.iso2
    }
    for country in pycountry.countries:
        found |= {code.lower(): country.alpha_2 for code in (country.alpha_2, country.alpha_3)}
    return found


def country(text: str) -> str:
    """The ISO code of a country. Unfit where no country goes by the name."""
    code = codes().get(folded(text)) or codes().get(folded(text.replace(".", "")))
    if code is None:
        raise Unfit("country", value=text)
    return code


def countries(text: str) -> tuple[str, ...]:
    """Several countries, parted by semicolons, lines or commas. "Korea, Republic of" is one."""
    found: list[str] = []
    for part in filter(None, PARTS[0].split(text)):
        if folded(part) in codes():
            found.append(codes()[folded(part)])
            continue
        found.extend(country(one) for one in filter(None, PARTS[1].split(part)))
    return tuple(dict.fromkeys(found))
