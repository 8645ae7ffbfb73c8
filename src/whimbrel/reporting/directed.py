"""The line that names the addressees of a decision."""

from whimbrel.facts.layout import every
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import LANGUAGES, plain
from whimbrel.reporting.text import Text


def directed(pen: Pen, line: Text) -> str:
    """The line as it is printed over a decision; empty where nobody is named.

    The record may have it with or without its first word: "Directed to the Secretariat", "to the
    Secretariat", "the Secretariat".
    """
    words = pen.words(line).strip()
    if not words:
        return ""
    if words.casefold().replace("’", "'").startswith(every("directed")):
        return words
    # A line that nobody translated keeps its own language whole: "Directed to the Secretariat".
    language = line.told(pen.language).language
    language = language if language in LANGUAGES else pen.language
    little = plain(language, "directed.little").split()
    name = "directed" if words.split()[0].casefold() in little else "directed.to"
    return plain(language, name, line=words)
