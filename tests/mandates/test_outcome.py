"""What a duty was to bring about, and whether a later provision takes it up as done."""

import pytest

from whimbrel.mandates.duties import duties
from whimbrel.mandates.outcome import (
    brings_about,
    came_about,
    of_another,
    overtaken,
    reported,
    things,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests the Secretariat to prepare a study of the trade in songbirds;", True),
        ("Decides to convene a conference on oases in 2024;", True),
        ("Establishes a working group on crane flyways;", True),
        ("Looks forward to the launch of the atlas of cranes;", True),
        ("Invites Parties to attend the conference on oases to be held in Oman;", True),
        ("Urges Parties to protect the stopover sites of cranes;", False),
        ("Notes the study of the trade in songbirds;", False),
    ],
)
def test_a_duty_to_make_or_hold_something_brings_it_about(text: str, expected: bool) -> None:
    assert any(brings_about(one) for one in duties(text, "en")) is expected


def test_the_thing_is_named_with_what_it_is_about() -> None:
    duty = duties("Requests the Secretariat to prepare a study of markets for songbirds;", "en")[0]
    assert next(things(duty)) == ("study", ("market", "songbi"))


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        (
            "Requests the Secretariat to prepare a study of markets for songbirds;",
            "Welcomes the study of markets for songbirds;",
            "Welcomes",
        ),
        (
            "Requests the Secretariat to prepare a study of markets for songbirds;",
            "Requests the Secretariat to publish the study of markets for songbirds;",
            "Requests",
        ),
        (
            "Requests the Secretariat to prepare a study of markets for songbirds;",
            "Requests the Secretariat to prepare a second study of markets for songbirds;",
            None,
        ),
        (
            "Requests the Secretariat to prepare a study of markets for songbirds;",
            "Welcomes the study of nets for sturgeons;",
            None,
        ),
    ],
)
def test_a_thing_came_about_where_it_is_not_asked_for_again(
    old: str, new: str, now: str | None
) -> None:
    found = came_about(old, new, "en")
    assert (found[1].printed if found else None) == now


def test_a_duty_that_goes_on_besides_outweighs_what_came_about() -> None:
    old = (
        "Requests the Secretariat to draft a leaflet, in the form of a guide, on bird rings, and "
        "urges Parties to protect, restore and monitor the stopover sites of cranes and storks;"
    )
    new = (
        "Welcomes the guide on bird rings, in the form of a leaflet, and urges Parties to protect, "
        "restore and monitor the stopover sites of cranes and storks;"
    )
    assert overtaken(old, new, "en") is None


def test_two_reports_on_different_matters_are_two_duties() -> None:
    eels, ferries, more = (
        duties(f"Requests the Secretariat to submit a report on {matter};", "en")[0]
        for matter in ("the trade in eels", "the safety of ferries", "the illegal trade in eels")
    )
    assert of_another(eels, ferries)
    assert not of_another(eels, more)


def test_an_act_is_reported_with_its_object_or_not_at_all() -> None:
    duty = duties("Encourages Parties to promote the training of young rangers;", "en")[0]
    told = duties("Notes that Parties promote the training of young rangers;", "en")[0]
    other = duties("Notes that young rangers need boots and training;", "en")[0]
    assert reported(duty, told.action)
    assert not reported(duty, other.action)
