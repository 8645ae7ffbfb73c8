"""Write a Document to any form."""

from collections.abc import Mapping, Sequence
from typing import Any

from whimbrel.document import Document
from whimbrel.document.cited import Cited
from whimbrel.document.form import BINARY, Form
from whimbrel.document.normal import normal
from whimbrel.writing.figure import Figure


def write(
    document: Document,
    form: Form | str,
    *,
    citations: Mapping[str, Sequence[Cited]] | None = None,
    verbs: Mapping[str, str] | None = None,
    provisions: Sequence[Mapping[str, object]] = (),
    work_iri: str | None = None,
) -> str:
    """The document as text of that form. What is handed in beside it is shown where the form has a
    place for it.

    The keys of `citations` and `verbs` are addresses. The document is brought into normal form
    first; reading the text gives that form back.
    """
    document = normal(document)
    form = Form(form)
    if form in BINARY:
        raise ValueError(f"{form} is no text: ask `written` for its bytes")
    # Imported late: one call needs one writer, and the command line is to start quickly.
    if form is Form.JSON:
        from whimbrel.writing.json import json_of

        return json_of(document, citations=citations, verbs=verbs, provisions=provisions)
    if form is Form.AKN:
        from whimbrel.document.akn import akn_of

        return akn_of(document, work_iri=work_iri, citations=citations)
    if form is Form.HTML:
        from whimbrel.writing.html import html_of

        return html_of(document, citations=citations)
    if form is Form.MARKDOWN:
        from whimbrel.writing.markdown import markdown_of

        return markdown_of(document)
    from whimbrel.writing.text import text_of

    return text_of(document)


def written(
    document: Document,
    form: Form | str,
    *,
    style: str = "cms",
    figures: Mapping[str, Figure] | None = None,
    **beside: Any,
) -> bytes:
    """The bytes of a file of any form. House style and figures are for forms with pages, what else
    is handed in is for `write`.

    ValueError for a house style that does not exist, or a figure at no address of the document.
    """
    form = Form(form)
    if form is Form.DOCX:
        from whimbrel.writing.docx import docx_of

        return docx_of(document, style=style, figures=figures)
    if form is Form.PDF:
        from whimbrel.writing.pdf import pdf_of

        return pdf_of(document, style=style, figures=figures)
    return write(document, form, **beside).encode()
