"""What leaves the record, in the forms of the tools that people work with already.

    for part in export(record, OfClaim("c3fa9c2d1e0b7-1a2b3c4d5e"), "annotations"):
        file.write(part)

`FORMATS` lists the forms, with what each may be of; the prompt, the API and the button read it.
Everything streams: memory holds a document, whatever the record's size.
"""

from reportedly.export.formats import FORMATS, Format, export
from reportedly.export.selection import (
    MOST,
    OfClaim,
    OfDocument,
    OfRecord,
    OfSearch,
    Scope,
    Selection,
    named,
)
from reportedly.export.uris import URN, Uris

__all__ = [
    "FORMATS",
    "MOST",
    "URN",
    "Format",
    "OfClaim",
    "OfDocument",
    "OfRecord",
    "OfSearch",
    "Scope",
    "Selection",
    "Uris",
    "export",
    "named",
]
