"""Meetings by their short and long forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.symbols import MeetingRef
from whimbrel.symbols.meeting import all_series, ordinals

CASES = [
    ("COP15", "COP15"),
    ("CoP19", "COP19"),
    ("COP 15", "COP15"),
    ("StC55", "StC55"),
    ("ScC-SC7", "ScC-SC7"),
    ("UNEA-6", "UNEA-6"),
    ("15th MEETING OF THE CONFERENCE OF THE PARTIES", "COP15"),
    ("Fifteenth meeting of the Conference of the Parties", "COP15"),
    ("15e réunion de la Conférence des Parties", "COP15"),
    ("quinzième réunion de la Conférence des Parties", "COP15"),
    ("vingt et unième session de la Conférence des Parties", "COP21"),
    ("15ª reunión de la Conferencia de las Partes", "COP15"),
    ("decimoquinta reunión de la Conferencia de las Partes", "COP15"),
    ("vigésimo primer período de sesiones de la Conferencia de las Partes", "COP21"),
    ("the 55th meeting of the Standing Committee", "StC55"),
    ("7th Meeting of the Sessional Committee of the Scientific Council", "ScC-SC7"),
    ("sixth session of the United Nations Environment Assembly", "UNEA-6"),
]
NONE = ["COP", "a meeting", "XYZ7", "", "good meeting of the Conference of the Parties"]


@pytest.mark.parametrize(("printed", "meeting"), CASES)
def test_a_meeting_is_known_by_any_of_its_names(printed, meeting) -> None:
    assert str(MeetingRef.parse(printed)) == meeting


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_meeting_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"no meeting|no ordinal"):
        MeetingRef.parse(text)


@given(st.sampled_from(all_series()), st.integers(1, 200))
def test_the_short_form_is_read_back(series, number: int) -> None:
    meeting = MeetingRef(series=series.short, number=number)
    assert MeetingRef.parse(str(meeting)) == meeting


def test_ordinals_count_from_one() -> None:
    assert [ordinals()[word] for word in ("first", "première", "primera", "primer")] == [1] * 4
    assert ordinals()["twenty-first"] == 21
