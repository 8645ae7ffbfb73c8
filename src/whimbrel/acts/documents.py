"""Deposit documents: read them, keep the file and the tree, and propose what was understood."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass

from django.db.models import Model
from django.utils import timezone

from whimbrel import __version__
from whimbrel.acts.act import Done, act
from whimbrel.acts.refused import Refused
from whimbrel.acts.verdicts import carried_over
from whimbrel.bodies.names import folded
from whimbrel.document import Document as Tree
from whimbrel.document import walk
from whimbrel.engagements.rows import Row
from whimbrel.engagements.understood import Understood
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    Document,
    Findable,
    Meeting,
    Paragraph,
    Person,
    Provision,
    Reading,
    Version,
)
from whimbrel.symbols import MeetingRef
from whimbrel.writing.json import json_of

WHOLE = ("schema", "source", "missing", "metadata", "headings", "paragraphs", "decisions")
"""Kinds that a document has as they stand; nobody judges them row by row."""
SURE_BY_KIND = frozenset({"groups", "provisions", "citations", "countries", "species", "dates"})
"""Kinds whose rows are printed as they are: numbers, names and dates of the text itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposited:
    """What became of a deposit."""

    symbol: str
    number: int
    """Which version of the document it is."""
    proposed: int
    """How many readings wait to be judged."""
    known: bool
    """These bytes were here before: nothing was added."""
    remarks: tuple[str, ...] = ()


@act("documents.deposit", verb="deposit")
def deposit(by: Person, found: Understood) -> Done[Deposited]:
    """Keep a document, its paragraphs and what was understood of it."""
    digest = hashlib.sha256(found.data).hexdigest()
    same = Version.objects.select_related("document").filter(sha256=digest).first()
    if same is not None:
        waiting = same.readings.filter(state=Reading.State.PROPOSED).count()
        told = Deposited(
            symbol=same.document.symbol, number=same.number, proposed=waiting, known=True
        )
        return Done(value=told, about=same.document.symbol, open={"known": True})
    document = document_of(found)
    earlier = list(document.versions.order_by("number"))
    language = found.tree.masthead.language or ""
    before = next((one for one in reversed(earlier) if one.language == language), None)
    version = Version.objects.create(
        document=document,
        number=len(earlier) + 1,
        language=language,
        sha256=digest,
        file_name=found.name,
        format=found.examined.format.value,
        file=found.data,
        tree=json_of(found.tree),
        remarks=list(found.examined.remarks),
        rows=whole(found.rows),
        reader=__version__,
        deposited_by=by,
        deposited_at=timezone.now(),
        before=before,
    )
    listed = Paragraph.objects.bulk_create(paragraphs(version, found.tree))
    find_paragraphs(version, listed)
    made = Reading.objects.bulk_create(carried_over(readings(version, found.rows), before))
    told = Deposited(
        symbol=document.symbol,
        number=version.number,
        proposed=sum(one.state == Reading.State.PROPOSED for one in made),
        known=False,
        remarks=found.examined.remarks,
    )
    figures = {"version": version.number, "sha256": digest, "readings": len(made)}
    return Done(
        value=told,
        about=document.symbol,
        open=figures,
        change={"file": found.name},
        kept=(document,),
    )


@act("documents.read_again", verb="judge")
def read_again(by: Person, found: Understood) -> Done[Deposited]:
    """Read a kept file again; what a person has judged stays as it was judged."""
    digest = hashlib.sha256(found.data).hexdigest()
    version = Version.objects.select_related("document").get(sha256=digest)
    old = {(one.kind, one.key): one for one in version.readings.order_by("kind", "place")}
    fresh = {(one.kind, one.key): one for one in readings(version, found.rows)}
    added = [one for key, one in fresh.items() if key not in old]
    last = Counter(kind for kind, _key in fresh)
    for key, one in old.items():
        proposed = one.state == Reading.State.PROPOSED
        if key not in fresh and proposed:
            one.delete()
            continue
        if proposed:
            one.row, one.sure = fresh[key].row, fresh[key].sure
        # What was judged and is read no more stands after all that is.
        last[one.kind] += key not in fresh
        one.place = fresh[key].place if key in fresh else last[one.kind]
        one.save()
    Reading.objects.bulk_create(carried_over(added, version.before))
    version.reader, version.rows = __version__, whole(found.rows)
    version.save()
    waiting = version.readings.filter(state=Reading.State.PROPOSED).count()
    told = Deposited(
        symbol=version.document.symbol, number=version.number, proposed=waiting, known=True
    )
    return Done(value=told, about=version.document.symbol, open={"new": len(added)})


@act("documents.publish", verb="publish")
def publish(by: Person, symbol: str, *, why: str) -> Done[str]:
    """Let everybody read a document, and what was accepted of what was read in it."""
    if not why.strip():
        raise Refused(_("say why it is published: the reason is kept in the ledger"))
    document = Document.objects.filter(symbol=symbol).first()
    if document is None:
        raise Refused(_("there is no %(about)s in the record") % {"about": symbol})
    if document.public and all(one.public for one in newest(document)):
        raise Refused(_("%(name)s is public already") % {"name": symbol})
    return Done(
        value=symbol, about=symbol, open={"public": True}, change={"why": why},
        kept=opened(document, public=True),
    )  # fmt: skip


