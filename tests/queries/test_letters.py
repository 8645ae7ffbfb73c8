"""Letters about an application, in three languages, with what is known and the gaps of what is
not."""

import datetime
import io
import re

import docx
import pytest

from tests.applied import OPENS, applied, approver, seen
from tests.record import AUDITOR, OFFICER
from whimbrel.acts import circulating, deciding, examining
from whimbrel.queries.letters import kinds, letter

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 2, 1)
LANGUAGES = ("en", "fr", "es")


def words(name: str, key: str, language: str = "en", today: datetime.date = DAY) -> str:
    """The text of a letter as Word has it."""
    made = letter(OFFICER, name, key, language=language, today=today)
    assert made is not None
    file = docx.Document(io.BytesIO(made.file.data))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join((*cells, *(one.text for one in file.paragraphs)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", kinds())
def test_every_letter_about_an_application_is_written_in_every_language(
    name: str, language: str
) -> None:
    key = applied("Tern Watch")
    told = words(name, key, language)
    assert "Tern Watch" in told or key in told
    assert "{" not in told
    if language == "fr":
        assert not re.search(r"\w[:;!?] |\w'\w", told), "spaces before marks, curved apostrophes"


def test_a_question_says_what_is_asked_and_until_when() -> None:
    key = applied()
    day = datetime.date.today() + datetime.timedelta(days=3)
    examining.ask(OFFICER, "", key, "Your names, please.", until=day, seen=seen(key))
    told = words("question", key)
    assert "Your names, please." in told
    assert f"by {day.day} {day:%B %Y}" in told


def test_a_letter_to_a_state_names_it_in_its_language_and_its_own_day() -> None:
    key = applied(country="DE")
    examining.request_approval(OFFICER, "", key, until=DAY, seen=seen(key))
    assert "de savoir, au plus tard le 1er février 2026" in words("state-approval", key, "fr")
    assert "Allemagne" in words("state-approval", key, "fr")


def test_a_refusal_gives_the_reasons_with_their_mark_and_who_decided() -> None:
    key = applied(scope="international")
    examining.find(OFFICER, "", key, "expertise", "not met", "Counts coins.", seen=seen(key))
    deciding.decide(
        approver(), "", key, "refuse", "COP15", "It is not qualified.", on=OPENS, seen=seen(key)
    )  # fmt: skip
    told = words("refusal", key)
    assert "Decided by: COP15, on 23 March 2026." in told
    assert "The reason given is: It is not qualified." in told
    assert "It is technically qualified" in told


def test_what_is_not_known_stands_as_a_gap_and_is_named() -> None:
    made = letter(OFFICER, "refusal", applied(), today=DAY)
    assert made is not None
    assert made.lacking == ("decider", "decided")
    assert "[not known]" in words("refusal", applied("Gull Guard"))


def test_a_note_to_the_parties_lists_the_applicants_of_its_list_only() -> None:
    on, off = applied("Tern Watch"), applied("Gull Guard")
    sheet = circulating.circulate(OFFICER, "", "COP15", (on,), on=DAY)
    told = words("circulation", sheet)
    assert "Tern Watch (Kenya)" in told
    assert "Gull Guard" not in told
    assert letter(OFFICER, "circulation", off) is None
    assert letter(OFFICER, "refusal", sheet) is None


def test_letters_are_for_who_examines() -> None:
    key = applied()
    assert letter(AUDITOR, "refusal", key) is None
    assert letter(None, "refusal", key) is None
    assert letter(OFFICER, "refusal", key, "exe") is None
    assert letter(OFFICER, "no-such-letter", key) is None
