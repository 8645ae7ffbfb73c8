"""The kind of text that a document symbol names."""

from whimbrel.citations.citation import Kind
from whimbrel.symbols.document import DocumentSymbol


def kind_of(name: str) -> Kind:
    """The symbol of a resolution or decision is a citation of it; others name documents."""
    if "/RES/" in name or "/Res." in name:
        return Kind.RESOLUTION
    if "/DEC/" in name or "/Dec." in name:
        return Kind.DECISION
    return Kind.INFORMATION if DocumentSymbol(text=name).informational else Kind.DOCUMENT
