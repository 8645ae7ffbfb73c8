"""All schemes that are known, and one by its name: `unfccc`, `unfccc-art7-6`,
`unfccc-art7-6@2014`."""

from difflib import get_close_matches
from functools import cache

from whimbrel.admission.scheme import Scheme
from whimbrel.procedures import checked


class NoSuchScheme(LookupError):
    """No scheme has this name. The message names those that are near."""


@cache
def schemes() -> tuple[Scheme, ...]:
    """Every scheme in every version, options of no body left out."""
    return checked.load("schemes/*.yaml", Scheme)


@cache
def names() -> dict[str, Scheme]:
    """Every name -> its scheme. Without a version the current one is meant, which has none."""
    found: dict[str, Scheme] = {}
    for one in schemes():
        for name in (one.id, *one.short):
            if not one.version:
                found[name] = one
                found[f"{name}@current"] = one
                found[f"{name}-current"] = one
            else:
                found[f"{name}@{one.version}"] = one
                found[f"{name}-{one.version}"] = one
    return found


def scheme(name: str) -> Scheme:
    """The scheme of a name. NoSuchScheme says which names there are."""
    found = names().get(name.strip().casefold())
    if found is not None:
        return found
    near = get_close_matches(name.casefold(), names(), n=3)
    hint = f"; near to it: {', '.join(near)}" if near else ""
    listed = ", ".join(sorted({label(one) for one in schemes()}))
    raise NoSuchScheme(f"no scheme is called {name}{hint}. There are: {listed}")


def label(one: Scheme) -> str:
    """Its id, with the version where it is not the current one."""
    return f"{one.id}@{one.version}" if one.version else one.id


@cache
def subjects_of(body: str) -> tuple[str, ...]:
    """What a body is about, as its schemes say. KeyError: no scheme is of that body."""
    for one in schemes():
        if one.body == body and one.subjects:
            return one.subjects
    raise KeyError(body)


def bodies() -> tuple[str, ...]:
    """The bodies whose schemes are known, by key."""
    return tuple(sorted({one.body for one in schemes()}))
