"""The shelf of data sets: age, what is to be fetched again, what was not taken."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from tests.record import OFFICER, signed_in
from whimbrel.acts import imports

pytestmark = pytest.mark.usefixtures("house")
MEMBERS = b"""treaty,party,entry_into_force
FEN,France,1983-11-01
FEN,Kenya,1990-01-01
FEN,Atlantis,1990-01-01
"""


def shown(words: str) -> str:
    return " ".join(html.fromstring(words).text_content().split())


def test_an_old_data_set_is_to_be_fetched_again_and_says_what_was_not_taken() -> None:
    key = imports.bring(
        OFFICER, "", "memberships", "list.csv", MEMBERS, on=datetime.date(2020, 1, 2)
    )
    imports.bring(OFFICER, "", "memberships", "new.csv", MEMBERS + b"MOOR,FR,1990-01-01\n",
                  on=datetime.date.today())  # fmt: skip
    page = signed_in(OFFICER).get(reverse("datasets"))
    assert page.status_code == 200
    table = [one for one in html.fromstring(page.content).iter("tr") if one.findall(".//td")]
    rows = [shown(html.tostring(one, encoding="unicode")) for one in table]
    old = next(row for row in rows if key in row)
    assert (
        "2 January 2020" in old and "fetch again" in old and "no country goes by “Atlantis”" in old
    )
    assert sum("fetch again" in row for row in rows) == 1


def test_no_data_set_says_so() -> None:
    assert (
        "No data set is on record." in signed_in(OFFICER).get(reverse("datasets")).content.decode()
    )
