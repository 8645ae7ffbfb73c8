"""Letters about an application or a list, filled with what the record knows, as files that an
officer reads, changes and sends. Nothing is sent from here."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from whimbrel.procedures.known import Known
from whimbrel.queries import cases, review
from whimbrel.queries import matter as gathered
from whimbrel.queries.beside_criteria import missing
from whimbrel.queries.countries import country_name
from whimbrel.queries.papers import inside
from whimbrel.queries.prints import FORMS, KINDS, File, safe
from whimbrel.queries.recommended import recommended
from whimbrel.queries.reports import house
from whimbrel.queries.scope import Reader, reader
from whimbrel.register.models import Case, Circulation, Meeting
from whimbrel.reporting import letters as texts
from whimbrel.reporting.dates import date
from whimbrel.reporting.letters import Told
from whimbrel.reporting.phrases import plain
from whimbrel.writing.write import written as as_file

STYLE = "cms-letter"
OF_LISTS = ("circulation",)
"""Letters that are about a list; all others are about an application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A letter as a file, and what it lacks."""

    file: File
    lacking: tuple[str, ...]
    """Facts that stand in it as gaps."""


def kinds(of_list: bool = False) -> tuple[str, ...]:
    """The letters about an application, or about a list."""
    return tuple(one for one in texts.kinds() if (one in OF_LISTS) == of_list)


DECIDED = {"admission": "admit", "refusal": "refuse"}
"""Letter -> the step without which it would say what nobody has decided."""


def fitting(key: str) -> tuple[str, ...]:
    """The letters that an application gives an occasion for."""
    steps = set(Case.objects.filter(key=key).values_list("events__step", flat=True))
    return tuple(one for one in kinds() if DECIDED.get(one) in (None, *steps))


def letter(
    by: str | None, name: str, key: str, form: str = "docx", *, language: str = "",
    today: datetime.date | None = None,
) -> Drafted | None:  # fmt: skip
    """A letter of a kind about an application or a list, by its key. `language`: else that of the
    applicant. None where there is none, and for who may not examine."""
    who = reader(by)
    if not inside(who) or who.reach("examine") is None or form not in FORMS:
        return None
    day = today or datetime.date.today()
    told = (
        of_list(who, key, language, day)
        if name in OF_LISTS
        else of_case(who, name, key, language, day)
    )
    if told is None or (name, told.language) not in texts.letters():
        return None
    document, lacking = texts.written(name, told)
    data = as_file(document, FORMS[form], style=STYLE, figures={})
    stem = f"{key} {name} {told.language}"
    file = File(name=safe(f"{stem}.{form}"), kind=KINDS[form], data=data)
    return Drafted(file=file, lacking=lacking)


def of_case(
    who: Reader, name: str, key: str, language: str, day: datetime.date
) -> Told | None:  # fmt: skip
    """What fills a letter about an application."""
    row = review.found(who, key)
    if row is None:
        return None
    code = language or row.language
    return Told(
        language=code, on=day, house=house(who).anyhow(code),
        said={fact: words for fact, words in facts(row, name, code).items() if words},
        lists=lists(row, code),
    )  # fmt: skip


def facts(row: Case, name: str, code: str) -> Mapping[str, str]:
    """The facts of an application, in the language of the letter."""
    rules, body, meeting = cases.scheme_of(row), row.body, row.meeting
    sent, decided = cases.sent_on(row), row.events.filter(step__in=("admit", "refuse")).last()
    status = row.statuses.order_by("since", "id").last()
    # What is given for a meeting ends with it, and is asked for anew at the next.
    renewable = rules is not None and not rules.validity.meeting
    return {
        "number": row.key, "contact": row.contact.name if row.contact else "",
        "body": gathered.named(body).name.anyhow(code) if body else row.name,
        "scheme": rules.title[code] if rules else "",
        "meeting": meeting_of(meeting, code) if meeting else "",
        "received": date(code, sent) if sent else "",
        "state": country_name(row.country, code) or "" if row.country else "",
        "until": until_when(row, name, code),
        "decided": date(code, decided.on) if decided else "",
        "decider": str(decided.said.get("decided_by") or "") if decided else "",
        "reason": decided.reason if decided else "",
        "since": date(code, status.since) if status else "",
        "ends": date(code, status.until) if renewable and status and status.until else "",
        "instead": "yes" if instead(row) else "", "secretariat": plain(code, "secretariat.name"),
    }  # fmt: skip


def until_when(row: Case, name: str, code: str) -> str:
    """The day until which an answer is asked for: of the State, or of the applicant."""
    if name == "state-approval":
        asked = row.events.filter(step="request-approval").order_by("number").last()
        day = str(asked.said.get("until") or "") if asked is not None else ""
        return date(code, datetime.date.fromisoformat(day)) if day else ""
    open_ = row.questions.filter(answered_at=None).exclude(until=None)
    first = open_.order_by("until").values_list("until", flat=True).first()
    return date(code, first) if first is not None else ""


def meeting_of(one: Meeting, code: str) -> str:
    """A meeting with its place and first day; its title is on record in English only."""
    where = gathered.gathering(one).place.anyhow(code)
    starts = date(code, one.starts) if one.starts else ""
    name = one.title if code == "en" and one.title else one.short
    return ", ".join(filter(None, (name, where, starts)))


def instead(row: Case) -> bool:
    """Whether the applicant may bring something else in the place of a document that is missing."""
    rules, advice = cases.scheme_of(row), recommended(row)
    if rules is None or advice is None:
        return False
    held = missing(rules, cases.applicant(row), advice.documents)
    return any(one.instead for one in held)


def lists(row: Case, code: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a letter about an application."""
    rules, advice = cases.scheme_of(row), recommended(row)
    if rules is None or advice is None:
        return {}
    words = {one.id: one.text[code] for one in rules.criteria}
    words |= {one.id: one.text[code] for one in rules.documents}
    lacking = missing(rules, cases.applicant(row), advice.documents)
    failed = {one.id: one.known for one in advice.reasons if one.met is False and one.id in words}
    status = row.statuses.order_by("since", "id").last()
    held = status.status if status is not None else ""
    return {
        "asked": tuple(
            one.words for one in row.questions.filter(answered_at=None).order_by("id")
        ),
        "missing": tuple(
            alternatives(words[one.id], one.instead, code) for one in lacking
        ),
        "reasons": tuple(marked(words[name], known, code) for name, known in failed.items()),
        "rights": tuple(marked(one.text[code], one.status, code) for one in rules.rights
                        if one.of == held),
        "duties": tuple(marked(one.text[code], one.status, code) for one in rules.duties
                        if one.of == held),
    }  # fmt: skip


