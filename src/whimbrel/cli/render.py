"""A Document with all that is understood of it, in the form that was asked for."""

from whimbrel.citations import annotate
from whimbrel.document import Document
from whimbrel.document.form import Form
from whimbrel.mandates import openings, provisions
from whimbrel.symbols.iri import work_iri
from whimbrel.writing import write


def rendered(document: Document, form: Form) -> str:
    """The text of a file. Only the forms that show references pay for finding them."""
    if form in (Form.MARKDOWN, Form.TEXT):
        return write(document, form)
    citations = annotate(document)
    if form is Form.JSON:
        verbs = {address: found.phrase for address, found in openings(document).items()}
        return write(
            document, form, citations=citations, verbs=verbs, provisions=provisions(document)
        )
    if form is Form.AKN and document.masthead.symbol:
        iri = work_iri(document.masthead.symbol, document.masthead.date)
        return write(document, form, citations=citations, work_iri=iri)
    return write(document, form, citations=citations)
