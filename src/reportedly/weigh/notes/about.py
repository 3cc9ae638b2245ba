"""Which attributions a note is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.schema import Act, Attribution, Entity, EntityType, Span
from reportedly.weigh.scene import Scene, shared_words
from reportedly.weigh.scene.scene import first, last
from reportedly.weigh.scene.told import HEARSAY, definite, same

_ACTS = (
    (
        re.compile(r"\b(?:allegation|accusation|charge)s?\b", re.IGNORECASE),
        frozenset((Act.ACCUSE,)),
    ),
    (re.compile(r"\b(?:prediction|forecast)s?\b", re.IGNORECASE), frozenset((Act.EXPECT,))),
    (re.compile(r"\b(?:promise|pledge|vow)s?\b", re.IGNORECASE), frozenset((Act.PROMISE,))),
)
_THING = re.compile(
    r"\b(?:videos?|footage|photos?|photographs?|pictures?|images?|recordings?|tapes?|documents?"
    r"|letters?|e-?mails?|polls?|surveys?|rumou?rs?|audio)\b",
    re.IGNORECASE,
)
# What a party may want to answer: what is said of it, not what is felt or planned.
_CHARGES = frozenset(
    (Act.ACCUSE, Act.CRITICISE, Act.SAY, Act.SHOW, Act.WARN, Act.CONFIRM, Act.ADMIT, Act.EXPECT)
)
_ONE_THING = (
    ("video", "foota", "clip", "film"),
    ("photo", "pictu", "image"),
    ("recor", "audio", "tape"),
    ("poll", "surve"),
)
"""Stems of nouns that may stand for one another."""
# A plan, an order or a question states no fact that a note could be about, unless it is all there.
_NO_FACT = frozenset((Act.ASK, Act.ORDER, Act.WANT))
_STUDIED = re.compile(
    r"\b(?:polls?|surveys?|stud(?:y|ies)|research(?:ers)?|respondents?|percent|per cent"
    r"|participants?"
    r"|pollsters?|findings?|results?|voters|adults|majority|those (?:polled|surveyed|asked)"
    r"|questionnaires?|trials?|scientists|authors?|third|half)\b|%|\bin (?:ten|10|five|four"
    r"|three)\b",
    re.IGNORECASE,
)
"""What polls and studies are named by, and those whom they ask."""
MANY = 6
"""Where more than so many attributions name a silent party, it is not clear what it would have
answered beyond the nearest."""
REACH = 2
"""How many paragraphs before its own a note reaches back to for a noun that it names."""


def near(scene: Scene, note: Span, said_by: Attribution | None = None) -> tuple[str, ...]:
    """Ids of the attributions that a clause on evidence is about; empty if none fits.

    In its sentence the last before it, else the first behind it; if its sentence has none, those
    of the nearest sentence before that has any, within reach. `said_by` is the attribution that
    says the clause, where it is not the publisher: it is none of them.
    """
    sentence = scene.sentence(note.start)
    if sentence is None:
        return ()
    inside = [
        a for a in _top(scene.touching(sentence)) if not _is_note(a, note) and a is not said_by
    ]
    if before := [a for a in inside if first(a) < note.start]:
        return _ids([max(_facts(before), key=first)])
    if named := _named(scene, note) or _taken_up(scene, note):
        return _ids(named)
    if inside and note.read(scene.text).lower().startswith("with"):
        return _ids(_facts(inside)[:1])
    return _ids(_facts(_sentence_before(scene, sentence)))


def behind(scene: Scene, note: Span) -> tuple[str, ...]:
    """Ids of the attributions that a label hangs on: the one whose noun it stands before."""
    sentence = scene.sentence(note.start)
    found = scene.touching(sentence) if sentence else ()
    hung = [
        a
        for a in found
        if any(0 <= s.start - note.end <= 40 or s.overlaps(note) for s in (*a.cue, *a.source))
        or 0 <= a.content[0].start - note.end <= 40
    ]
    return _ids(_top(hung)[:1])


def against(scene: Scene, clause: Span, words: Span) -> tuple[str, ...]:
    """Ids of the attributions that a party would have answered: those of others that name it."""
    party = _party(scene, clause, words)
    if not party:
        return ()
    own = {e.id for e in scene.extraction.entities if _belongs(e, party)}
    others = [
        a
        for a in _top(scene.attributions)
        if last(a) <= clause.start
        and a.act in _CHARGES
        and scene.speaks(a) not in own
        and any(name in scene.said(a) for name in party)
    ]
    return _ids(others if len(others) <= MANY else _last_group(scene, others))


def _belongs(entity: Entity, party: list[str]) -> bool:
    """Whether an entity is a party or speaks for it, by its name and roles."""
    words = " ".join((entity.name, *(role.text for role in entity.roles)))
    return any(name in words for name in party)


def rendered(scene: Scene, words: Span) -> tuple[str, ...]:
    """Ids of the attributions whose words were rendered: those behind a lead-in, else at hand."""
    text = words.read(scene.text).lower()
    if re.search(r"transcript|interview|conversation|edited|version|answers|summary", text):
        return _ids([a for a in _top(scene.attributions) if first(a) >= words.end])
    sentence = scene.sentence(words.start)
    if sentence is None:
        return ()
    return _ids(_top(scene.touching(sentence)) or _sentence_before(scene, sentence))


def corrected(scene: Scene, words: Span) -> tuple[str, ...]:
    """Ids of the attributions that a correction is about: the one that says most of its words."""
    text = words.read(scene.text)
    scored = [(shared_words(scene.said(a), text), a) for a in _top(scene.attributions)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return (best[1].id,) if best and best[0] >= 4 else ()


def alike(scene: Scene, words: Span, about: tuple[str, ...]) -> tuple[str, ...]:
    """Of some attributions those whose contents share two telling words with a note."""
    text = words.read(scene.text)
    return tuple(i for i in about if shared_words(scene.said(scene.by_id[i]), text) >= 2)


def polled(scene: Scene, note: Span, told: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the attributions that a clause on how something was found out is about.

    They are what the poll or study shows, and what its respondents think, behind those that the
    last such clause was about (`told`), if that was about another; a clause that goes on about
    the same one gets the same.
    """
    found = [a for a in _top(scene.attributions) if _STUDIED.search(_who(scene, a))]
    earlier = [a for a in found if first(a) < note.start]
    fresh = [a for a in earlier if a.id not in told]
    since = max((last(scene.by_id[i]) for i in told), default=-1)
    later = [a for a in fresh if first(a) > since]
    if told and not later:
        return told
    number = scene.paragraph_number(note.start)
    ahead = [a for a in found if scene.paragraph_number(a.cue[0].start) - number in (0, 1)]
    return _ids(later or ahead)


