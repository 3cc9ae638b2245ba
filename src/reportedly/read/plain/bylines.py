"""Bylines: who wrote the text, as the text itself says."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

import re

from reportedly.read.plain.shape import plain

LONGEST_BYLINE = 160

_NAME = (
    r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|al|bin|bint|ben|de|del|della|der|den|di|da|du|dos|la|le|van|von|"
    r"y|ibn|el|ter|ten|zu)(?!\w)){0,4}"
)
_NAMES = rf"{_NAME}(?:(?:, and |, | and | & | AND | with ){_NAME}){{0,4}}"
_ROLE = (
    r"(?:(?:staff|senior|chief|political|foreign|diplomatic|security|science|health|sports?|business|defen[cs]e|"
    r"crime|world|national|guest|special|contributing|associate|assistant|managing|deputy|news|freelance|"
    r"technology|white house|\w+ affairs|\w+) ){0,3}"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|producer|journalist|bureau chief|"
    r"analyst|blogger|staff)"
)
_BY = re.compile(
    rf"(?i:(?:words |story |text |written |posted |reported |published |analysis |opinion |exclusive )?"
    rf"(?:by|byline|from)):? (?P<names>{_NAMES})(?P<rest>.*)"
)
_ROLED = re.compile(rf"(?P<names>{_NAMES})(?:, | \| | - )(?P<rest>(?i:{_ROLE})\b.{{0,80}})")
_IN_PLACE = re.compile(
    rf"(?P<names>{_NAME}(?:(?: and |, ){_NAME})?) in (?P<rest>[A-Z][\w.-]+(?:,? (?:and )?[A-Z][\w.-]+){{0,4}})"
)
_BARED = re.compile(rf"(?P<names>{_NAMES})")
_SIGNED = re.compile(rf"[-–—~]{{1,2}} ?(?P<names>{_NAME})(?P<rest>)")
_REST = re.compile(
    r"(?i)\W*$|\s*[,|/·•–—(-].*|\s+(?:for|in|at|of|on|from|staff|published|updated|reuters|afp|ap)\b.*|\s+\d.*"
)
_NOT_NAMES = frozenset(
    "the a an this that these those all any some our my your his her their its no not what when where why how"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december contrast comparison then now far law chance way day night"
    " accident default design and popular request numbers".split()
)
_AGENCY = (
    r"(?:AFP|AP|UPI|dpa|DPA|Reuters|REUTERS|EFE|ANSA|IRNA|ISNA|TASS|Tass|Xinhua|ANI|PTI|IANS|KUNA|SPA|WAM|AAP|"
    r"Bloomberg|CNN|BBC|Associated Press|Press Association|Agence France[- ]Presse|Agencies|agencies|Staff|Wires)"
)
AGENCIES = re.compile(
    rf"(?:\w{{2,3}}/\w{{2,3}} )?[(\[]?[-–— ]*{_AGENCY}(?:(?:, | and |/| & |-){_AGENCY}){{0,4}}[)\]]?\.?"
)
"""A line that holds names of news agencies alone; credit at a text's end."""

_BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,4}(?:(?:writes|reports|blogs) (?:for|from|about|on)\b[^“\"]{2,100}|"
    r"is (?:a|an|the)(?: [\w'’,-]+){0,6} (?:reporter|writer|columnist|correspondent|editor|contributor|journalist|"
    r"blogger|producer|author|fellow|professor) (?:for|at|with|of|in|based|who|and|covering)\b[^“\"]{2,250})"
)
_SPLIT = re.compile(r", and |, | and | & | AND | with ")


def byline_of(text: str, near_date: bool = False) -> tuple[str, ...] | None:
    """The names in a byline, as the text spells them; None where the line is no byline.

    Args:
        text: a paragraph.
        near_date: a line of date, role or handle stands beside it: then a name alone will do.
    """
    line = plain(text)
    if not 4 <= len(line) <= LONGEST_BYLINE or line[-1] in "?!:;,":
        return None
    match = _BY.fullmatch(line)
    if match and _REST.fullmatch(match["rest"]):
        return _checked(match["names"], line, lone=True)
    match = _ROLED.fullmatch(line) or _IN_PLACE.fullmatch(line)
    if match:
        return _checked(match["names"], line)
    match = _BARED.fullmatch(line) if near_date else None
    return _checked(match["names"], line) if match else None


def is_biography(text: str) -> bool:
    """Whether the line tells who the author is: "Jane Doe is a reporter for …"; ask at the ends."""
    return len(text) <= 350 and _BIOGRAPHY.fullmatch(plain(text)) is not None


def signature_of(text: str) -> tuple[str, ...] | None:
    """The name under a text that is signed with a dash: "— Jane Doe"."""
    match = _SIGNED.fullmatch(plain(text)) if len(text) <= 60 else None
    return _checked(match["names"], text) if match else None


def _checked(names: str, line: str, lone: bool = False) -> tuple[str, ...] | None:
    """The names one by one, if each may be one; a lone word only where "By" or an agency says so."""
    found = tuple(n.strip(" .,") if len(n) > 3 else n for n in _SPLIT.split(names))
    if line.endswith(".") and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", line):
        return None
    for name in found:
        words = name.split()
        if not words or words[0].lower() in _NOT_NAMES or len(words) > 5:
            return None
        if len(words) < 2 and not (
            lone and (name.isupper() or len(found) == 1 == len(line.split()) - 1)
        ):
            return None
    return found
