"""`reportedly add`: articles into the record, with progress and a tally at the end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from reportedly.cli.messages import FAILED, INTERRUPTED
from reportedly.cli.options import (
    AllowPrivate,
    Conditions,
    EntriesOnly,
    Fields,
    Inputs,
    Jobs,
    KnownNames,
    Language,
    MaxCharacters,
    Published,
    Publisher,
    Quiet,
    check_known,
    read_options,
)
from reportedly.cli.record.settings import DEFAULT, Where
from reportedly.cli.record.told import told

if TYPE_CHECKING:
    from reportedly.cli.messages import Messages
    from reportedly.record import Outcome, Taken


def add(
    inputs: Inputs,
    record: Where = DEFAULT,
    published: Published = None,
    publisher: Publisher = None,
    language: Language = "en",
    field: Fields = None,
    where: Conditions = None,
    entries_only: EntriesOnly = False,
    known: KnownNames = None,
    jobs: Jobs = 1,
    max_characters: MaxCharacters = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Add articles to the record."""
    from reportedly import pipeline
    from reportedly.cli.background import give_way
    from reportedly.cli.messages import Messages
    from reportedly.record import Record

    give_way()
    with told():
        check_known(known)
        options = read_options(
            published=published,
            publisher=publisher,
            language=language,
            field=field,
            where=where,
            entries_only=entries_only,
            max_characters=max_characters,
            allow_private=allow_private,
        )
        with (
            Record.open(record) as held,
            Messages(quiet, total=None if quiet else pipeline.count(inputs)) as messages,
        ):
            tally = _Tally(messages)
            try:
                held.add(inputs, options, jobs=jobs, known=known, tell=tally.count)
            except KeyboardInterrupt:
                messages.line(f"stopped; {tally}; run it again to go on")
                raise typer.Exit(INTERRUPTED) from None
            finally:
                messages.close()
            if not quiet:
                messages.line(f"{held.name}: {tally}")
    raise typer.Exit(FAILED if tally.failed else 0)


class _Tally:
    """Counts what became of the documents, and says what is wrong with some."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._counts: Counter[Outcome] = Counter()
        self._statements = 0

    def count(self, taken: Taken) -> None:
        """Count one document."""
        self._counts[taken.outcome] += 1
        self._statements += taken.attributions
        if taken.error is not None:
            self._messages.error(taken.error)
        self._messages.warn(taken.name, taken.warnings)
        self._messages.advance()

    @property
    def failed(self) -> int:
        """How many were left out."""
        from reportedly.record import Outcome

        return self._counts[Outcome.FAILED]

    def __str__(self) -> str:
        counts = ", ".join(f"{n:,} {outcome}" for outcome, n in sorted(self._counts.items()))
        return f"{counts or 'nothing found'}; {self._statements:,} statements"
