"""Document symbols in their normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.symbols import DocumentSymbol

CASES = [
    ("UNEP/CMS/COP15/Doc.18.1", "UNEP/CMS/COP15/Doc.18.1"),
    ("UNEP/CMS/COP15 Doc. 28.2", "UNEP/CMS/COP15/Doc.28.2"),
    ("UNEP/CMS/COP15 Doc.28.1", "UNEP/CMS/COP15/Doc.28.1"),
    ("UNEP/CMS/COP15/Doc 28.1/Rev. 2", "UNEP/CMS/COP15/Doc.28.1/Rev.2"),
    ("UNEP/CMS/COP14/INF.30.1", "UNEP/CMS/COP14/Inf.30.1"),
    ("UNEP/CMS/ScC-SC7/Doc.3", "UNEP/CMS/ScC-SC7/Doc.3"),
    ("A/RES/78/155", "A/RES/78/155"),
    ("S/RES/2374 (2017)", "S/RES/2374 (2017)"),
    ("S/RES/2374(2017)", "S/RES/2374 (2017)"),
    ("A/HRC/RES/55/6", "A/HRC/RES/55/6"),
    ("UNEP/EA.5/Res.11", "UNEP/EA.5/Res.11"),
    ("FCCC/CP/2018/10/Add.2", "FCCC/CP/2018/10/Add.2"),
    ("ICCD/COP(15)/23/Add.1", "ICCD/COP(15)/23/Add.1"),
    ("CBD/COP/DEC/15/4", "CBD/COP/DEC/15/4"),
    ("UNEP/CBD/BS/COP-MOP/5/17", "UNEP/CBD/BS/COP-MOP/5/17"),
    ("UNEP/CHW.15/INF/28", "UNEP/CHW.15/INF/28"),
    ("A/76/281(Part I)/Add.1", "A/76/281 (Part I)/Add.1"),
    ("A/77/PV.56 (Resumption 1)", "A/77/PV.56 (Resumption 1)"),
    ("A/70/95-S/2015/446", "A/70/95"),
    ("CoP19 Doc. 12", "CITES CoP19 Doc. 12"),
    ("SC78 Doc. 6", "CITES SC78 Doc. 6"),
    ("COP14 Doc.18.4", "Ramsar COP14 Doc.18.4"),
    ("WHA57/2004/REC/1", "WHA57/2004/REC/1"),
    ("PNUE/CMS/COP11/Doc.17.1", "UNEP/CMS/COP11/Doc.17.1"),
    ("UNEP/CBD/COP/10/1/ADD.1", "UNEP/CBD/COP/10/1/Add.1"),
]
NONE = [
    "and/or",
    "24/7",
    "A/B",
    "CMS/CITES",
    "GWOPA/UN-Habitat",
    "SDG 14/15",
    "km/h",
    "",
    "A/1",
    "HIV/AIDS",
]


@pytest.mark.parametrize(("printed", "symbol"), CASES)
def test_a_printed_symbol_has_one_normal_form(printed, symbol) -> None:
    assert str(DocumentSymbol.parse(printed)) == symbol


@pytest.mark.parametrize("text", NONE)
def test_other_strokes_are_no_symbols(text) -> None:
    with pytest.raises(ValueError, match="no document symbol"):
        DocumentSymbol.parse(text)


@pytest.mark.parametrize(("_", "symbol"), CASES)
def test_the_normal_form_is_its_own_normal_form(_, symbol) -> None:
    assert str(DocumentSymbol.parse(symbol)) == symbol


def test_a_revision_belongs_to_its_document() -> None:
    symbol = DocumentSymbol.parse("UNEP/CMS/COP14/Doc.30.2/Rev.1/Add.1")
    assert symbol.base == "UNEP/CMS/COP14/Doc.30.2"
    assert symbol.meeting == "UNEP/CMS/COP14"


def test_information_documents_are_told_apart() -> None:
    assert DocumentSymbol.parse("UNEP/CMS/COP15/Inf.18.1").informational
    assert DocumentSymbol.parse("FCCC/SBSTA/2014/INF.6").informational
    assert not DocumentSymbol.parse("UNEP/CMS/COP15/Doc.18.1").informational


@pytest.mark.parametrize(
    ("symbol", "key"),
    [
        ("A/RES/78/155", "general-assembly"),
        ("A/HRC/RES/55/6", "human-rights-council"),
        ("UNEP/CMS/COP15/Doc.18.1", "cms"),
        ("UNEP/EA.5/Res.11", "environment-assembly"),
        ("CITES CoP19 Doc. 12", "cites"),
        ("UNEP/CBD/BS/COP-MOP/5/17", "cartagena-protocol"),
    ],
)
def test_a_symbol_tells_the_organ(symbol, key) -> None:
    organ = DocumentSymbol.parse(symbol).organ
    assert organ is not None
    assert organ.key == key


def test_the_symbol_of_nobody_has_no_organ() -> None:
    assert DocumentSymbol(text="XYZ/1/2").organ is None


@given(st.text())
def test_any_text_is_a_symbol_or_is_refused(text: str) -> None:
    try:
        symbol = DocumentSymbol.parse(text)
    except ValueError:
        return
    assert str(symbol)
