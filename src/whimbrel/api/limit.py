"""How often somebody may call: counted by the minute, and for all processes of the server."""

import threading
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

MINUTE = 60
STRANGERS = 5
"""Somebody we do not know gets one part in so many of what a person gets."""
STEPS = 20
"""A process tells the others of its count in so many steps: a request seldom waits for that."""


@dataclass(slots=True, kw_only=True)
class Count:
    """What one process knows of the requests of somebody in this minute."""

    here: int = 0
    """Not told to the others yet."""
    told: int = 0
    """What all processes told, when this one looked last."""


class Limit(BaseThrottle):
    """So many requests a minute for each token, each person in a browser, and each address."""

    def __init__(self) -> None:
        self.counts: dict[str, Count] = {}
        self.minute = 0
        self.lock = threading.Lock()

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether this request may go on. Those of one who calls too often are counted too."""
        rate = settings.API_RATE
        if not rate:
            return True
        who: str = request.auth.counted  # type: ignore[attr-defined]
        most = max(1, rate // STRANGERS) if who.startswith("address") else rate
        with self.lock:
            return self.counted(who, int(time.time()) // MINUTE, step=max(1, most // STEPS)) <= most

    def counted(self, who: str, minute: int, *, step: int) -> int:
        """The requests of somebody in a minute, with this one."""
        if minute != self.minute:
            self.counts, self.minute = {}, minute
        fresh = who not in self.counts
        count = self.counts.setdefault(who, Count())
        count.here += 1
        if fresh or count.here >= step:
            key = f"calls {minute} {who}".replace(" ", "-")
            count.told = cache.get(key, 0) + count.here
            cache.set(key, count.told, 2 * MINUTE)
            count.here = 0
        return count.told + count.here

    def wait(self) -> float:
        """Seconds until the next minute begins."""
        return MINUTE - time.time() % MINUTE

    def forget(self) -> None:
        """Count from nothing again."""
        with self.lock:
            self.counts = {}
