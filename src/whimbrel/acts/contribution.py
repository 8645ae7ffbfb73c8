"""A body reports what it contributed: its report is begun, written line by line or brought back on
its form, and sent by who speaks for the body; an officer takes it into the record, or gives it back
to be corrected."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db.models import Max
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.contribution_lines import MOST_WORDS, from_form, values_of
from whimbrel.acts.held import held, not_overtaken, only
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import noted
from whimbrel.acts.uploads import WORD, looked_at
from whimbrel.admission.returned_form import Returned, Unread, returned
from whimbrel.admission.run import REPORT
from whimbrel.bodies.names import folded
from whimbrel.queries import cases, moves
from whimbrel.queries.access import Standing
from whimbrel.queries.contributions import meetings_for, problems_of
from whimbrel.queries.said import said as _
from whimbrel.queries.whose import speaks_for
from whimbrel.reading import Limits, examine_bytes
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB
from whimbrel.register.models import (
    Body,
    BodyName,
    Case,
    Contributed,
    Contribution,
    Meeting,
    Person,
)
from whimbrel.register.names import about

LANGUAGES = ("en", "fr", "es")
FIELDS = ("summary", "consent", "short", "language")
MOST_LINES = 60
LIMITS = Limits(size=10 * MIB, expanded=40 * MIB, seconds=20.0)
"""Of a form that comes from outside and is opened here: it has two pages."""
MOST_UNREAD = 100


def theirs(by: Person, key: str, *_rest: object, **_more: object) -> Standing:
    """A report is that of the people of its body."""
    one = Contribution.objects.filter(key=key).first()
    same = one is not None and speaks_for(by, one.body_id)
    return Standing.OWN if same else Standing.OFFICE


def own_to_begin(by: Person, body: str, *_rest: object, **_more: object) -> Standing:
    """Who speaks for a body begins its report."""
    one = Body.objects.filter(key=body).first()
    return Standing.OWN if one is not None and speaks_for(by, one.pk) else Standing.OFFICE


@act("contribution.begin", verb="apply", standing=own_to_begin)
def begin(
    by: Person, body: str, meeting: str, *, short: bool = False, language: str = ""
) -> Done[str]:
    """Begin the report of a body to a meeting of the COP, on the long form or the short one. Its
    key. Each body reports once to a meeting."""
    whose, holder = held(Body, body), held(Meeting, meeting)
    if holder.short not in {one.short for one in meetings_for(datetime.date.today())}:
        told = _("%(meeting)s is no meeting to which bodies report now")
        raise Refused(told % {"meeting": holder.short})
    key = f"{holder.short}-{whose.key}"
    if Contribution.objects.filter(body=whose, meeting=holder).exists():
        raise Refused(_("there is a report of it to %(meeting)s already: %(key)s")
                      % {"meeting": holder.short, "key": key})  # fmt: skip
    one = Contribution.objects.create(
        key=key, body=whose, meeting=holder, short=short, language=spoken(language or by.language),
        by=by, begun_at=timezone.now(),
    )  # fmt: skip
    figures = {"meeting": holder.short, "body": whose.key, "short": short}
    return Done(value=key, about=about(one), open=figures, kept=(one,))


@act("contribution.write", verb="apply", standing=theirs)
def write(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Keep what a report says as a whole: summary, consent, short, language. How often it was
    changed."""
    only(values, FIELDS)
    one = writing(held(Contribution, key))
    not_overtaken(one, seen, {name: values[name] for name in values if name in FIELDS[:2]})
    for name in FIELDS[:2]:
        if name in values:
            setattr(one, name, brief(str(values[name] or "")))
    if "short" in values:
        one.short = values["short"] is True
    if "language" in values:
        one.language = spoken(str(values["language"]))
    return kept(one, fields=sorted(values))


@act("contribution.write_line", verb="apply", standing=theirs)
def write_line(
    by: Person, key: str, number: int, values: Mapping[str, object], *, seen: int
) -> Done[int]:
    """Write one contribution of a report. Its number. `number`: which one; 0: one more."""
    one = writing(held(Contribution, key))
    not_overtaken(one, seen, {"summary": str(values.get("what") or "")})
    told = values_of(values)
    if number:
        line = line_of(one, number)
        for name, value in told.items():
            setattr(line, name, value)
        line.save()
    else:
        line = added(one, told)
    return kept(one, line.number, line=line.number)


