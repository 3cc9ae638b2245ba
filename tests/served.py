"""`reportedly serve` in a process of its own, as somebody starts it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commands import surroundings

OPEN = re.compile(r"is open at (http://\S+)")


@contextmanager
def served(record: Path | str, folder: Path, *options: str) -> Iterator[str]:
    """The site's address, until the block ends.

    Args:
        record: the record that it opens.
        folder: where it is started, and keeps its caches.
        options: more of the command's.
    """
    command = [sys.executable, "-m", "reportedly", "serve", "--port", "0", "--record", str(record)]
    with (folder / "served.txt").open("wb") as told:
        process = subprocess.Popen(
            [*command, *options],
            cwd=folder,
            env=surroundings(XDG_CACHE_HOME=str(folder / "cache"), PYTHONUNBUFFERED="1"),
            stdout=told,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.stderr.close()
            process.wait(20)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    lines = []
    for line in process.stderr:
        lines.append(line)
        if found := OPEN.search(line):
            return found[1]
    raise RuntimeError(f"the site was not opened: {''.join(lines)}")
