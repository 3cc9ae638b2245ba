"""Files that were sent: kept in a job's folder, under names that do no harm."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import BinaryIO

LONGEST = 120
"""Characters of an uploaded file's name that are kept: file systems take 255 bytes."""


def kept(folder: Path, name: str | None, file: BinaryIO) -> str:
    """Keep an uploaded file under its own name, or one like it; that name."""
    wanted = safe(name or "file")
    found, number = wanted, 1
    while (folder / found).exists():
        number += 1
        found = f"{number} {wanted}"
    with (folder / found).open("wb") as copy:
        shutil.copyfileobj(file, copy)
    return found


def safe(name: str) -> str:
    """The last part of a name, without what a file system or a terminal stumbles over."""
    last = re.split(r"[/\\]", name)[-1]
    clean = "".join(c for c in last if c.isprintable() and c not in ':*?"<>|').strip(" .-")
    stem, dot, suffix = clean.rpartition(".")
    return (f"{stem[:LONGEST]}{dot}{suffix[:20]}" if stem else clean[:LONGEST]) or "file"
