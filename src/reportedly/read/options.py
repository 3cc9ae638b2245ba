"""What a caller may say about reading: metadata of their own, and limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.read.remembered import Feeds
from reportedly.read.where import Where
from reportedly.schema import RunError

FIELDS = ("text", "title", "url", "publisher", "authors", "date")
"""The parts of a document that `ReadOptions.fields` can name a JSON field for."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read. It can be pickled, so that worker processes get it as it is.

    Args:
        published: day of publication, `YYYY-MM-DD`; wins over whatever the input says.
        publisher: the publisher's name; wins over whatever the input says.
        fields: for each of `FIELDS` that the usual names do not reach, the JSON field to take
            it from; dots go down into objects (`fields.bodyText`).
        language: ISO 639-1 code that documents must be in; one that is surely in another is
            refused. None takes any.
        where: conditions on host and language; what does not meet them is left out without a
            word. Languages named there are taken in the place of `language`.
        entries_only: of a feed, read what it holds itself, and fetch none of the articles that it
            links to. Feeds that are found in folders are read so in any case: nobody named them.
        feeds: what is remembered of feeds; None remembers nothing, and reads them whole.
        allow_private: fetch from private, loopback and link-local addresses as well.
        max_characters: longest text of one document, in code points. 2,000,000 is some three
            hundred times a long news article, and a dozen seconds of the engine's time.
        max_bytes: largest input that must be held as a whole: a file, a fetched page, one line
            of a JSON-lines file, one record of a web archive (before and after decompression).
            Its default is the limit that trafilatura sets for a page.
        timeout: longest time that fetching one address may take, redirects included, seconds.
        read_timeout: longest silence of a server, seconds.
        max_redirects: how many redirects are followed.

    Raises:
        RunError: if a value cannot be meant: not a date, an unknown field, a limit below one.
    """

    published: str | None = None
    publisher: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    language: str | None = "en"
    where: Where = field(default_factory=Where)
    entries_only: bool = False
    feeds: Feeds | None = None
    allow_private: bool = False
    max_characters: int = 2_000_000
    max_bytes: int = 20_000_000
    timeout: float = 30.0
    read_timeout: float = 10.0
    max_redirects: int = 5

    def __post_init__(self) -> None:
        if self.published is not None:
            _check_day(self.published)
        if unknown := sorted(set(self.fields) - set(FIELDS)):
            raise RunError(f"unknown field {unknown[0]!r}: one of {', '.join(FIELDS)} is meant")
        if self.language is not None and not re.fullmatch(r"[a-z]{2,3}", self.language):
            raise RunError(f"not a language code: {self.language!r} (en, de, fr … or any)")
        if min(self.max_characters, self.max_bytes) < 1 or self.max_redirects < 0:
            raise RunError("limits must be positive")
        if min(self.timeout, self.read_timeout) <= 0:
            raise RunError("time limits must be positive")

    @property
    def wanted_language(self) -> str | None:
        """The language that a document must be in, or else is an error; None for any."""
        return None if self.where.languages else self.language


def _check_day(value: str) -> None:
    from datetime import date

    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise RunError(f"not a day of publication: {value!r} (YYYY-MM-DD is meant)") from None
