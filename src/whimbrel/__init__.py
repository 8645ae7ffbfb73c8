"""Whimbrel: from the words of a governing body to the record of what became of them.

>>> from whimbrel import read
>>> read("Doc.18.1.docx").masthead.symbol  # doctest: +SKIP
'UNEP/CMS/COP15/Doc.18.1'
"""

from typing import Any

__version__ = "0.1.0"
PUBLIC = {
    "read": "whimbrel.reading",
    "examine": "whimbrel.reading",
    "Limits": "whimbrel.reading",
    "Unreadable": "whimbrel.reading",
    "Document": "whimbrel.document",
    "walk": "whimbrel.document",
    "write": "whimbrel.writing",
}
__all__ = ["Document", "Limits", "Unreadable", "__version__", "examine", "read", "walk", "write"]


def __getattr__(name: str) -> Any:
    """Names from the rooms, imported when they are first used: starting must be quick."""
    if name not in PUBLIC:
        raise AttributeError(f"module 'whimbrel' has no name {name!r}")
    from importlib import import_module

    return getattr(import_module(PUBLIC[name]), name)
