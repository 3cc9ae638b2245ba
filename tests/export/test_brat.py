"""brat in an archive, read back by what the guide says of it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from hypothesis import given, settings
from pier import PIER
from readings import Made, reading
from strategies import extractions

from reportedly.export import OfClaim, OfRecord, Uris
from reportedly.export.brat import write
from reportedly.record import Record
from reportedly.schema import Extraction

LINE = re.compile(
    r"T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t[^\t\n]*|E\d+\t[\w-]+:T\d+(?: \w+:T\d+)*"
    r"|A\d+\t\w+ E\d+(?: \w+)?|#\d+\tAnnotatorNotes E\d+\t[^\t\n]+"
)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_document_has_its_text_and_its_annotations(record: Record, exported: Any) -> None:
    files = unzipped(exported("brat", OfRecord()))
    assert sorted(files) == sorted(
        f"{name}.{kind}"
        for name in ("gates", "wire", "pears", "gates-2", "second")
        for kind in ("txt", "ann")
    )
    for reading_ in (record.reading(d.key) for d in record.documents()):
        assert reading_.extraction.document.text.encode() in files.values()


def test_of_a_claim_only_its_statements_are_annotated(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    files = unzipped(exported("brat", OfClaim(claim.id)))
    events = [line for n, data in files.items() if n.endswith(".ann") for line in data.splitlines()]
    assert sum(line.startswith(b"E") for line in events) == len(claim.attributions)
    assert "pears.ann" not in files


@given(extractions())
@settings(max_examples=100)
def test_every_line_is_one_of_brat(found: Extraction) -> None:
    files = unzipped(b"".join(write(Made(reading(found)), Uris())))
    (text,) = (data for name, data in files.items() if name.endswith(".txt"))
    (lines,) = (data for name, data in files.items() if name.endswith(".ann"))
    assert text == found.document.text.encode()
    for line in lines.decode().split("\n")[:-1]:
        assert LINE.fullmatch(line), line


def test_no_name_leaves_the_archive(hostile: Record, exported: Any) -> None:
    for name in unzipped(exported("brat", of=hostile)):
        assert re.fullmatch(r"[\w.-]+\.(txt|ann)", name)
        assert "secret" not in name


def test_what_is_known_stands_in_notes() -> None:
    files = unzipped(b"".join(write(Made(reading(PIER)), Uris())))
    assert b"church-owned" in files["pier.ann"]
