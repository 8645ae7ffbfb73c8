"""Title and adopting meeting of an instrument, where the document that quotes it gives them: "COP14
also adopted Decisions 14.8-14.10 Participation of ..."."""

from collections.abc import Iterator

from django.db.models import Model

from whimbrel.acts.hands import by_hand
from whimbrel.citations.adopting import adopting
from whimbrel.queries.kept import adopted
from whimbrel.register.models import Instrument, Meeting, Paragraph, Reading


def titled(holder: Instrument, reading: Reading) -> tuple[Model, ...]:
    """Give an instrument the title and the meeting that the document of a reading gives it, where
    the record has none and no person took them away. What was changed: the instrument, and a
    meeting that the record did not have."""
    cited = list(citing(holder, reading))
    mine = by_hand(holder)
    title = next((str(row["title"]) for row in cited if row.get("title")), "")
    changed: list[Model] = []
    if title and not holder.title and "title" not in mine:
        holder.title = title
        changed.append(holder)
    if holder.meeting is None and "meeting" not in mine:
        told = said_to_adopt(cited, reading)
        found = met(holder, told)
        if found is not None:
            holder.meeting = found
            changed += [holder, found] if told else [holder]
    if changed:
        holder.save()
    return tuple(dict.fromkeys(changed))


def citing(holder: Instrument, reading: Reading) -> Iterator[dict[str, object]]:
    """The citations of an instrument in the document, as they were read or corrected."""
    listed = reading.version.readings.filter(kind="citations")
    for one in listed.exclude(state=Reading.State.REJECTED).order_by("place"):
        row = one.corrected or one.row
        if holder.key in row["targets"]:
            yield row


def said_to_adopt(cited: list[dict[str, object]], reading: Reading) -> str:
    """The meeting of which a paragraph that cites the instrument says that it adopted it."""
    version = reading.version
    places = {str(row["locus"]): str(row["surface"]) for row in reversed(cited)}
    eids = {f"para_{locus}": words for locus, words in places.items()} | places
    listed = Paragraph.objects.filter(version=version, eid__in=eids).order_by("place")
    for one in listed.values_list("eid", "text"):
        meeting = adopting(one[1], eids[one[0]], version.language or None)
        if meeting:
            return meeting
    return ""


def met(holder: Instrument, told: str) -> Meeting | None:
    """The meeting that a sentence names, entered where it is new; else that of the series of a
    decision, where it is on record."""
    if told:
        return Meeting.objects.get_or_create(short=told)[0]
    series = adopted(holder.number, holder.kind, None)
    return Meeting.objects.filter(short=series).first() if series else None
