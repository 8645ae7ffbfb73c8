"""A report comes back from Word: keep the file with every change and comment in it, and decide on
each."""

from hashlib import sha256

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.held import counted, held
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.acts.reports import writable
from whimbrel.document import Document, walk
from whimbrel.queries.reports import went_out
from whimbrel.queries.said import said as _
from whimbrel.reading import examine_bytes
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.remarks import remarks_in
from whimbrel.reading.written_json import document_of
from whimbrel.register.models import Issued, Passage, Person, Remark, Report, Returned
from whimbrel.register.names import about
from whimbrel.reporting.inserted import AFTER
from whimbrel.reporting.parts import INSIDE
from whimbrel.reporting.returned import AnotherDocument, matched
from whimbrel.reporting.returned_change import Change, Proposal
from whimbrel.reporting.taken import BESIDE, Taken, taken
from whimbrel.writing.docx import docx_of

Verdict = Remark.Verdict
VERDICTS = {"accept": Verdict.ACCEPTED, "refuse": Verdict.REFUSED}


@act("reports.receive", verb="record")
def receive(by: Person, key: str, file_name: str, data: bytes, *, name: str = "") -> Done[int]:
    """Take in a copy of a report that came back with changes and comments. How many it holds.
    `name`: of what went out, such as Rev.1, where it is a copy of an earlier one."""
    one = held(Report, key)
    sent = went_out(one, name or None)
    if sent is None:
        raise Refused(_("%(key)s did not go out yet: nothing can come back") % {"key": key})
    digest = sha256(data).hexdigest()
    if sent.returned.filter(sha256=digest).exists():
        raise Refused(_("this file came back already: %(file)s") % {"file": file_name})
    tree, found = document_of(sent.tree), changes_in(sent, one.style, file_name, data)
    back = Returned.objects.create(
        issued=sent, file_name=file_name[:255], sha256=digest, file=data, by=by, at=timezone.now()
    )
    homes = homes_of(sent.places)
    Remark.objects.bulk_create(
        Remark(
            returned=back, key=each.key[:64], place=homes.get(each.address, "")[:255],
            eid=each.address[:255], kind=str(each.kind), author=(each.author or "")[:200],
            written=each.at.isoformat() if each.at else "", before=each.before,
            after=each.after, whole=whole(tree, each), sure=each.sure,
        )
        for each in found
    )  # fmt: skip
    counted(one)
    figures = {"file": file_name, "sha256": digest, "remarks": len(found)}
    return Done(value=len(found), about=about(one), open=figures, kept=(one,))


def changes_in(sent: Issued, style: str, file_name: str, data: bytes) -> tuple[Change, ...]:
    """The changes and comments of a file. Refused for one that cannot be read, or is a copy of
    something else."""
    tree = document_of(sent.tree)
    printed = remarks_in(docx_of(tree, style=style), name="sent.docx")
    try:
        of_that_report(tree, examine_bytes(data, name=file_name).document, file_name)
        return matched(tree, remarks_in(data, name=file_name), printed=printed).changes
    except Unreadable as error:
        raise Refused(str(error)) from error
    except AnotherDocument as error:
        told = _(
            "%(file)s is another document: of %(paragraphs)s paragraphs that went out, %(found)s "
            "were found in it. Nothing was changed. Choose the report of which it is a copy"
        )
        figures = {"paragraphs": error.paragraphs, "found": error.found}
        raise Refused(told % {"file": file_name, **figures}) from error


def of_that_report(sent: Document, back: Document, file_name: str) -> None:
    """Go on where a file can be a copy of what went out: another paper of the house may quote the
    same decisions, but has neither its symbol nor its title. A copy without a first page says
    nothing of it."""
    ours, theirs = sent.masthead, back.masthead
    known = bool(ours.symbol) and any((theirs.symbol, theirs.meeting, theirs.date))
    if not known or ours.symbol == theirs.symbol or squeezed(ours.title) == squeezed(theirs.title):
        return
    told = _(
        "%(file)s says on its first page that it is %(theirs)s, and what went out is %(ours)s. "
        "Nothing was changed. Choose the report of which it is a copy"
    )
    named = theirs.symbol or theirs.title or _("another paper")
    raise Refused(told % {"file": file_name, "theirs": named, "ours": ours.symbol})


def squeezed(title: str | None) -> str:
    """A title as it is compared."""
    return " ".join((title or "").casefold().split())


def whole(tree: Document, one: Change) -> str:
    """The paragraph as it would read with this change alone; empty where none would change."""
    return taken(tree, (one,)).words.get(one.address, "")


def homes_of(places: dict[str, str]) -> dict[str, str]:
    """Address -> the key under which its words are kept."""
    return {address: key for key, address in places.items()}


