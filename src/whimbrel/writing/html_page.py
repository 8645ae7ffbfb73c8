"""What an HTML page has around the words: style, names of fields in three languages, and which
links may live."""

import re

SCHEME = re.compile(r"(?P<scheme>[^/?#:]*):")
LIVING = ("http", "https", "mailto")

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
article { max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; }
header { border-bottom: 2px solid; margin-bottom: 2rem; padding-bottom: 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-family: system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
header { font-size: .9rem; }
dt { font-weight: 600; } dd { margin: 0; }
p, h2, h3, h4, h5, h6 { margin-block: .8em; }
.item { margin-inline-start: 2.2rem; }
blockquote { margin: 1em 0 1em 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid; }
.label { display: inline-block; min-width: 1.8rem; }
.directed > p { font-weight: 600; }
[data-numbered] > .decision > p > .label { display: none; }
.summary, .notes { font-size: .92rem; }
.notes { border-top: 1px solid; margin-top: 3rem; }
table { border-collapse: collapse; }
td { border: 1px solid; padding: .25rem .5rem; vertical-align: top; }
sup { line-height: 0; }
.permalink { text-decoration: none; opacity: 0; }
.permalink:focus, :hover > .permalink { opacity: .6; }
:target { outline: 2px solid; outline-offset: .3rem; }
@media print {
  .permalink, details { display: none; }
  article { max-width: none; margin: 0; }
  a { color: inherit; }
}
"""

FIELD_NAMES = {
    "symbol": "Symbol",
    "meeting": "Meeting",
    "date": "Date",
    "original": "Original",
    "venue": "Venue",
    "starts": "Opens",
    "ends": "Closes",
    "agenda_item": "Agenda item",
    "author": "Author",
}
WORDS = {
    "en": {
        **FIELD_NAMES,
        "notes": "Footnotes",
        "lines": "First page as printed",
        "untitled": "Untitled document",
    },
    "fr": {
        "symbol": "Cote",
        "meeting": "Réunion",
        "date": "Date",
        "original": "Original",
        "venue": "Lieu",
        "starts": "Ouverture",
        "ends": "Clôture",
        "agenda_item": "Point de l’ordre du jour",
        "author": "Auteur",
        "notes": "Notes",
        "lines": "Première page telle qu’imprimée",
        "untitled": "Document sans titre",
    },
    "es": {
        "symbol": "Signatura",
        "meeting": "Reunión",
        "date": "Fecha",
        "original": "Original",
        "venue": "Lugar",
        "starts": "Apertura",
        "ends": "Clausura",
        "agenda_item": "Tema del programa",
        "author": "Autor",
        "notes": "Notas",
        "lines": "Primera página tal como se imprimió",
        "untitled": "Documento sin título",
    },
}


def live(href: str) -> bool:
    """True for a link that a page may follow: http, https, mailto, or a place in the page or beside
    it."""
    found = SCHEME.match(href)
    return found is None or found["scheme"].casefold() in LIVING
