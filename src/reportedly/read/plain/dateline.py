"""Datelines: the place, day and agency that stand before a report's first sentence."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_DATELINE = 110
"""Characters; the longest of 239 found in PolNeAR train and half of FNC-1 has 50."""

LEAST_AFTER_COLON = 100
"""Characters in a paragraph that a place and a colon may open; shorter ones are headlines."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH}|{_MONTH.upper()}) \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CAPS = r"[A-Z][A-Z.'’-]+"
_PLACE_CAPS = rf"{_CAPS}(?:[ /]{_CAPS}){{0,4}}"
_PLACE_ANY = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"
_REGION = r"(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})"
_AGENCY = r"\(\s?[A-Z][\w.,&/:' -]{0,34}\)"
_DASH = r"(?:\s+(?:--?-?|_)\s*|\s*(?:--|—|–|―)\s*|\s+[|]\s+)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # PARIS, Texas, March 3 (Reuters) — · TEHRAN - · TEHRAN, June 3 (MNA) –
        rf"{_PLACE_CAPS}{_REGION}{{0,2}}(?:,? {_DAY})?,?(?:\s*{_AGENCY})?{_DASH}",
        rf"{_PLACE_CAPS}{_REGION}{{0,2}}(?:,? {_DAY})?,?\s*{_AGENCY}\s*[:,]?\s*(?={_DASH}|[A-Z\"“‘'])",
        # Paris (Reuters) — · Paris, Texas, March 3 — · Boston -
        rf"{_PLACE_ANY}{_REGION}{{0,2}}(?:,? {_DAY})?,?\s*{_AGENCY}{_DASH}",
        rf"{_PLACE_ANY}{_REGION}{{0,2}},? {_DAY},?{_DASH}",
        rf"{_PLACE_ANY}{_REGION}{{0,1}}\s+(?:--?|—|–|―)\s+(?=[A-Z\"“‘'])",
        # (RT) — · (CNN)The · March 3 (Reuters) -
        rf"(?:{_DAY}\s*)?{_AGENCY}(?:{_DASH}|:\s+|\s*(?=[A-Z\"“‘']))",
    )
)  # fmt: skip
_COLON = re.compile(
    rf"(?:{_PLACE_CAPS}{_REGION}?(?:,? {_DAY})?(?:\s*{_AGENCY})?):\s+(?=[A-Z\"“‘'])"
)
_COLON_ANY = re.compile(r"[A-Z][\w.'’ /-]{1,40}:\s")
_ALONE = re.compile(
    rf"{_PLACE_CAPS}{_REGION}{{0,2}}(?:,? {_DAY})?,?(?:\s*{_AGENCY})(?:\s*(?:--?|—|–|―))?"
)
_UPDATE = re.compile(r"updat|\d:\d\d", re.IGNORECASE)
_LABELS = frozenset(
    "update updated updates breaking exclusive watch video photo photos poll read more related opinion analysis"
    " editorial report reports live latest note correction editor's warning spoiler question answer q a claim"
    " fact verdict status example origins background problem results conclusion summary abstract new news urgent"
    " fyi tl dr ps pm am interview transcript review recap just now top mr mrs host developing source excerpt look byline caption abstract byline text".split()
)


def dateline_end(text: str, following: Sequence[str] = (), first: bool = True) -> int:
    """How many characters of a report's first paragraph are its dateline; 0 if it has none.

    Args:
        text: the paragraph.
        following: the next paragraphs. Where one begins with a label and a colon as well, a colon
            marks speakers or sections, not a place.
        first: nothing of the report stands before it. Further down, only what no sentence begins
            with will do: capitals, a day, an agency.
    """
    head = text[:LONGEST_DATELINE]
    if not (head[:1].isupper() or head[:1].isdigit() or head[:1] == "("):
        return 0
    for form in _FORMS if first else _FORMS[:-2]:
        match = form.match(head)
        if match and not _is_label(match[0]):
            return len(match[0].rstrip())
    match = _COLON.match(head)
    if not match or _is_label(match[0]) or len(text) < LEAST_AFTER_COLON:
        return 0
    labelled = any(_COLON_ANY.match(f[:LONGEST_DATELINE]) for f in following)
    return 0 if labelled else len(match[0].rstrip())


def is_dateline(text: str) -> bool:
    """Whether the paragraph is a dateline that stands on a line of its own."""
    return len(text) <= LONGEST_DATELINE and _ALONE.fullmatch(text) is not None


_UPDATE = re.compile(r"updat|\d:\d\d", re.IGNORECASE)


def _is_label(found: str) -> bool:
    """Whether what looks like a place is a label ("UPDATE:") or a note on the time."""
    first = re.split(r"[^\w']+", found.strip("( ").lower().replace("’", "'"), maxsplit=1)[0]
    return first in _LABELS or _UPDATE.search(found) is not None
