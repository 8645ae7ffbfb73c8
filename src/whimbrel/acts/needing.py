"""A partnership begins with a need: which mandate asks for it, under which policy; then with whom,
in which form, and for how much."""

import datetime

from django.db.models import Sum
from django.db.models.functions import Length
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.applying import MOST_BYTES, MOST_PAPERS
from whimbrel.acts.given import days, said
from whimbrel.acts.held import held
from whimbrel.acts.naming import found
from whimbrel.acts.partnering import (
    amount,
    currency,
    dollars,
    done,
    noted,
    partnership_of,
    step,
)
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import day_of
from whimbrel.acts.uploads import looked_at
from whimbrel.queries import bound, policies
from whimbrel.queries.access import may
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Body,
    Partnership,
    PartnershipPaper,
    PartnershipVersion,
    Person,
    Provision,
)

SELECTIONS = ("open", "direct", "unsolicited", "none")
"""How a partner is found: an open call, directly with a reason, by its own proposal, or no choice
is made."""


@act("partnership.need", verb="record")
def need(
    by: Person, title: str, words: str, *, provision: str = "", workplan: str = "", pack: str = "",
    host: str = "cms",
) -> Done[str]:  # fmt: skip
    """State a need for a partnership, with the mandate from which it comes. The key of the
    partnership. `words`: what is needed; `workplan`: the item of the programme of work, where it
    comes from that; `pack`: the policy, else the one that binds today."""
    today = day_of(None)
    title, words = said(title, _("the title")), said(words, _("what is needed"))
    chosen = bound.chosen(host, today, pack)
    if chosen is None and pack:
        raise Refused(_("%(name)s is no policy that is known here") % {"name": pack[:60]})
    if chosen is None:
        raise Refused(_("it is not known which policy binds today: name one"))
    mandate = held(Provision, provision) if provision else None
    number = Partnership.objects.filter(host=host).count() + 1
    while Partnership.objects.filter(key=f"{host}-P{number:04}").exists():
        number += 1
    one = Partnership.objects.create(
        key=f"{host}-P{number:04}", host=host, title=title, need=words, provision=mandate,
        workplan=workplan.strip(), pack=chosen.pack, because=chosen.because, requester=by,
        officer=by, begun_at=timezone.now(),
    )  # fmt: skip
    PartnershipVersion.objects.create(
        partnership=one, number=1, kind="original", by=by, at=timezone.now()
    )
    event = step(one, "need", by, on=today, why=words)
    return done(one, one.key, event, pack=one.pack, provision=provision)


