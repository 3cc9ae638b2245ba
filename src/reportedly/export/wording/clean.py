"""Text of unknown origin, made safe and plain to show on a terminal."""

from __future__ import annotations

import re

# What a terminal could take for a command, or what turns the order of a line around: control
# characters but white space, explicit bidirectional embeddings, overrides and isolates (the
# "Trojan Source" characters), and lone surrogates, which cannot be written at all.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SPACE = re.compile(r"[\s\ufeff\u00ad\u200b]+")

PARAGRAPH = " ¶ "
"""Stands for the end of a paragraph within what is shown on one line."""


def safe(text: str) -> str:
    """The text with what could harm a terminal shown as `�`; one character stays one."""
    return _UNSAFE.sub("�", text)


def one_line(text: str) -> str:
    """The text as it can stand on one line: safe, white space of every kind as single spaces."""
    return _SPACE.sub(" ", safe(text))


def flowing(text: str) -> str:
    """As `one_line`, but the ends of paragraphs within the text stay visible, as `¶`."""
    parts = (one_line(part) for part in re.split(r"\s*[\n\r\u2028\u2029]\s*", text))
    return PARAGRAPH.join(parts)


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning and its end with ` … ` between if it is longer than `longest`."""
    if len(text) <= longest:
        return text
    end = longest // 5
    return f"{text[: longest - end].rstrip()} … {text[-end:].lstrip()}"
