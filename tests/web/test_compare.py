"""The page of options side by side: everybody may ask, and ask otherwise."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
SMALL = "/admission/compare?size=60&seed=3"


def test_the_page_says_that_the_pool_is_invented_and_marks_what_takes_an_amendment() -> None:
    page = Client().get(SMALL).content.decode()
    assert "They are invented" in page
    assert page.count("not without an amendment") == 1
    assert "It is no legal advice" in page
    assert 'href="#full-accreditation"' in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Qui est admis ?"), ("es", "¿Quién entra?"), ("en", "Who gets in?")],
)
def test_it_speaks_three_languages(language: str, words: str) -> None:
    page = Client(headers={"accept-language": language}).get(SMALL).content.decode()
    # French sets a no-break space before its question mark in pages, the facts a plain one.
    assert words in page.replace("\u202f", " ").replace("\xa0", " ").replace("&nbsp;", " ")


def test_cells_and_json_say_the_same() -> None:
    told = Client().get("/admission/compare.json?size=60&seed=3").json()
    cell = told["rows"][0]["cells"][3]
    page = Client().get(SMALL).content.decode()
    row = re.search(r'<tr id="row-admitted">.*?</tr>', page, re.DOTALL)
    assert row is not None
    low, high = f"{cell['low']:.0f}", f"{cell['high']:.0f}"
    assert (low if low == high else f"{low}–{high}") in row.group(0)


def test_a_figure_and_a_weight_of_ones_own_are_taken() -> None:
    ask = f"{SMALL}&check-hours.low=8&check-hours.point=9&check-hours.high=10&weight-admitted=2"
    told = Client().get(ask.replace("compare?", "compare.json?")).json()
    hours = next(row for row in told["rows"] if row["id"] == "secretariat-hours")
    assert hours["cells"][0]["low"] > 8
    assert told["weighed"]
    assert "By your weights" in Client().get(ask).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        "size=5", "size=900000", "size=many", "opens=soon", "present=0", "weight-admitted=much",
        "weight-beauty=1", "weight-blocking=1", "luck.low=1&luck.point=2&luck.high=3",
        "check-hours.low=3&check-hours.point=2&check-hours.high=1", "seed=1e400",
        "check-hours.point=2",
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_and_nothing_breaks(wrong: str) -> None:
    assert Client().get(f"/admission/compare?{wrong}").status_code == 400
