"""Six invented articles of five papers on one claim: stated, carried, echoed, and denied."""

from __future__ import annotations

from pathlib import Path

import press

from reportedly.record import Record

CLOSED = "the northern gates of Ostia were closed on purpose in the night"
LATER = "the northern gates of Ostia were closed on purpose in the night of the flood"

ARTICLES = [
    {
        "publisher": "Northline",
        "published": "2031-05-05",
        "title": "Gates <b>closed</b>",
        "text": f"Ada Morn, minister of ports, said on 2031-05-04 that {CLOSED}.",
    },
    {
        "publisher": "The Courier",
        "published": "2031-05-06",
        "title": "Wire on gates",
        "text": f"Harbour Wire quoted Ada Morn as saying “{LATER}”.",
    },
    {
        "publisher": "The Dispatch",
        "published": "2031-05-07",
        "title": "Orro denies",
        "text": f"Ben Orro denied on 2031-05-06 that {CLOSED}.",
    },
    {
        "publisher": "Evening Bell",
        "published": "2031-05-09",
        "title": "Officials on gates",
        "text": f"officials said that {CLOSED}.",
    },
    {
        "publisher": "Northline",
        "published": "2031-06-01",
        "title": "A month later",
        "text": f"Ada Morn, former minister, said on 2031-06-01 that {LATER}.",
    },
    {
        "publisher": "The Pier",
        "published": "2031-06-03",
        "title": "Pears",
        "text": "Cato Vex said that the harvest of grey pears will be poor this year.",
    },
]


def held(folder: Path) -> str:
    """A record that holds them; the engine of `press` must be employed."""
    where = str(folder / "gates.db")
    with Record.open(where) as record:
        record.add([press.newspaper(folder / "gates.jsonl", ARTICLES)])
    return where
