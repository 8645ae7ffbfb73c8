"""kill -9, wherever it strikes: nothing is half written, and the work is taken up again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import ANN, BO, Own

pytestmark = pytest.mark.long

DROP = f"""
from pathlib import Path
from whimbrel.acts import intake
print(intake.drop({ANN!r}, "by mail", "specimen.docx", Path("specimen.docx").read_bytes()).id)
"""
TOLD = f"""
from whimbrel.queries import intake
from whimbrel.register.models import Version
one = intake.intake({ANN!r}, 1)
print(json.dumps([one.state, one.tries, Version.objects.count()]))
"""
RESUME = """
import datetime
from whimbrel.acts import intake
print(json.dumps(intake.resume(lost=datetime.timedelta(0))))
"""
WORK = """
from whimbrel.acts import act, documents
from whimbrel.queries import archive
from whimbrel.tasks import reading, working
{place} = here
working.work(once=True)
"""


@pytest.mark.parametrize(
    "place", ["reading.understood", "documents.find_paragraphs", "act.remember"]
)
def test_a_worker_that_is_killed_at_a_file_leaves_it_to_the_next(own: Own, place: str) -> None:
    assert own.tell(DROP) == 1
    own.killed_at(WORK.format(place=place))
    state, tries, versions = own.tell(TOLD)
    assert (tries, versions) == (1, 0)
    assert state == ("reading" if place.startswith("reading") else "entering")
    # Nobody takes it while its worker may still be alive.
    assert own.run("worker", "--once").returncode == 0
    assert own.tell(TOLD) == [state, 1, 0]
    assert own.tell(RESUME) == [1]
    done = own.run("worker", "--once")
    assert done.returncode == 0, done.stderr
    assert own.tell(TOLD) == ["done", 2, 1]
    assert "none changed, none missing" in own.run("ledger", "verify").stdout


def test_an_act_that_is_killed_in_its_middle_was_never_begun(own: Own) -> None:
    before = own.counts()
    words = f"""
from whimbrel.acts import act, engagements
act.remember = here
engagements.record({ANN!r}, "", "A workshop", kind="workshop", partners=("FAO",), since="2025-05")
"""
    own.killed_at(words)
    assert own.counts() == before
    own.tell(words.replace("act.remember = here", ""))
    after = own.counts()
    assert (after["register_engagement"], after["register_line"]) == (1, 3)


def test_an_act_that_is_killed_before_the_head_is_kept_stands_and_verifies(own: Own) -> None:
    own.killed_at(f"""
from whimbrel.acts import engagements, ledger
ledger.keep_head = here
engagements.record({ANN!r}, "", "A workshop", kind="workshop", partners=("FAO",), since="2025-05")
""")
    assert own.counts()["register_engagement"] == 1
    assert "WRONG  head" in own.run("doctor").stdout


BACKUP = f"""
from pathlib import Path
from whimbrel.acts import backup
from whimbrel.queries import archive
real, seen = archive.pour, []
def pour(*given):
    seen.append(given)
    return here() if len(seen) == 8 else real(*given)
archive.pour = pour
backup.back_up({BO!r}, "", Path("b"))
"""


def test_a_backup_that_is_killed_leaves_the_old_one_and_no_line(own: Own) -> None:
    assert own.run("backup", "b", "--by", BO).returncode == 0
    kept, before = (own.folder / "b").read_bytes(), own.counts()
    own.killed_at(BACKUP)
    assert (own.folder / "b").read_bytes() == kept
    assert own.counts() == before
    (half,) = own.folder.glob(".b.*.new")
    done = own.run("restore", half.name, "--force", "--by", BO)
    assert (done.returncode, "only the beginning of one" in done.stderr) == (2, True)
    # What was left is taken away by a later run, once it is surely nobody's.
    os.utime(half, (0, 0))
    assert own.run("backup", "b", "--by", BO).returncode == 0
    assert not half.exists()


def test_a_restore_that_is_killed_leaves_the_house_as_it_was(own: Own) -> None:
    assert own.run("backup", "b", "--by", BO).returncode == 0
    assert own.tell(DROP) == 1
    before = own.counts()
    own.killed_at(f"""
from pathlib import Path
from whimbrel.acts import backup
backup.counted = here
backup.restore({BO!r}, "", Path("b"), force=True)
""")
    assert own.counts() == before
    assert own.run("restore", "b", "--force", "--by", BO).returncode == 0
    assert own.counts()["register_intake"] == 0


def test_a_backup_is_of_one_moment_though_others_write_meanwhile(own: Own) -> None:
    """While the backup is written, an act is done; the backup holds none of it."""
    told = own.tell(f"""
import subprocess
from pathlib import Path
from whimbrel.acts import backup
from whimbrel.queries import archive
words = [sys.executable, "-m", "whimbrel", "person", "eve@example.org", "Eve", "auditor",
         "--by", {BO!r}]
real, seen = archive.pour, []
def pour(*given):
    seen.append(given)
    if len(seen) == 3:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return real(*given)
archive.pour = pour
kept = backup.back_up({BO!r}, "", Path("b"))
manifest = archive.verified(Path("b"))
print(json.dumps([kept.number, manifest.tables["register_person"].rows]))
""")
    assert told == [2, 2]
    after = own.counts()
    assert (after["register_person"], after["register_line"]) == (3, 4)


def until(true: Callable[[], object], *, seconds: float = 30) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


def workers(pid: int) -> list[int]:
    """The workers below a process."""
    found = []
    for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
        try:
            words = Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"worker" in words:
            found.append(int(one))
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell")
def test_a_worker_that_dies_is_started_again_and_all_end_together(own: Own) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "whimbrel", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, cwd=own.folder, env=own.settings, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True,
    ) as house:  # fmt: skip
        try:
            until(lambda: workers(house.pid))
            (first,) = workers(house.pid)
            os.kill(first, signal.SIGKILL)
            until(lambda: workers(house.pid) not in ([], [first]))
            until(lambda: answers(port))
            (second,) = workers(house.pid)
        finally:
            house.send_signal(signal.SIGTERM)
            said = house.communicate(timeout=60)[1]
    assert house.returncode == 0
    assert "the worker ended with status -9; it is started again" in said
    assert not Path(f"/proc/{second}").exists()
    assert not answers(port)


def answers(port: int) -> bool:
    """Whether somebody listens."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
