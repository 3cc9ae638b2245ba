"""What holds between things of several documents, as rows of the connected tables."""

from __future__ import annotations

from reportedly.batch.rows import Row
from reportedly.record.ids import Known, group_id
from reportedly.record.pairs import Decided
from reportedly.schema import Ref
from reportedly.schema.codec import encode
from reportedly.schema.origins import Origins
from reportedly.store import LinkRow, Matter
from reportedly.store.forms import dumps, dumps_or_none


def link(matter: Matter, earlier: Ref, later: Ref, decided: Decided | LinkRow) -> Row:
    """A row of the links."""
    likeness = decided.likeness
    return {
        "matter": matter.value,
        "a_document": earlier.document,
        "a": earlier.id,
        "b_document": later.document,
        "b": later.id,
        "verdict": likeness.verdict.value,
        "score": likeness.score,
        "reasons": list(likeness.reasons),
        "data": dumps_or_none(decided.data),
    }


def group(matter: Matter, member: Ref, root: Ref) -> Row:
    """A row of the groups."""
    return {
        "matter": matter.value,
        "document": member.document,
        "item": member.id,
        "root_document": root.document,
        "root": root.id,
    }


def origin(root: Ref, found: Origins) -> Row:
    """A row of the origins: those of the claim that is known by `root`."""
    return {
        "claim": group_id(Known.CLAIM, root),
        "least": found.least,
        "most": found.most,
        "origins": dumps(encode(found.groups)),
    }
