"""The page of partnership policies side by side: everybody may ask, and ask otherwise."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
SMALL = "/policies?size=60&seed=3"


def words(page: str) -> str:
    """A page with plain blanks."""
    return page.replace("\u202f", " ").replace("\xa0", " ").replace("&nbsp;", " ")


def test_the_page_says_that_the_cases_are_invented_and_what_is_not_known() -> None:
    page = Client().get(SMALL).content.decode()
    assert "They are invented" in page
    assert "the policy has not been entered" in page
    assert "Nothing here recommends a policy" in page
    assert "The rules" not in page
    assert 'href="#cms-tailored"' in page


def test_it_says_which_policy_binds_today() -> None:
    page = words(Client().get(SMALL).content.decode())
    assert "Without such a decision UNEP" in page
    assert "29 September 2025" in page


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Combien d’étapes compte un dossier ?"),
        ("es", "¿Cuántos pasos tiene un caso?"),
        ("en", "How many steps has a case?"),
    ],
)
def test_it_speaks_three_languages(language: str, told: str) -> None:
    page = Client(headers={"accept-language": language}).get(SMALL).content.decode()
    assert told in words(page)


def test_cells_and_json_say_the_same() -> None:
    told = Client().get("/policies.json?size=60&seed=3").json()
    row = next(one for one in told["rows"] if one["id"] == "missed")
    page = Client().get(SMALL).content.decode()
    shown = page.partition('id="row-missed"')[2].partition("</tr>")[0]
    assert f'<span class="number">{row["cells"][0]["point"]:.0f}</span>' in shown
    assert row["cells"][2]["point"] is None
    assert told["difference"]["paired"]["hours"]["point"] < 0


def test_policies_and_figures_of_ones_own_are_taken() -> None:
    ask = f"{SMALL}&policy=cms-tailored&hour-cost.low=1&hour-cost.point=2&hour-cost.high=3"
    told = Client().get(ask.replace("policies?", "policies.json?")).json()
    assert [one["id"] for one in told["policies"]] == ["cms-tailored"]
    cost = next(row for row in told["rows"] if row["id"] == "cost")
    assert cost["cells"][0]["point"] < 2
    assert "difference" not in told
    assert "Where the first two differ" not in Client().get(ask).content.decode()


def test_two_of_which_one_is_not_entered_are_not_held_against_each_other() -> None:
    page = Client().get(f"{SMALL}&policy=unep-2011&policy=unep-2024").content.decode()
    assert "They cannot be held against each other case by case" in page


@pytest.mark.parametrize(
    "wrong",
    [
        "size=5", "size=900000", "size=many", "policy=nothing", "seed=1e400",
        "luck.low=1&luck.point=2&luck.high=3", "hour-cost.point=2",
        "hour-cost.low=3&hour-cost.point=2&hour-cost.high=1",
        "hour-cost.low=nan&hour-cost.point=nan&hour-cost.high=nan",
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_and_nothing_breaks(wrong: str) -> None:
    assert Client().get(f"/policies?{wrong}").status_code == 400


def test_the_paper_is_for_everybody_in_three_languages() -> None:
    page = words(
        Client().get("/papers/policy/generic-un,cms-tailored?language=fr").content.decode()
    )
    assert "Une politique de partenariat adaptée" in page
    assert Client().get("/papers/policy/nothing").status_code == 302, "as of any that is not there"
    file = Client().get("/papers/policy.docx?language=es")
    assert file.status_code == 200
    assert b"".join(file.streaming_content if file.streaming else [file.content])[:2] == b"PK"
