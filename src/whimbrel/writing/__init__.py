"""A Document -> a file. Nothing is lost on the way, and each file says that Whimbrel wrote it."""

from whimbrel.document.cited import Cited
from whimbrel.document.form import Form
from whimbrel.writing.figure import Figure
from whimbrel.writing.write import write, written

__all__ = ["Cited", "Figure", "Form", "write", "written"]
