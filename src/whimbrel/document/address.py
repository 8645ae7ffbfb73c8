"""Address: the permalink of a paragraph, `UNEP/CMS/COP15/Doc.18.1#para_30`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place in a document that has a symbol."""

    symbol: str
    eid: str

    def __str__(self) -> str:
        return f"{self.symbol}#{self.eid}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """`SYMBOL#EID` -> Address. ValueError where one of the two is missing."""
        symbol, _, eid = text.partition("#")
        if not symbol or not eid:
            raise ValueError(
                f"{text!r} is no address: write SYMBOL#PLACE, "
                "such as UNEP/CMS/COP15/Doc.18.1#para_30"
            )
        return cls(symbol=symbol, eid=eid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words inside a node: its address, first character and the one after the last."""

    eid: str
    start: int
    end: int
