"""Signing in: passwords, second factors, single sign-on, and what ends a session."""

import re
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER, with_role
from whimbrel.acts import house as built
from whimbrel.acts import people
from whimbrel.register.models import Person
from whimbrel.web.headers import policy

pytestmark = pytest.mark.usefixtures("house")
ROBIN = "a long word of Robin's own"


def entered(role: str = "approver") -> people.Entered:
    """Dee, who was entered just now."""
    return people.enter(ADMINISTRATOR, "", "Dee@Example.org", "Dee", role)


def sign_in(client: Client, email: str, password: str, **more: str) -> Any:
    """What comes of signing in."""
    return client.post("/sign-in", {"login": email, "password": password, **more})


def test_a_person_signs_in_with_the_password_that_was_shown_once() -> None:
    told, client = entered(), Client()
    assert client.get("/")["Location"] == "/sign-in"
    answer = sign_in(client, told.email, told.password, next="/decisions")
    assert (answer.status_code, answer["Location"]) == (302, "/decisions")
    assert b"Dee" in client.get("/").content
    assert client.post("/sign-out")["Location"] == "/sign-in"
    assert client.get("/").status_code == 302


def test_an_address_is_one_address_however_it_is_written() -> None:
    told = entered()
    assert told.email == "dee@example.org"
    assert sign_in(Client(), "DEE@example.org", told.password).status_code == 302


def test_a_password_given_by_somebody_else_is_to_be_changed_first() -> None:
    told, client = entered(), Client()
    change = reverse("account_change_password")
    assert sign_in(client, told.email, told.password)["Location"] == change
    sent = {"oldpassword": told.password, "password1": ROBIN, "password2": ROBIN}
    assert client.post(change, sent)["Location"] == "/me"
    client.post("/sign-out")
    assert sign_in(client, told.email, ROBIN)["Location"] == "/"
    people.set_password(ADMINISTRATOR, "forgot it", told.email)
    assert client.get("/").status_code == 302
    assert sign_in(client, told.email, ROBIN).status_code == 400


def test_who_has_no_desk_is_led_to_the_documents() -> None:
    email = with_role("focal point")
    Person.objects.filter(email=email).update(last_login="2026-01-01T00:00:00Z")
    person = Person.objects.get(email=email)
    person.set_password(ROBIN)
    person.save()
    assert sign_in(Client(), email, ROBIN)["Location"] == "/documents"


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/x", "//evil.example/x", "javascript:alert(1)", "/\\evil.example"],
)
def test_a_sign_in_leads_nowhere_else(onward: str) -> None:
    told, client = entered(), Client()
    answer = sign_in(client, told.email, told.password, next=onward)
    assert answer["Location"].startswith("/")
    assert "evil" not in answer["Location"]
    switched = client.post("/language", {"language": "fr", "next": onward})
    assert switched["Location"] == "/"


@pytest.mark.parametrize(
    ("password", "why"),
    [("short", "too short"), ("password123", "too common"), ("7364829105628", "entirely numeric"),
     ("dee@example.org", "too similar")],
)  # fmt: skip
def test_a_weak_password_is_refused_with_the_reason(password: str, why: str) -> None:
    told, client = entered(), Client()
    sign_in(client, told.email, told.password)
    sent = {"oldpassword": told.password, "password1": password, "password2": password}
    assert why in client.post(reverse("account_change_password"), sent).content.decode()
    assert Person.objects.get(email=told.email).check_password(told.password)


def test_wrong_passwords_for_one_address_have_to_wait() -> None:
    told = entered()
    answers = [sign_in(source(f"10.0.0.{one}"), told.email, "guess") for one in range(6)]
    assert [one.status_code for one in answers] == [400] * 5 + [429]
    # Also the right one, from anywhere; and others are not kept waiting.
    assert sign_in(source("10.0.0.9"), told.email, told.password).status_code == 429
    assert sign_in(source("10.0.0.9"), AUDITOR, "guess").status_code == 400


def test_wrong_passwords_from_one_source_have_to_wait() -> None:
    told, client = entered(), source("10.0.0.1")
    codes = [sign_in(client, f"{one}@example.org", "guess").status_code for one in range(21)]
    assert codes == [400] * 20 + [429]
    assert sign_in(client, told.email, told.password).status_code == 429
    assert sign_in(source("10.0.0.2"), told.email, told.password).status_code == 302


def test_a_source_does_not_hide_behind_a_made_up_header() -> None:
    codes = [
        sign_in(source("10.0.0.1", seen=f"1.1.1.{one}"), f"{one}@example.org", "guess").status_code
        for one in range(21)
    ]
    assert codes[-1] == 429


