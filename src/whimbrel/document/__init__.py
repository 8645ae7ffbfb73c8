"""A COP document as a tree in which every paragraph has an address."""

from whimbrel.document.address import Address, Span
from whimbrel.document.tree import Document, Kind, Masthead, Node, Run
from whimbrel.document.walk import Placed, walk

__all__ = ["Address", "Document", "Kind", "Masthead", "Node", "Placed", "Run", "Span", "walk"]
