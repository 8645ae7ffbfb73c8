"""Keep campaigns that come again: the days of the year on which they fall, and a theme a year."""

from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import bodies, said
from whimbrel.acts.held import changed, counted, held, not_overtaken, only
from whimbrel.acts.naming import slug
from whimbrel.acts.refused import Refused
from whimbrel.engagements.recurring import BadDay, days_of
from whimbrel.queries.said import said as _
from whimbrel.register.models import Campaign, Person, Theme
from whimbrel.register.names import about

FIELDS = ("name", "rule", "address")
Days = tuple[Mapping[str, int], ...]


@act("campaigns.run", verb="record")
def run(
    by: Person, name: str, *, days: Days = (), partners: tuple[str, ...] = (), address: str = ""
) -> Done[str]:
    """Keep a campaign with the days of the year on which it falls. Its key."""
    name = said(name, _("the name"))
    key = slug(name)
    if Campaign.objects.filter(key=key).exists():
        raise Refused(_("the record has %(name)s already") % {"name": name})
    one = Campaign.objects.create(key=key, name=name, rule=rule(days), address=address)
    one.partners.add(*bodies(partners))
    return Done(value=key, about=about(one), open={"days": len(days)}, kept=(one,))


@act("campaigns.set_theme", verb="record")
def set_theme(by: Person, key: str, year: int, theme: str, *, seen: int | None = None) -> Done[str]:
    """Say what a campaign is about in a year. `seen` is needed where it has another theme."""
    one, words = held(Campaign, key), said(theme, _("the theme"))
    if not 1900 <= year < 2200:
        raise Refused(_("%(year)s is no year of a campaign") % {"year": year})
    had = Theme.objects.filter(campaign=one, year=year).first()
    if had is not None and had.theme == words:
        raise Refused(_("that is what the record says already: nothing was changed"))
    if had is not None:
        not_overtaken(one, -1 if seen is None else seen, {"themes": words})
    before = had.theme if had else None
    Theme.objects.update_or_create(campaign=one, year=year, defaults={"theme": words})
    counted(one)
    change = {"before": before, "after": words}
    return Done(value=words, about=about(one), open={"year": year}, change=change, kept=(one,))


@act("campaigns.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of a campaign."""
    only(values, FIELDS)
    one, whole = held(Campaign, key), dict(values)
    if "rule" in whole:
        given = whole["rule"]
        whole["rule"] = rule(tuple(given) if isinstance(given, list | tuple) else ())
    told = changed(one, whole, seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


def rule(days: Days) -> list[dict[str, int]]:
    """The days of a year, as they are kept. Refused where the calendar has no such day."""
    try:
        days_of(days, 2025)
    except BadDay as bad:
        raise Refused(str(bad)) from bad
    return [dict(day) for day in days]
