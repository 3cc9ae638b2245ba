"""Draws the README's picture of the terminal, and the lines of output beside it.

    python -m benchmarks.picture

Runs the real command on a shipped sample in a pseudo-terminal, so that the picture shows what a
user sees, and writes `docs/picture.svg` and the block between the markers in `README.md`. The same
program and weights give the same bytes.
"""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = Path(str(files("reportedly") / "samples"))
SAMPLE = "invented-2022-folder.txt"
METADATA = ("--published", "2022-11-28", "--publisher", "The Dispatch")
WIDTH = 100
"""Columns: the widest that a README column shows without making the letters too small to read."""
ROWS = 34
"""Lines of output that the picture shows: about one screen of a laptop."""
SHOWN = 3
"""Attributions in the README's lines of output."""

THEME = TerminalTheme(
    (250, 250, 247),
    (36, 41, 47),
    [
        (36, 41, 47),
        (179, 38, 30),
        (17, 99, 41),
        (124, 84, 0),
        (9, 80, 170),
        (121, 40, 161),
        (0, 105, 116),
        (97, 103, 110),
    ],
    [
        (87, 96, 106),
        (164, 14, 38),
        (26, 127, 55),
        (99, 60, 1),
        (33, 105, 200),
        (130, 80, 223),
        (24, 120, 130),
        (140, 149, 159),
    ],
)
"""Dark letters on near-white. Black and the six colours have a contrast of 4.5 or more to the
ground (WCAG AA); what the report dims has less, and can be done without."""

# rich's own frame loads its letters from a server; this one takes what the reader's machine has.
FRAME = """\
<svg class="{unique_id}" role="img" viewBox="0 0 {width} {height}"
  xmlns="http://www.w3.org/2000/svg">
<title>What reportedly extract prints on a terminal</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; white-space: pre;
}}
.{unique_id}-title {{ font: bold 16px sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def command(*arguments: str) -> list[str]:
    """The command line that runs the program of this environment."""
    return [sys.executable, "-c", "from reportedly.cli import main; main()", *arguments]


def on_terminal(arguments: list[str]) -> str:
    """What the program writes to a terminal of `WIDTH` columns, colours included.

    Raises:
        subprocess.CalledProcessError: if the program fails.
    """
    surroundings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "LINES")}
    surroundings |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "COLORTERM": ""}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        cwd=SAMPLES,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    written = b""
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        try:
            while part := terminal.read(65536):
                written += part
        except OSError:  # Linux says so when the last writer has gone
            pass
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return written.decode("utf-8").replace("\r\n", "\n")


def draw(written: str, prompt: str) -> str:
    """An SVG of a terminal that shows the prompt and the first `ROWS` lines of the output."""
    lines = written.rstrip("\n").split("\n")
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.assemble(("$ ", "bold"), prompt, "\n"), soft_wrap=True)
    console.print(Text.from_ansi("\n".join(lines[:ROWS])), soft_wrap=False)
    if len(lines) > ROWS:
        console.print("…", highlight=False)
    picture = console.export_svg(
        title="reportedly", theme=THEME, code_format=FRAME, unique_id="reportedly"
    )
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


def ten_lines() -> str:
    """A shortened document as `--format jsonl` writes it: whole attributions, one a line."""
    done = subprocess.run(
        command("extract", "--format", "jsonl", *METADATA, SAMPLE),
        cwd=SAMPLES,
        capture_output=True,
        check=True,
    )
    document: dict[str, Any] = json.loads(done.stdout)
    head = {k: document[k] for k in ("schema", "path", "title", "publisher", "published")}
    blocks = [json.dumps(block, ensure_ascii=False) for block in document["blocks"][:2]]
    found = [_shortened(a) for a in document["attributions"][:SHOWN]]
    return "\n".join(
        [
            json.dumps(head, ensure_ascii=False)[:-1] + ",",
            ' "text": "…",',
            ' "blocks": [',
            *(f"  {block}," for block in blocks),
            '  "…"],',
            ' "attributions": [',
            *(f"  {attribution}," for attribution in found),
            '  "…"]}',
        ]
    )


_KEYS = "id source cue content act speaker carriers said_on".split()


def _shortened(attribution: dict[str, Any]) -> str:
    """A line for an attribution: the keys that say most, where they hold something."""
    said = {key: attribution[key] for key in _KEYS if attribution[key]}
    return json.dumps(said, ensure_ascii=False)


def put(page: str, block: str) -> str:
    """`page` with the text between the markers replaced.

    Raises:
        ValueError: if the page has no markers.
    """
    pattern = re.compile(r"(<!-- ten-lines -->\n).*?(<!-- /ten-lines -->)", re.DOTALL)
    if not pattern.search(page):
        raise ValueError("the page has no place for the lines of output")
    return pattern.sub(lambda m: f"{m[1]}```json\n{block}\n```\n{m[2]}", page)


def main() -> None:
    """Write the picture and the lines of output."""
    written = on_terminal(["extract", *METADATA, SAMPLE])
    picture = draw(written, f"reportedly extract {SAMPLE}")
    (ROOT / "docs" / "picture.svg").write_text(picture, encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(put(readme.read_text(encoding="utf-8"), ten_lines()), encoding="utf-8")


if __name__ == "__main__":
    main()
