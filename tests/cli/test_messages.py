"""Standard error: one line a message, and progress where the work is long."""

from __future__ import annotations

import io
import re

import pytest

from reportedly.cli.messages import EVERY, Messages
from reportedly.export.wording.clean import flowing, one_line, safe, shortened
from reportedly.schema import Document, DocumentError, text_id


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_messages_are_one_line_each() -> None:
    stream = io.StringIO()
    messages = Messages(stream=stream)
    messages.error(DocumentError("a\nb.txt", "two\nlines \x1b[2J"))
    messages.warnings(Document(text_id("x"), "x", path="c.txt", warnings=("odd", "odder")))
    assert stream.getvalue() == (
        "reportedly: a b.txt: two lines �[2J\n"
        "reportedly: c.txt: warning: odd\n"
        "reportedly: c.txt: warning: odder\n"
    )


def test_quiet_says_errors_alone() -> None:
    stream, clock = io.StringIO(), Clock()
    messages = Messages(quiet=True, stream=stream, clock=clock)
    messages.warnings(Document(text_id("x"), "x", warnings=("odd",)))
    clock.now += 10 * EVERY
    messages.advance()
    assert stream.getvalue() == ""
    messages.error(DocumentError("a.txt", "empty"))
    assert stream.getvalue() == "reportedly: a.txt: empty\n"


def test_long_work_without_a_terminal_gets_a_line_now_and_then() -> None:
    stream, clock = io.StringIO(), Clock()
    messages = Messages(total=1000, stream=stream, clock=clock)
    for _ in range(300):
        messages.advance()
    assert stream.getvalue() == ""
    clock.now += EVERY
    messages.advance()
    messages.advance()
    assert stream.getvalue() == ("reportedly: 301 of 1,000 documents, 10.0 a second, 1:09 left\n")


def test_long_work_on_a_terminal_gets_a_bar() -> None:
    stream, clock = Terminal(), Clock()
    with Messages(total=40, stream=stream, clock=clock) as messages:
        messages.advance()
        assert stream.getvalue() == ""  # what is done at once needs none
        clock.now += 2
        messages.advance()
        messages.error(DocumentError("a.txt", "empty"))
    shown = stream.getvalue()
    assert "2 of 40 documents, 1.0 a second, 0:38 left" in shown
    assert "reportedly: a.txt: empty\n" in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert shown.endswith(("\x1b[2K", "\x1b[?25h", "\x1b[1A\x1b[2K")), repr(shown[-40:])


def test_no_total_no_time_left() -> None:
    stream, clock = io.StringIO(), Clock()
    messages = Messages(stream=stream, clock=clock)
    clock.now += EVERY
    messages.advance()
    assert stream.getvalue() == "reportedly: 1 document, 0.0 a second\n"


def test_clean_text() -> None:
    assert safe("a\x1bb\x00c\x9bd\u202ee\ud800f") == "a�b�c�d�e�f"
    assert safe("👩\u200d🚀 مرحبا \u0301") == "👩\u200d🚀 مرحبا \u0301"
    assert one_line("a\t b\r\n c\u2028d\ufeff") == "a b c d "
    assert flowing("one\n\n two\r\nthree") == "one ¶ two ¶ three"


@pytest.mark.parametrize("length", [9, 10, 11, 500])
def test_shortened_keeps_both_ends(length: int) -> None:
    text = "".join(chr(0x100 + n) for n in range(length))
    shown = shortened(text, 10)
    if length <= 10:
        assert shown == text
    else:
        assert shown == f"{text[:8]} … {text[-2:]}"


def test_more_than_was_counted_leaves_no_total() -> None:
    stream, clock = io.StringIO(), Clock()
    messages = Messages(total=1, stream=stream, clock=clock)
    for _ in range(3):
        messages.advance()
    clock.now += 60
    messages.advance()
    assert stream.getvalue() == "reportedly: 4 documents, 0.1 a second\n"
