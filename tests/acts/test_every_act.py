"""Every act by every role: whoever adds an act finds it tried here."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import whimbrel.acts
from tests.record import with_role
from whimbrel.acts.act import ACTS
from whimbrel.acts.refused import Refused
from whimbrel.queries.access import Reach, matrix, may
from whimbrel.register.models import Line

ROOMS = [
    importlib.import_module(f"whimbrel.acts.{one.name}")
    for one in pkgutil.iter_modules(whimbrel.acts.__path__)
]


def found() -> dict[str, Callable[..., Any]]:
    """Name -> the act as doors call it, of every module of acts."""
    told = {}
    for room in ROOMS:
        for _, one in inspect.getmembers(room, inspect.isfunction):
            kept = inspect.getclosurevars(one).nonlocals if hasattr(one, "__wrapped__") else {}
            if kept.get("name") in ACTS:
                told[kept["name"]] = one
    return told


RUN = found()


def test_every_act_is_found() -> None:
    assert set(RUN) == set(ACTS)
    assert {one.verb for one in ACTS.values()} <= set(matrix().verbs)


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("role", [role for role in matrix().roles if role != "public"])
def test_an_act_is_done_by_whom_the_matrix_lets_and_refused_to_all_others(role: str) -> None:
    email, wrong = with_role(role), []
    for name, act in sorted(ACTS.items()):
        reach = matrix().roles[role].get(act.verb)
        needed = list(inspect.signature(RUN[name].__wrapped__).parameters.values())[1:]  # type: ignore[attr-defined]
        blank = [one for one in needed if one.default is one.empty]
        if reach is not None and not blank:
            continue  # It would be done; the tests of its own room do that.
        count = Line.objects.count()
        try:
            RUN[name](email, "")
        except Refused as refusal:
            told = str(refusal)
        except TypeError:
            told = "let in"  # The gate opened, and then what it is to be done to was missing.
        else:
            told = "done"
        if reach is None:
            ok = told == may(role, act.verb).because and Line.objects.count() == count + 1
        elif reach is Reach.ALL:
            ok = told == "let in"
        else:
            ok = told in ("let in", may(role, act.verb).because)
        if not ok:
            wrong.append(f"{name}: {told}")
    assert not wrong


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("name", sorted(ACTS))
def test_nobody_acts_without_being_here(name: str) -> None:
    with pytest.raises(Refused, match="nobody here goes by"):
        RUN[name]("eve@example.org", "")
