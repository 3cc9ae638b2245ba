"""The tree of errors.

ReportedlyError
├── DocumentError   one input cannot be read: it is skipped, the others still get done
├── RunError        the call itself is wrong or cannot go on: the run stops
│   ├── NotHeldError  a record holds nothing of the name that is asked for
│   └── StoreError  the record cannot be opened, read or written; it is as it was before
└── JsonError       an object is not the JSON form of an extraction (a ValueError as well)
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """The root of every error that this package raises on purpose."""


class DocumentError(ReportedlyError):
    """One input cannot be read, or is left out; `name` says which, `reason` says why.

    Readers yield these among the documents, in input order, instead of raising them.
    """

    def __init__(self, name: str, reason: str) -> None:
        # Both go to the base class, so that the error can travel between processes.
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class RunError(ReportedlyError):
    """The run cannot start or go on, whatever the inputs: a wrong option, a broken model file."""


class NotHeldError(RunError):
    """A record holds nothing of the name that is asked for; the message offers the nearest."""


class StoreError(RunError):
    """The record cannot be opened, read or written: locked, full, damaged, gone, or no record.

    What was being written is not in it: a document is in a record as a whole or not at all.
    """


class JsonError(ReportedlyError, ValueError):
    """An object is not the JSON form of an extraction; the message says what is wrong and where."""
