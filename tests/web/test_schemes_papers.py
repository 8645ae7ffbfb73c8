"""Papers on schemes and options on pages: open to everybody, but for a draft decision."""

import pytest
from django.test import Client

from tests.record import signed_in

pytestmark = pytest.mark.usefixtures("house")
OPEN = [
    ("/papers/schemes", "Overview of schemes"),
    ("/papers/schemes/cms,aewa?language=fr", "Aperçu des régimes"),
    ("/papers/process/unfccc", "How a case runs"),
    ("/papers/costs?language=fr", "Heures et argent par an"),
    ("/papers/options", "All of them are invented"),
    ("/papers/options/two-tiers?language=es", "Dirigida al Comité Permanente"),
]


@pytest.mark.parametrize(("path", "says"), OPEN, ids=[one[0] for one in OPEN])
def test_everybody_reads_papers_that_are_made_of_facts_alone(path: str, says: str) -> None:
    for client in (Client(), signed_in()):
        answer = client.get(path)
        assert answer.status_code == 200
        assert says in answer.content.decode()


def test_a_process_has_its_figure_and_the_numbers_of_it() -> None:
    page = Client().get("/papers/process/cms").content.decode()
    assert '<figure class="drawing"' in page
    assert "<svg" in page
    assert "What became" not in page


def test_a_table_says_above_it_what_it_shows() -> None:
    page = Client().get("/papers/options").content.decode()
    assert "<caption>Table 1. Each cell says how the option stands" in page


def test_files_have_their_figures() -> None:
    answer = Client().get("/papers/process/cms.docx")
    assert answer.status_code == 200
    assert b"word/media/image" in answer.content
    assert Client().get("/papers/schemes.xlsx").status_code == 200


def test_a_draft_decision_is_for_the_office() -> None:
    assert Client().get("/papers/decision/two-tiers").status_code in (302, 403, 404)
    answer = signed_in().get("/papers/decision/two-tiers")
    assert "recommends no option" in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/papers/process/nope", "/papers/schemes/nope", "/papers/options/nope", "/papers/decision/x"],
)
def test_what_there_is_not_is_not_found(path: str) -> None:
    assert signed_in().get(path).status_code == 404


def test_programs_are_told_the_same() -> None:
    answer = Client().get("/api/papers/schemes?about=cms")
    assert answer.status_code == 200
    assert answer.json()["kind"] == "schemes"
    assert Client().get("/papers/options.json").json()["title"].startswith("Options for")
