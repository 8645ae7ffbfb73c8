"""Hand everything that hangs on one body over to another."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model

from whimbrel.register.models import Body, Group
from whimbrel.register.names import KINDS


def hand_over(twin: Body, one: Body) -> tuple[Model, ...]:
    """Let all that points at a body point at another. The records that this changed."""
    touched: list[Model] = []
    groups(twin, one)
    for relation in Body._meta.related_objects:
        if relation.many_to_many:
            for each in getattr(twin, str(relation.get_accessor_name())).all():
                listed = getattr(each, relation.field.name)
                listed.remove(twin)
                listed.add(one)
                touched.append(each)
            continue
        table: Any = relation.related_model
        for each in table._default_manager.filter(**{relation.field.name: twin}):
            touched += moved(each, relation.field.name, one)
    for field in ("acronym", "country", "constituency", "consent"):
        if not getattr(one, field):
            setattr(one, field, getattr(twin, field))
    if one.kind == "unknown":
        one.kind = twin.kind
    # What was public of either was never said of the other: nothing becomes public by a merger.
    one.ours = one.ours or twin.ours
    return tuple(dict.fromkeys(each for each in touched if type(each) in KINDS and each != one))


def moved(each: Model, field: str, one: Body) -> list[Model]:
    """One row, pointed at the other body; a row that says the same of it already goes."""
    carrier = getattr(each, "engagement", None)
    if each == one:
        setattr(one, field, None)
        return []
    setattr(each, field, one)
    if getattr(each, "group_id", None) == getattr(each, "member_id", 0):
        each.delete()
        return []
    try:
        with transaction.atomic():
            each.save()
    except IntegrityError:
        each.delete()
        return [carrier] if carrier is not None else []
    return [carrier if carrier is not None else each]


def groups(twin: Body, one: Body) -> None:
    """Where both are kept as groups, the sittings and mandates of the two become one's."""
    other = Group.objects.filter(body=twin).first()
    kept = Group.objects.filter(body=one).first()
    if other is None or kept is None:
        return
    held = set(kept.sittings.values_list("title", flat=True))
    for sitting in other.sittings.exclude(title__in=held):
        sitting.group = kept
        sitting.save()
    kept.provisions.add(*other.provisions.all())
    kept.composition = kept.composition or other.composition
    if kept.never_convened is None:
        kept.never_convened, kept.why = other.never_convened, other.why
    kept.save()
    other.delete()
