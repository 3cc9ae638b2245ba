"""The private error of this room: why an input cannot be read, before its name is put to it."""

from __future__ import annotations

from reportedly.schema import DocumentError


class Unreadable(Exception):  # noqa: N818 (it never leaves this room; a DocumentError does)
    """Raised inside `reportedly.read` alone; its boundary turns it into a `DocumentError`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def named(self, name: str) -> DocumentError:
        """The error that a caller sees, with the input that it is about."""
        return DocumentError(name, self.reason)


class Unwanted(Exception):  # noqa: N818 (as above)
    """A document does not meet the caller's conditions: it is left out without a word."""


class Unreachable(Unreadable):
    """Nothing is wrong with the input itself: at another time it may be had."""
