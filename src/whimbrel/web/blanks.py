"""The blanks of a form, made of what an act asks for."""

import datetime
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as known

from whimbrel.acts.act import Act
from whimbrel.acts.fields import FIELDS
from whimbrel.acts.given import day
from whimbrel.acts.refused import Refused
from whimbrel.admission.participation import several, words
from whimbrel.queries.now import Now
from whimbrel.web.vocabulary import language, word

LONG = frozenset({
    "basis", "chapeau", "composition", "conclusions", "consent", "offers", "outcome", "relied_for",
    "sentence", "text", "topics", "why", "words",
})  # fmt: skip
"""Fields in which people write more than a line."""
DAYS = frozenset({"starts", "ends"})
"""Fields of a record that hold a day where they hold anything."""
OF_LIST = {
    ("participation", "kind"): "kinds", ("barriers", "kind"): "barriers",
    ("mechanisms", "constituency"): "constituencies", ("mechanisms", "serves"): "functions",
    ("suggestions", "constituency"): "constituencies",
}  # fmt: skip
"""(room of acts, field) -> the list of the facts from which it is chosen."""
ASKED = {
    ("barriers", "body"): known("Body that said it"),
    ("barriers", "kind"): known("What stood in the way"),
    ("barriers", "met"): known("Was a barrier met?"),
    ("barriers", "on"): known("On the day"),
    ("barriers", "whom"): known("Or of whom it is said, such as all small bodies"),
    ("barriers", "words"): known("What was said"),
    ("mechanisms", "body"): known("Whose it is"),
    ("mechanisms", "constituency"): known("For whom"),
    ("mechanisms", "offers"): known("What it offers"),
    ("mechanisms", "provision"): known("Asked for in the provision"),
    ("mechanisms", "relied"): known("Do we rely on it?"),
    ("mechanisms", "relied_for"): known("For what"),
    ("mechanisms", "serves"): known("What it does"),
    ("mechanisms", "source"): known("Where it is told"),
    ("participation", "kind"): known("What it did"),
    ("participation", "on"): known("On the day"),
    ("participation", "title"): known("Title of the statement, paper, event or group"),
    ("suggestions", "basis"): known("How the cost was reckoned"),
    ("suggestions", "constituency"): known("For whom"),
    ("suggestions", "mechanism"): known("Mechanism on which it builds; none: a process of its own"),
    ("suggestions", "provision"): known("Asked for in the provision"),
    ("suggestions", "words"): known("Suggestion"),
}
"""(room of acts, field) -> what a form asks, where the name of the field says too little."""
SEVERAL = frozenset({"constituency", "serves"})
"""Fields of those of which more than one may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank of a form."""

    name: str
    kind: str
    """`text`, `long`, `lines` (one a line), `day`, `tick`, `either` (yes or no, and nothing is
    neither), `one` or `several` of a list, or `number`."""
    value: str = ""
    needed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    """(value, words) to choose from."""
    asked: str = ""
    """What a form asks, where its name says too little."""

    @property
    def label(self) -> str:
        """Its name in words."""
        words = _(self.asked) if self.asked else word(self.name)
        return words[:1].upper() + words[1:]

    @property
    def values(self) -> list[str]:
        """The values of one that holds several."""
        return self.value.splitlines()

    @property
    def empty(self) -> object:
        """What stands for nothing in it."""
        return {"lines": (), "several": (), "tick": False, "day": None, "number": None}.get(
            self.kind, ""
        )


def blanks(act: Act, kind: str) -> tuple[Blank, ...]:
    """What an act asks for, but for the record that it is done with; what a form cannot ask for
    is left as the act has it."""
    function = inspect.unwrap(act.run)
    hints, made = get_type_hints(function), []
    given = list(inspect.signature(function).parameters.values())[1:]
    for place, one in enumerate(given):
        told = kind_of(one.name, hints[one.name])
        left = bool(kind) and (place == 0 or act.name == "records.withdraw")
        if told and not left and one.name != "seen":
            default = one.default if one.default is not inspect.Parameter.empty else None
            needed = one.default is inspect.Parameter.empty
            text = default if isinstance(default, str) else ""
            if told == "tick" and needed:
                told = "either"
            made.append(Blank(name=one.name, kind=told, value=text, needed=needed))
    return tuple(offered(act, one) for one in made)


