"""Lists, a part at a time: each says where the next begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, islice
from typing import Annotated, Any, Protocol, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response

from reportedly.record import Record
from reportedly.schema import NotHeldError
from reportedly.web.api.written import written
from reportedly.web.readers import Readers

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST = 1_000
"""Items that are given at once at most."""

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class _Cut:
    """Which part of a list is asked for."""

    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = 50
    after: Annotated[
        str | None,
        Query(max_length=200, description="Go on after this one: `next` of the part before."),
    ] = None


Cut = Annotated[_Cut, Depends()]


class Lists(Protocol[T_co]):
    """A question whose answer is a list that can be gone on with."""

    def __call__(self, record: Record, /, *, limit: int, after: str | None) -> Iterable[T_co]: ...


def _id(item: Any) -> str:
    return str(item.id)


async def listed(
    request: Request,
    readers: Readers,
    cut: _Cut,
    question: Lists[T],
    cursor: Callable[[T], str] = _id,
) -> Response:
    """A part of a list, with a link to the next part if there is one.

    Args:
        request: that it answers.
        readers: who reads the record.
        cut: the part.
        question: what is listed.
        cursor: what `question` takes for `after` to go on behind an item.
    """

    def ask(record: Record) -> Response:
        return page(request, cut, question(record, limit=cut.limit + 1, after=cut.after), cursor)

    return await readers.ask(ask)


def page(
    request: Request, cut: _Cut, found: Iterable[T], cursor: Callable[[T], str] = _id
) -> Response:
    """The answer with a part of a list.

    Args:
        request: that it answers.
        cut: the part.
        found: its items, and one more if there is one.
        cursor: as for `listed`.
    """
    listed = list(found)
    items = listed[: cut.limit]
    following = cursor(items[-1]) if len(listed) > cut.limit else None
    body = written({"items": items, "next": following})
    return Response(body, headers=_link(request, following), media_type=JSON)


async def answered(readers: Readers, question: Callable[[Record], object]) -> Response:
    """One answer of the record."""
    body = await readers.ask(lambda record: written(question(record)))
    return Response(body, media_type=JSON)


def gone_on(
    found: Iterable[T], limit: int, after: str | None, cursor: Callable[[T], str] = _id
) -> Iterator[T]:
    """The part of a list that comes after an item of it, for lists that are read from the start.

    Raises:
        NotHeldError: if there is no such item.
    """
    rest = iter(found)
    if after is not None:
        rest = dropwhile(lambda item: cursor(item) != after, rest)
        if next(rest, None) is None:
            raise NotHeldError(f"this list holds no {after!r:.80} to go on after")
    return islice(rest, limit)


def _link(request: Request, following: str | None) -> dict[str, str]:
    if following is None:
        return {}
    given = [(k, v) for k, v in request.query_params.multi_items() if k != "after"]
    asked = urlencode([*given, ("after", following)])
    return {"Link": f'<{request.url.path}?{asked}>; rel="next"'}
