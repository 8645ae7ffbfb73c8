"""People: who is entered, with what, and what the ledger says of it."""

import json

import pytest

from tests.record import ADMINISTRATOR, OFFICER, with_role
from whimbrel.acts import me, people, tokens
from whimbrel.acts.refused import Refused
from whimbrel.register.models import Body, Line, Person, Personal

pytestmark = pytest.mark.usefixtures("house")


@pytest.mark.parametrize(
    ("email", "role", "more", "why"),
    [
        ("dee@example.org", "king", {}, "king is no role"),
        ("dee@example.org", "public", {}, "public is no role"),
        ("dee", "officer", {}, "dee is no e-mail address"),
        ("ANN@example.org", "officer", {}, "is entered already"),
        ("dee@example.org", "focal point", {}, "speaks for a Party"),
        ("dee@example.org", "focal point", {"country": "QQ"}, "QQ is no country"),
        ("dee@example.org", "partner", {}, "belongs to a body"),
        ("dee@example.org", "partner", {"body": "gulls"}, "there is no body gulls"),
    ],
)
def test_a_person_is_not_entered_with(
    email: str, role: str, more: dict[str, str], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        people.enter(ADMINISTRATOR, "", email, "Dee", role, **more)
    assert Person.objects.count() == 3


def test_a_focal_point_has_a_country_and_a_partner_the_body_that_lives_on() -> None:
    terns = Body.objects.create(key="terns", name="Terns", kind="ngo")
    Body.objects.create(key="old-terns", name="Old Terns", kind="ngo", merged_into=terns)
    told = people.enter(ADMINISTRATOR, "", "a@b.org", "A", "partner", body="old-terns")
    assert Person.objects.get(email=told.email).body == terns
    told = people.enter(ADMINISTRATOR, "", "b@b.org", "B", "focal point", country="eu")
    assert Person.objects.get(email=told.email).country == "EU"


def test_a_role_is_changed_and_what_it_needed_goes_with_it() -> None:
    email = with_role("focal point")
    assert people.change_role(ADMINISTRATOR, "promoted", email, "officer") == "officer"
    person = Person.objects.get(email=email)
    assert (person.role, person.country) == ("officer", "")
    line = Line.objects.latest("number")
    assert line.open == {"before": "focal point", "after": "officer"}


def test_the_house_keeps_an_administrator() -> None:
    with pytest.raises(Refused, match="at least one administrator"):
        people.leave(ADMINISTRATOR, "", ADMINISTRATOR)
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "administrator")
    people.leave(ADMINISTRATOR, "", ADMINISTRATOR)
    with pytest.raises(Refused, match="nobody here goes by"):
        people.come_back(ADMINISTRATOR, "", ADMINISTRATOR)


@pytest.mark.parametrize("role", ["approver", "officer", "administrator"])
def test_nobody_gives_themselves_a_role(role: str) -> None:
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "administrator")
    with pytest.raises(Refused, match="another administrator does this for you"):
        people.change_role(ADMINISTRATOR, "why not", ADMINISTRATOR, role)
    people.change_role("dee@example.org", "asked for it", ADMINISTRATOR, role)
    assert Person.objects.get(email=ADMINISTRATOR).role == role


def test_who_leaves_takes_their_tokens_along() -> None:
    tokens.make(OFFICER, "", "the website")
    people.leave(ADMINISTRATOR, "moved on", OFFICER)
    person = Person.objects.get(email=OFFICER)
    assert (person.is_active, person.has_usable_password(), person.tokens.count()) == (
        False, False, 0,
    )  # fmt: skip
    with pytest.raises(Refused, match="has left already"):
        people.leave(ADMINISTRATOR, "", OFFICER)
    for act in (people.set_password, people.clear_factors):
        with pytest.raises(Refused, match="come back first"):
            act(ADMINISTRATOR, "", OFFICER)
    people.come_back(ADMINISTRATOR, "", OFFICER)
    with pytest.raises(Refused, match="is here already"):
        people.come_back(ADMINISTRATOR, "", OFFICER)


def test_the_open_part_of_the_ledger_names_nobody_and_no_password_is_anywhere() -> None:
    email = with_role("focal point", "dee@example.org")
    secrets = [people.set_password(ADMINISTRATOR, "", email).password]
    people.change_role(ADMINISTRATOR, "", email, "officer")
    secrets.append(tokens.make(email, "", "the website").secret)
    me.call_me(email, "Dee Tern")
    people.leave(ADMINISTRATOR, "", email)
    secrets.append(people.come_back(ADMINISTRATOR, "", email).password)
    people.clear_factors(ADMINISTRATOR, "", email)
    for line in Line.objects.all():
        said = json.dumps([line.about, line.open])
        assert "example.org" not in said
        assert "Tern" not in said
    kept = json.dumps(list(Personal.objects.values()), default=str)
    assert "Dee Tern" in kept
    assert not [one for one in secrets if one in kept]


def test_a_person_says_how_they_are_called_and_in_which_language_they_read() -> None:
    count = Line.objects.count()
    assert me.call_me(OFFICER, " Ann ") == "Ann"
    assert Line.objects.count() == count, "nothing changed"
    assert me.speak(OFFICER, "es") == "es"
    with pytest.raises(Refused, match="is no language of the house"):
        me.speak(OFFICER, "la")
    with pytest.raises(Refused, match="sign in first"):
        me.call_me("eve@example.org", "Eve")
