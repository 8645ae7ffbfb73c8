"""Keep initiatives that are still being built: their focus, and where they were discussed."""

from collections.abc import Mapping

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import bodies, said
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.naming import slug
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Initiative, Person
from whimbrel.register.names import about

LISTS = ("focus", "instruments", "fora")
FIELDS = ("name", "state", *LISTS, "address")


@act("initiatives.begin", verb="record")
def begin(
    by: Person, name: str, *, state: str = "in development", focus: tuple[str, ...] = (),
    instruments: tuple[str, ...] = (), fora: tuple[str, ...] = (),
    partners: tuple[str, ...] = (), address: str = "",
) -> Done[str]:  # fmt: skip
    """Keep an initiative in development. Its key."""
    name = said(name, _("the name"))
    key = slug(name)
    if Initiative.objects.filter(key=key).exists():
        raise Refused(_("the record has %(name)s already") % {"name": name})
    one = Initiative.objects.create(
        key=key, name=name, state=state, focus=list(focus), instruments=list(instruments),
        fora=list(fora), address=address,
    )  # fmt: skip
    one.partners.add(*bodies(partners))
    return Done(value=key, about=about(one), open={"state": state}, kept=(one,))


@act("initiatives.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct what is kept of an initiative."""
    only(values, FIELDS)
    one = held(Initiative, key)
    whole = {
        field: list(value) if field in LISTS and isinstance(value, tuple) else value
        for field, value in values.items()
    }
    told = changed(one, whole, seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))
