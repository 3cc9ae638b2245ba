"""CSV and Parquet, read by Python's csv and by pyarrow."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from pier import PIER
from readings import Made, reading
from strategies import extractions

from reportedly.export import OfRecord, Uris, parquet
from reportedly.export.csv import write
from reportedly.export.tables import ATTRIBUTIONS, TABLES, Cell
from reportedly.record import Record
from reportedly.schema import Extraction

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "exports.md"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def table(*found: Extraction) -> list[dict[str, str]]:
    return rows(b"".join(write(Made(*map(reading, found)), Uris())))


def files(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name.removesuffix(".parquet"): pq.read_table(
                pa.BufferReader(archive.read(name)), use_threads=False
            )
            for name in archive.namelist()
        }


@given(extractions())
@settings(max_examples=100)
def test_any_words_come_back_from_a_table(found: Extraction) -> None:
    text = found.document.text
    back = table(found)
    assert len(back) == len(found.attributions)
    for row, a in zip(back, found.attributions, strict=True):
        exact = " … ".join(span.read(text) for span in a.content)
        assert row["content"] in (exact, f"'{exact}")
        assert row["content"][:1] not in ("=", "+", "-", "@", "\t", "\r")
        spans = [tuple(map(int, pair.split("-"))) for pair in row["content_spans"].split(";")]
        assert spans == [(span.start, span.end) for span in a.content]


def test_no_cell_is_a_formula(hostile: Record, exported: Any) -> None:
    cells = [c for row in rows(exported("csv", of=hostile)) for c in row.values()]
    assert not [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert '\'=HYPERLINK("x")' in cells


def test_what_a_row_says() -> None:
    bolts, answer, guess = (table(PIER)[n] for n in (1, 3, 4))
    assert bolts["speaker"] == "Ilse Orro"
    assert bolts["carriers"] == "Coast Mail; Radio Lissom"
    assert bolts["evidence"] == "claimed (speaker); none offered (publisher)"
    assert (bolts["venue"], bolts["addressee"]) == ("in an interview", "reporters")
    assert guess["parent"] == answer["id"]
    assert table(PIER)[5]["negated"] == "true"
    assert table(PIER)[6]["speaker_open"] == "nobody named before is a man"
    assert bolts["digest"] == PIER.document.id


def test_parquet_and_csv_have_the_same_rows(record: Record, exported: Any) -> None:
    table = files(exported("parquet", OfRecord()))["attributions"].to_pylist()
    lines = rows(exported("csv", OfRecord()))
    assert len(lines) == len(table) == 8
    for line, row in zip(lines, table, strict=True):
        for column in ATTRIBUTIONS.columns:
            if column.cell is Cell.TEXT:
                assert line[column.name] == (row[column.name] or "")
            if column.cell is Cell.TEXTS:
                assert line[column.name] == "; ".join(row[column.name])


def test_tables_have_the_columns_that_are_published(record: Record, exported: Any) -> None:
    found = files(exported("parquet", OfRecord()))
    assert list(found) == ["documents", "attributions", "speakers", "claims"]
    for one in TABLES:
        schema = found[one.name].schema
        assert schema.names == [c.name for c in one.columns]
        for column in one.columns:
            assert schema.field(column.name).metadata[b"description"].decode() == column.help
    counts = {name: table.num_rows for name, table in found.items()}
    assert counts == {"documents": 5, "attributions": 8, "speakers": 4, "claims": 3}


def test_spans_in_parquet_are_those_of_the_record(record: Record, exported: Any) -> None:
    table = files(exported("parquet", OfRecord()))["attributions"].to_pylist()
    spans = {row["id"]: row["content_spans"] for row in table}
    for said in record.statements():
        assert spans[said.id] == [{"start": s.start, "end": s.end} for s in said.content]


def test_many_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 3)
    data = b"".join(parquet.write(Made(reading(PIER)), Uris()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        file = pq.ParquetFile(pa.BufferReader(archive.read("attributions.parquet")))
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [3, 3, 1]


@given(extractions())
@settings(max_examples=25)
def test_any_words_come_back_from_parquet(found: Extraction) -> None:
    data = b"".join(parquet.write(Made(reading(found)), Uris()))
    back = files(data)["attributions"].to_pylist()
    text = found.document.text
    exact = [" … ".join(s.read(text) for s in a.content) for a in found.attributions]
    assert [row["content"] for row in back] == exact


def test_the_guide_has_every_column() -> None:
    page = GUIDE.read_text(encoding="utf-8")
    for one in TABLES:
        part = re.split(r"\n##", page.partition(f"\n### `{one.name}`\n")[2])[0]
        listed = re.findall(r"^\| `(\w+)` \| (.*?) \|$", part, re.MULTILINE)
        assert listed == [(c.name, c.help) for c in one.columns]