@act("partnership.select", verb="record")
def select(
    by: Person, key: str, body: str, category: str, modality: str, *, instrument: str = "",
    selection: str = "", justification: str = "", value: str = "", in_currency: str = "",
    usd: str = "", profit: str = "", since: datetime.date | None = None,
    until: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Say with whom and in which form: the partner, its category, the modality, and how it was
    found. `body`: its key, or its name; `selection`: open, direct, unsolicited or none;
    `justification`: why directly, or how the call went; `usd`: what it is worth in United States
    dollars, by which authority is told."""
    one = partnership_of(key, seen, {"body": body})
    same = found(body)
    partner = held(Body, same.key if same is not None else body)
    if partner.unnamed:
        raise Refused(_("%(name)s is a class of bodies and no body") % {"name": partner.name})
    one.body = partner
    _terms(one, category, modality, instrument, value, in_currency, usd, profit, since, until)
    if selection and selection not in SELECTIONS:
        told = _("%(word)s is no way to find a partner: one of %(known)s")
        raise Refused(told % {"word": selection, "known": ", ".join(SELECTIONS)})
    one.selection, one.justification = selection, justification.strip()
    figures = {"body": partner.key, "category": category, "modality": modality}
    event = step(one, "select", by, on=day_of(None), why=justification, said=figures)
    return done(one, partner.key, event, **figures)


@act("partnership.set_terms", verb="record")
def set_terms(
    by: Person, key: str, category: str, modality: str, *, instrument: str = "", value: str = "",
    in_currency: str = "", usd: str = "", profit: str = "", since: datetime.date | None = None,
    until: datetime.date | None = None, why: str = "", seen: int,
) -> Done[int]:  # fmt: skip
    """Set the terms anew while nothing is approved: what was found stays, and the due diligence
    that they demand is told anew. Once it is approved, terms are changed by an amendment."""
    one = partnership_of(key, seen, {"modality": modality})
    if one.body is None:
        raise Refused(_("nobody is selected yet"))
    if one.events.filter(step="approve", version=1).exists():
        raise Refused(_("it is approved as it stands: amend it once it is signed"))
    before = {"category": one.category, "modality": one.modality, "value": str(one.value or "")}
    _terms(one, category, modality, instrument, value, in_currency, usd, profit, since, until)
    event = noted(one, "set-terms", by, on=day_of(None), why=why, said={"before": before})
    return done(one, one.change, event, category=category, modality=modality)


def _terms(
    one: Partnership, category: str, modality: str, instrument: str, value: str, code: str,
    usd: str, profit: str, since: datetime.date | None, until: datetime.date | None,
) -> None:  # fmt: skip
    """Set the terms of a partnership. Refused where the policy does not know a word of them."""
    wrong = policies.unknown_terms(one, category, modality, instrument)
    if wrong:
        raise Refused(wrong)
    if profit not in ("", "profit", "non-profit"):
        raise Refused(_("%(word)s is neither profit nor non-profit") % {"word": profit[:40]})
    days(since, until)
    one.category, one.modality, one.instrument = category, modality, instrument
    one.direction = policies.direction(one)
    one.value, one.currency, one.profit = amount(value), currency(code), profit
    if one.value and not one.currency:
        raise Refused(_("name the currency"))
    one.usd = dollars(one.value, one.currency, usd)
    one.since, one.until = since, until


@act("partnership.bring", verb="record")
def bring(
    by: Person, key: str, kind: str, name: str, data: bytes, *, instead: bool = False,
    expires_on: datetime.date | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Bring a document of the partner. Its number. `instead`: it takes the place of one that the
    partner does not have."""
    one = partnership_of(key, seen, {"name": name})
    if one.papers.filter(withdrawn_at=None).count() >= MOST_PAPERS:
        raise Refused(_("it has at most %(most)s documents: take one away first")
                      % {"most": MOST_PAPERS})  # fmt: skip
    if kind not in policies.paper_kinds(one):
        raise Refused(_("%(kind)s is no kind of document that is asked for") % {"kind": kind[:40]})
    file = looked_at(name, data)
    heavy = one.papers.aggregate(all=Sum(Length("file")))["all"] or 0
    if heavy + len(data) > MOST_BYTES:
        told = _("its documents have at most %(most)s MiB together")
        raise Refused(told % {"most": MOST_BYTES // 2**20})
    paper = PartnershipPaper.objects.create(
        partnership=one, kind=kind, instead=instead, name=file.name, media=file.media,
        sha256=file.sha256, file=data, expires_on=expires_on, by=by, at=timezone.now(),
    )  # fmt: skip
    figures = {"document": paper.pk, "kind": kind, "sha256": file.sha256}
    event = noted(one, "bring", by, on=day_of(None), said=figures)
    return done(one, paper.pk, event, **figures)


@act("partnership.take_away", verb="record")
def take_away(by: Person, key: str, number: int, *, why: str = "", seen: int) -> Done[int]:
    """Take a document away: it is kept, and counts no more."""
    one = partnership_of(key, seen, {})
    paper = one.papers.filter(pk=number, withdrawn_at=None).first()
    if paper is None:
        raise Refused(_("it has no document %(number)s") % {"number": number})
    paper.withdrawn_at = timezone.now()
    paper.save()
    event = noted(one, "take-away", by, on=day_of(None), why=why, said={"document": number})
    return done(one, number, event, document=number)


@act("partnership.assign", verb="record")
def assign(by: Person, key: str, to: str, *, seen: int) -> Done[str]:
    """Give a partnership to a colleague who looks after it. `to`: their address."""
    one = partnership_of(key, seen, {"officer": to})
    person = Person.objects.filter(email=to, is_active=True).first()
    if person is None:
        raise Refused(_("nobody here goes by %(of)s") % {"of": to})
    answer = may(person.role, "record")
    if not answer:
        raise Refused(answer.because)
    one.officer = person
    event = noted(one, "assign", by, on=day_of(None))
    return done(one, person.name, event)
