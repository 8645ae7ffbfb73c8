"""The address of an act: its name. What it needs is in the body, beside the reason."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Body
from pydantic import Field, TypeAdapter

from whimbrel.acts.act import Act
from whimbrel.api import said
from whimbrel.api.given import Fields, Given, model, parameters
from whimbrel.api.who import by, known

Doing = Callable[..., Any]
REASON = "Why it is done: the ledger keeps it, and those who may audit read it."
SEEN = (
    "How often the record had been changed when you looked: its `change`. If somebody changed it "
    "since, nothing is written, and you are told what it holds now."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """An act that programs can do."""

    act: Act
    kind: Any
    """What it gives back."""
    adapter: TypeAdapter[Any]

    def answered(self, value: Any) -> HttpResponse:
        """What an act gives back, as JSON."""
        head = b'{"act":"%s","value":' % self.act.name.encode()
        whole = head + self.adapter.dump_json(value) + b"}"
        return HttpResponse(whole, content_type="application/json")


WRITES: dict[str, Write] = {}
"""Every act that can be done, by its name."""


def write(act: Act, doing: Doing) -> Write:
    """An act with the type of what it gives back."""
    kind = get_args(get_type_hints(inspect.unwrap(doing))["return"])[0]
    WRITES[act.name] = Write(act=act, kind=kind, adapter=TypeAdapter(kind))
    return WRITES[act.name]


def writes(router: Router, act: Act, doing: Doing, *, values: type[Given] | None = None) -> None:
    """Give an act an address. `values`: the fields that can be corrected, where it corrects any.
    TypeError where it needs what does not come in JSON."""
    body = sent(act, parameters(doing), values)
    made = write(act, doing)

    def view(request: HttpRequest, given: Any) -> HttpResponse:
        whole = {name: plain(getattr(given, name)) for name in type(given).model_fields}
        reason = whole.pop("reason")
        return made.answered(doing(by(request) or "", reason, **whole))

    view.__name__ = act.name.replace(".", "_")
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    view.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("request", kind),
            inspect.Parameter("given", kind, annotation=body, default=Body(...)),
        ]
    )
    router.post(
        f"/acts/{act.name}", operation_id=act.name, url_name=act.name, auth=known,
        summary=said.first(doing).partition(". ")[0].rstrip("."),
        description=f"{said.whole(doing)}\n\nNeeds the verb `{act.verb}`.",
        tags=[act.name.partition(".")[0]],
    )(view)  # fmt: skip


def sent(act: Act, given: Fields, values: type[Given] | None) -> type[Given]:
    """The body of an act."""
    if values is not None:
        given = {name: one for name, one in given.items() if name != "values"}
    if "seen" in given:
        given["seen"] = (given["seen"][0], Field(given["seen"][1], description=SEEN))
    given["reason"] = (str, Field("", description=REASON))
    body = model(act.name.replace(".", "_"), given)
    if values is None:
        return body
    return type(body.__name__, (body,), {"__annotations__": {"values": values}})


def plain(value: Any) -> Any:
    """A value as an act takes it: of fields to correct, those that were sent."""
    return value.model_dump(exclude_unset=True) if isinstance(value, Given) else value
