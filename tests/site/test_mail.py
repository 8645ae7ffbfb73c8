"""The server of mail, from its address."""

import pytest

from whimbrel.site.mail import settings


def test_without_an_address_no_mail_goes_out() -> None:
    assert settings("") == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp+tls://mail.example.org", 587, True, False),
        ("smtps://mail.example.org:4650", 4650, False, True),
    ],
)
def test_an_address_says_which_way_mail_goes(address: str, port: int, tls: bool, ssl: bool) -> None:
    told = settings(address)
    assert told["EMAIL_HOST"] == "mail.example.org"
    assert (told["EMAIL_PORT"], told["EMAIL_USE_TLS"], told["EMAIL_USE_SSL"]) == (port, tls, ssl)


def test_who_sends_and_with_which_word() -> None:
    told = settings("smtp+tls://house%40example.org:a%2Fb@mail.example.org")
    assert (told["EMAIL_HOST_USER"], told["EMAIL_HOST_PASSWORD"]) == ("house@example.org", "a/b")


@pytest.mark.parametrize("address", ["mail.example.org", "http://x", "smtp://", "smtp://x:port"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises(ValueError, match="WHIMBREL_MAIL"):
        settings(address)
