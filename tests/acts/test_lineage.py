"""Which provision goes on in which, as people say."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import lineage, mandates, meetings
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


LAMPS = (
    "The Secretariat shall review the effect of street lamps on migratory bats and report to COP{}."
)
RIVERS = "Parties are invited to name a focal point for the conservation of river dolphins."


def test_what_goes_on_at_the_next_meeting_is_found_by_its_meaning(pair: tuple[str, str]) -> None:
    for name in ("COP14", "COP15"):
        meetings.enter(OFFICER, "", name)
    words = {"14.2": LAMPS.format(15), "14.3": RIVERS, "15.8": LAMPS.format(16)}
    for number, text in words.items():
        mandates.adopt(OFFICER, "", number, kind="decision")
        mandates.enter(OFFICER, "", number, number, text=text)
    lineage.refuse(OFFICER, "told apart", *pair)
    assert lineage.propose(OFFICER, "", "COP15") == 1
    found = [(str(one.old), str(one.new), one.label, one.state) for one in Succession.objects.all()]
    assert found == [
        ("14.1", "15.1", "unrelated", "refused"),
        ("14.2", "15.8", "renewed-amended", "proposed"),
    ]
    assert lineage.propose(OFFICER, "", "COP15") == 0


def test_nothing_is_proposed_where_a_meeting_is_not_known(pair: tuple[str, str]) -> None:
    meetings.enter(OFFICER, "", "COP15")
    with pytest.raises(Refused, match="no meeting before COP15"):
        lineage.propose(OFFICER, "", "COP15")
    meetings.enter(OFFICER, "", "COP12")
    with pytest.raises(Refused, match="no provisions are on record of COP12"):
        lineage.propose(OFFICER, "", "COP15", before="COP12")
