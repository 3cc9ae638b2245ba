"""JSON lines: the whole record as `import` reads it; of anything else, a statement a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.export.chosen import Chosen
from reportedly.export.jsons import encoded, lines
from reportedly.export.selection import Scope
from reportedly.export.uris import Uris
from reportedly.export.wording.places import place
from reportedly.schema.codec import encode


def write(chosen: Chosen, _: Uris) -> Iterator[bytes]:
    """Write what was chosen."""
    if chosen.scope is Scope.RECORD:
        return (encoded(line + "\n") for line in chosen.record.export())
    said = (replace(one, path=place(one.path)) for one in chosen.statements())
    return lines(map(encode, said))
