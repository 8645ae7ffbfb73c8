"""Bodies in spreadsheets: recognised by number or by any of their names, else entered."""

import re

from whimbrel.acts.naming import body_of, named, slug
from whimbrel.acts.tables.outcome import Filling
from whimbrel.bodies import find, known
from whimbrel.bodies.body import Mention
from whimbrel.bodies.names import folded
from whimbrel.engagements.tables import Unfit
from whimbrel.register.models import Body, BodyName, Identifier

BRACKETS = re.compile(r"(?P<long>.+?)\s*\((?P<short>[^()]{2,20})\)")
"""Food and Agriculture Organization (FAO)."""
SCHEMES = ("ror", "lei")


def enter(filling: Filling) -> str:
    """A row of a list of bodies."""
    told = filling.values
    name, acronym = str(told["name"]), str(told.get("acronym") or "")
    others = strings(told.get("names"))
    one = numbered(filling)
    called_so = [matched_in("name", name), *(matched_in("names", each) for each in others)]
    same = next((each for each in called_so if each is not None), None)
    if one is not None and same is not None and one != same:
        raise Unfit("identifier", field=held_by(filling, one), other=one.name)
    one = one or same
    if one is None and acronym and (other := match(acronym)) is not None:
        raise Unfit("acronym", field="acronym", other=other.name)
    if one is None:
        one = made(name, filling)
        filling.new = True
    fill(one, filling)
    for each in (name, acronym, *others):
        called(one, each, filling)
    parent = None
    if told.get("parent"):
        parent = matched_in("parent", str(told["parent"])) or body(str(told["parent"]), filling)
    if parent is not None and above(parent, one):
        raise Unfit("loop", field="parent")
    filling.fill(one, "parent", parent)
    for scheme in SCHEMES:
        identify(one, scheme, told.get(scheme), filling)
    if filling.new:
        one.save()
        filling.keep(one)
    else:
        filling.save(one)
    return one.name


def fill(one: Body, filling: Filling) -> None:
    """The fields that a body has once."""
    for field in ("acronym", "kind", "country", "constituency", "consent"):
        filling.fill(one, field, filling.values.get(field), nothing=("unknown",))


def numbered(filling: Filling) -> Body | None:
    """The body that others call by the number in the row."""
    for scheme in SCHEMES:
        value = filling.values.get(scheme)
        found = Identifier.objects.filter(scheme=scheme, value=value).first() if value else None
        if found is not None:
            return standing(found.body)
    return None


def held_by(filling: Filling, one: Body) -> str:
    """The field of the number that is another body's."""
    held = set(one.identifiers.values_list("scheme", flat=True))
    return next(scheme for scheme in SCHEMES if scheme in held and scheme in filling.values)


def identify(one: Body, scheme: str, value: object, filling: Filling) -> None:
    """Give a body a number that it has not yet."""
    held = one.identifiers.filter(scheme=scheme).first()
    if not value or (held is not None and held.value == value):
        return
    if held is not None:
        filling.differ(scheme, held.value, value)
        return
    Identifier.objects.create(body=one, scheme=scheme, value=str(value))
    filling.changed[scheme] = None


def called(one: Body, name: str, filling: Filling) -> None:
    """Give a body one more name."""
    if name and not one.names.filter(name=name).exists():
        named(one, name)
        filling.changed["names"] = None


def above(parent: Body, one: Body) -> bool:
    """Whether a body is, or is a part of, another."""
    at: Body | None = parent
    seen: set[int] = set()
    while at is not None and at.pk not in seen:
        if at == one:
            return True
        seen.add(at.pk)
        at = at.parent
    return False


def body(name: str, filling: Filling) -> Body:
    """The body of a name: one that the record has, or a new one."""
    return match(name) or made(name, filling)


def match(name: str) -> Body | None:
    """The body that the record has under a name; a name with its acronym in brackets is both.

    Unfit where the acronym is that of a body by another name.
    """
    found = by_name(name)
    parts = BRACKETS.fullmatch(name)
    if found is not None or parts is None:
        return found
    found, short = by_name(parts["long"]), by_name(parts["short"])
    if found is None and short is not None:
        raise Unfit("acronym", value=parts["short"], other=short.name)
    return found


def matched_in(field: str, name: str) -> Body | None:
    """The body that the record has under a name in a field of the row; its problem names the
    field."""
    try:
        return match(name)
    except Unfit as unfit:
        raise Unfit(unfit.why, field=field, value=unfit.value, **unfit.given) from unfit


def by_name(name: str) -> Body | None:
    """The body that the record has under exactly this name, or under one that the facts know for
    the same body."""
    form = folded(name)
    same = list(BodyName.objects.select_related("body").filter(folded=form).order_by("id"))
    found = next((one for one in same if one.name.casefold() == name.casefold()), None)
    # A letter that does not fold becomes a question mark: then two names may only look alike.
    if found is None and same and form.count("?") == name.count("?"):
        found = same[0]
    if found is not None:
        return standing(found.body)
    fact = mention(name)
    if fact is None or fact.key is None:
        return None
    one = Body.objects.filter(key=slug(fact.key)).first()
    return standing(one) if one is not None else None


def mention(name: str) -> Mention | None:
    """What the facts know under the whole of a name. "Friends of UNEP" is not UNEP."""
    whole = (one for one in find(name) if one.start == 0 and one.end == len(name))
    return next((one for one in whole if one.group or one.key in known()), None)


def made(name: str, filling: Filling) -> Body:
    """A new body: with what the facts know of it, or with its name alone."""
    parts = BRACKETS.fullmatch(name)
    told = mention(name) or (mention(parts["long"]) if parts else None)
    if told is not None and told.group:
        one = body_of(told.name, key=told.name, kind=told.kind.value)
        one.unnamed = True
        one.save()
    elif told is not None and told.key is not None:
        fact = known()[told.key]
        one = body_of(fact.name, key=fact.key, kind=fact.kind.value, acronym=fact.acronym or "")
    else:
        long = parts["long"] if parts else name
        short = parts["short"] if parts else ""
        one = Body.objects.create(key=free(long), name=long, acronym=short, kind="unknown")
        named(one, long)
        named(one, short)
    if parts is None:
        named(one, name)
    filling.keep(one)
    return one


def free(name: str) -> str:
    """A key that no body has: two names may make the same."""
    first = key = slug(name)
    number = 1
    while Body.objects.filter(key=key).exists():
        number += 1
        key = f"{first[:110]}-{number}"
    return key


def standing(one: Body) -> Body:
    """The body itself, or that into which it was merged."""
    while one.merged_into is not None:
        one = one.merged_into
    return one


def strings(value: object) -> tuple[str, ...]:
    """Several names, or none."""
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
