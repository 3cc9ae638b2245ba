"""Which attribution the words of a tie pick out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.schema import Act, Attribution, Span
from reportedly.weigh.scene import Scene, shared_words
from reportedly.weigh.scene.scene import first, last
from reportedly.weigh.scene.told import Noun

_ACTS: tuple[tuple[re.Pattern[str], frozenset[Act]], ...] = tuple(
    (re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE), frozenset(acts))
    for nouns, acts in (
        ("allegations?|accusations?|charges?|insinuations?", (Act.ACCUSE, Act.CRITICISE)),
        ("criticisms?|complaints?", (Act.CRITICISE, Act.ACCUSE)),
        ("warnings?", (Act.WARN,)),
        ("promises?|pledges?|offers?", (Act.PROMISE, Act.WANT)),
        ("demands?|calls?|appeals?|requests?|proposals?", (Act.ORDER,)),
        ("predictions?|forecasts?", (Act.EXPECT,)),
        ("questions?", (Act.ASK,)),
        ("denials?", (Act.DENY,)),
        ("findings?", (Act.SHOW,)),
    )
)
_SPEECH = frozenset(Act) - {Act.WANT, Act.DECIDE, Act.THINK, Act.ASK, Act.ORDER}
_NAME = re.compile(r"(?<![.!?] )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_NO_NAME = frozenset("The This That These Those His Her Their Its He She They It Such".split())
AHEAD = 2
"""How many sentences ahead a tie may point, where it names a speaker who comes only then."""


def by_name(scene: Scene, a: Attribution, words: Span) -> list[Attribution] | None:
    """What the speakers named in some words say, the likeliest first; None if none is named.

    The latest before the attribution comes first, then what follows closely.
    """
    spoken = named(scene, words)
    if not spoken:
        return None
    theirs = [b for b in scene.attributions if _speaker_among(scene, b, spoken) and b.id != a.id]
    return _ordered(scene, a, theirs)


def by_noun(scene: Scene, a: Attribution, words: str) -> list[Attribution]:
    """What others said before that a noun such as "the accusation" fits, the likeliest first."""
    acts = next((acts for noun, acts in _ACTS if noun.search(words)), _SPEECH)
    other = scene.speaks(a)
    return [
        b
        for b in before(scene, a)
        if b.act in acts
        and not b.negated
        and not _yet_to(scene, b)
        and (not other or scene.speaks(b) != other)
        and b.parent != a.id
    ]


_YET = re.compile(r"\b(?:yet to|unable to|impossible)\b", re.IGNORECASE)


def _yet_to(scene: Scene, b: Attribution) -> bool:
    """Whether a cue tells of what is not said ("has yet to confirm")."""
    return any(_YET.search(s.read(scene.text)) for s in b.cue)


def fitting(
    scene: Scene, found: Iterable[Attribution], words: str, noun: Noun | None = None
) -> Attribution | None:
    """Of some attributions, the likeliest first, the one that shares most words with a tie's.

    A word of its own that the tie's noun takes up ("the report") counts for two.
    """
    listed = list(found)

    def likeness(b: Attribution) -> int:
        return shared_words(scene.said(b), words) + 2 * bool(noun and noun.names(scene, b))

    best = max(listed, key=likeness, default=None)
    if best is not None and likeness(best):
        return best
    return listed[0] if listed else None


def named(scene: Scene, words: Span) -> set[str]:
    """The speakers that some words name: entity ids, and last words of names in lower case."""
    found: set[str] = set()
    # The words may break off within an office ("a Gold Star" of "a Gold Star mother").
    text = scene.text[words.start : words.end + 40]
    for match in _NAME.finditer(words.read(scene.text)):
        if match.group() not in _NO_NAME:
            found.add(_last_word(match.group()))
    entities = (
        e.id
        for e in scene.extraction.entities
        if any(m.within(words) and m.read(scene.text)[:1].isupper() for m in e.mentions)
        or any(_last_word(n) in found for n in (e.name, *e.aliases) if n[:1].isupper())
        or any(len(role.text.split()) > 1 and role.text in text for role in e.roles)
    )
    return found | set(entities)


def near_before(scene: Scene, a: Attribution, paragraphs: int = 1) -> list[Attribution]:
    """What others said before an attribution, its own or the last few paragraphs, latest first."""
    number = scene.paragraph_number(first(a)) - paragraphs
    start = scene.paragraphs[max(number, 0)].start if scene.paragraphs else 0
    other = scene.speaks(a)
    return [b for b in before(scene, a) if last(b) > start and other and scene.speaks(b) != other]


def near_after(scene: Scene, a: Attribution, paragraphs: int) -> list[Attribution]:
    """What others say behind an attribution, within some paragraphs, in text order."""
    number = scene.paragraph_number(last(a)) + paragraphs
    other = scene.speaks(a)
    return [
        b
        for b in scene.attributions
        if b.cue[0].start > last(a)
        and scene.paragraph_number(b.cue[0].start) <= number
        and b.block is a.block
        and other
        and scene.speaks(b) != other
        and not _around(b, a)
    ]


def before(scene: Scene, a: Attribution) -> list[Attribution]:
    """The attributions that begin before one and are neither in it nor around it, latest first."""
    found = [
        b
        for b in scene.attributions
        if b.id != a.id
        and b.cue[0].start < a.cue[0].start
        and b.block is a.block
        and not _around(b, a)
    ]
    return sorted(found, key=lambda b: (b.parent is None, b.cue[0].start), reverse=True)


def _ordered(scene: Scene, a: Attribution, found: list[Attribution]) -> list[Attribution]:
    earlier = [b for b in before(scene, a) if b in found]
    limit = _end_ahead(scene, last(a))
    ahead = [b for b in found if first(b) >= a.cue[0].end and first(b) < limit and b.parent != a.id]
    nested = [b for b in found if b.parent == a.id]
    return [*earlier, *sorted(ahead, key=first), *nested]


def _end_ahead(scene: Scene, place: int) -> int:
    ends = [s.end for s in scene.sentences if s.end > place]
    return ends[min(AHEAD, len(ends) - 1)] if ends else place


def _around(one: Attribution, other: Attribution) -> bool:
    """Whether one attribution's content holds the other's cue, or the other way round."""
    return any(other.cue[0].within(s) for s in one.content) or any(
        one.cue[0].within(s) for s in other.content
    )


def _speaker_among(scene: Scene, b: Attribution, spoken: set[str]) -> bool:
    speaker = scene.speaks(b)
    if speaker in spoken:
        return True
    names = b.speaker.name.split() if b.speaker and b.speaker.name else []
    return bool(names) and names[-1].lower() in spoken


def _last_word(name: str) -> str:
    word = name.rsplit(maxsplit=1)[-1].lower()
    return word.removesuffix("'s").removesuffix("’s").rstrip(".")
