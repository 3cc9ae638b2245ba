"""Two documents side by side: the words that they share, and the utterances that both report."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.record import Record
from reportedly.record.answers import DocumentAnswer, ReuseAnswer
from reportedly.schema import Direction
from reportedly.web.asking import Reading
from reportedly.web.beside import Beside, beside
from reportedly.web.drifting import Worded, worded
from reportedly.web.rendering import page

router = APIRouter()

WORDED = 100
"""Utterances that both report which a page shows."""

_WAYS = {
    Direction.FIRST: "the second took it from the first",
    Direction.SECOND: "the first took it from the second",
    Direction.UNKNOWN: "which took it from which is not known",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents as their page shows them.

    Args:
        first: the one.
        second: the other.
        reuse: what words they share; None if none.
        way: which took them from which.
        beside: their texts.
        worded: the utterances that both report.
        more: how many more of these there are.
    """

    first: DocumentAnswer
    second: DocumentAnswer
    reuse: ReuseAnswer | None
    way: str
    beside: Beside
    worded: tuple[Worded, ...]
    more: int


@router.get("/compare/{first}/{second}")
async def compare(
    request: Request, readers: Reading, first: str, second: str, part: int = 1
) -> Response:
    """Two documents side by side."""
    found = await readers.ask(lambda record: _pair(record, first, second, part))
    return page(request, "compare.html", pair=found)


def _pair(record: Record, first: str, second: str, part: int) -> Pair:
    compared = record.compare(first, second)
    one, other = compared.first, compared.second
    texts = one.extraction.document.text, other.extraction.document.text
    shown = compared.rewordings[:WORDED]
    return Pair(
        one.document,
        other.document,
        compared.reuse,
        _WAYS[Direction(compared.reuse.direction)] if compared.reuse else "",
        beside(compared, part),
        tuple(worded(texts, pair) for pair in shown),
        len(compared.rewordings) - len(shown),
    )
