"""Write a report: begin it, write its paragraphs, leave one to the record again."""

import datetime
import re

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import days, said
from whimbrel.acts.held import counted, held
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.reports import digest, given_at
from whimbrel.queries.said import said as _
from whimbrel.queries.scope import reader
from whimbrel.register.models import Instrument, Meeting, Passage, Person, Report
from whimbrel.register.names import about

LANGUAGES = ("en", "fr", "es")


@act("reports.begin", verb="record")
def begin(
    by: Person, meeting: str, item: str, *, title: str, on: tuple[str, ...] = (),
    language: str = "en", original: str = "", symbol: str = "",
    since: datetime.date | None = None, until: datetime.date | None = None, style: str = "cms",
) -> Done[str]:  # fmt: skip
    """Begin a report to a meeting under an agenda item, in one language. Its key. `on`: the
    decisions and resolutions on which it reports, by their numbers; all that is due at the meeting
    where none is named."""
    holder, item = held(Meeting, meeting), said(item, _("the agenda item"))
    days(since, until)
    for each in (language, original or language):
        if each not in LANGUAGES:
            told = _("%(language)s is no language of the house: one of %(known)s")
            raise Refused(told % {"language": each, "known": ", ".join(LANGUAGES)})
    for number in on:
        if not Instrument.objects.filter(number=number).exists():
            told = _("there is no %(kind)s %(name)s in the record")
            raise Refused(told % {"kind": _("instrument"), "name": number})
    key = f"{holder.short}-{re.sub(r'[^0-9A-Za-z.]+', '.', item).strip('.')}-{language}"
    if Report.objects.filter(key=key).exists():
        raise Refused(_("the record has %(name)s already") % {"name": key})
    one = Report.objects.create(
        key=key, meeting=holder, item=item, title=said(title, _("the title")), about=list(on),
        language=language, original=original or language, symbol=symbol.strip(), since=since,
        until=until, style=style,
    )  # fmt: skip
    figures = {"meeting": meeting, "item": item, "language": language}
    return Done(value=key, about=about(one), open=figures, kept=(one,))


@act("reports.write", verb="record")
def write(
    by: Person, key: str, place: str, words: str, *, base: str = "", language: str = "", seen: str
) -> Done[str]:
    """Write a paragraph of a report instead of what the record gives, or leave it out with no
    words. A digest of what stands there now. `place`: the name of the paragraph, or where one is
    added: `narrative/...`, `after/...`. `base`: what the record gave when you wrote; empty for what
    it gives now. `seen`: the digest of what stood there when you looked; empty for
    what the record gives."""
    one = writable(key)
    before = Passage.objects.filter(report=one, key=place).first()
    if (digest(before.words) if before else "") != seen:
        told = _(
            "%(who)s wrote this paragraph meanwhile: it is now “%(now)s”. Your words are kept "
            "here: “%(words)s”. Look, then decide"
        )
        now = before.words if before else base
        who = before.by.name if before else _("somebody")
        raise Overtaken(told % {"who": who, "now": now, "words": words})
    gives = given_at(one, reader(by.email), place)
    if gives is None and before is None:
        told = _(
            "%(key)s has no place %(place)s to write at: name a paragraph of it, or one to add as "
            "narrative/discussion or after/ and a paragraph"
        )
        raise Refused(told % {"key": key, "place": place})
    base = base or gives or (before.base if before else "")
    change = {"place": place, "before": before.words if before else base, "after": words}
    told_as = {
        "words": words.strip(), "base": base, "language": language or one.language, "by": by,
        "at": timezone.now(),
    }  # fmt: skip
    Passage.objects.update_or_create(report=one, key=place, defaults=told_as)
    counted(one)
    return Done(
        value=digest(words.strip()), about=about(one), open={"place": place}, change=change,
        kept=(one,),
    )  # fmt: skip


@act("reports.restore", verb="record")
def restore(by: Person, key: str, place: str, *, seen: str) -> Done[str]:
    """Leave a paragraph to the record again. What was written there stays in the ledger."""
    one = writable(key)
    before = Passage.objects.filter(report=one, key=place).first()
    if before is None:
        raise Refused(_("nobody wrote anything there"))
    if digest(before.words) != seen:
        raise Overtaken(_("somebody wrote this paragraph meanwhile: look again, then decide"))
    change = {"place": place, "before": before.words}
    before.delete()
    counted(one)
    return Done(value=place, about=about(one), open={"place": place}, change=change, kept=(one,))


def writable(key: str) -> Report:
    """The report of a key. Refused where it went out and was not taken up again."""
    one = held(Report, key)
    if one.state != Report.State.DRAFT:
        told = _("%(key)s is %(state)s: begin a revision of it before you write in it")
        raise Refused(told % {"key": key, "state": _(str(one.state))})
    return one
