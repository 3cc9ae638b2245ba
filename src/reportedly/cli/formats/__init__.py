"""The forms that extractions are written in, one writer each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the command line's help is made from `Format`, and must not wait for more
    from reportedly.schema import Extraction


class Format(StrEnum):
    """What `--format` can be."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    BRAT = "brat"


class Writer(Protocol):
    """Takes extractions one by one and writes each out at once; nothing is gathered."""

    def write(self, extraction: Extraction) -> None:
        """Write one extraction, whole."""
        ...