def source(address: str, *, seen: str = "") -> Client:
    """A browser at an address."""
    return Client(REMOTE_ADDR=address, **({"HTTP_X_FORWARDED_FOR": seen} if seen else {}))


def test_wrong_passwords_are_counted_where_all_processes_see_them(settings: Any) -> None:
    assert settings.CACHES["default"]["BACKEND"].endswith("db.DatabaseCache")
    assert built.is_there()


def test_a_sign_in_takes_a_new_session_that_ends_after_half_a_day() -> None:
    told, client = entered(), Client()
    client.get("/sign-in")
    client.post("/language", {"language": "fr"})
    session = client.session
    session["kept"] = "yes"
    session.save()
    client.cookies["sessionid"] = before = str(session.session_key)
    sign_in(client, told.email, told.password)
    cookie = client.cookies["sessionid"]
    assert cookie.value != before
    assert not SessionStore(before).load()
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 12 * 3600)


def test_who_has_left_is_signed_out_at_once_and_does_not_come_in() -> None:
    told, client = entered(), Client()
    sign_in(client, told.email, told.password)
    assert client.get("/").status_code == 200
    people.leave(ADMINISTRATOR, "moved on", told.email)
    assert client.get("/").status_code == 302
    assert sign_in(Client(), told.email, told.password).status_code == 400
    back = people.come_back(ADMINISTRATOR, "is back", told.email)
    assert client.get("/").status_code == 302, "the old session stays closed"
    assert sign_in(Client(), told.email, back.password).status_code == 302


def test_those_entered_before_addresses_were_noted_get_theirs() -> None:
    EmailAddress.objects.all().delete()
    Person.objects.filter(email=OFFICER).update(email="Ann@Example.org")
    built.make()
    built.make()
    rows = EmailAddress.objects.values_list("email", "verified", "primary")
    assert set(rows) == {(one, True, True) for one in (OFFICER, ADMINISTRATOR, AUDITOR)}


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_email_verification_sent", "socialaccount_signup"],
)
def test_nobody_enters_themselves_or_another_address(name: str) -> None:
    client = Client()
    sent = {"email": "eve@example.org", "password1": ROBIN, "password2": ROBIN, "action_add": ""}
    assert client.post(reverse(name), sent).status_code == 404
    client.force_login(Person.objects.get(email=OFFICER))
    assert client.post(reverse(name), sent).status_code == 404
    assert client.get(reverse(name)).status_code == 404
    assert not EmailAddress.objects.filter(email="eve@example.org").exists()


def test_a_forgotten_password_is_mended_by_mail_only_where_there_is_mail(settings: Any) -> None:
    client, address = Client(), reverse("account_reset_password")
    assert "Ask an administrator" in client.get(address).content.decode()
    assert client.post(address, {"email": OFFICER}).status_code == 200
    assert not mail.outbox
    settings.MAIL_SET = True
    assert client.post(address, {"email": OFFICER}).status_code == 302
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
    assert link is not None
    form = client.get(link[1], follow=True)
    assert form.status_code == 200
    there = form.redirect_chain[-1][0]
    assert client.post(there, {"password1": ROBIN, "password2": ROBIN}).status_code == 302
    assert sign_in(Client(), OFFICER, ROBIN).status_code == 302
    client.post(address, {"email": "eve@example.org"})
    assert "eve@example.org" not in [one for each in mail.outbox[:1] for one in each.to]


def test_a_second_factor_is_asked_for_and_a_recovery_code_stands_in_for_it() -> None:
    told, client = entered(), Client()
    sign_in(client, told.email, told.password)
    ask_again = client.get(reverse("mfa_activate_totp"))["Location"]
    assert ask_again.startswith(reverse("account_reauthenticate"))
    assert client.post(ask_again, {"password": told.password}).status_code == 302
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml' in page
    secret = client.session["mfa.totp.secret"]
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done.status_code == 302
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    spare = re.findall(r"\b\d{8}\b", codes.partition("<textarea")[2])
    assert len(spare) == 10
    other = Client()
    assert sign_in(other, told.email, told.password)["Location"].startswith("/account/2fa/")
    assert other.get("/").status_code == 302, "the password alone is not enough"
    assert other.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert other.get("/").status_code == 302
    assert other.post(reverse("mfa_authenticate"), {"code": spare[0]}).status_code == 302
    assert other.get("/").status_code == 200
    again = Client()
    sign_in(again, told.email, told.password)
    again.post(reverse("mfa_authenticate"), {"code": spare[0]})
    assert again.get("/").status_code == 302, "a recovery code is used up"
    assert people.clear_factors(ADMINISTRATOR, "lost the phone", told.email) == 2
    assert not Authenticator.objects.exists()
    assert sign_in(Client(), told.email, told.password)["Location"] == "/"


