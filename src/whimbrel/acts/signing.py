"""Sign what was approved, after who signs was checked; amend and renew it while the original
runs."""

import datetime

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.agreements import made
from whimbrel.acts.given import days, said
from whimbrel.acts.partnering import (
    amount,
    currency,
    dollars,
    done,
    noted,
    partnership_of,
    role_of,
    step,
    version_of,
)
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import day_of
from whimbrel.queries import policies
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Agreement,
    Body,
    Partnership,
    PartnershipSignatory,
    PartnershipVersion,
    Person,
)

SIDES = ("secretariat", "partner")


@act("partnership.name_signatory", verb="record")
def name_signatory(
    by: Person, key: str, side: str, name: str, *, title: str = "", shown: str = "", seen: int
) -> Done[int]:  # fmt: skip
    """Name who is to sign, for the secretariat or for the partner. The number of the signatory.
    `shown`: what shows that they may: a statute, a power of attorney, a delegation."""
    one, name = partnership_of(key, seen, {"name": name}), said(name, _("the name"))
    if side not in SIDES:
        told = _("%(word)s is no side: one of %(known)s")
        raise Refused(told % {"word": side[:40], "known": ", ".join(SIDES)})
    version = version_of(one, 0)
    PartnershipSignatory.objects.create(
        partnership=one, version=version.number, side=side, name=name, title=title.strip(),
        shown=shown.strip(),
    )  # fmt: skip
    number = one.signatories.count()
    event = noted(one, "name-signatory", by, on=day_of(None), version=version.number,
                  said={"side": side})  # fmt: skip
    return done(one, number, event, side=side)


@act("partnership.check_signatory", verb="examine")
def check_signatory(
    by: Person, key: str, number: int, authorized: bool, why: str, *, shown: str = "", seen: int
) -> Done[bool]:  # fmt: skip
    """Say whether somebody may sign for their side, and what shows it. `shown`: the statute, the
    power of attorney or the delegation that was looked at."""
    one, why = partnership_of(key, seen, {"why": why}), said(why, _("what shows it"))
    listed = list(one.signatories.select_for_update(of=("self",)).order_by("id"))
    if not 1 <= number <= len(listed):
        raise Refused(_("there is no signatory %(number)s") % {"number": number})
    who = listed[number - 1]
    who.shown = shown.strip() or who.shown
    if authorized and not who.shown:
        raise Refused(_("say what shows their authority: a statute, a power of attorney"))
    who.authorized, who.why, who.checked_by, who.checked_on = authorized, why, by, day_of(None)
    who.save()
    figures = {"signatory": number, "authorized": authorized}
    event = noted(one, "check-signatory", by, on=day_of(None), why=why, version=who.version,
                  said=figures)  # fmt: skip
    return done(one, authorized, event, **figures)


@act("partnership.sign", verb="clear")
def sign(
    by: Person, key: str, *, on: datetime.date | None = None,
    since: datetime.date | None = None, until: datetime.date | None = None, why: str = "",
    role: str = "", whose: str = "",
    seen: int,
) -> Done[str]:  # fmt: skip
    """Note that it was signed by both sides, and from when to when it holds: the original, or the
    amendment or renewal that waits. The name of the agreement on record. Barred while a due
    diligence has run out, a red flag is up, or a signatory was not checked. `role`: the role of the
    authority matrix in which it was signed for the secretariat, else the highest that you hold;
    `whose`: who signed in it, where that is not you."""
    one, day = partnership_of(key, seen, {}), day_of(on)
    version = version_of(one, 0)
    since = since or version.since or (one.since if version.number == 1 else None) or day
    until = until or version.until or (one.until if version.kind != "renewal" else None)
    days(since, until)
    if until is None:
        raise Refused(_("say until when it holds"))
    event = step(
        one, "sign", by, on=day, why=why, version=version.number, whose=whose.strip(),
        role=role_of(one, by, role, whose, day),
    )  # fmt: skip
    version.signed_on, version.since, version.until = day, since, until
    if version.number == 1:
        version.value, version.currency, version.usd = one.value, one.currency, one.usd
    version.save()
    if version.value is not None:
        one.value, one.currency, one.usd = version.value, version.currency, version.usd
    one.since = since if version.kind != "amendment" else one.since
    one.until = until
    one.agreement = _on_record(by, one, version)
    one.save()
    figures = {"version": version.number, "since": since.isoformat(), "until": until.isoformat()}
    return done(one, one.agreement.key[:12], event, one.agreement, **figures)


