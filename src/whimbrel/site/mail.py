"""The server that sends mail, from its address."""

from urllib.parse import unquote, urlsplit

WAYS = {
    "smtp": {"EMAIL_USE_TLS": False, "EMAIL_USE_SSL": False, "EMAIL_PORT": 25},
    "smtp+tls": {"EMAIL_USE_TLS": True, "EMAIL_USE_SSL": False, "EMAIL_PORT": 587},
    "smtps": {"EMAIL_USE_TLS": False, "EMAIL_USE_SSL": True, "EMAIL_PORT": 465},
}


def settings(address: str) -> dict[str, str | int | bool]:
    """Django's settings for a server of mail; without one, mail goes nowhere. ValueError for an
    address that is none."""
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"WHIMBREL_MAIL is no address: {error}") from error
    if parts.scheme not in WAYS or not parts.hostname:
        ways = ", ".join(f"{way}://HOST" for way in WAYS)
        raise ValueError(f"WHIMBREL_MAIL begins with {parts.scheme!r}: write one of {ways}")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        **WAYS[parts.scheme],
        **({"EMAIL_PORT": port} if port else {}),
        "EMAIL_HOST": parts.hostname,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_TIMEOUT": 30,
    }
