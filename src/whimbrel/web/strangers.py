"""How often somebody whom we do not know may begin something, counted by the hour and by where they
come from."""

import hashlib
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _

from whimbrel.acts.refused import Refused

HOUR = 3600
MOST = 10


def counted(request: HttpRequest, what: str) -> None:
    """Go on where they did it seldom enough. Refused says when they may again."""
    if not settings.API_RATE:
        return
    place = hashlib.sha256(request.META.get("REMOTE_ADDR", "").encode()).hexdigest()[:24]
    key = f"{what}-{int(time.time()) // HOUR}-{place}"
    cache.add(key, 0, 2 * HOUR)
    number = int(cache.get(key, 0)) + 1
    cache.set(key, number, 2 * HOUR)
    if number > MOST:
        raise Refused(_("too often from here: try again in an hour"))
