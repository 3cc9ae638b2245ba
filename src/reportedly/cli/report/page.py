"""Lines on their way to a console: gathered, wrapped to its width, printed in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.report.excerpt import Role
from reportedly.export.wording.phrases import Bits, Tone

if TYPE_CHECKING:
    from rich.console import Console

# Of the eight colours that every terminal has, these three can be read on black and on white.
STYLES = {
    Role.SOURCE: "bold magenta",
    Role.CUE: "underline cyan",
    Role.CONTENT: "green",
    Role.CONTEXT: "dim",
}

TONES = {Tone.TEXT: "", Tone.QUIET: "dim", Tone.SPEAKER: "magenta"}
"""A speaker is in the colour of the source that named him."""

_LEAST = 20
"""Columns that the words have at least, however far they are indented."""


def styled(bits: Bits) -> Text:
    """Bits as text in the styles of their tones."""
    line = Text()
    for bit in bits:
        line.append(bit.text, TONES[bit.tone])
    return line


def beside(first: Text, second: Text) -> Text:
    """Both on one line, each in its own style: `+` would put the first one's on all of it."""
    return Text().append_text(first).append_text(second)


class Page:
    """Gathers lines for a console and prints them.

    Args:
        console: where to, how wide, and whether it can show styles.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: list[Text] = []
        self.styled = console.is_terminal and not console.no_color
        self.width = console.width

    def line(self, line: Text | None = None) -> None:
        """Add a line as it is; an empty one if left out."""
        line = Text() if line is None else line
        line.rstrip()
        self._lines.append(line)

    def hanging(self, first: Text, body: Text, indent: int) -> None:
        """Add `body` wrapped beside `first`, its further lines under its first one."""
        for line in self.wrapped(body, indent):
            self.line(beside(first, line))
            first = Text(" " * indent)

    def wrapped(self, body: Text, indent: int) -> list[Text]:
        """The lines of `body` beside an indent."""
        lines = list(body.wrap(self._console, max(self.width - indent, _LEAST)))
        for line in lines:
            line.rstrip()
        return lines

    def rule(self) -> None:
        """Add what keeps two documents apart."""
        self.line(Text("─" * self.width, "dim"))
        self.line()

    def print(self) -> None:
        """Print what was gathered, and begin anew."""
        # In one piece: to print line by line takes twice as long.
        whole = Text("\n").join(self._lines)
        self._lines.clear()
        self._console.print(whole, soft_wrap=True)
        self._console.file.flush()
