"""What goes wrong with a record, told in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from reportedly.cli.messages import FAILED, WRONG_CALL, Messages
from reportedly.schema.errors import RunError, StoreError


@contextmanager
def told() -> Iterator[None]:
    """Turn errors into one line and an exit status: 2 for a wrong call, 1 for a record's trouble.

    A reader of the output who leaves early is no error.
    """
    try:
        yield
    except StoreError as error:
        Messages().line(str(error))
        raise typer.Exit(FAILED) from None
    except RunError as error:
        Messages().line(str(error))
        raise typer.Exit(WRONG_CALL) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
