"""`reportedly demo`: the shipped articles through the whole program, and how to read the report."""

from __future__ import annotations

import os
import sys
from importlib.resources import as_file, files
from pathlib import Path

from reportedly.cli.run import Job, perform
from reportedly.pipeline import ReadOptions

BEFORE = """\
Three articles, invented for this demonstration: their people and places do not exist.
For each, what Reportedly finds in it: every statement that the article reports, with
whose it is. Nothing here says whether a statement is true.
"""

AFTER = """\
How to read this

  source   whose words or thoughts they are. Where a sentence goes on to a second
           statement ("… accused X, claiming that …"), the second leans on the first's.
  cue      the words that tie the two together: said, has denied, according to.
  content  what is said. A … stands between its parts, where something comes between.
  line     the number of the line in the file, and beside it:
           direct (in quotation marks), indirect (reported), or mixed;
           how sure Reportedly is that a careful reader would find the same.

Headlines, captions, readers' comments and links to other stories are listed apart
from the article's own text.

Try it on an article of yours:

  reportedly extract article.txt          to read, as above
  reportedly extract -f jsonl page.html   for programs
  reportedly extract --help               the rest
"""


def show() -> int:
    """Print the demonstration; the exit status."""
    with as_file(files("reportedly") / "samples") as folder:
        inputs = tuple(_near(path) for path in sorted(folder.iterdir()) if path.suffix)
        sys.stdout.write(BEFORE + "\n")
        status = perform(Job(inputs, ReadOptions()))
        if status == 0:
            sys.stdout.write("─" * 8 + "\n\n" + AFTER)
    return status


def _near(path: Path) -> str:
    """The path as seen from here, if that is shorter: it stands in the report."""
    try:
        return min(str(path), os.path.relpath(path), key=len)
    except ValueError:  # another drive
        return str(path)
