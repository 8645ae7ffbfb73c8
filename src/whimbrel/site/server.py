"""How gunicorn is set up: its own words go the way of all others, without the addresses of those
who ask."""

from whimbrel.site.logs import LOGGING

logconfig_dict = LOGGING
timeout = 180
"""Seconds for one answer: longer than the longest wait for another writer."""