def code_of(secret: str) -> str:
    """What an authenticator shows now."""
    counter = int(time.time()) // 30
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def test_passkeys_are_offered_and_asked_of_the_browser_in_a_script_of_our_own() -> None:
    page = Client().get("/sign-in").content.decode()
    assert 'id="passkey_login"' in page
    options = Client().get(reverse("mfa_login_webauthn"), HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert options.json()["request_options"]["publicKey"]["rpId"] == "testserver"


def signed_on(email: str, *, verified: bool = True, uid: str = "7") -> tuple[HttpRequest, Any]:
    """What comes of a provider's word that somebody has an address."""
    request = RequestFactory().get("/account/oidc/sso/login/callback/")
    request.session = SessionStore()
    request.session.create()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    from django.contrib.auth.middleware import get_user

    request.user = get_user(request)
    login = SocialLogin(
        user=Person(email=email, name="From outside"),
        account=SocialAccount(provider="sso", uid=uid),
        email_addresses=[EmailAddress(email=email, verified=verified, primary=True)],
        provider=get_adapter().get_provider(request, "sso"),
    )
    login.state = {"process": "login"}
    request.allauth = type("Kept", (), {})()  # type: ignore[attr-defined]
    with context.request_context(request):
        answer: HttpResponse = complete_login(request, login)
    return request, answer


@pytest.fixture
def provider(settings: Any) -> None:
    """A provider that the settings name."""
    app: dict[str, object] = {"provider_id": "sso", "name": "SSO", "client_id": "house"}
    app |= {"secret": "s", "settings": {"server_url": "https://id.example.org"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    settings.OIDC_URL = "https://id.example.org"


@pytest.mark.usefixtures("provider")
def test_single_sign_on_joins_to_a_person_who_is_entered() -> None:
    request, answer = signed_on(OFFICER)
    assert answer.status_code == 302
    assert request.user.is_authenticated
    assert SocialAccount.objects.get().user_id == Person.objects.get(email=OFFICER).pk


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("email", "verified"), [("eve@example.org", True), (OFFICER, False), ("gone@example.org", True)]
)
def test_single_sign_on_makes_nobody(email: str, verified: bool) -> None:
    people.enter(ADMINISTRATOR, "", "gone@example.org", "Gone", "officer")
    people.leave(ADMINISTRATOR, "", "gone@example.org")
    count = Person.objects.count()
    request, answer = signed_on(email, verified=verified)
    assert answer.status_code == 403
    assert not request.user.is_authenticated
    assert (Person.objects.count(), SocialAccount.objects.count()) == (count, 0)


@pytest.mark.usefixtures("provider")
def test_single_sign_on_does_not_let_in_who_joined_and_left() -> None:
    people.enter(ADMINISTRATOR, "", "gone@example.org", "Gone", "officer")
    signed_on("gone@example.org")
    Person.objects.filter(email="gone@example.org").update(is_active=False)
    request, _ = signed_on("gone@example.org")
    assert not request.user.is_authenticated


@pytest.mark.usefixtures("provider")
def test_single_sign_on_is_a_button_where_there_is_a_provider() -> None:
    page = Client().get("/sign-in").content.decode()
    assert re.search(r'<form method="post" action="/account/oidc/sso/login/[^"]*">', page)
    client = Client()
    client.force_login(Person.objects.get(email=OFFICER))
    assert "/account/3rdparty/" in client.get("/me").content.decode()


def test_a_form_may_lead_to_the_provider_only_where_there_is_one(settings: Any) -> None:
    assert "form-action 'self';" in policy()
    settings.OIDC_URL = "https://id.example.org/realms/house"
    assert "form-action 'self' https://id.example.org;" in policy()


def test_the_library_s_own_door_leads_to_ours_and_takes_no_password() -> None:
    told, client = entered(), Client()
    sent = {"login": told.email, "password": told.password}
    answer = client.post("/account/login/?next=/me", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?next=/me")
    assert client.get("/account/login/")["Location"] == "/sign-in"
    assert client.get("/")["Location"] == "/sign-in"
    for _ in range(7):
        assert client.post("/account/login/", {**sent, "password": "wrong"}).status_code == 302
    assert reverse("account_login") == "/sign-in"
