"""Find the record that an act is to change, by its name; and change it, unless somebody else did
meanwhile."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Model

from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.changes import changes, last_by
from whimbrel.queries.said import in_words
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body
from whimbrel.register.names import NAMES, about, which

M = TypeVar("M", bound=Model)
LONGEST = 60
"""Characters that a refusal repeats of what the other wrote; one's own are kept whole."""


def held(table: type[M], name: str) -> M:
    """The record of a name, locked until the act is done. Refused where there is none, or several.

    A body that was merged is the one into which it was.
    """
    kind, _call, where = next(
        (kind, call, where) for kind, (each, call, where) in NAMES.items() if each is table
    )
    listed: list[M] = []
    if name:
        found = table._default_manager.select_for_update(of=("self",))
        listed = list(found.filter(which(where, name))[:2])
    if len(listed) == 1:
        one = listed[0]
        if isinstance(one, Body) and one.merged_into is not None:
            return held(table, one.merged_into.key)
        return one
    told = (
        _("there is no %(kind)s %(name)s in the record")
        if not listed
        else _("the record has more than one %(kind)s %(name)s")
    )
    raise Refused(told % {"kind": _(kind), "name": name})


def not_overtaken(one: Model, seen: int, mine: Mapping[str, object]) -> None:
    """Go on where nobody changed the record since the person looked. Overtaken says who did, what
    it holds now, and keeps the words of the second."""
    if changes(one) == seen:
        return
    now = "; ".join(
        _("its %(field)s is now “%(value)s”")
        % {"field": in_words(field), "value": shortened(one, field)}
        for field in mine
    )
    words = "; ".join(f"“{value}”" for value in mine.values())
    told = _(
        "%(who)s changed this %(kind)s meanwhile: %(now)s. Your words are kept here: %(words)s. "
        "Look, then decide"
    )
    kind, _space, _name = about(one).partition(" ")
    who = last_by(one) or _("somebody")
    raise Overtaken(told % {"who": who, "kind": _(kind), "now": now, "words": words})


def shortened(one: Model, field: str) -> str:
    """What a field holds now, in a few words."""
    value = str(getattr(one, field, "") or "")
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def changed(one: Any, values: Mapping[str, Any], seen: int) -> dict[str, object]:
    """Set fields of a record, and count the change. What they held before and hold now."""
    not_overtaken(one, seen, values)
    for field, value in values.items():
        of_its_kind(one, field, value)
    differ = [field for field in values if getattr(one, field) != values[field]]
    if not differ:
        raise Refused(_("that is what the record says already: nothing was changed"))
    before = {field: plain(getattr(one, field)) for field in differ}
    for field in differ:
        setattr(one, field, values[field])
    counted(one)
    return {"before": before, "after": {field: plain(values[field]) for field in differ}}


def of_its_kind(one: Any, field: str, value: object) -> None:
    """Go on where a value is of the kind that its field keeps: words, a list, yes or no."""
    kept, had = one._meta.get_field(field), getattr(one, field)
    missing = value is None and not kept.null
    other = value is not None and had is not None and not isinstance(value, type(had))
    if missing or other:
        raise Refused(_("%(field)s is not a value of that kind") % {"field": in_words(field)})


def counted(one: Any) -> None:
    """Save a record, and count that it changed."""
    if hasattr(one, "change"):
        one.change += 1
    one.save()


def plain(value: object) -> object:
    """A value as the ledger keeps it."""
    return value if isinstance(value, int | str | list | None) else str(value)


def only(values: Mapping[str, object], fields: Iterable[str]) -> None:
    """Go on where every field is one that can be corrected so."""
    known = tuple(fields)
    for field in values:
        if field not in known:
            told = _("%(field)s is no field that can be corrected so: one of %(known)s")
            raise Refused(told % {"field": in_words(field), "known": ", ".join(known)})
