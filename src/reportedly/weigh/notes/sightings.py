"""Evidence that a medium has seen: "a letter obtained by", "a copy of which … has seen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.patterns import pattern
from reportedly.schema import Attribution, Span
from reportedly.weigh.scene import Scene
from reportedly.weigh.scene.nouns import RECORDED, STUDIED

_ONE = (
    r"(?:e-?mail|letter|memo|document|file|recording|video|transcript|photo(?:graph)?|message|note"
    r"|list|contract|report|draft|presentation|screenshot|statement|invoice|cable|tape|dossier"
    r"|complaint|lawsuit|filing|petition|indictment|affidavit|warrant)"
)
SEEN = pattern(
    rf"\b(?:(?:{RECORDED}|{STUDIED}|{_ONE}|cop(?:y|ies))(?: [^\s.;:]+){{0,8}}?,? (?:that |which )?"
    r"(?:(?:was|were|has been|have been) )?(?:seen|obtained|reviewed|viewed|examined|acquired) by"
    r" (?P<by>(?:the |The )?(?:[A-Z][\w'’&.-]*|\d+)(?: (?:[A-Z][\w'’&-]*|\d+|of|and)){0,4})"
    rf"|(?P<seen>(?:The |the )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){{0,4}}) (?:has|had|have)"
    rf" (?:seen|obtained|reviewed) (?:(?!no\b)[\w’'-]+ ){{0,4}}?(?:{RECORDED}|{STUDIED}|{_ONE})\b"
    r"|a copy of which (?:was (?:seen|obtained) by (?P<was>(?:the |The )?[A-Z][\w'’&-]*"
    r"(?: [A-Z][\w'’&-]*){0,4})|(?P<has>(?:the |The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4})"
    r" (?:has|had) (?:seen|obtained)))".replace(" ", r"\s+"),
    needs=r"\b(?:seen|obtained|reviewed|viewed|examined|acquired)\b",
    # The name after "by" tells a medium from "seen by many"; only it minds its case.
)

MEDIUM = re.compile(
    r"\b(?:News|Times|Post|Press|Journal|Herald|Tribune|Mail|Globe|Gazette|Observer|Guardian"
    r"|Telegraph|Ledger|Standard|Independent|Mirror|Express|Argus|Dispatch|Examiner|Inquirer"
    r"|Messenger|Star|Review|Magazine|Chronicle|Courier|Daily|Weekly|Agency|Radio|TV|Television"
    r"|Reuters|AP|AFP|BBC|CNN|NBC|CBS|ABC|NPR|Bloomberg|Politico|POLITICO)\b"
)
"""Words in the names of media; what others have seen ("obtained by the police") is no such mark."""


def sightings(place: Scene) -> Iterator[tuple[Span, str]]:
    """Each place where a text says that a medium has seen something, and the medium's name."""
    for match in SEEN.finditer(place.text):
        words = Span(*match.span())
        medium = next(found for found in match.groups() if found)
        if place.holder(words) is None:
            yield words, medium


def backed(place: Scene, words: Span) -> list[Attribution]:
    """The attributions of a sentence that something seen stands behind."""
    sentence = place.sentence(words.start)
    found = place.touching(sentence) if sentence else iter(())
    return [a for a in found if a.parent is None][:2]


def is_publisher(place: Scene, medium: str) -> bool:
    """Whether a medium is the document's own publisher, as far as is known.

    The name of one is part of the other's; where no publisher is known, every medium that carries
    nothing else here is taken for it.
    """
    publisher = (place.extraction.document.publisher or "").lower()
    name = _plain(medium)
    if publisher:
        return name in publisher or publisher in name
    return bool(MEDIUM.search(medium)) and not carries(place, medium)


def carries(place: Scene, medium: str) -> bool:
    """Whether a medium is a carrier anywhere in the document."""
    names = {_plain(c.name) for a in place.attributions for c in a.carriers}
    return any(_plain(medium) in name or name in _plain(medium) for name in names)


def _plain(name: str) -> str:
    return " ".join(name.lower().split()).removeprefix("the ")
