"""`reportedly demo`: the shipped articles through the whole program, and how to read the report."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from reportedly import pipeline, samples
from reportedly.cli.run import Found, Job, perform
from reportedly.pipeline import ReadOptions
from reportedly.samples import PUBLISHED

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
  No.      number of the statement, and line of the file. Beside or below them:
           direct (in quotation marks), indirect (reported), or mixed;
           how sure Reportedly is that a careful reader would find the same;
           what the cue does, if it does more than say: accuse, deny, not confirm …;
           doubting or endorsing, if the article's own choice of the cue is.

Below a statement, where the text tells it:

  A ← B ← C   the way it came: published by A, which has it from B, which has it from C.
              One name alone: who "he" or "the official" is.
  on …        the day it was said, reckoned from the words in quotation marks.
  inside      said in the words of another statement, under which it is set in.
  evidence    what is said to stand behind it: claimed, described, shown, none offered …,
              and who says so.
  denies      or echoes, confirms, answers, corrects another statement.
  note        the publisher's own words on the statements that it names.

Open means that the text does not settle it: Reportedly never guesses.
Headlines, captions, readers' comments and links to other stories are listed apart
from the article's own text.

Try it on an article of yours:

  reportedly extract article.txt               to read, as above
  reportedly extract --explain 7 article.txt   what No. 7 was decided by
  reportedly extract -f jsonl page.html        for programs
  reportedly extract --help                    the rest
"""


def show() -> int:
    """Print the demonstration; the exit status."""
    with samples.folder() as folder:
        inputs = tuple(_near(folder / name) for name in PUBLISHED)
        sys.stdout.write(BEFORE + "\n")
        status = perform(Job(inputs, ReadOptions()), _find)
        if status == 0:
            sys.stdout.write("─" * 8 + "\n\n" + AFTER)
    return status


def _find(job: Job) -> Found:
    """Each article with its own publisher and day, all by one engine."""
    engine = pipeline.load_engine()
    for path, (publisher, published) in zip(job.inputs, PUBLISHED.values(), strict=True):
        options = replace(job.options, publisher=publisher, published=published)
        yield from pipeline.extract((path,), options, attributor=lambda: engine)


def _near(path: Path) -> str:
    """The path as seen from here, if that is shorter: it stands in the report."""
    try:
        return min(str(path), os.path.relpath(path), key=len)
    except ValueError:  # another drive
        return str(path)
