"""Several files in one: a zip archive, written piece by piece."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

Files = Iterable[tuple[str, Iterable[bytes]]]

_DAY = (1980, 1, 1, 0, 0, 0)
"""The archive's earliest day: the same files make the same archive."""


def zipped(files: Files) -> Iterator[bytes]:
    """An archive of files, in their order.

    Args:
        files: each with its name, and its bytes piece by piece.
    """
    sink = Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in files:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                for part in parts:
                    file.write(part)
                    yield from sink.taken()
    yield from sink.taken()


class Sink(io.RawIOBase):
    """Takes bytes as a file does, and gives them away."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        self._written += len(part)
        return len(part)

    def tell(self) -> int:
        return self._written

    def taken(self) -> Iterator[bytes]:
        """What was written since this was last asked for, if anything."""
        parts, self._parts = self._parts, []
        if whole := b"".join(parts):
            yield whole