def _who(scene: Scene, a: Attribution) -> str:
    """Who says something, by the words of the source and by the speaker's name."""
    words = " ".join(s.read(scene.text) for s in a.source)
    return words + " " + (a.speaker.name or "" if a.speaker else "")


def _named(scene: Scene, note: Span) -> list[Attribution]:
    """What a note names by its noun: accusations by their act, a video by the same word."""
    words = scene.clause(note).read(scene.text)
    earlier = _earlier(scene, note)
    for noun, acts in _ACTS:
        if noun.search(words):
            return _last_group(scene, [a for a in earlier if a.act in acts])
    if thing := _THING.search(words):
        stem = thing.group().lower().rstrip("s")[:5]
        stems = next((group for group in _ONE_THING if stem in group), (stem,))
        before = [a for a in _top(scene.attributions) if last(a) <= note.start]
        found = [a for a in before if any(s in _all_words(scene, a) for s in stems)]
        return _last_group(scene, found)
    return []


def _taken_up(scene: Scene, note: Span) -> list[Attribution]:
    """What "the story" or "these claims" takes up: the latest told by such a noun, however far."""
    noun = definite(scene.clause(note).read(scene.text))
    if noun is None:
        return []
    before = [
        a for a in _top(scene.attributions) if last(a) <= note.start and a.act not in _NO_FACT
    ]
    told = [a for a in before if not a.negated]
    named = [a for a in told if noun.names(scene, a)]
    if not named and set(noun.stems) <= set(HEARSAY.stems):
        named = [a for a in told if HEARSAY.names(scene, a)]
    return named[-1:]


