"""Consent: what everybody reads names Indigenous Peoples, local communities and youth only where
something is kept of their consent, however they came to stand in it."""

from collections.abc import Iterable

from django.db.models import Model

from whimbrel.acts.refused import Refused
from whimbrel.bodies import GroupKind
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Agreement,
    Barrier,
    Body,
    Campaign,
    Case,
    Contribution,
    Engagement,
    Group,
    Initiative,
    Mechanism,
    Participation,
    Partnership,
)

CLASSES = (GroupKind.RIGHTS_HOLDER_GROUP, GroupKind.YOUTH)
"""Unnamed classes that are constituencies too."""


def consented(kept: Iterable[Model]) -> None:
    """Go on where no public record names a constituency that was not asked."""
    for one in dict.fromkeys(kept):
        asked = unasked(one) if getattr(one, "public", False) else ()
        if asked:
            told = _("%(who)s are named in it, and no consent of theirs is kept: ask, and enter it")
            raise Refused(told % {"who": ", ".join(body.name for body in asked)})


def unasked(one: Model) -> tuple[Body, ...]:
    """The constituencies that a record names and of whom no consent is kept."""
    if isinstance(one, Engagement | Contribution) and one.consent.strip():
        return ()
    named = [
        body
        for body in mentioned(one)
        if (body.constituency or body.kind in CLASSES)
        and (isinstance(one, Engagement | Contribution) or not body.consent.strip())
    ]
    return tuple(dict.fromkeys(named))


def mentioned(one: Model) -> tuple[Body, ...]:
    """The bodies that a record names."""
    if isinstance(one, Body):
        return (one, *(each.member for each in one.memberships.select_related("member")))
    if isinstance(one, Group):
        return mentioned(one.body)
    if isinstance(one, Engagement):
        return tuple(Body.objects.filter(parts__engagement=one))
    if isinstance(one, Agreement):
        return tuple(one.parties.all())
    if isinstance(one, Contribution):
        return (one.body,)
    if isinstance(one, Case | Participation | Barrier | Mechanism | Partnership):
        return (one.body,) if one.body else ()
    if isinstance(one, Campaign | Initiative):
        return tuple(one.partners.all())
    return ()