def opened(document: Document, *, public: bool) -> tuple[Model, ...]:
    """A document, public or not any more: in each language the version that it has now. What a
    governing body said in a public paper is public with it."""
    document.public = public
    document.save()
    now = newest(document)
    shut = document.versions.filter(public=True)
    (document.versions.filter(pk__in=[one.pk for one in now]) if public else shut).update(
        public=public
    )
    found = Findable.objects.filter(document=document.symbol)
    for old in document.versions.exclude(pk__in=[one.pk for one in now]).only("pk"):
        found.filter(about__startswith=f"paragraph {old.pk} ").delete()
    found.update(public=public)
    words = list(Provision.objects.filter(version__document=document).exclude(public=public))
    for one in words:
        one.public = public
        one.save()
    return (document, *words)


def newest(document: Document) -> tuple[Version, ...]:
    """The newest version of a document in each of its languages."""
    listed = document.versions.order_by("number").only("pk", "language", "public")
    return tuple({one.language: one for one in listed}.values())


def document_of(found: Understood) -> Document:
    """The document of a file: the one that has its symbol, or a new one."""
    head = found.tree.masthead
    known = Document.objects.filter(symbol=found.symbol).first()
    if known is not None:
        return known
    return Document.objects.create(
        symbol=found.symbol,
        title=head.title or "",
        original=head.original or "",
        meeting=meeting_of(found),
        agenda_item=head.agenda_item or "",
        author=head.author or "",
        dated=head.date,
    )


def meeting_of(found: Understood) -> Meeting | None:
    """The meeting that the masthead names, entered where it is new."""
    head = found.tree.masthead
    try:
        short = str(MeetingRef.parse(head.meeting or ""))
    except ValueError:
        return None
    told = {
        "title": head.meeting or "", "venue": head.venue or "",
        "starts": head.starts, "ends": head.ends,
    }  # fmt: skip
    return Meeting.objects.get_or_create(short=short, defaults=told)[0]


def paragraphs(version: Version, tree: Tree) -> list[Paragraph]:
    """Every node that has an address."""
    return [
        Paragraph(
            version=version,
            place=place,
            eid=one.address,
            kind=one.node.kind.value,
            label=one.node.label or "",
            level=len(one.within),
            text=one.node.text or "\n".join(" | ".join(row) for row in one.node.rows),
        )
        for place, one in enumerate(walk(tree), 1)
    ]


def find_paragraphs(version: Version, listed: list[Paragraph]) -> None:
    """Let the search find the paragraphs of the newest version of each language; those of one that
    was published stay until the next one is."""
    document = version.document
    if version.before is not None and not version.before.public:
        old = f"paragraph {version.before.pk} "
        Findable.objects.filter(document=document.symbol, about__startswith=old).delete()
    Findable.objects.bulk_create(
        Findable(
            about=f"paragraph {version.pk} {one.eid}",
            kind="paragraph",
            name=f"{document.symbol}#{one.eid}",
            document=document.symbol,
            title=f"{one.label} {one.text}".strip()[:200],
            words=one.text,
            folded=folded(f"{one.label} {one.text}"),
            dated=document.dated.isoformat() if document.dated else "",
            language=version.language,
            public=version.public,
        )
        for one in listed
        if one.text
    )


def whole(rows: Row) -> Row:
    """What a document has as it stands, and a place for each kind that is judged row by row."""
    return {kind: value if kind in WHOLE else [] for kind, value in rows.items()}


def readings(version: Version, rows: Row) -> list[Reading]:
    """A reading for every other row."""
    made: list[Reading] = []
    for kind, listed in rows.items():
        if kind in WHOLE or not isinstance(listed, list):
            continue
        seen: Counter[str] = Counter()
        for place, row in enumerate(listed, 1):
            name = identity(kind, row)
            seen[name] += 1
            made.append(
                Reading(
                    version=version,
                    kind=kind,
                    place=place,
                    key=hashlib.sha256(f"{name} {seen[name]}".encode()).hexdigest(),
                    row=row,
                    eid=str(row.get("address") or ""),
                    words=words(row),
                    sure=sure(kind, row),
                )
            )
    return made


IDENTITY = {
    "organisations": ("id",),
    "groups": ("name",),
    "engagements": ("quote", "title"),
    "agreements": ("name",),
    "statuses": ("provision",),
    "positions": ("quote",),
    "provisions": ("id",),
    "draft_decisions": ("ref", "heading"),
    "recommended_actions": ("label", "action"),
    "citations": ("locus", "surface"),
    "countries": ("iso2",),
    "species": ("name",),
    "dates": ("locus", "surface"),
}
"""The fields by which a fact is the same fact when its words are read again."""


def identity(kind: str, row: Row) -> str:
    """What a row is about, as one text."""
    return json.dumps([kind, *(row[name] for name in IDENTITY[kind])], ensure_ascii=False)


def words(row: Row) -> str:
    """The words that show a row."""
    quotes = row.get("quotes")
    if isinstance(quotes, list) and quotes:
        return str(quotes[0]["quote"])
    for name in ("quote", "text", "surface"):
        if row.get(name):
            return str(row[name])
    surfaces = row.get("surfaces")
    return "; ".join(surfaces) if isinstance(surfaces, list) else str(row.get("name") or "")


def sure(kind: str, row: Row) -> bool:
    """Whether a row may be accepted together with others: a person looks at the rest singly."""
    if kind in SURE_BY_KIND:
        return True
    if kind == "organisations":
        return bool(row["sure"]) and row["how"] == "known"
    if kind == "engagements":
        return bool(row["partners"]) and not row["umbrella"]
    if kind == "agreements":
        return row["valid_from"] is not None or bool(row["explicit"])
    return kind == "statuses" and bool(row["explicit"])
