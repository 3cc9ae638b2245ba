"""A function in a process of its own, which can be given up: a query that waits for ever, too."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from reportedly.schema import RunError
from reportedly.workers import interrupts_held

_ANSWER, _ENDED, _REFUSED, _FAILED = "answer", "ended", "refused", "failed"

Give = Callable[[str], None]
"""What the function calls for each thing that it has to say."""


class Failure(Exception):  # noqa: N818 (whoever waits for the process decides what it is)
    """The process has died, or its function raised what is no `RunError`."""


class Apart:
    """A running function; what it gives is asked for piece by piece.

    It ends with this process, whatever ends that. Nothing that it or the engine prints is shown,
    unless `REPORTEDLY_TRACEBACK` is set.

    Args:
        function: a module's function; it is called with `give` and then with `arguments`.
        *arguments: what can be pickled.
    """

    def __init__(self, function: Callable[..., None], *arguments: Any) -> None:
        context = get_context("spawn")  # a forked process would share the engine's locks
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, function, arguments), name="reportedly-query"
        )
        self.ended = False
        with interrupts_held():
            self._process.start()
        theirs.close()

    def next(self, seconds: float) -> str | None:
        """What it says next; None if it says nothing for so long, or has come to its end.

        Raises:
            RunError: if its function raises one.
            Failure: if the function raises anything else, or the process dies.
        """
        if self.ended or not self._connection.poll(seconds):
            return None
        try:
            word, said = self._connection.recv()
        except (EOFError, ConnectionError):
            self._process.join(timeout=5)
            raise Failure(f"a process died (exit status {self._process.exitcode})") from None
        if word == _REFUSED:
            raise RunError(said)
        if word == _FAILED:
            raise Failure(said)
        self.ended = word == _ENDED
        return said if word == _ANSWER else None

    def stop(self) -> None:
        """End it, if it has not ended; workers notice that within seconds."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _serve(connection: Connection, function: Callable[..., None], arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if not os.environ.get("REPORTEDLY_TRACEBACK"):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    try:
        function(lambda said: connection.send((_ANSWER, said)), *arguments)
        connection.send((_ENDED, ""))
    except RunError as error:
        connection.send((_REFUSED, str(error)))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must learn of it
        connection.send((_FAILED, f"{type(error).__name__}: {_first_line(error)}"))
    connection.close()
    os._exit(0)  # the engine's threads may still wait for what will not come


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or "no more is known").splitlines()[0][:200]
