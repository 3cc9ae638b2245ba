"""What was told before, as a later noun takes it up: "the claim", "these reports", "the story"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.schema import Act, Attribution, EntityType
from reportedly.weigh.scene.scene import Scene
from reportedly.weigh.scene.verdicts import UNTRUE
from reportedly.weigh.scene.words import key_words

_SAME: tuple[tuple[str, ...], ...] = (
    ("report", "story", "stories", "article", "news", "post", "headline", "tale", "legend"),
    ("claim", "alleg", "assert", "accus", "contention", "charge"),
    ("rumor", "rumour", "specul", "gossip", "hearsay"),
    ("meme", "graphic", "quot", "tweet"),
    ("study", "studies", "finding", "research", "survey", "poll", "conclu"),
    ("warn",),
    ("promise", "pledge", "vow"),
    ("predict", "forecast"),
    ("announce",),
    ("video", "footage", "clip"),
    ("photo", "picture", "image"),
    ("letter", "memo"),
    ("statement",),
    ("account", "version"),
    ("theory", "theories", "idea", "notion"),
)
"""Beginnings of words that may stand for one another when something said is taken up."""
_ALL = re.compile(
    r"\b(?:" + "|".join(sorted((s for group in _SAME for s in group), key=len, reverse=True)) + ")",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such|any such|his|her|their|its|earlier|previous|both|all"
    r"|[\w.’'-]{1,40}['’]s?)\s+(?:[\w’'-]+\s+){0,3}?(?P<noun>"
    + _ALL.pattern.removeprefix(r"\b")
    + r")|\b(?P<bare>rumou?rs|reports|claims|allegations)\s+(?:of|that|about)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r",|\b(?:that|who|which|at|in|of|on|for|from|with|by|about)\b", re.IGNORECASE)
"""Where what tells a noun more closely begins."""
_PERSONS = (EntityType.PERSON, EntityType.GROUP, EntityType.GOVERNMENT)
"""Whoever they are called by, they are no report ("readers of the story")."""
ALIKE = 0.5
"""Least share of the fewer telling words of two contents that say the same."""
_RULED = re.compile(
    rf"\b(?:is|are|was|were|['’]s)\s+(?:\w+\s+){{0,2}}?{UNTRUE}\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_FEWEST = 3
"""Telling words that two contents must share to say the same."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for something said.

    Args:
        stems: beginnings of the words that it may take up.
    """

    stems: tuple[str, ...]

    def names(self, scene: Scene, a: Attribution) -> bool:
        """Whether an attribution's source or cue has a word that the noun takes up."""
        base = scene.by_id.get(a.source_from or "", a)
        person = base.speaker is not None and base.speaker.type in _PERSONS
        spans = a.cue if person else (*base.source, *a.cue)
        name = "" if person or base.speaker is None else base.speaker.name or ""
        heads = (_HEAD.split(s.read(scene.text), maxsplit=1)[0] for s in spans)
        words = " ".join((*heads, name)).lower()
        return any(re.search(rf"\b{stem}(?!edly)", words) for stem in self.stems)


def definite(words: str) -> Noun | None:
    """The first noun in some words by which something said before is taken up, if there is one."""
    match = _DEFINITE.search(words)
    if match is None:
        return None
    said = (match["noun"] or match["bare"]).lower()
    return next((Noun(group) for group in _SAME if said.startswith(group)), None)


HEARSAY = Noun(tuple(stem for group in _SAME[:3] for stem in group))
"""Any report, claim or rumour."""


def same(scene: Scene, told: Attribution, others: Iterable[Attribution]) -> list[Attribution]:
    """Those of some attributions that say the same as another: most of the telling words of one."""
    own = key_words(scene.said(told))
    found: list[Attribution] = []
    for a in others:
        if a.id == told.id or a.act is Act.DENY or a.negated or _RULED.search(scene.said(a)):
            continue
        words = key_words(scene.said(a))
        shared = len(own & words)
        if shared >= _FEWEST and shared >= ALIKE * min(len(own), len(words)):
            found.append(a)
    return found
