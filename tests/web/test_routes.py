"""Every address of the house by every role: what `routes.yaml` says, and nothing else.

The statuses are not written down: they follow from the verb that an address asks for and the matrix
of `facts/access`."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.applied import applied
from tests.record import ADMINISTRATOR, OFFICER, with_role
from whimbrel.acts import (
    agreements,
    barriers,
    campaigns,
    documents,
    drafts,
    groups,
    initiatives,
    intake,
    mechanisms,
    needing,
    participation,
    people,
    readings,
    reports,
    sending,
    suggestions,
    talk,
    tokens,
)
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import bodies, engagements, meetings, provisions
from whimbrel.queries.access import matrix, may
from whimbrel.register.models import Person

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]

ROUTES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "routes.yaml").read_text(encoding="utf-8")
)
ROLES = list(matrix().roles)
POSTS = [name for name, route in ROUTES.items() if route.get("post")]
UNNAMED = ("account/social/",)
"""Old addresses of allauth that have no name: they only lead to those of today."""


def names(patterns: list[Any], before: str = "") -> Iterator[tuple[str, str]]:
    """(address, name) of everything that can be asked for."""
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, route)
        elif isinstance(one, URLPattern):
            yield route, one.name or ""


NAMED = [
    (route, name)
    for route, name in names(get_resolver().url_patterns)
    if not route.startswith("api/")  # For programs: tests/api tries them.
]


def test_every_address_has_a_line_in_the_table() -> None:
    unknown = {
        f"{name or 'without a name'}: {route}"
        for route, name in NAMED
        if name not in ROUTES and not (name == "" and route.startswith(UNNAMED))
    }
    assert not unknown, f"add to tests/web/routes.yaml: {sorted(unknown)}"
    assert set(ROUTES) <= {name for _, name in NAMED}, "addresses that are gone"


def test_the_table_asks_for_verbs_that_there_are() -> None:
    known = {*matrix().verbs, "anybody", "person", "visitor", "nobody"}
    assert {route["to"] for route in ROUTES.values()} <= known
    posts = {route["post"] for route in ROUTES.values() if route.get("post")}
    assert posts <= {True, *known}


def let_in(to: str, role: str) -> bool:
    """Whether a role is let in, by the matrix."""
    signed_in = role != "public"
    told = {"anybody": True, "person": signed_in, "visitor": not signed_in, "nobody": False}
    return told[to] if to in told else bool(may(role, to))


@pytest.fixture(scope="module")
def paper() -> Any:
    """The specimen, read."""
    return understand(compose(), name="specimen.docx")


@pytest.fixture
def told(paper: Any) -> dict[str, Any]:
    """What the parts of addresses stand for."""
    symbol = documents.deposit(OFFICER, "", paper).symbol
    readings.accept_sure(OFFICER, "", symbol)
    for name in ("zoe", "left"):
        people.enter(ADMINISTRATOR, "", f"{name}@example.org", name, "officer")
    people.leave(ADMINISTRATOR, "", "left@example.org")
    number = {one.name: one.pk for one in Person.objects.all()}
    first = provisions.provisions(OFFICER).rows[0]
    bond = agreements.record(OFFICER, "", "Joint plan", kind="work-plan", since="2025")
    talk.ask(OFFICER, "", f"provision {first.name}", "How far?", of="zoe@example.org",
             day=datetime.date(2099, 1, 1))  # fmt: skip
    meeting = meetings.meetings(OFFICER).rows[0].short
    decision = first.instrument.rpartition("/")[2]
    keys = [
        reports.begin(OFFICER, "", meeting, "7", title="Terns", language=each, on=(decision,))
        for each in ("en", "fr")
    ]
    sending.freeze(OFFICER, "", keys[1], seen=0)
    return {
        "report": keys[0], "sent": keys[1], "case": applied(at=meeting),
        "symbol": symbol, "provision": first.path, "number": number["zoe"], "left": number["left"],
        "token": 0,
        "intake": intake.drop(OFFICER, "", "a.md", b"# A paper").id,
        "engagement": engagements.engagements(OFFICER).rows[0].key,
        "body": bodies.partners(OFFICER).rows[0].key,
        "meeting": meeting,
        "agreement": bond[:12],
        "group": groups.found(OFFICER, "", "A group on terns"),
        "campaign": campaigns.run(OFFICER, "", "Tern day"),
        "draft": drafts.propose(
            OFFICER, "", meetings.meetings(OFFICER).rows[0].short, text="Decides to count terns."
        ),
        "partnership": needing.need(
            OFFICER, "", "Terns", "Count terns", workplan="A1", pack="generic-un"
        ),
        "initiative": initiatives.begin(OFFICER, "", "A plan for terns"),
        "took": participation.record(OFFICER, "", "Tern Trust", meeting, "spoke"),
        "barrier": barriers.record(OFFICER, "", "No visa.", met=True, kind="visa"),
        "mechanism": mechanisms.take_up(OFFICER, "", "cbd-voluntary-fund"),
        "suggestion": suggestions.record(OFFICER, "", "Pay.", constituency=("youth",)),
    }  # fmt: skip


def visit(role: str, told: dict[str, Any]) -> Client:
    """A browser of somebody with a role, who has a token if they may."""
    client = Client()
    if role != "public":
        same = Person.objects.filter(email="x@example.org", role=role).first()
        person = same or Person.objects.get(email=with_role(role))
        client.force_login(person)
        if may(role, "token") and not person.tokens.exists():
            tokens.make(person.email, "", "mine")
        told["token"] = person.tokens.latest("pk").pk if person.tokens.exists() else 0
    return client


def address(name: str, told: dict[str, Any]) -> str:
    """Where a name of the table is found."""
    parts = {
        key: value.format(**told) if isinstance(value, str) else value
        for key, value in ROUTES[name].get("with", {}).items()
    }
    return reverse(name, kwargs=parts)


def sent(route: dict[str, Any], told: dict[str, Any]) -> dict[str, str]:
    """What a form of the table sends."""
    return {key: str(value).format(**told) for key, value in route.get("sent", {}).items()}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_see_every_address(role: str, told: dict[str, Any]) -> None:
    client, wrong = visit(role, told), []
    for name, route in ROUTES.items():
        if name in ("sign-out", "account_logout") or (
            route["to"] == "visitor" and role != "public"
        ):
            continue  # Tried on their own below.
        got = client.get(address(name, told)).status_code
        signed_in, ok = role != "public", route.get("get", 200)
        if let_in(route["to"], role):
            expected = {ok}
        elif ok == 405:
            expected = {405} if signed_in else {405, 302}
        elif route.get("list"):
            expected = {200} if signed_in else {302}
        else:
            expected = {403, 404} if signed_in else {302, 403, 404}
        if got not in expected:
            wrong.append(f"{name}: {got}, not {expected}")
    assert not wrong


@pytest.mark.parametrize("role", ROLES)
def test_who_may_do_what_at_every_address(role: str, told: dict[str, Any]) -> None:
    signed_in, wrong = role != "public", []
    for name in POSTS:
        route = ROUTES[name]
        verb = route["to"] if route["post"] is True else route["post"]
        if verb == "visitor":
            continue
        client = visit(role, told)
        answer = client.post(address(name, told), sent(route, told))
        said = answer.content.decode()
        told_no = (f"a role of {role} may not", "only where it is own")
        denied = any(no in said for no in told_no) or answer.status_code == 404
        if let_in(verb, role):
            ok = answer.status_code < 500 and "a role of" not in said
            ok = ok and not answer.headers.get("Location", "").startswith("/sign-in?")
        elif signed_in or verb == "nobody":
            ok = answer.status_code in (403, 404)
            ok = ok and (denied or "may not" in said or "that you may see" in said)
        else:
            ok = answer.status_code in (302, 403, 404)
            away = answer.headers.get("Location", "/sign-in")
            ok = ok and away.startswith("/sign-in")
        if not ok:
            wrong.append(f"{name}: {answer.status_code} {answer.headers.get('Location', '')}")
    assert not wrong


ACCOUNTS = ("account", "mfa_", "socialaccount_", "sign-")
"""Pages at which somebody signs in, out, and looks after passwords and factors: no data of ours."""


def test_every_page_has_its_json_twin_behind_the_same_gate(told: dict[str, Any]) -> None:
    without, pages = [], 0
    for name, route in ROUTES.items():
        role = next((one for one in ROLES if one != "public" and let_in(route["to"], one)), "")
        if name.startswith(ACCOUNTS) or not role or route.get("get", 200) != 200:
            continue
        client, page = visit(role, told), address(name, told)
        if not client.get(page)["Content-Type"].startswith("text/html"):
            continue
        pages += 1
        twin = f"{page if page != '/' else '/desk'}.json"
        answer = client.get(twin)
        if (answer.status_code, answer["Content-Type"]) != (200, "application/json"):
            without.append(f"{name}: {twin} {answer.status_code}")
        # A search that finds nothing is an empty answer for a program; no page for a stranger.
        if name != "search" and Client().get(twin).status_code != Client().get(page).status_code:
            without.append(f"{name}: {twin} opens to strangers otherwise than its page")
    assert not without
    assert pages > 30


def test_no_form_is_taken_without_its_token(told: dict[str, Any]) -> None:
    taken = []
    for name in POSTS:
        client = visit("approver" if ROUTES[name]["to"] != "people" else "administrator", told)
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = client.cookies
        answer = strict.post(address(name, told), sent(ROUTES[name], told))
        if answer.status_code != 403 or "CSRF" not in answer.content.decode():
            taken.append(f"{name}: {answer.status_code}")
    assert not taken


def test_who_is_here_already_is_led_on_from_the_door_and_can_leave() -> None:
    client = visit("officer", {})
    assert client.get("/sign-in")["Location"] == "/"
    assert client.get("/sign-out").status_code == 200, "asks first: a link signs nobody out"
    assert client.get("/").status_code == 200
    assert client.post("/sign-out").status_code == 302
    assert client.get("/").status_code == 302
