"""A document beside a record: provisions quoted otherwise than they were adopted, provisions that
are due and absent, programmes that the record knows to be over, names that it writes otherwise."""

from collections.abc import Iterator

from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, plain, rule
from whimbrel.reporting.checks.names import WORD, bare
from whimbrel.reporting.checks.numbers import meeting_of
from whimbrel.reporting.checks.times import agreement_over
from whimbrel.reporting.checks.wording import changes, squeezed


@rule("quote-differs")
def quote_differs(ground: Ground) -> Iterator[Finding]:
    """A quoted provision whose words are not those on record."""
    known = {plain(one.name): one for one in ground.record.provisions}
    for one in ground.told.provisions:
        kept = known.get(plain(one.id))
        if kept is None or squeezed(kept.text) in squeezed(one.whole):
            continue
        changed = changes(kept.text, one.text)
        if changed:
            yield finding(
                "quote-differs",
                one.address,
                ground.printed(one.address),
                provision=one.id,
                changed="; ".join(map(str, changed)),
            )


@rule("due-absent")
def due_absent(ground: Ground) -> Iterator[Finding]:
    """A provision of a quoted decision that is due at this meeting and is not quoted."""
    meeting = meeting_of(ground)
    if meeting is None:
        return
    quoted = {plain(one.id) for one in ground.told.provisions}
    homes = {plain(one.decision): one for one in ground.told.provisions}
    for one in ground.record.provisions:
        home = homes.get(plain(one.name.split(" ")[0]))
        if home is None or plain(one.name) in quoted or str(meeting) not in one.due:
            continue
        yield finding(
            "due-absent",
            home.address,
            ground.printed(home.address),
            provision=one.name,
            meeting=meeting,
        )


@rule("agreement-over-record")
def agreement_over_record(ground: Ground) -> Iterator[Finding]:
    """An agreement that the record knows to be over, named as if it were not."""
    today = ground.told.document.masthead.date
    if today is None:
        return
    flagged = list(agreement_over(ground))
    told = {words for one in flagged for words in (one.words, dict(one.why.values)["name"])}
    for kept in ground.record.agreements:
        if kept.until is None or kept.until >= today or kept.successor:
            continue
        # Its own words say already that it is over, and that is flagged.
        if any(kept.name in words or words in kept.name for words in told):
            continue
        for passage in ground.report:
            if kept.name and kept.name in passage.text:
                yield finding(
                    "agreement-over-record",
                    passage.address,
                    kept.name,
                    name=kept.name,
                    until=kept.until,
                    today=today,
                )
                break


@rule("name-on-record")
def name_on_record(ground: Ground) -> Iterator[Finding]:
    """A body whose name is written otherwise than on record: other accents, capitals or
    hyphens."""
    known = {squeezed(one): one for one in ground.record.bodies if len(WORD.findall(one)) > 1}
    if not known:
        return
    for passage in ground.told.passages:
        for one in passage.mentions:
            kept = known.get(squeezed(one.surface))
            if kept and kept != one.surface and bare(kept) == bare(one.surface):
                yield finding(
                    "name-on-record", passage.address, one.surface, name=one.surface, kept=kept
                )
