"""A partnership from need to closure under its policy, and what is refused with which rule."""

import pytest

from tests.partnered import (
    CHIEF,
    HEAD,
    seen,
    selected,
    signed,
)  # fmt: skip
from tests.record import OFFICER
from whimbrel.acts import running
from whimbrel.acts.refused import Refused
from whimbrel.register.models import Partnership

pytestmark = pytest.mark.usefixtures("house")


def one(key: str) -> Partnership:
    return Partnership.objects.get(key=key)


def test_a_grant_from_need_to_closure() -> None:
    key = selected()
    signed(key)
    assert one(key).state == "signed"
    running.plan(OFFICER, "", key, "deliverable", "A count", seen=seen(key))
    running.plan(
        OFFICER, "", key, "tranche", "Second half", value="6000", hangs_on=1, seen=seen(key)
    )
    with pytest.raises(Refused, match="hangs on"):
        running.pay(HEAD, "", key, 2, seen=seen(key))
    running.deliver(OFFICER, "", key, 1, "The count of May", seen=seen(key))
    running.pay(HEAD, "", key, 2, seen=seen(key))
    running.close(CHIEF, "", key, "all delivered", seen=seen(key))
    assert one(key).state == "closed"
