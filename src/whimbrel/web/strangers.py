"""How often somebody whom we do not know may begin something, counted by the hour and by where they
come from."""

import hashlib
import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _

from whimbrel.acts.refused import Refused

HOUR = 3600
MOST = 10


def counted(request: HttpRequest, what: str, most: int = MOST) -> None:
    """Go on where they did it seldom enough. Refused says when they may again."""
    if not settings.API_RATE:
        return
    # Behind our own web server it is the address that this server saw, as at the door of accounts.
    address = str(get_adapter(request).get_client_ip(request))
    place = hashlib.sha256(address.encode()).hexdigest()[:24]
    key = f"{what}-{int(time.time()) // HOUR}-{place}"
    cache.add(key, 0, 2 * HOUR)
    number = int(cache.get(key, 0)) + 1
    cache.set(key, number, 2 * HOUR)
    if number > most:
        raise Refused(_("too often from here: try again in an hour"))
