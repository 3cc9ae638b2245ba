"""JSON lines: one object a document, as `schema.to_json` gives it."""

from __future__ import annotations

import json
from typing import TextIO

from reportedly.schema import Extraction, to_json


class JsonLinesWriter:
    """Writes each extraction as one line, and flushes it, so that a pipe's reader can go on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, extraction: Extraction) -> None:
        """Write one extraction."""
        line = json.dumps(to_json(extraction), ensure_ascii=False)
        # Allowed in JSON, but some programs take them for the end of a line.
        for character in "\u0085\u2028\u2029":
            line = line.replace(character, f"\\u{ord(character):04x}")
        self._stream.write(line + "\n")
        self._stream.flush()
