"""Bodies and classes of bodies as rows, each with the paragraphs that name it."""

from whimbrel.bodies import Body, BodyKind, Mention, find, known
from whimbrel.document import Kind
from whimbrel.engagements import Extract, Party
from whimbrel.engagements.extract import acronym, resolved
from whimbrel.engagements.extract import convention as owner
from whimbrel.engagements.passage import treaty
from whimbrel.engagements.rows.text import Row, add, locus_of, spoken


def organisations(told: Extract) -> list[Row]:
    """One row for each body, with every paragraph that names it."""
    rows: dict[str, Row] = {}
    head = told.document.masthead
    for line in dict.fromkeys(head.lines):
        for one in find(line, language=head.language):
            named(rows, one, told, "paragraphs", "front")
    own = owner(told.own)
    for passage in told.passages:
        in_heading = passage.kind in (Kind.HEADING, Kind.ANNEX)
        bare = treaty(passage, own) if own else ()
        for one in (*passage.mentions, *bare):
            if in_heading:
                named(rows, one, told, "heading_mentions", passage.address)
            else:
                named(rows, one, told, "paragraphs", locus_of(passage.locus))
    return [row for row in rows.values() if row["paragraphs"]]


def named(rows: dict[str, Row], one: Mention, told: Extract, field: str, place: object) -> None:
    """One mention of a body, put into its row."""
    if one.group:
        return
    key, name, own = resolved(one, told.own, acronym(told.own))
    whole = None if own else convention(one)
    row = rows.setdefault(
        whole.key if whole else key,
        {
            "id": whole.key if whole else key,
            "name": whole.name if whole else name,
            "acronym": whole.acronym if whole else one.acronym,
            "kind": (whole or one).kind.value,
            "parent": None if whole else one.parent,
            "surfaces": [],
            "paragraphs": [],
            "heading_mentions": [],
            "self": own,
            "how": one.how.value,
            "sure": one.sure,
        },
    )
    add(row, "surfaces", one.surface)
    add(row, field, place)


def convention(one: Mention) -> Body | None:
    """The convention of which a body is the secretariat or the governing body: one entry with it
    here."""
    body = known().get(one.key or "")
    key = (body.secretariat_of or body.cop_of) if body else None
    if key is None and one.kind in (BodyKind.MEA_SECRETARIAT, BodyKind.PARTY_BODY):
        key = one.parent
    return known().get(key or "")


def partner(one: Party) -> str:
    """The name of a partner: its acronym; that of the convention where it is a secretariat."""
    body = known().get(one.key or "")
    key = (body.secretariat_of or body.cop_of) if body else None
    whole = known().get(key or "")
    return (whole.acronym or whole.name) if whole else one.short


def groups(told: Extract) -> list[Row]:
    """One row for each unnamed class of bodies."""
    rows: dict[str, Row] = {}
    for passage in spoken(told):
        for one in passage.mentions:
            if one.group:
                row = rows.setdefault(
                    one.name, {"name": one.name, "kind": one.kind.value, "paragraphs": []}
                )
                add(row, "paragraphs", locus_of(passage.locus))
    return list(rows.values())
