"""A paper goes out, is changed in LibreOffice, and comes back: each change is at its place."""

import subprocess
from html import escape
from pathlib import Path

import pytest

from tests.reading.word import printed
from tests.reporting.back import ANA, BEN, Sheet
from tests.reporting.test_returned import paper, texts
from tests.tools import soffice
from whimbrel.reading.remarks import remarks
from whimbrel.reporting.returned import Matching, Proposal, accepted, matched

BASIC = """
Sub Edit
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  paper = StarDesktop.loadComponentFromURL("{folder}/sent.docx", "_blank", 0, hidden())
  paper.RecordChanges = True
  search = paper.createSearchDescriptor()
  search.SearchString = "asked for"
  paper.findFirst(search).String = "requested"
  search.SearchString = ", in March"
  paper.findFirst(search).String = ""
  search.SearchString = "take note"
  paper.findFirst(search).End.String = " with thanks"
  search.SearchString = "up to date"
  found = paper.findFirst(search)
  remark = paper.createInstance("com.sun.star.text.textfield.Annotation")
  remark.Author = "Ben (Party B)"
  remark.Content = "Until when?"
  paper.Text.insertTextContent(found, remark, True)
  search.SearchString = "Okavango commission"
  found = paper.findFirst(search)
  paper.CurrentController.getViewCursor().gotoRange(found.Start, False)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:MoveUp", "", 0, Array())
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  paper.storeToURL("{folder}/back.docx", how())
  paper.close(True)
End Sub
"""
OFFICE = "http://openoffice.org/2000"
LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC '
    '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
    f'<library:library xmlns:library="{OFFICE}/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)
LIBRARIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:libraries PUBLIC '
    '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">'
    f'<library:libraries xmlns:library="{OFFICE}/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>"
)


def office(folder: Path, *arguments: str) -> None:
    """LibreOffice with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice(), profile, "--headless", *arguments]
    subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=120)


def saved_again(made: Sheet, folder: Path) -> Path:
    """The file as LibreOffice writes it."""
    (folder / "made.docx").write_bytes(made.docx())
    office(folder, "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", "made.docx")
    return folder / "out/made.docx"


def offered(found: Matching) -> list[tuple[object, ...]]:
    """What is offered: kind, place, words, author."""
    return [
        (each.kind, each.address, each.before, each.after.strip(), each.author)
        for each in found.changes
    ]


@pytest.mark.parametrize("way", ["marked", "as two"])
def test_three_changes_a_comment_and_a_move_are_found_in_what_libreoffice_wrote(
    tmp_path: Path, way: str
) -> None:
    made = Sheet.of(paper())
    made.replace(made.at("para_1"), "asked for", "requested", by=ANA)
    made.delete(made.at("para_2__a"), ", in March", by=BEN)
    made.insert(made.at("para_4"), " with thanks", after="take note", by=BEN)
    made.comment(made.at("para_4"), "invited", "Or requested?", by=ANA)
    at = made.at("para_5")
    words = made.slips[at].bits[0].text
    made.move(at, after=made.at("para_1"), by=ANA, way=way)
    path = saved_again(made, tmp_path)
    found = matched(paper(), remarks(path))
    assert sorted(map(str, offered(found))) == sorted(
        map(
            str,
            [
                (Proposal.REPLACED, "para_1", "asked for", "requested", ANA),
                (Proposal.DELETED, "para_2__a", ", in March", "", BEN),
                (Proposal.INSERTED, "para_4", "", "with thanks", BEN),
                (Proposal.COMMENT, "para_4", "invited", "Or requested?", ANA),
                (Proposal.MOVED, "para_5", words, words, ANA),
            ],
        )
    )
    assert found.bookmarked == 10, "LibreOffice keeps every bookmark"
    (move,) = [each for each in found.changes if each.kind is Proposal.MOVED]
    assert move.to is not None
    assert move.to.address == "para_1"
    whole = texts(accepted(paper(), found.changes))
    assert whole[:6] == printed(path.read_bytes())[:6]


def test_changes_recorded_by_libreoffice_itself_are_found(tmp_path: Path) -> None:
    saved_again(Sheet.of(paper()), tmp_path).rename(tmp_path / "sent.docx")
    basic = tmp_path / "profile/user/basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(LIBRARIES)
    (basic / "Standard/script.xlb").write_text(LIBRARY)
    module = escape(BASIC.format(folder=tmp_path.as_uri()))
    (basic / "Standard/Module1.xba").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC '
        '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        f'<script:module xmlns:script="{OFFICE}/script" '
        f'script:name="Module1" script:language="StarBasic">{module}</script:module>'
    )
    for _ in range(10):
        # Started with a macro, LibreOffice falls over every other time before it comes to it.
        office(tmp_path, "macro:///Standard.Module1.Edit")
        if (tmp_path / "back.docx").exists():
            break
    found = matched(paper(), remarks(tmp_path / "back.docx"))
    okavango = "the Okavango commission, in April."
    danube = "the Danube commission, in March;"
    print(*offered(found), sep="\n")
    moved = [each for each in found.changes if each.kind is Proposal.MOVED]
    assert [each.before for each in moved] in ([okavango], [danube])
    assert found.changes[0].before == "asked for"
