"""What things of a record are known by outside of it.

A group is known by its first member, in the order of refs; the id of any other member leads to it
as well, so that an id that was once given stays good whatever is added later.

    d3fa9c2d1e0b7                   a document
    d3fa9c2d1e0b7/a1a2b3c4d5e       a statement: an attribution of it
    c3fa9c2d1e0b7-1a2b3c4d5e        the claim that the statement belongs to
    n3fa9c2d1e0b7-1a2b3c4d5e        the narrative that the claim belongs to
    s3fa9c2d1e0b7-9f8e7d6c5b        the speaker (or carrier) that an entity of the document is
"""

from __future__ import annotations

import re
from enum import StrEnum

from reportedly.schema import Ref


class Known(StrEnum):
    """What an id is of; the letter that it begins with."""

    DOCUMENT = "d"
    STATEMENT = "a"
    CLAIM = "c"
    NARRATIVE = "n"
    SPEAKER = "s"


_MEMBER = re.compile(r"([cns])([0-9a-f]{12})-([0-9a-f]{10})")
_STATEMENT = re.compile(r"(d[0-9a-f]{12})/(a[0-9a-f]{10})")
_DOCUMENT = re.compile(r"d[0-9a-f]{12}")


def statement_id(ref: Ref) -> str:
    """The id of an attribution."""
    return f"{ref.document}/{ref.id}"


def group_id(kind: Known, first: Ref) -> str:
    """The id of the group whose first member is `first`."""
    return f"{kind}{first.document[1:]}-{first.id[1:]}"


def parse(name: str) -> tuple[Known, Ref] | None:
    """What an id is of, and the ref that it holds (of a document, without an id); None if none."""
    if found := _MEMBER.fullmatch(name):
        kind = Known(found[1])
        return kind, Ref(f"d{found[2]}", f"{'e' if kind is Known.SPEAKER else 'a'}{found[3]}")
    if found := _STATEMENT.fullmatch(name):
        return Known.STATEMENT, Ref(found[1], found[2])
    return (Known.DOCUMENT, Ref(name, "")) if _DOCUMENT.fullmatch(name) else None
