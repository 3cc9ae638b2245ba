"""What the tests of exports share: a record of five invented articles, and one of hostile ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import press
import pytest
import quay

from reportedly.export import OfRecord, Selection, Uris, export
from reportedly.record import Record

Exported = Callable[..., bytes]

HOSTILE = (
    {
        "path": "/srv/somebody/secret/evil.txt",
        "publisher": '"><script>alert(1)</script>',
        "title": "{{ 7 * 7 }} {% raw %} </style><img src=x onerror=alert(2)>",
        "published": "2031-05-05",
        "url": "javascript:alert(3)",
        "text": "Ada Morn, <b>minister</b> of \"ports\", said on 2031-05-04 that <script>alert('4')"
        "</script> & \u202egates\u202c \u05e9\u05dc\u05d5\u05dd ]]> \\ the end\u2028 of it.\n\n"
        "Bela Cox denied that <script>alert('4')</script> & \u202egates\u202c "
        "\u05e9\u05dc\u05d5\u05dd ]]> \\ the end\u2028 of it.",
    },
    {
        "path": "=cmd|' /C calc'!A0.txt",
        "publisher": '=HYPERLINK("x")',
        "published": "2031-05-06",
        "url": 'https://evil.invalid/a b"<>{}|^`\\?q=\u00e9\n',
        "text": "Harbour Wire quoted Ada Morn as saying "
        "“😀 =1+1 \t\x07 @SUM(A1) `x` -- '; DROP TABLE”.",
    },
)


@pytest.fixture(autouse=True)
def _employed(monkeypatch: pytest.MonkeyPatch) -> None:
    press.employ(monkeypatch)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    yield from _filled(tmp_path_factory.mktemp("quay"), quay.PAPERS)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    yield from _filled(tmp_path_factory.mktemp("hostile"), HOSTILE)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Callable[..., Record]]:
    """Makes a record of some articles, for one test."""
    opened: list[Record] = []

    def fill(*articles: Mapping[str, object]) -> Record:
        record = Record.open(tmp_path / f"{len(opened)}.db")
        opened.append(record)
        record.add([press.newspaper(tmp_path / f"{len(opened)}.jsonl", articles)])
        return record

    yield fill
    for record in opened:
        record.close()


def _filled(folder: Path, articles: tuple[Mapping[str, object], ...]) -> Iterator[Record]:
    with Record.open(folder / "record.db") as opened:
        with pytest.MonkeyPatch.context() as patch:  # others' tests run while it is open
            press.employ(patch)
            opened.add([press.newspaper(folder / "news.jsonl", articles)])
        yield opened


@pytest.fixture
def exported(record: Record) -> Exported:
    def exported(
        name: str, selection: Selection | None = None, of: Record | None = None, base: str = ""
    ) -> bytes:
        uris = Uris(base) if base else None
        return b"".join(export(of or record, selection or OfRecord(), name, uris=uris))

    return exported
