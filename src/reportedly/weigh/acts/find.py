"""Which entries of the lexicon a cue holds, and which of them decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.schema import Act
from reportedly.weigh.acts.cue import Cue, Word
from reportedly.weigh.acts.lexicon import Entry, Lexicon, Part

_ANY_WORDS = 4
"""How many words "…" stands for at most."""
_PASSED_OVER = frozenset(
    "a an the his her its their our my your it this that these those some any more most very so"
    " too also even just again now then still once later already never not no n't 's both quite"
    " rather much well all".split()
)
"""Words that may stand between two words of a phrase, beside those in "-ly"."""
_DETERMINERS = frozenset("a an the his her its their our my your no this any".split())
_COPULAS = frozenset("be feel become seem remain sound look appear get stay grow".split())
_PREPOSITIONS = frozenset(
    "in on at during after before by for from of over about with to against amid via into".split()
)
_WHILES = frozenset("year month week day decade hour minute".split())
_LEADS_TIME = frozenset("the a many several two three four five some at more".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a cue: the numbers of its first word and of the word behind its last."""

    entry: Entry
    start: int
    end: int


def hits(cue: Cue, lexicon: Lexicon) -> list[Hit]:
    """The entries in a cue, in order and disjoint, the longest at each place.

    A phrase that begins in the cue may end in the words behind it ("called" … "for calm").
    """
    words = (*cue.words, *cue.after)
    found: list[Hit] = []
    place = 0
    while place < len(cue.words):
        hit = _phrase(words, place, len(cue.words), lexicon) or _single(words, place, lexicon)
        if hit:
            found.append(hit)
        place = hit.end if hit else place + 1
    return found


def _single(words: Sequence[Word], place: int, lexicon: Lexicon) -> Hit | None:
    entry = next((lexicon.words[f] for f in words[place].forms if f in lexicon.words), None)
    if entry is None:
        return None
    if entry.part is Part.VERB and _as_noun(words, place, entry.name):
        entry = replace(entry, part=Part.NOUN)
    return Hit(entry, place, place + 1)


def _as_noun(words: Sequence[Word], place: int, verb: str) -> bool:
    """Whether what may be a verb is a noun, by its form and an article before it: "the tweet"."""
    plain = words[place].text == verb or words[place].text.endswith("s")
    return plain and any(w.text in _DETERMINERS for w in words[max(0, place - 2) : place])


def _phrase(words: Sequence[Word], place: int, edge: int, lexicon: Lexicon) -> Hit | None:
    for form in words[place].forms:
        for entry in lexicon.phrases.get(form, ()):
            end = _match(entry.words, words, place, edge)
            if end is not None:
                return Hit(entry, place, end)
    return None


def _match(pattern: Sequence[str], words: Sequence[Word], place: int, edge: int) -> int | None:
    """Where a phrase that begins at `place` ends; None if it is not there."""
    at, free = place, 0
    for wanted in pattern:
        if wanted == "…":
            free = _ANY_WORDS
            continue
        found = _next(wanted, words, at, edge, free, first=at == place)
        if found is None:
            return None
        at, free = found + 1, 0
    return None if _names_a_time(words, at) else at


def _next(
    wanted: str, words: Sequence[Word], at: int, edge: int, free: int, *, first: bool
) -> int | None:
    """The next place of a phrase's word; beyond the cue's edge, nothing is passed over."""
    while at < len(words):
        if wanted in words[at].forms:
            return at
        passes = free > 0 or _light(words[at])
        if first or not passes or at >= edge:
            return None
        if not _light(words[at]):
            free -= 1
        at += 1
    return None


def _light(word: Word) -> bool:
    return word.text in _PASSED_OVER or word.text.endswith("ly")


def _names_a_time(words: Sequence[Word], at: int) -> bool:
    """Whether the last word belongs to a time: "called on Monday", "has argued for years"."""
    if at >= len(words) or words[at - 1].text not in ("on", "for"):
        return False
    return any(
        w.text in _DAYS or w.any_of(_WHILES) for w in words[at : at + 3][: _reach(words, at)]
    )


def _reach(words: Sequence[Word], at: int) -> int:
    """How many words a time may lie behind its preposition: more if an article or number leads."""
    return 3 if words[at].text in _LEADS_TIME or words[at].text.isdigit() else 1


def deciding(found: Sequence[Hit], words: Sequence[Word]) -> Hit | None:
    """The entry whose act is the cue's.

    The first one decides ("said in an interview", "is expected to announce"), but not a light
    verb beside something else, an adverb beside anything, a noun that merely holds the words
    ("a statement condemning"), or a noun behind a preposition that stands before the verb.
    """
    strong = [h for h in found if h.entry.part not in (Part.LIGHT, Part.ADVERB)]
    if not strong:
        return next((h for h in reversed(found) if h.entry.part is Part.ADVERB), None) or next(
            iter(_last_light(found)), None
        )
    for number, hit in enumerate(strong):
        if hit.entry.part is Part.NOUN:
            verb = _verb_behind(strong[number + 1 :])
            if verb and (_holds_words(hit, verb, words) or _behind_preposition(hit, words)):
                return verb
        if hit.entry.part is Part.ADJECTIVE:
            return _verb_past_apposition(hit, strong[number + 1 :], words) or hit
        return hit
    return None


def _verb_past_apposition(
    adjective: Hit, found: Sequence[Hit], words: Sequence[Word]
) -> Hit | None:
    """The verb of "familiar with the matter said", where the adjective describes the source."""
    verb = _verb_behind(found)
    if verb is None or any(w.any_of(_COPULAS) for w in words[: adjective.start]):
        return None
    return None if words[verb.start - 1].text == "to" else verb


def _last_light(found: Sequence[Hit]) -> Iterator[Hit]:
    """Light verbs from the last, those that are hardly ever more than auxiliaries at the end."""
    light = [h for h in found if h.entry.part is Part.LIGHT]
    yield from (h for h in reversed(light) if h.entry.name not in ("have", "be", "do"))
    yield from light


def _verb_behind(found: Sequence[Hit]) -> Hit | None:
    return next((h for h in found if h.entry.part in (Part.VERB, Part.PHRASE)), None)


def _holds_words(noun: Hit, verb: Hit, words: Sequence[Word]) -> bool:
    text = words[verb.start].text if verb.start < len(words) else ""
    behind = words[noun.end].text if noun.end < len(words) else ""
    aims = words[verb.start - 1].text == "to" and behind != "to"
    return noun.entry.act is Act.SAY and (text.endswith("ing") or aims)


def _behind_preposition(noun: Hit, words: Sequence[Word]) -> bool:
    return any(w.text in _PREPOSITIONS for w in words[max(0, noun.start - 3) : noun.start])
