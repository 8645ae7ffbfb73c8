"""The pages of partnerships: what they show to whom, and that each form does its act."""

import pytest

from tests.partnered import selected
from tests.record import signed_in

pytestmark = pytest.mark.usefixtures("house")


def test_a_page_shows_every_step_with_its_rule() -> None:
    key = selected()
    page = signed_in().get(f"/partnerships/{key}").content.decode()
    for words in ("Both sides sign", "paragraph 34", "Who may", "Not now", "head of unit"):
        assert words.lower() in page.lower(), words
