"""brat's two files a document, in a folder."""

from __future__ import annotations

from pathlib import Path

from reportedly.export.brat import Names, file_of
from reportedly.schema import Extraction, RunError


class BratWriter:
    """Writes each document's text, unchanged, and its attributions beside it.

    Args:
        folder: where the files go; it is made if it is not there.

    Raises:
        RunError: if the folder cannot be made or holds annotations already, which would be
            mixed with the new ones.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if next(folder.glob("*.ann"), None):
                raise RunError(f"{folder}: it holds annotations already; name another folder")
        except OSError as error:
            raise RunError(f"{folder}: {(error.strerror or str(error)).lower()}") from None
        self._folder = folder
        self._names = Names()

    def write(self, extraction: Extraction) -> None:
        """Write the two files of one extraction."""
        document = extraction.document
        name = self._names.of(document)
        text = self._folder / f"{name}.txt"
        # As bytes: a line break must stay the characters that it is, for offsets to hold.
        text.write_bytes(document.text.encode("utf-8"))
        text.with_name(f"{name}.ann").write_bytes(file_of(extraction))