def marked(words: str, known: Known, code: str) -> str:
    """What comes from memory says so, also in a letter: the officer sees it before it leaves."""
    return words if known is Known.SEEN else f"{words} [{plain(code, f'known.{known}')}]"


def alternatives(words: str, kinds: tuple[str, ...], code: str) -> str:
    """A document, with what may take its place."""
    if not kinds:
        return words
    named = ", ".join(plain(code, f"document.{kind}") for kind in kinds)
    return plain(code, "letter.instead", document=words, others=named)


def of_list(who: Reader, key: str, language: str, day: datetime.date) -> Told | None:
    """What fills a letter about a list of applicants."""
    one = Circulation.objects.select_related("meeting").filter(key=key).first()
    if one is None:
        return None
    code, rows = language or "en", list(one.cases.select_related("body").order_by("name"))
    rules = cases.scheme_of(rows[0]) if rows else None
    said = {
        "meeting": meeting_of(one.meeting, code),
        "closes": date(code, one.closes_on) if one.closes_on else "",
        "rule": f"{rules.treaty.text[code]} ({rules.treaty.source})" if rules else "",
        "secretariat": plain(code, "secretariat.name"),
    }
    names = tuple(listed(row, code) for row in rows)
    return Told(
        language=code, on=day, house=house(who).anyhow(code),
        said={name: words for name, words in said.items() if words}, lists={"names": names},
    )  # fmt: skip


def listed(row: Case, code: str) -> str:
    """An applicant as a list names it."""
    country = country_name(row.country, code) if row.country else ""
    return f"{row.name} ({country})" if country else row.name
