"""Akoma Ntoso addresses of works."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.symbols import work_iri

PARTS = re.compile(r"/akn/un/(?:statement|doc)/[a-z]+/[a-z]+/\d{4}(?:-\d\d-\d\d)?/[A-Za-z0-9.-]+/")
CASES = [
    ("A/RES/78/155", date(2023, 12, 19), "/akn/un/statement/deliberation/unga/2023-12-19/78-155/"),
    ("A/RES/78/155", None, "/akn/un/statement/deliberation/unga/2023/78-155/"),
    ("S/RES/2374 (2017)", None, "/akn/un/statement/deliberation/unsc/2017/2374-2017/"),
    ("UNEP/EA.5/Res.11", date(2022, 3, 2), "/akn/un/statement/deliberation/unea/2022-03-02/5-11/"),
    ("CMS/Decision/14.10 c)", None, "/akn/un/statement/decision/cms/0001/14.10-c/"),
    ("CBD/COP/DEC/15/4", date(2022, 12, 19), "/akn/un/statement/decision/cbd/2022-12-19/15-4/"),
    ("UNEP/CMS/COP15/Doc.18.1", date(2026, 1, 8),
     "/akn/un/doc/document/cms/2026-01-08/UNEP-CMS-COP15-Doc.18.1/"),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "on", "iri"), CASES)
def test_a_symbol_has_an_address(symbol, on, iri) -> None:
    assert work_iri(symbol, on) == iri


@given(st.text(), st.none() | st.dates())
def test_every_text_has_a_valid_address(symbol: str, on: date | None) -> None:
    assert PARTS.fullmatch(work_iri(symbol, on))


@given(st.sampled_from([symbol for symbol, _, _ in CASES]))
def test_the_library_of_south_african_law_reads_it(symbol: str) -> None:
    cobalt = pytest.importorskip("cobalt")
    uri = cobalt.FrbrUri.parse(work_iri(symbol).rstrip("/"))
    assert uri.country == "un"
