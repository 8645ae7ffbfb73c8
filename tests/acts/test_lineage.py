"""Which provision goes on in which, as people say."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import lineage, mandates
from whimbrel.acts.refused import Refused
from whimbrel.register.models import Succession

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def pair() -> tuple[str, str]:
    """A provision of one meeting and one of the next."""
    for number in ("14.1", "15.1"):
        mandates.adopt(OFFICER, "", number, kind="decision")
        mandates.enter(OFFICER, "", number, number, text=f"Count the terns, says {number}.")
    return "14.1", "15.1"


def test_a_pair_is_confirmed_and_a_later_word_takes_its_place(pair: tuple[str, str]) -> None:
    lineage.confirm(OFFICER, "", *pair, label="renewed-verbatim")
    lineage.confirm(OFFICER, "", *pair, label="renewed-amended")
    one = Succession.objects.get()
    assert (one.label, one.state) == ("renewed-amended", "confirmed")
    lineage.refuse(OFFICER, "another subject", *pair)
    one.refresh_from_db()
    assert (one.label, one.state) == ("unrelated", "refused")


def test_nothing_goes_on_in_itself_or_in_what_was_before(pair: tuple[str, str]) -> None:
    old, new = pair
    with pytest.raises(Refused, match="in itself"):
        lineage.confirm(OFFICER, "", old, old, label="merged")
    with pytest.raises(Refused, match="is no label"):
        lineage.confirm(OFFICER, "", old, new, label="same")
    lineage.confirm(OFFICER, "", old, new, label="merged")
    with pytest.raises(Refused, match="comes before the first already"):
        lineage.confirm(OFFICER, "", new, old, label="merged")
