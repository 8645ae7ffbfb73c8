"""The report: a paper of five hundred paragraphs written as a Word file, and as pages."""

import subprocess
import sys
from datetime import date

from bench.result import Result
from whimbrel.document import Document, Kind, Masthead, Node, Run
from whimbrel.document.normal import normal

PARAGRAPHS, SECONDS, MEGABYTES = 500, 3.0, 300.0
"""Floors for a report that is composed and written; here is the writer's half."""
CHILD = """
import pathlib, re, sys, time
from bench.report import paper
started = time.perf_counter()
from whimbrel.writing import written
loaded = time.perf_counter() - started
document = paper(int(sys.argv[2]))
started = time.perf_counter()
data = written(document, sys.argv[1])
took = time.perf_counter() - started
if sys.argv[1] == "docx":
    from whimbrel.reading import examine_bytes
    same = examine_bytes(data, name="paper.docx").document == document
else:
    same = data.startswith(b"%PDF-")
most = re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]
print(took, most, len(data), int(same), loaded)
"""


def bench() -> Result:
    """Each form in a process of its own, which also reads the Word file back."""
    lines = [f"{PARAGRAPHS} paragraphs, each with two items      seconds     MB    kB in the file"]
    wrong: list[str] = []
    met = True
    for form in ("docx", "pdf"):
        took, held, length, same = child(form)
        lines.append(f"{form:<44} {took:7.2f} {held:6.0f} {length / 1000:17.0f}")
        met = met and (form != "docx" or (took < SECONDS and held < MEGABYTES))
        if not same:
            wrong.append(f"{form}: what was written is not what was given")
    lines.append(
        f"floor of the Word file: under {SECONDS:.0f} s and {MEGABYTES:.0f} MB, imports included"
    )
    return Result(
        name="A report of 500 paragraphs, written", lines=tuple(lines), met=met, wrong=tuple(wrong)
    )


def child(form: str) -> tuple[float, float, int, bool]:
    """(seconds, megabytes held at most, bytes written, it is what was given) of a process. The time
    includes the import of the writer."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, form, str(PARAGRAPHS)],
        check=True,
        capture_output=True,
        text=True,
    )
    took, kilobytes, length, same, loaded = done.stdout.split()
    return float(took) + float(loaded), int(kilobytes) / 1024, int(length), same == "1"


def paper(paragraphs: int) -> Document:
    """A paper with sections, items, links, footnotes and a table every so often."""
    words = "The Secretariat cooperated with the commission on matters of common interest, " * 4
    sections = []
    notes = []
    for first in range(1, paragraphs + 1, 20):
        nodes = []
        for number in range(first, min(first + 20, paragraphs + 1)):
            runs = [Run(text=f"{words}as asked in "), Run(text="Decision 8.3", italic=True)]
            if number % 10 == 0:
                notes.append(Node(kind=Kind.NOTE, label=str(len(notes) + 1), runs=tuple(runs[:1])))
                runs.append(Run(note=str(len(notes))))
            items = tuple(
                Node(kind=Kind.ITEM, label=label, runs=(Run(text="one of the steps taken;"),))
                for label in ("a)", "b)")
            )
            nodes.append(
                Node(kind=Kind.PARAGRAPH, label=f"{number}.", runs=tuple(runs), children=items)
            )
        nodes.append(Node(kind=Kind.TABLE, rows=(("Body", "Year"), ("Commission", "2025"))))
        title = (Run(text=f"Work from paragraph {first} on"),)
        sections.append(Node(kind=Kind.HEADING, runs=title, children=tuple(nodes)))
    head = Masthead(
        symbol="UNEP/XYZ/COP9/Doc.7.2",
        title="Cooperation",
        date=date(2025, 4, 2),
        language="en",
        original="English",
    )
    return normal(Document(masthead=head, nodes=tuple(sections), notes=tuple(notes)))
