"""A backup: looked through, sealed, restored whole or not at all."""

import json
import zipfile
from pathlib import Path

import pytest
from django.db import transaction

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import backup, documents, engagements, readings
from whimbrel.acts.refused import Refused
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import archive, ledger
from whimbrel.queries import documents as seen
from whimbrel.register.models import Document, Engagement, Findable, Line, Person, Version

pytestmark = pytest.mark.long


@pytest.fixture
def filled(house: Path) -> str:
    """A house with a paper on record, judged."""
    found = understand(compose(), name="specimen.docx")
    symbol = documents.deposit(OFFICER, "by mail", found).symbol
    readings.accept_sure(OFFICER, "", symbol)
    return symbol


def counts() -> dict[str, int]:
    """How many rows each table has."""
    return {one._meta.db_table: one._base_manager.count() for one in archive.tables()}


def test_a_backup_holds_every_row_and_the_head_of_the_ledger(filled: str, tmp_path: Path) -> None:
    newest, before = ledger.newest(), counts()
    told = backup.back_up(ADMINISTRATOR, "before the update", tmp_path / "house.whimbrel")
    manifest = archive.verified(told.file)
    assert {name: held.rows for name, held in manifest.tables.items()} == before
    assert manifest.number == told.number == newest
    line = ledger.lines(AUDITOR)[0]
    assert (line.act, line.by, line.reason) == (
        "house.back_up",
        ADMINISTRATOR,
        "before the update",
    )
    assert Line.objects.get(number=line.number).open["sha256"] == told.sha256
    assert [one.name for one in tmp_path.glob("*whimbrel*")] == ["house.whimbrel"]


def test_a_house_comes_back_as_it_was(filled: str, house: Path, tmp_path: Path) -> None:
    rows, before = seen.rows(OFFICER, filled), counts()
    data = bytes(Version.objects.get().file)
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    Engagement.objects.all().delete()
    Document.objects.update(title="spoilt")
    told = backup.restore(ADMINISTRATOR, "the title was spoilt", file, force=True)
    assert told.lost == 1
    after = counts()
    for name in ("register_line", "register_personal"):
        assert after.pop(name) == before.pop(name) + 1
    assert after == before
    assert seen.rows(OFFICER, filled) == rows
    assert bytes(Version.objects.get().file) == data
    assert ledger.verify().whole
    assert json.loads(house.read_text())["number"] == ledger.newest()
    assert ledger.lines(AUDITOR)[0].act == "house.restore"
    # The keys go on where they stood: a new row meets no old one, and the search finds it.
    engagements.record(
        OFFICER, "", "A new workshop", kind="workshop", partners=("FAO",), since="2025-05"
    )
    assert Findable.objects.filter(title="A new workshop").exists()


def test_a_house_in_which_people_work_is_left_as_it_is_unless_forced(
    filled: str, tmp_path: Path
) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    before = counts()
    with pytest.raises(Refused, match="this house is not empty, its ledger has"):
        backup.restore(ADMINISTRATOR, "", file)
    assert counts() == before


def test_an_empty_house_takes_a_backup_and_the_head_of_another_is_of_no_use_to_it(
    filled: str, house: Path, tmp_path: Path
) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    house.write_text(json.dumps({"number": 9000, "hash": "f" * 64}))
    with transaction.atomic():
        backup.empty()
    assert not Person.objects.exists()
    backup.restore(ADMINISTRATOR, "a new machine", file)
    assert seen.documents(OFFICER) != ()
    assert ledger.verify().whole


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_changed_byte_anywhere_is_seen(filled: str, tmp_path: Path, place: float) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    data = bytearray(file.read_bytes())
    data[int(len(data) * place)] ^= 1
    file.write_bytes(data)
    before = counts()
    with pytest.raises(Refused, match=r"nothing was restored: .* was changed after it was made"):
        backup.restore(ADMINISTRATOR, "", file, force=True)
    assert counts() == before


@pytest.mark.usefixtures("house")
def test_half_a_backup_or_none_is_refused(tmp_path: Path) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    data = file.read_bytes()
    for wrong in (data[: len(data) // 2], b"", b"PK" * 100):
        file.write_bytes(wrong)
        with pytest.raises(Refused, match="is no backup, or only the beginning of one"):
            backup.restore(ADMINISTRATOR, "", file, force=True)
    with pytest.raises(Refused, match="nothing was restored"):
        backup.restore(ADMINISTRATOR, "", tmp_path / "missing", force=True)


@pytest.mark.usefixtures("house")
def test_a_line_changed_in_a_backup_that_was_sealed_again_is_found_by_the_ledger(
    tmp_path: Path,
) -> None:
    Line.objects.filter(number=2).update(about="something else")
    with pytest.raises(
        Refused, match=r"the backup was not kept: the ledger in .* line 2 was changed"
    ):
        backup.back_up(ADMINISTRATOR, "", tmp_path / "b")
    assert list(tmp_path.glob("*b*")) == []


@pytest.mark.usefixtures("house")
def test_a_backup_of_other_tables_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    monkeypatch.setattr(archive, "migrations", lambda: ("register.9999_later",))
    with pytest.raises(Refused, match="whose tables are not those of this one"):
        backup.restore(ADMINISTRATOR, "", file, force=True)


@pytest.mark.usefixtures("house")
def test_only_an_administrator_backs_up_and_restores_and_the_others_leave_a_line(
    tmp_path: Path,
) -> None:
    with pytest.raises(Refused, match="a role of officer may not back the house up"):
        backup.back_up(OFFICER, "", tmp_path / "b")
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    with pytest.raises(Refused, match="a role of officer may not back the house up"):
        backup.restore(OFFICER, "", file, force=True)
    told = [(one.act, one.refused, one.by) for one in ledger.lines(AUDITOR)[:3]]
    assert told == [
        ("house.restore", True, OFFICER),
        ("house.back_up", False, ADMINISTRATOR),
        ("house.back_up", True, OFFICER),
    ]


@pytest.mark.usefixtures("house")
def test_a_backup_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "b"
    backup.back_up(ADMINISTRATOR, "", file)
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "pour", full)
    with pytest.raises(Refused, match="was not written: No space left on device"):
        backup.back_up(ADMINISTRATOR, "", file)
    assert file.read_bytes() == before
    assert len(list(tmp_path.glob("*b*"))) == 1
    with pytest.raises(Refused, match="cannot be written: No such file"):
        backup.back_up(ADMINISTRATOR, "", tmp_path / "no" / "b")


@pytest.mark.usefixtures("house")
def test_a_backup_that_points_at_nothing_is_not_restored(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backup.back_up(ADMINISTRATOR, "", tmp_path / "b").file
    before = counts()
    real = archive.rows_of

    def without_documents(opened: zipfile.ZipFile, table: type) -> object:
        return iter(()) if table is Document else real(opened, table)

    monkeypatch.setattr(archive, "rows_of", without_documents)
    monkeypatch.setattr(backup, "counted", lambda _: None)
    with pytest.raises(Refused, match="rows point at nothing"):
        backup.restore(ADMINISTRATOR, "", file, force=True)
    assert counts() == before
