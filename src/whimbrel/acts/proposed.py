"""Enter a draft decision that was read in a document, and from which provision it goes on."""

from typing import Any

from django.db.models import Model
from django.utils import timezone

from whimbrel.acts.drafts import FIRST, key_of, worded
from whimbrel.acts.recognised import meant
from whimbrel.mandates.lineage import Label, Wording, judge
from whimbrel.queries.lineage import draft_words, words
from whimbrel.register.models import Draft, Paragraph, Person, Provision, Reading, Succession

Values = dict[str, Any]


def draft(reading: Reading, row: Values, by: Person) -> tuple[Model, ...]:
    """A draft decision, to the meeting of its document; and that it goes on from what it renews,
    as a proposal until a person confirms it."""
    meeting = reading.version.document.meeting
    if meeting is None:
        return ()
    address = f"{reading.version.document.symbol}#{row['address']}"
    one = Draft.objects.filter(meeting=meeting, address=address).first()
    if one is None:
        text, items = chapeau_and_items(reading, row)
        one = Draft.objects.create(
            key=key_of(meeting, row["ref"]), meeting=meeting, placeholder=row["ref"],
            heading=row["heading"] or "", line=row["addressee_line"] or "", text=text, items=items,
            author=reading.version.document.author, address=address,
        )  # fmt: skip
        worded(one, FIRST, by)
    old = meant(reading, row["renews"]) if row["renews"] else None
    if old is None:
        return (one,)
    told = {"label": label(old, one, reading.version.language), "at": timezone.now()}
    Succession.objects.get_or_create(old=old, draft=one, defaults=told)
    return one, old


def label(old: Provision, one: Draft, language: str) -> str:
    """How a provision seems to go on in a draft, judged by the words of both; amended where they
    are in two languages, for nothing can be compared then."""
    if old.version is not None and old.version.language != language:
        return str(Label.AMENDED)
    before = Wording(path=old.name, text=words(old))
    after = Wording(path=one.placeholder, text=draft_words(one))
    return str(judge((before,), (after,), language=language or "en").label)


def chapeau_and_items(reading: Reading, row: Values) -> tuple[str, list[list[str]]]:
    """The words of a decision, and its items with their letters."""
    under = Paragraph.objects.filter(
        version=reading.version, eid__startswith=f"{row['address']}__", kind="item"
    ).order_by("place")
    items = [[one.label, one.text] for one in under]
    own = Paragraph.objects.filter(version=reading.version, eid=row["address"]).first()
    return (own.text if own and items else row["text"]), items