@act("reports.decide", verb="record")
def decide(by: Person, key: str, remark: int, verdict: str) -> Done[str]:
    """Accept or refuse one change or comment of a copy that came back. `remark`: its number.
    `verdict`: accept or refuse. A change that is accepted stands in the report from then on."""
    one = writable(key)
    if verdict not in VERDICTS:
        raise Refused(_("a change is accepted or refused"))
    which = Remark.objects.filter(pk=remark, returned__issued__report=one).first()
    if which is None:
        raise Refused(_("no such change came back"))
    if which.verdict != Verdict.OPEN:
        who = which.by.name if which.by else _("somebody")
        told = _("%(who)s decided on it already: it is %(verdict)s")
        raise Overtaken(told % {"who": who, "verdict": _(str(which.verdict))})
    which.verdict, which.by, which.at = VERDICTS[verdict], by, timezone.now()
    which.save()
    if verdict == "accept" and which.kind not in {str(each) for each in BESIDE}:
        written_in(one, which, by)
    counted(one)
    change = {
        "kind": which.kind, "place": which.place, "author": which.author,
        "before": which.before, "after": which.after,
    }  # fmt: skip
    return Done(
        value=str(which.verdict), about=about(one), open={"verdict": str(which.verdict)},
        change=change, kept=(one,),
    )  # fmt: skip


@act("reports.decline", verb="record", reasoned=True)
def decline(by: Person, key: str, file_name: str) -> Done[int]:
    """Refuse all that is still open in a copy that came back: it was the wrong file, or too much of
    it is wrong. How much that was. `file_name`: of the copy."""
    one = held(Report, key)
    listed = Remark.objects.filter(
        returned__issued__report=one, returned__file_name=file_name, verdict=Verdict.OPEN
    )
    count = listed.update(verdict=Verdict.REFUSED, by=by, at=timezone.now())
    if not count:
        raise Refused(_("nothing of %(file)s is open") % {"file": file_name})
    counted(one)
    return Done(
        value=count, about=about(one), open={"file": file_name, "remarks": count}, kept=(one,)
    )


def written_in(one: Report, which: Remark, by: Person) -> None:
    """Let the report read as all accepted changes of the copy have it, where this one changes
    something."""
    back = which.returned
    tree = document_of(back.issued.tree)
    every = changes_in(back.issued, one.style, back.file_name, bytes(back.file))
    this = next((each for each in every if each.key[:64] == which.key), None)
    if this is None:
        raise Refused(_("no such change came back"))
    possible(tree, this)
    accepted = set(
        back.remarks.filter(verdict=Verdict.ACCEPTED).exclude(pk=which.pk).values_list(
            "key", flat=True
        )
    )  # fmt: skip
    earlier = [each for each in every if each.key[:64] in accepted]
    before, after = taken(tree, earlier), taken(tree, [*earlier, this])
    homes = homes_of(back.issued.places)
    sent = {placed.address: placed.node.text for placed in walk(tree)}
    for address in sorted(touched(before, after)):
        if address not in homes:
            told = _("it stands on the first page, which is made of the record: change it there")
            raise Refused(told)
        if before.words.get(address) != after.words.get(address):
            was = before.words.get(address, sent[address])
            write(one, homes[address], was, after.words[address], sent[address], by)
        if before.after.get(address) != after.after.get(address):
            place = f"{AFTER}{homes[address].partition(INSIDE)[0]}"
            was, now = ("\n\n".join(each.after.get(address, ())) for each in (before, after))
            write(one, place, was, now, "", by)


def possible(tree: Document, this: Change) -> None:
    """Go on where a change can be taken up. Refused for the words of a governing body, and for
    tables."""
    if this.cell is not None or this.kind in (Proposal.NEW_ROW, Proposal.REMOVED_ROW):
        raise Refused(_("a table is made of the record: change what it is made of"))
    quoted = {placed.address for placed in walk(tree) if placed.quoted}
    if this.address in quoted:
        told = _("these are the words of a governing body, which nobody corrects in a report")
        raise Refused(told)


def touched(before: Taken, after: Taken) -> set[str]:
    """The addresses at which the one reads otherwise than the other."""
    words = {at for at, now in after.words.items() if before.words.get(at) != now}
    return words | {at for at, now in after.after.items() if before.after.get(at) != now}


def write(one: Report, place: str, was: str, now: str, sent: str, by: Person) -> None:
    """Write words at a place, unless somebody wrote others there meanwhile."""
    kept = Passage.objects.filter(report=one, key=place).first()
    stands = kept.words if kept else sent
    if stands not in (was, sent):
        told = _(
            "%(who)s wrote this paragraph after the report went out: it is now “%(now)s”. The "
            "change would make it “%(words)s”. Write what is right, then refuse the change"
        )
        who = kept.by.name if kept else _("somebody")
        raise Overtaken(told % {"who": who, "now": stands, "words": now})
    told_as = {
        "words": now, "base": kept.base if kept else sent, "language": one.language, "by": by,
        "at": timezone.now(),
    }  # fmt: skip
    Passage.objects.update_or_create(report=one, key=place, defaults=told_as)
