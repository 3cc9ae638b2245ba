"""Words of a text that say that a name is kept back, and why."""

from __future__ import annotations

import re

from reportedly.schema import Span

KEPT_BACK = re.compile(
    r"(?:who (?:asked|requested|wished|wanted|declined|insisted|spoke|was not|were not|is not|are"
    r" not)[^.,;\n]*?(?:nam|identif|anonym|author|record)[^.,;\n]*"
    r"|(?:on|under) (?:the )?condition (?:of|that)[^.,;\n]*(?:anonym|nam|identif)[^.,;\n]*"
    r"|speaking anonymously|requesting anonymity|not authori[sz]ed to[^.,;\n]*)",
    re.IGNORECASE,
)
"""What stands behind "an official": on which condition he spoke."""

_BEHIND = 120
"""Characters behind a noun within which the text says that its name is kept back."""
_ENDS = re.compile(r"[.!?;:\n]|\b[A-Z][\w’'-]+ [A-Z]")
"""Behind these it says so of somebody else: a sentence's end, another's name."""


def kept_back(text: str, noun: Span) -> bool:
    """Whether right behind a noun stands why no name is given ("…, who spoke anonymously")."""
    found = KEPT_BACK.search(text, noun.end, noun.end + _BEHIND)
    return found is not None and _ENDS.search(text, noun.end, found.start()) is None
