"""Words of a text that say that a name is kept back, and why."""

from __future__ import annotations

import re

KEPT_BACK = re.compile(
    r"(?:who (?:asked|requested|wished|wanted|declined|insisted|spoke|was not|were not|is not|are"
    r" not)[^.,;\n]*?(?:nam|identif|anonym|author|record)[^.,;\n]*"
    r"|(?:on|under) (?:the )?condition (?:of|that)[^.,;\n]*(?:anonym|nam|identif)[^.,;\n]*"
    r"|speaking anonymously|requesting anonymity|not authori[sz]ed to[^.,;\n]*)",
    re.IGNORECASE,
)
"""What stands behind "an official": on which condition he spoke."""