@act("contribution.take_out", verb="apply", standing=theirs)
def take_out(by: Person, key: str, number: int, *, seen: int) -> Done[int]:
    """Take a contribution out of a report. How many are left; those after it move up."""
    one = writing(held(Contribution, key))
    not_overtaken(one, seen, {})
    line_of(one, number).delete()
    for at, each in enumerate(one.lines.order_by("number"), start=1):
        if each.number != at:
            each.number = at
            each.save()
    return kept(one, one.lines.count(), line=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a form gave."""

    lines: int
    unread: tuple[Unread, ...]


@act("contribution.bring", verb="apply", standing=theirs)
def bring(by: Person, key: str, name: str, data: bytes, *, seen: int) -> Done[Brought]:
    """Read the form of a report that a body filled in Word: what stands in it takes the place of
    what the report said. What cannot be read is told, kept with the report, and never guessed."""
    one = writing(held(Contribution, key))
    not_overtaken(one, seen, {})
    file, given = form_in(name, data)
    unread = [*given.unread, *of_another(one, given)]
    told: list[dict[str, object]] = []
    for each in given.lines:
        values, left = from_form(each)
        told.append(values)
        unread += left
    one.lines.all().delete()
    for values in told:
        added(one, values)
    for field in FIELDS[:2]:
        if field in given.report:
            setattr(one, field, brief(given.report[field]))
    one.unread = [asdict(each) for each in unread[:MOST_UNREAD]]
    value = Brought(lines=len(told), unread=tuple(unread))
    return kept(one, value, sha256=file, lines=len(told), unread=len(unread))


@act("contribution.send", verb="apply", standing=theirs)
def send(by: Person, key: str, *, seen: int) -> Done[str]:
    """Send a report to the Secretariat. Refused says what is missing."""
    one = writing(held(Contribution, key))
    not_overtaken(one, seen, {})
    barring = [each for each in problems_of(one) if each.bars]
    if barring:
        told = "; ".join(each.words for each in barring)
        raise Refused(_("it cannot be sent yet: %(told)s") % {"told": told})
    one.sent_at, one.returned = timezone.now(), ""
    done = kept(one, key, lines=one.lines.count())
    return Done(
        value=done.value, about=done.about, open=done.open, kept=(*done.kept, *fulfilled(one, by))
    )


def kept(one: Contribution, value: object = None, **figures: object) -> Done:  # type: ignore[type-arg]
    """Save a report that changed."""
    one.change += 1
    one.save()
    given = one.change if value is None else value
    return Done(value=given, about=about(one), open=figures, kept=(one,))


def writing(one: Contribution) -> Contribution:
    """Go on where a report is still its body's to write."""
    if one.sent_at is not None:
        raise Refused(_("it was sent: the office gives it back where something has to be changed"))
    return one


def line_of(one: Contribution, number: int) -> Contributed:
    """A contribution of a report."""
    line = one.lines.filter(number=number).first()
    if line is None:
        raise Refused(_("the report has no contribution %(number)s") % {"number": number})
    return line


def added(one: Contribution, values: Mapping[str, object]) -> Contributed:
    """One more contribution."""
    last = one.lines.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_LINES:
        told = _("a report has at most %(most)s contributions: say the rest in the summary")
        raise Refused(told % {"most": MOST_LINES})
    return Contributed.objects.create(report=one, number=last + 1, **values)


def form_in(name: str, data: bytes) -> tuple[str, Returned]:
    """The digest of a file, and what stands in the form that it is. Refused for a file that is
    none; it is read within limits, and nothing of it is kept but the answers."""
    file = looked_at(name, data)
    if file.media != WORD:
        told = _("%(name)s is no Word file (.docx): bring the form that you filled")
        raise Refused(told % {"name": file.name})
    try:
        given = returned(examine_bytes(data, name=file.name, limits=LIMITS).document)
    except Unreadable as error:
        raise Refused(str(error)) from error
    if not given.known:
        told = _("%(name)s is another document: no table of the form was found in it")
        raise Refused(told % {"name": file.name})
    return file.sha256, given


def of_another(one: Contribution, given: Returned) -> tuple[Unread, ...]:
    """Where a form names another body or meeting than the report. Refused where it is a report to
    another meeting: it would take the place of this one."""
    meeting = given.report.get("meeting", "")
    if meeting and "".join(meeting.split()).casefold() != one.meeting.short.casefold():
        told = _("the form reports to %(theirs)s, and this report is to %(ours)s")
        raise Refused(told % {"theirs": meeting[:60], "ours": one.meeting.short})
    name = given.report.get("body", "")
    names = {one.body.name, *BodyName.objects.filter(body=one.body).values_list("name", flat=True)}
    if not name or folded(name) in {folded(each) for each in names}:
        return ()
    return (Unread(where="", words=name[:200], why="another name than on record"),)


def fulfilled(one: Contribution, by: Person) -> tuple[Case, ...]:
    """The cases of its body under whose rules the report does a duty; it is noted in each, once."""
    today, changed = timezone.now().date(), []
    for case in Case.objects.filter(body=one.body, restricted=False).select_for_update(
        of=("self",)
    ):
        rules = cases.scheme_of(case)
        for step in rules.steps if rules is not None else ():
            told = case.events.filter(step=step.id, said__report=one.key).exists()
            if not step.id.startswith(REPORT) or told or moves.bars(case, step.id, today):
                continue
            noted(case, step.id, by, on=today, said={"report": one.key})
            changed.append(case)
    return tuple(dict.fromkeys(changed))


def spoken(language: str) -> str:
    """A language in which there is a form."""
    return language if language in LANGUAGES else "en"


def brief(words: str) -> str:
    """Words that are no book."""
    if len(words) > MOST_WORDS:
        told = _("it is longer than %(most)s characters: make it shorter")
        raise Refused(told % {"most": MOST_WORDS})
    return words.replace("\r\n", "\n").strip()
