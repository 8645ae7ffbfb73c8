"""Before adoption: a draft beside everything in effect, of its own convention and of others whose
decisions were deposited."""

from dataclasses import dataclass

from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.nearness import Index
from whimbrel.mandates.relations import Relation, relations
from whimbrel.queries.drafts import draft
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import path_to
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.queries.standing import today
from whimbrel.register.models import Provision

LANGUAGE = "en"
"""In which drafts and provisions are compared: that of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InEffect:
    """Every provision that is in effect, ready to be compared."""

    index: Index
    paths: tuple[str, ...]
    """The address of each after `/decisions/`."""
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a draft would do to a provision in effect."""

    relation: Relation
    path: str
    instrument: str
    own: bool
    """False for a provision of another convention."""


def effects(by: str | None, key: str, *, house: str = "CMS") -> tuple[Effect, ...] | None:
    """What a draft would do to what is in effect, the likest first; None where there is no such
    draft. What it goes on from is among it. The house compares, and nobody else: words that are not
    published are among those in effect."""
    whole = draft(by, key)
    if whole is None or not inside(reader(by)):
        return None
    one = whole.drafted
    words = " ".join((one.text, *(f"{label} {text}" for label, text in one.items)))
    held = in_effect(reader(by))
    return tuple(
        Effect(
            relation=each, path=held.paths[each.number], instrument=held.instruments[each.number],
            own=held.instruments[each.number].startswith(f"{house}/"),
        )
        for each in relations(Wording(path=one.placeholder, text=words), held.index)
    )  # fmt: skip


def in_effect(who: Reader) -> InEffect:
    """All that is in effect today and that a reader may see; worked out once after each act."""
    return once(("in effect", audience(who), today()), lambda: gathered(who))


def gathered(who: Reader) -> InEffect:
    """The same, from the record."""
    listed = seen(Provision.objects.all(), who).exclude(until__lt=today())
    listed = listed.exclude(instrument__until__lt=today()).order_by("pk")
    rows = list(
        listed.values_list(
            "name", "chapeau", "text", "instrument__number", "instrument__key"
        )
    )  # fmt: skip
    words = [
        Wording(path=name, text=" ".join(filter(None, (chapeau, text))))
        for name, chapeau, text, _, _ in rows
    ]
    return InEffect(
        index=Index(words, language=LANGUAGE),
        paths=tuple(path_to(number, name) for name, _, _, number, _ in rows),
        instruments=tuple(key for *_, key in rows),
    )
