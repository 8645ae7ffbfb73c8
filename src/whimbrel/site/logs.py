"""The log: a line of JSON for each event, on stderr, without personal data. Addresses of mail and
of the net are left out wherever they stand; of an exception, its kind and place are told and never
its words, for these may hold what somebody typed."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import PurePath

PERSONAL = re.compile(
    r"""
    [^\s@<>"'/]+ (?: @ | %40 ) [^\s@<>"'/]+         # ann@example.org, also as in an address
    | \b \d{1,3} (?: \. \d{1,3} ){3} \b            # 192.0.2.7
    | (?<![\w:]) (?: [0-9a-f]{0,4} : ){2,7} [0-9a-f]{0,4} (?![\w:])   # 2001:db8::7
    """,
    re.VERBOSE | re.IGNORECASE,
)
FIELDS = ("path", "method", "status", "ms", "request", "task", "intake", "why", "act", "child")
"""What an event may say beside its name; anything else is left out."""


class Lines(logging.Formatter):
    """Makes a line of an event."""

    def format(self, record: logging.LogRecord) -> str:
        """The line: time, level, event, and what the event says of itself."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": clean(record.getMessage()),
            "from": record.name,
        }
        for name in FIELDS:
            value = getattr(record, name, None)
            if value is not None:
                line[name] = value if isinstance(value, int | float) else clean(str(value))
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])[-8:]
            line["at"] = [f"{PurePath(one.filename).name}:{one.lineno}" for one in frames]
        return json.dumps(line, ensure_ascii=False)


def clean(text: str) -> str:
    """A text without what names a person or a machine, and without what was asked for after `?`."""
    return PERSONAL.sub("[left out]", re.sub(r"\?\S*", "", text))


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "whimbrel.site.logs.Lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "whimbrel": {"level": "INFO"},
        # Told by our own line for each request, which has its number.
        "django.request": {"level": "ERROR"},
        # Django's own way of logging would print mail to administrators and lines of another form.
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "gunicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
"""For Django, for gunicorn and for the worker."""
