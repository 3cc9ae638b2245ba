"""The tree of errors.

    ReportedlyError
    ├── DocumentError   one input cannot be read: it is skipped, the others still get done
    └── RunError        the call itself is wrong or cannot go on: the run stops
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """The root of every error that this package raises on purpose."""


class DocumentError(ReportedlyError):
    """One input cannot be read, or is left out; `name` says which, `reason` says why.

    Readers yield these among the documents, in input order, instead of raising them.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class RunError(ReportedlyError):
    """The run cannot start or go on, whatever the inputs: a wrong option, a broken model file."""
