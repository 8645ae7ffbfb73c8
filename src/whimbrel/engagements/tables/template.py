"""An empty spreadsheet to start from: the headings, an example, and a sheet that explains them."""

import io

from whimbrel.engagements.tables.kinds import kinds

HEADS = {
    "en": ("What the columns mean", "Column", "What belongs in it", "Must be filled", "Example"),
    "fr": ("Sens des colonnes", "Colonne", "Ce qui y va", "À remplir", "Exemple"),
    "es": ("Qué significan las columnas", "Columna", "Qué va en ella", "Obligatoria", "Ejemplo"),
}
YES = {"en": "yes", "fr": "oui", "es": "sí"}
TITLES = {
    "bodies": {"en": "Bodies", "fr": "Organes", "es": "Órganos"},
    "engagements": {"en": "Engagements", "fr": "Engagements", "es": "Actividades"},
    "agreements": {"en": "Agreements", "fr": "Accords", "es": "Acuerdos"},
    "tracker": {"en": "Decision tracker", "fr": "Suivi des décisions", "es": "Seguimiento"},
}
PREPARED = 500
"""Rows whose cells are made text, so that 14.10 stays 14.10 and 11/12/2025 is left alone."""


def template(kind: str, language: str = "en") -> bytes:
    """The workbook (.xlsx). The first sheet has headings only; examples stand in the second."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    known = kinds()[kind]
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = TITLES[kind][language]
    for place, field in enumerate(known.fields, start=1):
        head = sheet.cell(row=1, column=place, value=field.name(language))
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = max(16, len(str(head.value)) + 4)
        for row in range(2, PREPARED + 2):
            sheet.cell(row=row, column=place).number_format = "@"
    sheet.freeze_panes = "A2"
    title, *heads = HEADS[language]
    told = book.create_sheet(title)
    told.append(heads)
    for field in known.fields:
        must = YES[language] if field.required else ""
        told.append([field.name(language), field.says[language], must, field.example[language]])
    for place, width in enumerate((24, 70, 16, 50), start=1):
        told.column_dimensions[get_column_letter(place)].width = width
        told.cell(row=1, column=place).font = Font(bold=True)
    for line in told.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.number_format = "@"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
