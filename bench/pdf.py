"""PDF: our full structure against the text that pdfplumber gives."""

import tempfile
from pathlib import Path

from bench.inputs import pdf, recall
from bench.result import Result, implausible, interleaved, medians
from whimbrel import read
from whimbrel.document import Document, walk

FLOOR = 20.0
"""Times faster than pdfplumber."""
ROUNDS, BODIES = 3, 5


def bench() -> Result:
    """Five specimens in one file, some fifteen pages."""
    import pdfplumber

    name = "PDF, whole structure / pdfplumber, text"
    with tempfile.TemporaryDirectory() as folder:
        file = pdf(Path(folder), bodies=BODIES)
        if file is None:
            return Result(name=name, lines=("not measured: LibreOffice is not here",), met=False)

        def peer() -> str:
            with pdfplumber.open(file) as opened:
                return "\n".join(page.extract_text() for page in opened.pages)

        def words(document: Document) -> str:
            nodes = [place.node for place in walk(document)]
            cells = (" ".join(map(" ".join, node.rows)) for node in nodes)
            return " ".join([*(node.text for node in nodes), *cells, *document.masthead.lines])

        times = interleaved({"whimbrel": lambda: read(file), "pdfplumber": peer}, rounds=ROUNDS)
        share = recall(peer(), words(read(file)))
    middle = medians(times)
    ratio = middle["pdfplumber"] / middle["whimbrel"]
    # Numbers, page numbers and running heads are in the peer's text and rightly not in our words.
    wrong = () if share > 0.9 else (f"only {share:.3f} of pdfplumber's words were read",)
    return Result(
        name=name,
        lines=(
            f"whimbrel   {middle['whimbrel'] * 1000:9.1f} ms  tree, paragraphs rejoined",
            f"pdfplumber {middle['pdfplumber'] * 1000:9.1f} ms  text as printed",
            f"{ratio:.1f} times as fast (floor: {FLOOR:.0f}); recall of its words {share:.4f}",
        ),
        met=ratio >= FLOOR,
        wrong=(*wrong, *implausible(times)),
    )
