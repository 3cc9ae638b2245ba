"""A document's extraction as it is stored, read where it is asked for.

An answer has a statement or two of most documents that it draws on. To read all of a document for
these would take most of the answer's time, and what is kept of it for the next one would be a
thousand objects where it is now one string.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from reportedly.schema import StoreError
from reportedly.store.forms import dumps

_DECODER = json.JSONDecoder()
_TEXT = ',"text":"'
"""What stands before a document's text. Within a string of JSON, a quotation mark has a backslash
before it, so that this stands nowhere else; and the same holds of what is looked for below."""


class Body:
    """A document's extraction, as `forms.pack` wrote what `schema.to_json` made of it.

    Args:
        name: the record's name and the document's number, for messages.
        blob: what is stored.

    Raises:
        StoreError: here or later, if it is damaged.
    """

    def __init__(self, name: str, blob: bytes) -> None:
        self._name = name
        try:
            self._json = zlib.decompress(blob).decode("ascii")
        except (zlib.error, ValueError) as error:
            raise self._damaged(str(error)) from None
        self._start = self._json.find(_TEXT)
        if self._start < 0:
            raise self._damaged("it has no text")

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """What the document says of itself: id, path, url, title, publisher, authors, published."""
        found: Mapping[str, Any] = json.loads(self._json[: self._start] + "}")
        return found

    @cached_property
    def text(self) -> str:
        """The document's text."""
        found: str = _DECODER.raw_decode(self._json, self._start + len(_TEXT) - 1)[0]
        return found

    def attribution(self, name: str) -> Mapping[str, Any]:
        """The JSON form of an attribution, by its id.

        Raises:
            StoreError: if there is none.
        """
        found = self._find(name)
        if found is None:
            raise self._damaged(f"there is no attribution {name!r:.40}")
        return found

    def parents(self, name: str) -> Iterator[str]:
        """Ids of the attributions within which one is said, the nearest first."""
        passed = [name]
        while (found := self._find(passed[-1])) and (parent := found.get("parent")):
            if parent in passed or self._find(parent) is None:
                return
            passed.append(parent)
            yield parent

    def _find(self, name: str) -> Mapping[str, Any] | None:
        at = self._json.find(f'{{"id":{dumps(name)},', self._start)
        if at < 0:
            return None
        found: Mapping[str, Any] = _DECODER.raw_decode(self._json, at)[0]
        return found

    def _damaged(self, reason: str) -> StoreError:
        return StoreError(f"{self._name} is damaged: {reason}")
