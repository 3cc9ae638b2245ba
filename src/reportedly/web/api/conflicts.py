"""What is well said, but does not go together with what there is (409)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import HTTPException

from reportedly.schema import NotHeldError, RunError, StoreError


@contextmanager
def conflicts() -> Iterator[None]:
    """Tell what the record says to a question that cannot be meant as a conflict.

    Raises:
        HTTPException: in the place of a `RunError` that is none of the more special ones.
    """
    try:
        yield
    except (NotHeldError, StoreError):
        raise
    except RunError as error:
        raise HTTPException(409, str(error)) from None
