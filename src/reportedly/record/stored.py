"""A document's extraction as it is stored: its parts are read when they are asked for.

An answer has a statement or two of most documents that it draws on; to read the others as well
would take most of its time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.schema import Attribution, StoreError
from reportedly.schema.codec import decode

_FIELDS = ("id", "path", "url", "title", "publisher", "published")


class Stored:
    """What was attributed in a document, with its text.

    Args:
        n: the document's number, for messages.
        body: the JSON form of its extraction.
    """

    __slots__ = ("_fields", "_read", "_told", "n", "text")

    def __init__(self, n: int, body: Mapping[str, Any]) -> None:
        self.n = n
        self.text: str = body["text"]
        self._fields = {name: body.get(name) for name in _FIELDS}
        self._told: dict[str, Mapping[str, Any]] = {a["id"]: a for a in body["attributions"]}
        self._read: dict[str, Attribution] = {}

    def __getitem__(self, name: str) -> Any:
        """A field of the document."""
        return self._fields[name]

    def told(self, name: str) -> Mapping[str, Any]:
        """The JSON form of an attribution.

        Raises:
            StoreError: if there is none of this id.
        """
        try:
            return self._told[name]
        except KeyError:
            raise StoreError(f"document {self.n}: there is no attribution {name}") from None

    def attribution(self, name: str) -> Attribution:
        """An attribution by its id."""
        if name not in self._read:
            self._read[name] = decode(Attribution, self.told(name), "")
        return self._read[name]

    def parents(self, name: str) -> Iterator[str]:
        """The attributions within which an attribution is said, the nearest first."""
        seen = {name}
        parent = self.told(name).get("parent")
        while parent in self._told and parent not in seen:
            yield parent
            seen.add(parent)
            parent = self._told[parent].get("parent")