def _on_record(by: Person, one: Partnership, version: PartnershipVersion) -> Agreement:
    """The agreement as the list of agreements has it: new, renewed by a new one, or with another
    end."""
    signed = "; ".join(
        f"{each.name} ({_(each.side)})" for each in one.signatories.filter(version=version.number)
    )
    old = one.agreement
    if version.kind == "amendment" and old is not None:
        old.until, old.change = f"{version.until:%Y-%m-%d}", old.change + 1
        old.save()
        return old
    name = f"{one.title} ({one.key})"
    if version.kind == "renewal":
        name = f"{one.title} ({one.key}, {version.number})"
    fresh = made(
        by, name, kind=one.instrument or one.modality or "partnership",
        since=f"{version.since:%Y-%m-%d}", until=f"{version.until:%Y-%m-%d}",
        renewal="", signatories=signed, address="", words="", said="", renews=old,
    )  # fmt: skip
    partners = [each for each in (one.body, Body.objects.filter(ours=True, parent=None).first())
                if each is not None]  # fmt: skip
    fresh.parties.set(partners)
    return fresh


@act("partnership.amend", verb="record")
def amend(
    by: Person, key: str, words: str, *, value: str = "", in_currency: str = "", usd: str = "",
    until: datetime.date | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Propose an amendment: a version of its own, which is cleared, approved and signed as its
    terms demand. The original runs until then. The number of the version. `words`: what it changes,
    and why."""
    one = partnership_of(key, seen, {"words": words})
    return _version(by, one, "amendment", words, value, in_currency, usd, None, until)


@act("partnership.renew", verb="record")
def renew(
    by: Person, key: str, words: str, *, since: datetime.date, until: datetime.date,
    value: str = "", in_currency: str = "", usd: str = "", seen: int,
) -> Done[int]:  # fmt: skip
    """Propose a renewal: a version of its own for another period, approved and signed as its terms
    demand. The number of the version. A due diligence that has run out is done anew first."""
    one = partnership_of(key, seen, {"words": words})
    return _version(by, one, "renewal", words, value, in_currency, usd, since, until)


def _version(
    by: Person, one: Partnership, kind: str, words: str, value: str, code: str, usd: str,
    since: datetime.date | None, until: datetime.date | None,
) -> Done[int]:  # fmt: skip
    """Open a new version of the terms. Refused while another one waits."""
    words = said(words, _("what it changes, and why"))
    days(since, until)
    if not policies.signed(one) or policies.over(one) or policies.suspended(one):
        raise Refused(_("only what is signed and runs can be amended or renewed"))
    waits = one.versions.filter(signed_on=None, set_aside_on=None).order_by("number").last()
    if waits is not None:
        told = _("version %(number)s is not signed yet: sign it or set it aside first")
        raise Refused(told % {"number": waits.number})
    worth, code = amount(value), currency(code) or one.currency
    number = one.versions.count() + 1
    PartnershipVersion.objects.create(
        partnership=one, number=number, kind=kind, words=words,
        value=worth if worth is not None else one.value, currency=code,
        usd=dollars(worth, code, usd) if worth is not None else one.usd,
        since=since, until=until or one.until, by=by, at=timezone.now(),
    )  # fmt: skip
    event = noted(one, f"propose-{kind}", by, on=day_of(None), why=words, version=number,
                  said={"version": number})  # fmt: skip
    return done(one, number, event, version=number)


@act("partnership.set_version_aside", verb="record")
def set_version_aside(by: Person, key: str, why: str, *, seen: int) -> Done[int]:
    """Set an amendment or a renewal aside that is not signed: what is in force stays as it is. The
    number of the version."""
    one, why = partnership_of(key, seen, {"why": why}), said(why, _("why it is set aside"))
    version = version_of(one, 0)
    if version.number == 1 or version.signed_on is not None:
        raise Refused(_("no amendment and no renewal waits to be signed"))
    version.set_aside_on = day_of(None)
    version.save()
    event = noted(one, "set-version-aside", by, on=day_of(None), why=why, version=version.number)
    return done(one, version.number, event, version=version.number)
