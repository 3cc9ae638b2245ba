"""Five invented articles of four papers on one quarrel, for tests of what a record answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CRANE = (
    "Eleven ships wait outside the breakwater and three of them carry grain that was due in the "
    "city before the end of the week. The only channel that is deep enough for tankers is blocked."
)
CLOSED = "Velmar closed the northern gates of Ostia"

GATES: Mapping[str, Any] = {
    "path": "quay/gates.txt",
    "publisher": "The Quay",
    "title": "Gates closed",
    "published": "2031-05-05",
    "url": "https://quay.invalid/gates",
    "text": f"Ada Morn, minister of ports, said on 2031-05-04 that {CLOSED}.\n\n"
    f"Bela Cox denied that {CLOSED}.\n\n{CRANE}",
}
"""A statement and its denial."""
WIRE: Mapping[str, Any] = {
    "path": "mole/wire.txt",
    "publisher": "The Mole",
    "published": "2031-05-06",
    "text": f"Harbour Wire quoted Ada Morn as saying “{CLOSED} on purpose”.",
}
"""The same through a carrier."""
PEARS: Mapping[str, Any] = {
    "path": "mole/pears.txt",
    "publisher": "The Mole",
    "published": "2031-05-06",
    "text": "A. Morn said that the harvest of grey pears will be poor.",
}
"""One who may be the same as one of the others, on another thing."""
PRINTING: Mapping[str, Any] = {
    "path": "pier/gates.txt",
    "publisher": "The Pier",
    "published": "2031-05-07",
    "text": GATES["text"],
}
"""The first one, word by word, in another paper."""
SECOND: Mapping[str, Any] = {
    "path": "pier/second.txt",
    "publisher": "The Pier",
    "published": "2031-05-08",
    "text": f"Odo Brandt said that {CLOSED}.\n\n"
    "Odo Brandt said that Velmar closed the harbour market of Ostia.",
}
"""Another voice, and a second claim of one story."""
LATER: Mapping[str, Any] = {
    **GATES,
    "path": "quay/gates-later.txt",
    "text": f"Ada Morn, minister of ports, said on 2031-05-04 that {CLOSED}.\n\n"
    f"Bela Cox said that nobody had asked him.\n\n{CRANE}",
}
"""The first one's address with other words."""

PAPERS = (GATES, WIRE, PEARS, PRINTING, SECOND)
