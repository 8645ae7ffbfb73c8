"""A changed paper that LibreOffice opened and saved again: each change is at its place."""

import subprocess
from pathlib import Path

import pytest

from tests.reading.word import printed
from tests.reporting.back import ANA, BEN, Sheet
from tests.reporting.test_returned import paper, texts
from tests.tools import soffice
from whimbrel.reading.remarks import remarks
from whimbrel.reporting.returned import Matching, Proposal, accepted, matched


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


@pytest.mark.long
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
