"""Names that a document itself shows to be media's, for where it uses them without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.patterns import pattern
from reportedly.resolve.carriers.words import DEMONYM
from reportedly.resolve.known import Known, fold
from reportedly.resolve.media import HEADS, TITLES, looks_like_medium
from reportedly.schema.document import Document
from reportedly.schema.entity import Mention, Refers

_WORD = r"\b[A-Z][\w&’'-]{0,30}\b"
_NAME = re.compile(rf"{_WORD}(?:\s(?:of\s|de\s|della\s|and\s)?{_WORD}){{0,4}}(?:\s{HEADS})?")
_HEAD = re.compile(rf"\s(?:{HEADS}|{TITLES})$")
_LAST = frozenset(
    "times post herald tribune gazette chronicle courier inquirer dispatch journal telegraph"
    " examiner enquirer star sun globe mail mirror echo observer sentinel bulletin express"
    " register".split()
)
"""Last words of names that papers go by alone, once named ("the Herald")."""
_KIND = (
    r"(?:newspaper|magazine|tabloid|broadcaster|news (?:agency|site|website|outlet|channel)"
    r"|(?:tv|television|radio) (?:station|channel|network))"
)
_SHOWN = (
    # "a reporter for Velmar Today", "an editor at the Lissom Light"
    pattern(
        rf"\b(?:reporters?|correspondents?|journalists?|anchor|columnist)\s(?:for|from|of|at|with)"
        rf"\s(?:the\s)?({_WORD}(?:\s{_WORD}){{0,3}})"
    ),
    # "Lissom Light, a weekly newspaper"
    pattern(
        rf"({_WORD}(?:\s{_WORD}){{0,3}}),\s(?:the|an?)\s(?:[\w'’-]+\s){{0,4}}?{_KIND}\b",
        needs=rf"\b{_KIND}\b",
    ),
    # "(originally) reported by Velmar Today" is no such sign: officials report as well
)


def own_media(document: Document, known: Known, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """Folded names that stand for media in this document, short forms of its full names included.

    Args:
        document: the document.
        known: the known names.
        mentions: what was taken for mentions; a name of a person or a place is none of a medium.
    """
    people = {
        fold(m.span.read(document.text))
        for m in mentions
        if m.refers in (Refers.PERSON, Refers.PLACE)
    }
    found = {fold(name) for name in _names(document.text, known)}
    return frozenset(name for name in found - people if len(name) > 1)


def _names(text: str, known: Known) -> Iterator[str]:
    for name in {match.group() for match in _NAME.finditer(text)}:
        entry = known.medium(name)
        if (entry and not entry.ambiguous and " " in name) or looks_like_medium(name):
            yield from _short(name, known)
    for shown in _SHOWN:
        for match in shown.finditer(text):
            if not _other(match.group(1), known):
                yield match.group(1)


def _short(name: str, known: Known) -> Iterator[str]:
    """The last word of a paper's name, and an agency's name without "news agency"."""
    bare = _HEAD.sub("", name)
    last = bare.split()[-1]
    if " " in bare and last.casefold() in _LAST:
        yield last
    one_place = DEMONYM.fullmatch(bare)
    if bare != name and not one_place and not _other(bare, known):
        yield bare


def _other(name: str, known: Known) -> bool:
    return any((known.government(name), known.group(name), known.body(name)))
