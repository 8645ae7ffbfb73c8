"""The forms on the page of a partnership: what each act asks for, in the words of the policy."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whimbrel.queries.partnered import Due, Flagged, Signs, Step, Version, Whole, Word
from whimbrel.web.vocabulary import word

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank of a form."""

    name: str
    label: str
    kind: str = "text"
    """`text`, `long`, `day`, `select`, `several`, `file`, `hidden`, `tick`."""
    options: Options = ()
    value: str = ""
    needed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that does one act."""

    deed: str
    """Last word of the address."""
    title: str
    button: str
    blanks: tuple[Blank, ...] = ()
    id: str = ""
    """Told apart from others of the same act on the page."""
    note: str = ""
    filed: bool = False
    """A file goes with it."""


def why(label: str = "") -> Blank:
    """A reason that has to be given."""
    return Blank(name="why", label=label or _("Why"), kind="long", needed=True)


def on() -> Blank:
    """The day on which it was done."""
    return Blank(name="on", label=_("The day"), kind="day", note=_("none: today"))


def of(words: Iterable[Word], *, none: str = "") -> Options:
    """Words of the policy to choose from; `none`: what stands for no choice."""
    return (*((("", none),) if none else ()), *((one.id, one.text) for one in words))


def hidden(name: str, value: object) -> Blank:
    """What the form knows by itself."""
    return Blank(name=name, label="", kind="hidden", value=str(value))


def terms(one: Whole) -> tuple[Blank, ...]:
    """The category, the modality, and what it is worth."""
    if one.terms is None:
        return ()
    row = one.row
    profit = (("", _("not known")), ("non-profit", word("non-profit")), ("profit", word("profit")))
    return (
        Blank(name="category", label=_("Kind of partner"), kind="select", needed=True,
              options=of(one.terms.categories), value=row.category),
        Blank(name="modality", label=_("What is done together"), kind="select", needed=True,
              options=of(one.terms.modalities), value=row.modality),
        Blank(name="instrument", label=_("Kind of agreement"), kind="select",
              options=of(one.terms.instruments, none=_("not known yet")), value=row.instrument),
        Blank(name="value", label=_("What it is worth"), value=row.value),
        Blank(name="in_currency", label=_("Currency"), value=row.currency,
              note=_("three letters, such as EUR")),
        Blank(name="usd", label=_("The same in US dollars"), value=one.usd,
              note=_("authority is told by it")),
        Blank(name="profit", label=_("Does it work for profit?"), kind="select", options=profit,
              value=one.profit),
        Blank(name="since", label=_("From the day"), kind="day", value=row.since),
        Blank(name="until", label=_("To the day"), kind="day", value=row.until),
    )  # fmt: skip


def select(one: Whole) -> Form:
    """Whom, and in which form."""
    ways = (
        ("open", _("an open call")), ("direct", _("directly, with the reason")),
        ("unsolicited", _("its own proposal")), ("none", _("no choice is made")),
    )  # fmt: skip
    return Form(
        deed="select", title=_("Choose the partner and the form"), button=_("Keep the choice"),
        blanks=(
            Blank(name="body", label=_("Partner"), note=_("its name, or the key of its page"),
                  needed=True),
            *terms(one),
            Blank(name="selection", label=_("How it was found"), kind="select", options=ways),
            Blank(name="justification", label=_("Why directly, or how the call went"), kind="long"),
        ),
    )  # fmt: skip


def set_terms(one: Whole) -> Form:
    """Other terms, while nothing is approved."""
    return Form(
        deed="set-terms", title=_("Set the terms anew"), button=_("Keep the terms"),
        blanks=(*terms(one), Blank(name="why", label=_("Why"))),
    )  # fmt: skip


def bring(one: Whole) -> Form:
    """A document."""
    kinds = tuple((kind, word(kind)) for kind in (one.terms.papers if one.terms else ()))
    return Form(
        deed="bring", title=_("Bring a document"), button=_("Bring the document"), filed=True,
        blanks=(
            Blank(name="kind", label=_("What it is"), kind="select", options=kinds, needed=True),
            Blank(name="file", label=_("File"), kind="file", needed=True,
                  note=_("PDF, Word, PNG or JPEG, at most 10 MiB")),
            Blank(name="expires_on", label=_("Good until"), kind="day"),
            Blank(name="instead", label=_("It takes the place of one that it does not have"),
                  kind="tick"),
        ),
    )  # fmt: skip


def complete(step: Step) -> Form:
    """A step of which it is only said that it is done."""
    return Form(
        deed="complete", id=step.id, title=_("Say that it is done"), button=_("It is done"),
        blanks=(hidden("step", step.id), Blank(name="why", label=_("Remark")), on()),
    )  # fmt: skip


def assess(one: Whole) -> Form:
    """Conclude the due diligence."""
    risks = of(one.terms.risks) if one.terms else ()
    return Form(
        deed="assess", title=_("Conclude the due diligence"), button=_("Conclude it"),
        blanks=(
            Blank(name="risk", label=_("Risk"), kind="select", options=risks, needed=True),
            why(_("Why it is rated so")),
            Blank(name="until", label=_("Good until"), kind="day",
                  note=_("only where the policy does not say")),
            on(),
        ),
    )  # fmt: skip


def mitigate(one: Whole) -> Form:
    """A measure against a risk."""
    up = ((str(each.number), f"{each.number}. {each.words}") for each in one.flags)
    flags = (("0", _("no flag")), *up)
    return Form(
        deed="mitigate", title=_("Agree on a measure"), button=_("Keep the measure"),
        blanks=(
            Blank(name="words", label=_("What is done"), kind="long", needed=True),
            Blank(name="owner", label=_("Who does it"), needed=True),
            Blank(name="until", label=_("Until when"), kind="day"),
            Blank(name="flag", label=_("Which flag it answers"), kind="select", options=flags),
        ),
    )  # fmt: skip


def acting(one: Whole) -> tuple[Blank, ...]:
    """In which role it was done, where somebody outside did it."""
    roles = of(one.terms.roles, none=_("the highest that I hold")) if one.terms else ()
    return (
        Blank(name="role", label=_("In which role"), kind="select", options=roles),
        Blank(name="whose", label=_("Who did it, if not you"),
              note=_("a committee or an executive head outside this house")),
        on(),
    )  # fmt: skip


def decided(one: Whole, deed: str, title: str, button: str) -> Form:
    """An act that asks for authority."""
    return Form(deed=deed, title=title, button=button, blanks=(why(), *acting(one)))


def signatory() -> Form:
    """Who is to sign."""
    sides = (("partner", _("the partner")), ("secretariat", _("the secretariat")))
    return Form(
        deed="name-signatory", title=_("Name who signs"), button=_("Keep the name"),
        blanks=(
            Blank(name="side", label=_("For whom"), kind="select", options=sides, needed=True),
            Blank(name="name", label=_("Name"), needed=True),
            Blank(name="title", label=_("Office held")),
            Blank(name="shown", label=_("What shows that they may"),
                  note=_("a statute, a power of attorney, a delegation")),
        ),
    )  # fmt: skip


def check(who: Signs) -> Form:
    """Whether somebody may sign."""
    return Form(
        deed="check-signatory", id=str(who.number),
        title=_("Check %(name)s") % {"name": who.name}, button=_("Keep the check"),
        blanks=(
            hidden("number", who.number),
            Blank(name="authorized", label=_("They may sign"), kind="select",
                  options=(("yes", _("yes")), ("no", _("no")))),
            Blank(name="shown", label=_("What was looked at"), value=who.shown),
            why(_("What shows it")),
        ),
    )  # fmt: skip


def sign(one: Whole) -> Form:
    """Both have signed."""
    version = waits(one)
    return Form(
        deed="sign", title=_("Note that it is signed"), button=_("It is signed"),
        blanks=(
            Blank(name="since", label=_("From the day"), kind="day",
                  value=version.since if version else ""),
            Blank(name="until", label=_("To the day"), kind="day", needed=True,
                  value=version.until if version else ""),
            *acting(one), Blank(name="why", label=_("Remark")),
        ),
    )  # fmt: skip


def changed(one: Whole, deed: str) -> Form:
    """An amendment, or a renewal."""
    renews = deed == "renew"
    return Form(
        deed=deed,
        title=_("Propose a renewal") if renews else _("Propose an amendment"),
        button=_("Propose it"),
        note=_(
            "It is a version of its own: it is approved and signed as its terms demand, and what "
            "is in force runs until then."
        ),
        blanks=(
            Blank(name="words", label=_("What it changes, and why"), kind="long", needed=True),
            Blank(name="value", label=_("What it is worth then"), note=_("none: as before")),
            Blank(name="in_currency", label=_("Currency"), value=one.row.currency),
            Blank(name="usd", label=_("The same in US dollars")),
            *((Blank(name="since", label=_("From the day"), kind="day", needed=True),)
              if renews else ()),
            Blank(name="until", label=_("To the day"), kind="day", needed=renews),
        ),
    )  # fmt: skip


def plan(one: Whole) -> Form:
    """What is due."""
    kinds = ("tranche", "deliverable", "report", "visit", "activity")
    listed = ((str(each.number), f"{each.number}. {each.words}") for each in one.dues)
    first = (("0", _("nothing")), *listed)
    return Form(
        deed="plan", title=_("Plan what is due"), button=_("Keep it"),
        blanks=(
            Blank(name="kind", label=_("What it is"), kind="select", needed=True,
                  options=tuple((kind, word(kind)) for kind in kinds)),
            Blank(name="words", label=_("In words"), needed=True),
            Blank(name="due_on", label=_("By which day"), kind="day"),
            Blank(name="value", label=_("Amount of a tranche")),
            Blank(name="in_currency", label=_("Currency"), value=one.row.currency),
            Blank(name="hangs_on", label=_("What has to be there first"), kind="select",
                  options=first),
        ),
    )  # fmt: skip


DEEDS = {
    "tranche": "pay", "deliverable": "deliver", "activity": "deliver", "report": "report",
    "visit": "visit",
}  # fmt: skip
"""Kind of what is due -> the act by which it is done."""


def met(due: Due) -> Form:
    """What came of something that is due."""
    money, done = due.kind == "tranche", DEEDS[due.kind]
    said = (
        Blank(name="why", label=_("Remark"))
        if money
        else Blank(name="found", label=_("What came of it"), kind="long", needed=True)
    )
    more = (
        (Blank(name="engagement", label=_("Key of the engagement that it became")),)
        if due.kind == "activity" else ()
    )  # fmt: skip
    return Form(
        deed=done, id=str(due.number),
        title=_("Note that it is paid") if money else _("Note what came of it"),
        button=_("It is paid") if money else _("It is there"),
        blanks=(hidden("number", due.number), said, *more, on()),
    )  # fmt: skip


def flag(one: Whole) -> Form:
    """Something that was seen."""
    kinds = ("observation", "risk", "escalated", "red")
    return Form(
        deed="flag", title=_("Raise a flag"), button=_("Raise it"),
        note=_("While a red flag is up, nobody may clear, approve, sign or pay."),
        blanks=(
            Blank(name="kind", label=_("Flag"), kind="select", needed=True,
                  options=tuple((kind, word(kind)) for kind in kinds)),
            Blank(name="category", label=_("What it is about"), kind="select", needed=True,
                  options=of(one.terms.dimensions) if one.terms else ()),
            Blank(name="words", label=_("What was seen, and where"), kind="long", needed=True),
        ),
    )  # fmt: skip


def lift(up: Flagged) -> Form:
    """A flag that is lifted."""
    return Form(
        deed="lift-flag", id=str(up.number), title=_("Lift it"), button=_("Lift the flag"),
        blanks=(hidden("number", up.number), why(_("Why it is lifted"))),
    )  # fmt: skip


def rely(one: Whole) -> Form:
    """What another body has verified."""
    asks = one.vetting.asks if one.vetting else ()
    lines = tuple((each.id, each.text) for each in asks if each.kind in ("question", "check"))
    return Form(
        deed="rely-on", title=_("Rely on what another UN body has verified"),
        button=_("Rely on it"),
        blanks=(
            Blank(name="verifier", label=_("Which body"), needed=True),
            Blank(name="what", label=_("What it verified"), kind="long", needed=True),
            Blank(name="reference", label=_("Where that can be seen"), needed=True),
            Blank(name="verified_on", label=_("The day"), kind="day", needed=True),
            Blank(name="until", label=_("Good until"), kind="day"),
            Blank(name="lines", label=_("What it answers here"), kind="several", options=lines),
        ),
    )  # fmt: skip


def change(one: Whole) -> Form:
    """What ends the due diligence early."""
    return Form(
        deed="note-change", title=_("Note a change of the partner"), button=_("Note the change"),
        note=_("It ends the due diligence early, as the policy has it."),
        blanks=(
            Blank(name="trigger", label=_("What has changed"), kind="select", needed=True,
                  options=of(one.terms.triggers) if one.terms else ()),
            why(_("What shows it")), on(),
        ),
    )  # fmt: skip


def again() -> Form:
    """The due diligence anew."""
    return Form(
        deed="vet-again", title=_("Begin the due diligence anew"), button=_("Begin it"),
        blanks=(why(),),
    )  # fmt: skip


def exception(people: Options) -> Form:
    """An exception to the separation of duties."""
    parts = tuple((part, word(part)) for part in ("requester", "assessor", "approver"))
    return Form(
        deed="except", title=_("Declare an exception"), button=_("Declare it"),
        note=_("One person plays two parts. You are the named approver of it; it is never for "
               "yourself, and the policy says for which parts it is open."),
        blanks=(
            Blank(name="of", label=_("Who plays both"), kind="select", options=people, needed=True),
            Blank(name="parts", label=_("Which two"), kind="several", options=parts),
            why(),
        ),
    )  # fmt: skip


def aside() -> Form:
    """Given up before it was signed."""
    how = (("refused", _("refused by the secretariat")), ("withdrawn", _("withdrawn")))
    return Form(
        deed="set-aside", title=_("Give it up"), button=_("Give it up"),
        blanks=(Blank(name="how", label=_("How"), kind="select", options=how, needed=True), why()),
    )  # fmt: skip


def waits(one: Whole) -> Version | None:
    """The version that waits to be signed; None: all are."""
    return next((each for each in reversed(one.versions) if each.state == "waits"), None)
