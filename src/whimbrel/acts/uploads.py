"""Files that come from outside with an application: how large they may be, and what they are by
their bytes and not by their names. Nothing in them is opened."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _

MOST = 10 * 2**20
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it is kept."""

    name: str
    media: str
    sha256: str


def looked_at(name: str, data: bytes) -> Upload:
    """A file that may be kept. Refused names the file and says what to do."""
    shown = PurePath(name.replace("\\", "/")).name.strip()[:255] or "file"
    if not data:
        raise Refused(_("%(name)s is empty: choose another file") % {"name": shown})
    if len(data) > MOST:
        told = _("%(name)s is larger than %(most)d MiB: make it smaller, or bring it in parts")
        raise Refused(told % {"name": shown, "most": MOST // 2**20})
    media = kind(data)
    if media is None:
        told = _("%(name)s is neither PDF, Word (.docx), PNG nor JPEG: save it as one of these")
        raise Refused(told % {"name": shown})
    return Upload(name=shown, media=media, sha256=hashlib.sha256(data).hexdigest())


def kind(data: bytes) -> str | None:
    """What a file is by its bytes; None: none of those that are taken."""
    for head, media in HEADS.items():
        if data.startswith(head):
            return media
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return WORD if "word/document.xml" in parts.namelist() else None
    # A package that is locked, or asks for a newer ZIP than is known, is a runtime error there.
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        return None
