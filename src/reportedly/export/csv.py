"""CSV (RFC 4180): a row a statement, with the columns of `tables.ATTRIBUTIONS`.

Lists of words are joined by `; `, spans are `start-end`, joined by `;`. A cell that a spreadsheet
would take for a formula keeps its words, and stands behind an apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import encoded
from reportedly.export.tables import ATTRIBUTIONS, Cell, Column
from reportedly.export.uris import Uris

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write(chosen: Chosen, _: Uris) -> Iterator[bytes]:
    """Write the header, and a row a statement."""
    columns = ATTRIBUTIONS.columns
    yield _line([column.name for column in columns])
    for row in ATTRIBUTIONS.rows(chosen):
        yield _line([_cell(column, column.of(row)) for column in columns])


def _cell(column: Column[Any], value: Any) -> str:
    if value is None:
        return ""
    if column.cell is Cell.TRUTH:
        return "true" if value else "false"
    if column.cell is Cell.SPANS:
        return ";".join(f"{span.start}-{span.end}" for span in value)
    text = "; ".join(value) if column.cell is Cell.TEXTS else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _line(cells: list[str]) -> bytes:
    taken = _Taken()
    csv.writer(taken, lineterminator="\r\n").writerow(cells)
    return encoded(taken.text)


class _Taken:
    """Takes what a CSV writer writes."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text
