"""Parquet is read as JSON is: columns by the names of fields, a row a document."""

from __future__ import annotations

import datetime
import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.read import ReadOptions, read
from reportedly.schema import Document, DocumentError

GATES = "Ada Morn said that the northern gates were closed on the night of the flood. "


def rows(number: int) -> list[dict[str, Any]]:
    return [
        {
            "headline": f"Gates {n}",
            "body": f"{GATES}It was the {n}th time.",
            "pubDate": "2031-05-04",
            "outlet": "Quay Herald",
            "Link": f"https://quay.example/{n}",
            "authors": ["Ada Morn", "Bo Lind"],
        }
        for n in range(number)
    ]


def written(file: Path, listed: list[dict[str, Any]], **how: Any) -> str:
    pq.write_table(pa.Table.from_pylist(listed), file, **how)
    return str(file)


def told(found: Document | DocumentError) -> object:
    """A document but for its path, which names another file."""
    assert isinstance(found, Document), found
    return found.id, found.title, found.publisher, found.published, found.url, found.authors


def test_a_row_is_read_as_a_line_of_json(tmp_path: Path) -> None:
    listed = rows(40)
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in listed), "utf-8")
    table = written(tmp_path / "a.parquet", listed, row_group_size=7)
    found = list(read([table]))
    assert [told(d) for d in found] == [told(d) for d in read([str(lines)])]
    assert [d.path for d in found if isinstance(d, Document)] == [
        f"{table}:{n}" for n in range(1, 41)
    ]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.string_view()])
def test_the_text_may_be_of_any_type_that_holds_text(tmp_path: Path, kind: pa.DataType) -> None:
    column = pa.array([GATES], pa.string()).cast(kind)
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": column}), file)
    (document,) = read([str(file)])
    assert isinstance(document, Document)
    assert document.text == GATES


def test_paragraphs_in_a_list_and_a_dictionary_of_texts(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    texts = pa.array([[GATES, "It rained."]], pa.list_(pa.string()))
    pq.write_table(pa.table({"text": texts}), file)
    (document,) = read([str(file)])
    assert isinstance(document, Document)
    assert document.text == f"{GATES}\n\nIt rained."
    pq.write_table(pa.table({"text": pa.array([GATES]).dictionary_encode()}), file)
    (document,) = read([str(file)])
    assert isinstance(document, Document)
    assert document.text == GATES


def test_columns_are_named_by_the_caller(tmp_path: Path) -> None:
    listed = [{"what": {"they": {"wrote": GATES}}, "on": datetime.datetime(2031, 5, 4, 7, 30)}]  # noqa: DTZ001
    options = ReadOptions(fields={"text": "what.they.wrote", "date": "on"})
    (document,) = read([written(tmp_path / "a.parquet", listed)], options)
    assert isinstance(document, Document)
    assert document.text == GATES
    assert document.published == "2031-05-04"


def test_only_the_columns_of_a_document_are_read(tmp_path: Path) -> None:
    """A column that is damaged and not wanted is no matter."""
    file = tmp_path / "a.parquet"
    noise = pa.array([bytes([n % 256]) * 4_000 for n in range(300)])
    table = pa.table({"pixels": noise, "text": [f"{GATES}{n}" for n in range(300)]})
    pq.write_table(table, file, compression="none", use_dictionary=False)
    chunk = pq.ParquetFile(file).metadata.row_group(0).column(0)
    data = bytearray(file.read_bytes())
    start = chunk.data_page_offset
    data[start : start + 4_000] = b"\xff" * 4_000
    file.write_bytes(data)
    assert len([d for d in read([str(file)]) if isinstance(d, Document)]) == 300


def errors(file: Path, options: ReadOptions | None = None) -> list[DocumentError]:
    return [found for found in read([str(file)], options) if isinstance(found, DocumentError)]


def test_a_file_without_text_is_one_line(tmp_path: Path) -> None:
    listed = [{"headline": "Gates", "views": n} for n in range(50)]
    (error,) = errors(Path(written(tmp_path / "a.parquet", listed)))
    assert error.name.endswith("a.parquet")
    said = "no column with the text (columns: headline, views); say which with --field"
    assert error.reason == said
    (error,) = errors(tmp_path / "a.parquet", ReadOptions(fields={"text": "story"}))
    assert error.reason == "no column with text is called 'story'"
    (error,) = errors(Path(written(tmp_path / "b.parquet", [{"text": 7}] * 9)))
    assert "no column with the text" in error.reason


def test_files_that_are_broken(tmp_path: Path) -> None:
    file = Path(written(tmp_path / "a.parquet", rows(50)))
    whole = file.read_bytes()
    for damaged in (whole[:-200], b"", b"PAR1", b"no Parquet at all"):
        file.write_bytes(damaged)
        (error,) = errors(file)
        assert "a Parquet file that cannot be read" in error.reason
        assert "\n" not in error.reason


def test_the_groups_of_rows_after_a_damaged_one_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    written(file, rows(60), row_group_size=20, compression="none", use_dictionary=False)
    chunk = pq.ParquetFile(file).metadata.row_group(1).column(1)
    data = bytearray(file.read_bytes())
    data[chunk.data_page_offset : chunk.data_page_offset + 300] = b"\xff" * 300
    file.write_bytes(data)
    found = list(read([str(file)]))
    assert [isinstance(one, Document) for one in found] == [*[True] * 20, False, *[True] * 20]
    error = found[20]
    assert isinstance(error, DocumentError)
    assert error.name == f"{file}:21"
    assert "cannot be read further in this group of rows" in error.reason


def test_empty_null_and_wide_rows(tmp_path: Path) -> None:
    listed = [{"text": GATES}, {"text": None}, {"text": ""}, {"text": GATES + "Again."}]
    file = Path(written(tmp_path / "a.parquet", listed))
    found = list(read([str(file)]))
    assert [type(one) for one in found] == [Document, DocumentError, DocumentError, Document]
    none = pa.table({"text": pa.array([], pa.string())})
    pq.write_table(none, file)
    (error,) = errors(file)
    assert error.reason == "empty"


def test_folders_and_gzip_and_standard_input(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    file = Path(written(folder / "a.parquet", rows(3)))
    (folder / "_SUCCESS").touch()
    assert len(list(read([str(folder)]))) == 3
    packed = tmp_path / "b.parquet.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert [told(d) for d in read([str(packed)])] == [told(d) for d in read([str(file)])]


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path) -> None:
    file = written(tmp_path / "a.parquet", rows(2))
    program = (
        "import sys; sys.modules['pyarrow'] = None; sys.modules['pyarrow.parquet'] = None\n"
        "from reportedly.read import read\n"
        f"(error,) = read([{file!r}]); print(error.reason)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "a Parquet file; it needs pip install 'reportedly[parquet]'\n"
