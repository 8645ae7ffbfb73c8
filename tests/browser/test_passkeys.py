"""Passkeys in a real browser, with an authenticator that is made up."""

from typing import Any

import pytest

from tests.browser.conftest import House

pytestmark = pytest.mark.browser


def test_a_passkey_is_made_and_opens_the_house_without_a_password(browser: Any, own: House) -> None:
    # Browsers know passkeys by the name of a house, and an address in figures is none.
    email, secret = own.ways["officer"]
    at = own.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=at)
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text))
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    key |= {"hasUserVerification": True, "isUserVerified": True}
    machine = context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    page.goto("/sign-in")
    page.fill("#id_login", email)
    page.fill("#id_password", secret)
    page.click("main form.stack button")
    page.goto("/account/2fa/webauthn/add/")
    page.fill("#id_password", secret)
    page.click("main form.stack button")
    page.fill("#id_name", "My laptop")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_selector(".said")
    page.goto("/account/2fa/webauthn/")
    assert "My laptop" in page.inner_text("table")
    page.click("text=Sign out")
    page.wait_for_url("**/sign-in")
    page.click("#passkey_login")
    page.wait_for_selector("a[href='/me']")
    assert complaints == []
    page.goto("/account/2fa/webauthn/")
    page.click("text=Remove")
    if "reauthenticate" in page.url:
        page.fill("#id_password", secret)
        page.click("main form.stack button")
    page.click("main form.stack button")
    page.wait_for_selector(".said")
