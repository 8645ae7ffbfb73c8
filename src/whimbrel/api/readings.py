"""Judge what was read in a document."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import ConfigDict

from whimbrel.acts import readings as acts
from whimbrel.acts.act import ACTS
from whimbrel.acts.refused import Refused
from whimbrel.api import said
from whimbrel.api.given import Given, Json, Number, Short, Text
from whimbrel.api.who import by, known
from whimbrel.api.writes import write
from whimbrel.queries.documents import readings

router = Router()
JUDGE = write(ACTS["readings.judge"], acts.judge)


class Verdict(StrEnum):
    """What is said of a reading."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


class Judgement(Given):
    """A verdict on one reading."""

    symbol: Short
    kind: Short
    place: Number
    verdict: Verdict
    fields: Json | None = None
    """With `correct`: the fields of the row that are to be otherwise, each of the kind that it was;
    the others stay."""
    seen: Number = 0
    """The `change` of the reading when you looked."""
    reason: Text = ""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@router.post(
    "/acts/readings.judge", operation_id="readings.judge", url_name="readings.judge", auth=known,
    summary="Accept, correct or reject one reading", tags=["readings"],
    description=f"{said.whole(acts.judge)}\n\nNeeds the verb `judge`.",
)  # fmt: skip
def judge(request: HttpRequest, given: Judgement) -> HttpResponse:
    """Accept, correct or reject one reading."""
    who, named = by(request) or "", acts.Named(
        symbol=given.symbol, kind=given.kind, place=given.place
    )  # fmt: skip
    row = None
    if given.fields is not None:
        listed = readings(who, given.symbol, kind=given.kind)
        found = next((one for one in listed if one.place == given.place), None)
        row = better(found.row, given.fields) if found else {}
    value = acts.judge(who, given.reason, named, given.verdict, row=row, seen=given.seen)
    return JUDGE.answered(value)


def better(row: object, fields: object) -> dict[str, object]:
    """A row with fields that are otherwise. Refused for a field that it has not, or that is of
    another kind: what the record is made of must be there."""
    assert isinstance(row, dict)
    assert isinstance(fields, dict)
    made = dict(row)
    for name, value in fields.items():
        if name not in row:
            raise Refused(_("it has no field %(name)s") % {"name": name})
        if isinstance(row[name], dict) and isinstance(value, dict):
            made[name] = better(row[name], value)
        elif alike(row[name], value):
            made[name] = value
        else:
            raise Refused(_("%(name)s is of another kind: look at the row") % {"name": name})
    return made


def alike(old: object, new: object) -> bool:
    """Whether a value can stand where another stood. What is empty may become words."""
    if isinstance(old, list):
        words = not old or all(isinstance(one, str) for one in old)
        return words and isinstance(new, list) and all(isinstance(one, str) for one in new)
    if old is None:
        return isinstance(new, str)
    return type(old) is type(new) and not isinstance(old, dict)
