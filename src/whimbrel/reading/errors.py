"""Unreadable: a file that cannot be read, with the place, the cause and what to do."""

from pathlib import Path


class Unreadable(Exception):
    """A file that no Document can be made of. Its message names file, place, cause and remedy."""

    def __init__(self, file: str | Path, cause: str, remedy: str, place: str = "") -> None:
        super().__init__(str(file), cause, remedy, place)
        self.file, self.cause, self.remedy, self.place = str(file), cause, remedy, place

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.cause}. {self.remedy}"
