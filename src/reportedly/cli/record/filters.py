"""What is searched for, as it is typed: words and filters."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reportedly.schema.errors import RunError

if TYPE_CHECKING:
    from reportedly.record import Query

E = TypeVar("E", bound=StrEnum)

Speaker = Annotated[str, typer.Option(help="Words of the speaker's name.")]
Publisher = Annotated[str, typer.Option(help="Words of the publisher's name.")]
Carrier = Annotated[str, typer.Option(help="Words of a carrier's name.")]
Acts = Annotated[list[str] | None, typer.Option(help="An act; can be repeated.")]
Marks = Annotated[list[str] | None, typer.Option(help="An evidence mark; can be repeated.")]
Since = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="From this day.")]
Until = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="To this day.")]


def query(
    words: str,
    speaker: str,
    publisher: str,
    carrier: str,
    acts: list[str] | None,
    marks: list[str] | None,
    since: str | None,
    until: str | None,
) -> Query:
    """The query that is meant.

    Raises:
        RunError: if an act or a mark is none.
    """
    from reportedly.record import Query
    from reportedly.schema import Act, Status

    return Query(
        words=words,
        speaker=speaker,
        publisher=publisher,
        carrier=carrier,
        acts=frozenset(one_of(Act, name, "--act") for name in acts or ()),
        evidence=frozenset(one_of(Status, name, "--evidence") for name in marks or ()),
        since=since,
        until=until,
    )


def one_of(kind: type[E], name: str, option: str) -> E:
    """The value that a name means.

    Raises:
        RunError: if it means none.
    """
    try:
        return kind(name)
    except ValueError:
        raise RunError(f"{option} {name!r:.40}: one of {', '.join(kind)} is meant") from None
