"""How gunicorn is set up: its own words go the way of all others, without the addresses of those
who ask; and what a worker has loaded is never searched for garbage."""

import gc

from django.urls import reverse

from whimbrel.site.logs import LOGGING

logconfig_dict = LOGGING
timeout = 180
"""Seconds for one answer: longer than the longest wait for another writer."""


def post_worker_init(worker: object) -> None:
    """Load all pages before the first is asked for, then set aside what stays: some 200,000
    objects. To go through them again took a tenth of a second each time, of whoever just waited."""
    reverse("desk")
    gc.collect()
    gc.freeze()
