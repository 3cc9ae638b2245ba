"""Lone surrogates: half characters that JSON escapes can make, and UTF-8 cannot hold."""

from __future__ import annotations

import re

_LONE = re.compile("[\\ud800-\\udfff]")


def mend(text: str) -> tuple[str, int]:
    """Replace each lone surrogate by U+FFFD, so that offsets hold; also say how many."""
    if text.isascii():
        return text, 0
    return _LONE.subn("\ufffd", text)
