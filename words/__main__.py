"""Gather every message into the catalogues, and make of them what pages read: `make words`."""

import sys

from words.catalogue import PLURALS, as_mo, as_po, file_of, renewed
from words.gather import gather


def main() -> int:
    """Write all catalogues, and say what is missing. Status 1 where something is."""
    messages, missing = gather(), 0
    for language in PLURALS:
        catalogue = renewed(language, messages)
        file_of(language).parent.mkdir(parents=True, exist_ok=True)
        file_of(language).write_text(as_po(language, catalogue), encoding="utf-8")
        file_of(language, "mo").write_bytes(as_mo(language, catalogue))
        open_ = [message.words for message, told in catalogue.items() if not told.whole]
        missing += len(open_)
        print(f"{language}: {len(messages)} messages, {len(open_)} to translate")
        for words in open_[:20]:
            print(f"  {words}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
