"""The bookmark of an address: its name inside a Word file, where letters, digits and underscores
are all there is and forty characters the most."""

import hashlib
import re

LONGEST = 40
PREFIX = "wb_"


def bookmark(address: str) -> str:
    """`para_30` -> `wb_para_30`; what Word cannot hold is a digest, and still the same each time.

    Two addresses have two names: one that is spelled out holds no `_x`, one that is a digest does.
    """
    plain = PREFIX + address
    if re.fullmatch(r"[A-Za-z0-9_]+", address) and len(plain) <= LONGEST and "_x" not in plain:
        return plain
    return f"{PREFIX}_x{hashlib.sha256(address.encode()).hexdigest()[:24]}"
