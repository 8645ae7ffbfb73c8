"""A house with a little of everything in it, and programs that call at its door."""

import datetime
from typing import Any

from django.test import Client

from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import (
    agreements,
    bodies,
    campaigns,
    engagements,
    groups,
    initiatives,
    mandates,
    meetings,
    people,
    publish,
    tokens,
)

APPROVER = "ada@example.org"


def furnish() -> str:
    """A meeting, a decision with two provisions, an engagement that answers one of them, and the
    rest. The key of the engagement."""
    people.enter(ADMINISTRATOR, "", APPROVER, "Ada", "approver")
    meetings.enter(
        OFFICER, "", "COP14", title="Fourteenth meeting", venue="Hall", country="UZ",
        starts=datetime.date(2024, 2, 12), ends=datetime.date(2024, 2, 17),
        url="https://example.org/cop14",
    )  # fmt: skip
    mandates.adopt(
        OFFICER, "", "14.10", kind="decision", title="Partnership", meeting="COP14",
        since=datetime.date(2024, 2, 17),
    )  # fmt: skip
    for item in ("a)", "b)"):
        mandates.enter(
            OFFICER, "", "14.10", f"14.10 {item}", text=f"Work with partners, {item}",
            addressees=("Secretariat",), due="COP15", outputs=(("report", "a report"),),
            conditions=(("external-resources", "subject to external resources"),),
        )  # fmt: skip
    key = engagements.record(
        OFFICER, "", "Workshop on flyways", kind="workshop", partners=("BirdLife International",),
        since="2024-05-01", place="Nairobi", venue_country="KE", provisions=("14.10 a)",),
    )  # fmt: skip
    agreements.record(
        OFFICER, "", "Joint work programme", kind="joint-work-programme", until="2030",
        parties=("BirdLife International",),
    )  # fmt: skip
    campaigns.run(OFFICER, "", "World Bird Day", days=({"month": 5, "day": 22},))
    initiatives.begin(OFFICER, "", "Energy Task Force")
    groups.found(OFFICER, "", "Working Group on Flyways")
    bodies.enter(OFFICER, "", "Terns of the North", kind="ngo")
    return key[:12]


def open_up() -> None:
    """Make a provision public, and with it its decision."""
    publish.publish(APPROVER, "cleared", "provision", "14.10 a)")


def program(email: str) -> Client:
    """A program that acts for somebody."""
    made = tokens.make(email, "", "a test")
    return Client(headers={"Authorization": f"Bearer {made.secret}"})


def browser(email: str) -> Client:
    """A browser in which somebody has signed in; it sends no token of its forms."""
    from whimbrel.register.models import Person

    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(email=email))
    return client


def do(client: Client, act: str, **sent: Any) -> Any:
    """The answer to an act."""
    return client.post(f"/api/acts/{act}", sent, content_type="application/json")
