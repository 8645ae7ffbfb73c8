"""Record agreements and programmes by hand, correct them and renew them."""

import hashlib
from collections.abc import Mapping

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import bodies, period, said
from whimbrel.acts.held import changed, held, not_overtaken, only
from whimbrel.acts.recognised import agreement_of
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Agreement, Person
from whimbrel.register.names import about

FIELDS = (
    "name", "kind", "since", "until", "said", "renewal", "signatories", "address", "words",
)  # fmt: skip


@act("agreements.record", verb="record")
def record(
    by: Person, name: str, *, kind: str, parties: tuple[str, ...] = (), since: str = "",
    until: str = "", renewal: str = "", signatories: str = "", address: str = "",
    words: str = "", state: str = "", renews: str = "",
) -> Done[str]:  # fmt: skip
    """Record an agreement, programme, policy or plan. Its key. `state`: what a document says of
    it; whether it has run out is computed."""
    one = made(
        by, name, kind=kind, since=since, until=until, renewal=renewal, signatories=signatories,
        address=address, words=words, said=state,
        renews=held(Agreement, renews) if renews else None,
    )  # fmt: skip
    one.parties.add(*bodies(parties))
    return Done(value=one.key, about=about(one), open={"kind": kind}, kept=(one,))


@act("agreements.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct fields of an agreement; `parties`, as names, takes the place of those it had."""
    only(values, (*FIELDS, "parties"))
    one = held(Agreement, key)
    plain = {field: value for field, value in values.items() if field != "parties"}
    since, until = (str(plain.get(field, getattr(one, field))) for field in ("since", "until"))
    period(since, until)
    named = values.get("parties")
    told: dict[str, object] = {}
    if isinstance(named, tuple | list):
        not_overtaken(one, seen, {"parties": ", ".join(map(str, named))})
        before = sorted(each.name for each in one.parties.all())
        one.parties.set(bodies(tuple(map(str, named))))
        told = {"parties": before}
        if not plain:
            one.change += 1
            one.save()
    if plain or not told:
        told |= changed(one, plain, seen)
    return Done(value=one.change, about=about(one), change=told, kept=(one,))


@act("agreements.renew", verb="record")
def renew(
    by: Person, key: str, *, name: str, since: str, until: str = "", signatories: str = "",
    address: str = "", seen: int,
) -> Done[str]:  # fmt: skip
    """Renew an agreement: the new one has its kind and parties, and says which one it renews."""
    old = held(Agreement, key)
    not_overtaken(old, seen, {"until": until})
    one = made(
        by, name, kind=old.kind, since=said(since, _("from when it holds")), until=until,
        renewal=old.renewal, signatories=signatories, address=address, renews=old,
    )  # fmt: skip
    one.parties.set(old.parties.all())
    return Done(
        value=one.key, about=about(one), open={"renews": about(old)}, kept=(one, old)
    )  # fmt: skip


def made(by: Person, name: str, **values: object) -> Agreement:
    """An agreement that the record had not yet."""
    name = said(name, _("the name"))
    if not values["kind"]:
        raise Refused(_("say what kind of agreement it is"))
    period(str(values["since"]), str(values["until"]))
    same = agreement_of(name)
    if same is not None:
        told = _("the record has %(name)s already: it is %(key)s")
        raise Refused(told % {"name": same.name, "key": about(same).split(" ")[1]})
    key = hashlib.sha256(f"agreement {name}".encode()).hexdigest()
    return Agreement.objects.create(
        key=key, name=name, recorded_by=by, recorded_at=timezone.now(), **values
    )
