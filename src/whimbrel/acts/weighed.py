"""Draft decisions that follow from options which somebody compared and chose."""

from whimbrel.acts.act import Done, act
from whimbrel.acts.drafts import FIRST, free, key_of, worded
from whimbrel.acts.held import held
from whimbrel.acts.refused import Refused
from whimbrel.admission.option import NoSuchOption
from whimbrel.queries.comparing import Asks, compared
from whimbrel.queries.said import said as _
from whimbrel.register.models import Draft, Meeting, Person
from whimbrel.register.names import about
from whimbrel.reporting.matter import Draft as Worded
from whimbrel.reporting.papers.schemes.clauses import drafts
from whimbrel.reporting.phrases import LANGUAGES


@act("drafts.from_options", verb="record")
def from_options(
    by: Person, meeting: str, *, options: tuple[str, ...], language: str = "en"
) -> Done[str]:  # fmt: skip
    """Propose draft decisions that follow from options of the comparison: one for each addressee,
    to be edited. The key of the first. `options`: one each, such as open-register. The ledger
    keeps the size and the seed of the comparison, so that it can be run again."""
    holder = held(Meeting, meeting)
    chosen = tuple(filter(None, (one.strip() for one in options)))
    if not chosen:
        raise Refused(_("name at least one option"))
    if language not in LANGUAGES:
        raise Refused(_("drafts are written in %(list)s") % {"list": ", ".join(LANGUAGES)})
    asks = Asks()
    try:
        listed = drafts(compared(asks), chosen, language)
    except NoSuchOption as error:
        raise Refused(str(error)) from error
    kept = tuple(entered(holder, one, language, chosen, by) for one in listed)
    told = {
        "meeting": meeting, "options": list(chosen), "size": asks.size, "seed": asks.seed,
        "drafts": [one.key for one in kept],
    }  # fmt: skip
    return Done(value=kept[0].key, about=about(kept[0]), open=told, kept=kept)


def entered(
    meeting: Meeting, one: Worded, language: str, chosen: tuple[str, ...], by: Person
) -> Draft:
    """One draft, under the next free number of the meeting. Its address is that of the comparison
    it follows from."""
    number = free(meeting)
    made = Draft.objects.create(
        key=key_of(meeting, number), meeting=meeting, placeholder=number,
        heading=one.heading.anyhow(language), line=one.directed.anyhow(language),
        text=one.words.anyhow(language),
        items=[[each.label, each.words.anyhow(language)] for each in one.items],
        address=f"papers/options/{','.join(chosen)}",
    )  # fmt: skip
    worded(made, FIRST, by)
    return made
