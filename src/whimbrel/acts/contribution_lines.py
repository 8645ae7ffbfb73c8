"""What a body writes of one contribution, from the page or from a form that came back: values as
the record keeps them."""

from collections.abc import Mapping

from whimbrel.acts.given import period
from whimbrel.acts.refused import Refused
from whimbrel.admission.contribution import kinds
from whimbrel.admission.returned_form import Answered, Unread
from whimbrel.bodies.names import folded
from whimbrel.queries.countries import countries
from whimbrel.queries.said import said as _
from whimbrel.register.models import Contributed

WORDS = ("what", "result", "evidence")
SHORT = ("kind", "provision", "target", "since", "until")
LISTS = ("species", "countries")
FIELDS = (*WORDS, *SHORT, *LISTS)
MOST_WORDS = 5000
"""Characters of an answer."""
MOST_NAMED = 60
"""Species or countries of one contribution."""


def values_of(values: Mapping[str, object]) -> dict[str, object]:
    """The fields of a contribution as they are kept. Refused says which is not understood."""
    told: dict[str, object] = {}
    for field, value in values.items():
        if field not in FIELDS:
            raise Refused(_("%(field)s is no question of the form") % {"field": field[:60]})
        told[field] = parted(value) if field in LISTS else words(field, value)
    if told.get("kind") and told["kind"] not in kinds():
        raise Refused(_("%(kind)s is no kind of contribution") % {"kind": str(told["kind"])[:60]})
    if "countries" in told:
        told["countries"] = [code_of(each) for each in parted(told["countries"])]
    if "since" in told or "until" in told:
        period(str(told.get("since", "")), str(told.get("until", "")))
    return told


def words(field: str, value: object) -> str:
    """An answer, no longer than the record keeps."""
    text = str(value or "").replace("\r\n", "\n").strip()
    most = (
        MOST_WORDS
        if field in WORDS
        else int(getattr(Contributed._meta.get_field(field), "max_length", 0))
    )
    if len(text) > most:
        told = _("“%(words)s…” is longer than %(most)s characters: make it shorter")
        raise Refused(told % {"words": text[:40], "most": most})
    return text


def parted(value: object) -> list[str]:
    """Names with semicolons or lines between them, each once."""
    listed = (
        value if isinstance(value, list | tuple) else str(value or "").replace("\n", ";").split(";")
    )
    names = list(dict.fromkeys(filter(None, (" ".join(str(one).split()) for one in listed))))
    if len(names) > MOST_NAMED or any(len(one) > 200 for one in names):
        raise Refused(_("name at most %(most)s, each in a few words") % {"most": MOST_NAMED})
    return names


def code_of(name: str) -> str:
    """The code of a country by its code or its name in any of our languages."""
    if name.upper() in countries():
        return name.upper()
    asked = folded(name)
    for language in ("en", "fr", "es"):
        for code, known in countries(language).items():
            if folded(known) == asked:
                return code
    raise Refused(_("%(name)s is no country that is known here: write its code, such as BJ")
                  % {"name": name[:60]})  # fmt: skip


def from_form(one: Answered) -> tuple[dict[str, object], list[Unread]]:
    """The fields of a contribution of a form that came back, and what could not be read of it."""
    told: dict[str, object] = {}
    unread: list[Unread] = []
    where = str(one.number)
    for field, value in one.values.items():
        if field == "countries":
            found: list[str] = []
            for name in parted(value):
                try:
                    found.append(code_of(name))
                except Refused:
                    unread.append(Unread(where=where, words=name, why="no country"))
            told[field] = list(dict.fromkeys(found))
            continue
        try:
            told |= values_of({field: value})
        except Refused as refusal:
            unread.append(Unread(where=where, words=value[:200], why=str(refusal)))
    try:
        period(str(told.get("since", "")), str(told.get("until", "")))
    except Refused as refusal:
        dates = f"{told.get('since', '')} – {told.pop('until', '')}"
        unread.append(Unread(where=where, words=dates, why=str(refusal)))
    return told, unread
