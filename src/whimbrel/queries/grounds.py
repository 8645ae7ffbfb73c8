"""What a paragraph rests on, under the names by which its records are read: provisions,
engagements, documents and the places in them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from whimbrel.queries.scope import Reader, seen
from whimbrel.register.models import (
    Agreement,
    Campaign,
    Contribution,
    Document,
    Draft,
    Engagement,
    Instrument,
    Provision,
)
from whimbrel.register.names import beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One record, or one place in a document."""

    name: str
    """As the paragraph has it: `14.10 d)`, `engagement/9f2c41`."""
    about: str
    """Kind and name, by which it is read: `provision 14.10 d)`; empty where no such record is to be
    seen, as of a document that is only cited."""
    title: str


KEYED = {
    "agreement": Agreement, "draft": Draft, "engagement": Engagement, "campaign": Campaign,
    "contribution": Contribution,
}  # fmt: skip
"""Kinds that are named with a stroke: `engagement/9f2c41`."""


def grounds(names: Iterable[str], who: Reader) -> dict[str, Ground]:
    """Name -> what it is. However many they are, each kind is asked once."""
    every = tuple(dict.fromkeys(names))
    keyed: defaultdict[str, list[str]] = defaultdict(list)
    cited: list[str] = []
    numbered: list[str] = []
    for name in every:
        kind = name.partition("/")[0]
        if kind in KEYED:
            keyed[kind].append(name)
        elif "/" in name or "#" in name:
            cited.append(name)
        else:
            numbered.append(name)
    found = {name: Ground(name=name, about="", title="") for name in every}
    for kind, several in keyed.items():
        found |= by_key(kind, several, who)
    found |= documents(cited, who)
    found |= adopted(numbered, who)
    return found


def by_key(kind: str, names: list[str], who: Reader) -> dict[str, Ground]:
    """Records that are named by their keys, or by the beginnings of them."""
    # A line of a report on contributions is read where its report is.
    keys = {name: name.split("/")[1].partition("#")[0] for name in names}
    wanted = set(keys.values())
    table: type[Any] = KEYED[kind]
    digests = kind in ("engagement", "agreement")
    asked = Q(key__in=wanted)
    listed = seen(table._default_manager.all(), who)
    if digests:
        width = min(map(len, wanted), default=0)
        asked = Q(pk__in=())
        for key in wanted:
            asked |= beginning(key)
        # Many alternatives make a question that databases refuse: then all are looked through.
        listed = listed.filter(asked) if len(wanted) <= AT_ONCE else listed
        titles = {str(one.key)[:width]: str(getattr(one, "title", "") or one) for one in listed}
        keys = {name: key[:width] for name, key in keys.items()}
    else:
        titles = {str(one.key): str(one) for one in listed.filter(asked)}
    return {
        name: Ground(
            name=name, about=f"{kind} {name.split('/')[1].partition('#')[0]}", title=titles[key]
        )
        for name, key in keys.items()
        if key in titles
    }


AT_ONCE = 400
"""Beginnings of keys that are asked for in one question."""


def documents(names: list[str], who: Reader) -> dict[str, Ground]:
    """Documents, and places in them."""
    symbols = {name.partition("#")[0] for name in names}
    listed = seen(Document.objects.filter(symbol__in=symbols), who)
    titles = dict(listed.values_list("symbol", "title"))
    out = {}
    for name in names:
        symbol, mark, _ = name.partition("#")
        if symbol in titles:
            kind = "paragraph" if mark else "document"
            out[name] = Ground(name=name, about=f"{kind} {name}", title=titles[symbol])
    return out


def adopted(names: list[str], who: Reader) -> dict[str, Ground]:
    """Provisions, and instruments as a whole."""
    listed = seen(Instrument.objects.filter(number__in=names), who)
    out = {
        number: Ground(name=number, about=f"instrument {number}", title=title)
        for number, title in listed.values_list("number", "title")
    }
    asked = seen(Provision.objects.filter(name__in=names), who)
    return out | {
        name: Ground(name=name, about=f"provision {name}", title=text)
        for name, text in asked.values_list("name", "text")
    }