def repeated(scene: Scene, about: tuple[str, ...], note: Span) -> tuple[str, ...]:
    """Ids of some attributions and of all that say the same elsewhere in the document."""
    told = [scene.by_id[i] for i in about]
    others = [a for a in _top(scene.attributions) if not _is_note(a, note)]
    return _ids([*told, *(b for a in told for b in same(scene, a, others))])


def _earlier(scene: Scene, note: Span) -> list[Attribution]:
    """The attributions before a note, no further back than its reach."""
    number = max(0, scene.paragraph_number(note.start) - REACH)
    start = scene.paragraphs[number].start if scene.paragraphs else 0
    return [a for a in _top(scene.attributions) if last(a) <= note.start and last(a) > start]


def _last_group(scene: Scene, found: list[Attribution]) -> list[Attribution]:
    """Of some attributions those of the latest paragraph that holds any."""
    if not found:
        return []
    latest = max(scene.paragraph_number(a.cue[0].start) for a in found)
    return [a for a in found if scene.paragraph_number(a.cue[0].start) == latest]


def _sentence_before(scene: Scene, sentence: Span) -> list[Attribution]:
    """The attributions of the nearest sentence before that has any, within reach."""
    oldest = max(0, scene.paragraph_number(sentence.start) - REACH)
    for earlier in reversed([s for s in scene.sentences if s.end <= sentence.start]):
        if scene.paragraph_number(earlier.start) < oldest:
            return []
        if found := _top(scene.touching(earlier)):
            return found
    return []


_PRONOUN = frozenset("he she they it who his her their its".split())
_NO_NAME = frozenset(
    "the a an mr mrs ms dr neither both calls messages spokesman spokeswoman".split()
)


def _party(scene: Scene, clause: Span, words: Span) -> list[str]:
    """The names of who gave no answer, as the clause has them; aliases of the same entity too."""
    text = scene.text
    before = text[clause.start : words.start]
    source = before if before.strip() else words.read(text)
    names = re.findall(r"[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*)*", source)
    kept = (n for n in names if n.lower() not in _NO_NAME | _PRONOUN)
    parts = [n.removesuffix("’s").removesuffix("'s") for n in kept]
    known: list[str] = []
    for part in parts:
        known += [part, *_other_names(scene, part)]
    return [name for name in known if len(name) > 1]


def _other_names(scene: Scene, name: str) -> list[str]:
    found: list[str] = []
    for entity in scene.extraction.entities:
        names = (entity.name, *entity.aliases)
        if any(_same_name(name, other) for other in names):
            found += names
            if entity.type is EntityType.PERSON:
                found.append(entity.name.split()[-1])
    return found


def _same_name(one: str, other: str) -> bool:
    """One name is the other, its last word, or the first letters of its words."""
    initials = "".join(w[0] for w in re.split(r"[\s-]+", other) if w[:1].isupper())
    return one in (other, initials) or one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]


def _all_words(scene: Scene, a: Attribution) -> str:
    spans = (*a.source, *a.cue, *a.content)
    return " ".join(s.read(scene.text) for s in spans).lower()


def _is_note(a: Attribution, note: Span) -> bool:
    """Whether an attribution is the note's own clause ("declined to say …")."""
    return all(s.within(note) for s in (*a.source, *a.cue)) or any(s.overlaps(note) for s in a.cue)


def _top(found: Iterable[Attribution]) -> list[Attribution]:
    """Of some attributions those that lie in no other of them."""
    listed = list(found)
    ids = {a.id for a in listed}
    return [a for a in listed if a.parent not in ids]


def _facts(found: list[Attribution]) -> list[Attribution]:
    return [a for a in found if a.act not in _NO_FACT] or found


def _ids(found: list[Attribution]) -> tuple[str, ...]:
    ordered = sorted(found, key=first)
    return tuple(dict.fromkeys(a.id for a in ordered))