def offered(act: Act, one: Blank) -> Blank:
    """A blank, with what can be chosen where its values are of a list."""
    field = (act.name.partition(".")[0], one.name)
    kind, one = OF_LIST.get(field), replace(one, asked=ASKED.get(field, ""))
    if one.kind == "either":
        return replace(one, options=(("yes", _("yes")), ("no", _("no"))))
    if kind is None:
        return one
    options = tuple((key, each.named(language())) for key, each in words(kind).items())
    if one.name not in SEVERAL:
        return replace(one, kind="one", options=options)
    return replace(one, kind="several", options=options, value="\n".join(several(one.value)))


def kind_of(name: str, hint: Any) -> str:
    """The kind of blank for a type; empty where no form asks for such a thing."""
    if isinstance(hint, UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return "lines" if get_args(hint)[0] is str else ""
    plain = {bool: "tick", int: "number", datetime.date: "day"}
    if hint is str:
        return "long" if name in LONG else "text"
    return plain.get(hint, "")


def of_values(act: Act, here: Now) -> tuple[Blank, ...]:
    """The fields of a record, as they are."""
    made = []
    for name in FIELDS[act.name]:
        held = here.said.get(name)
        if isinstance(held, list):
            if all(isinstance(each, str) for each in held):
                made.append(Blank(name=name, kind="lines", value="\n".join(held)))
        elif isinstance(held, bool):
            made.append(Blank(name=name, kind="tick", value="yes" if held else ""))
        elif name in DAYS or name == "on" or (held is None and name in ("since", "until")):
            made.append(Blank(name=name, kind="day", value=str(held or "")))
        elif held is None or isinstance(held, str):
            made.append(Blank(name=name, kind="long" if name in LONG else "text", value=held or ""))
    return tuple(offered(act, one) for one in made)


def filled(asks: tuple[Blank, ...], sent: Mapping[str, str]) -> tuple[Blank, ...]:
    """The same with what a person wrote."""
    return tuple(
        replace(one, value="\n".join(sent.get(one.name, "").strip().splitlines())) for one in asks
    )


def begun(asks: tuple[Blank, ...], told: Mapping[str, str]) -> tuple[Blank, ...]:
    """The blanks of a new record with what the link to the form told: whose page it came from."""
    return tuple(
        replace(one, value=str(told[one.name])[:400]) if one.name in told else one for one in asks
    )


def taken(asks: tuple[Blank, ...], sent: Mapping[str, str]) -> dict[str, Any]:
    """What was written, as acts take it; what was left empty is left out. Refused says which blank
    holds what it cannot."""
    given: dict[str, Any] = {}
    missing = []
    for one in filled(asks, sent):
        if one.value:
            given[one.name] = value(one)
        elif one.needed and one.kind in ("lines", "several"):
            given[one.name] = ()
        elif one.needed:
            missing.append(one.label)
    if missing:
        raise Refused(_("%(what)s is missing") % {"what": ", ".join(missing)})
    return given


def value(one: Blank) -> Any:
    """What a blank holds, as an act takes it."""
    if one.kind in ("lines", "several"):
        return tuple(line.strip() for line in one.value.splitlines() if line.strip())
    if one.kind in ("tick", "either"):
        return one.value == "yes"
    if one.kind == "number" and one.value.isdecimal():
        return int(one.value)
    if one.kind == "day":
        return day(one.value)
    if one.kind == "number":
        raise Refused(_("%(what)s is no number") % {"what": one.value})
    return one.value
