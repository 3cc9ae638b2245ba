"""Whether a record agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.store.documents import Documents
from reportedly.store.session import Session


def problems(session: Session, documents: Documents) -> Iterator[str]:
    """A line for each thing that does not agree."""
    raise NotImplementedError
