"""Acts of cues that the lexicon does not hold: by their stem, by their form, else `say`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.schema import Act
from reportedly.weigh.acts.cue import Cue, Word
from reportedly.weigh.acts.lexicon import Entry, Lexicon, Part
from reportedly.weigh.acts.source import Voice


@dataclass(frozen=True, slots=True)
class Guess:
    """An act that is likely, how sure (0 to 1), and why."""

    act: Act
    sure: float
    why: str


_SUFFIXES = (
    "ization isation fulness lessness ation ition ments ement ment ance ence ious eous able ible"
    " ively fully edly ingly ably ness tion sion ally ical ful ous ive ant ent ist ism ity ory ly"
    " er or al y"
).split()
_PREFIXES = ("re", "re-", "over", "under", "counter", "counter-", "mis", "pre", "co-", "un", "dis")
_SHORTEST_STEM = 4
_PREPOSITIONS = {
    "for": Act.THINK,
    "to": Act.THINK,
    "with": Act.SAY,
    "against": Act.CRITICISE,
    "behind": Act.ECHO,
}
"""Cues of one preposition: "For the union, the offer is a trap"."""


def guess(cue: Cue, voice: Voice, lexicon: Lexicon) -> Guess:
    """The act of a cue in which no entry was found; never fails, `say` at the last."""
    words = [w for w in cue.words if w.text[0].isalpha()]
    if not words and voice is Voice.MEASURE:
        return Guess(Act.SHOW, 0.7, f"a mark of punctuation behind {voice.value}")
    if not words:
        return Guess(Act.SAY, 0.8, "a mark of punctuation")
    if len(words) == 1 and words[0].text in _PREPOSITIONS:
        return Guess(_PREPOSITIONS[words[0].text], 0.4, f"'{words[0].text}' alone")
    for word in words:
        entry = _related(word, lexicon)
        if entry:
            return Guess(entry.act, 0.4, f"'{word.text}' is near '{entry.name}'")
    return Guess(*_by_form(words))


def _related(word: Word, lexicon: Lexicon) -> Entry | None:
    """An entry that shares the word's stem: "reassertion" for "assert"."""
    for form in word.forms:
        for stem in _stems(form):
            for ending in ("", "e", "y", "t", "ate", "ise", "d"):
                entry = lexicon.words.get(stem + ending)
                if entry and entry.part is not Part.LIGHT:
                    return entry
    return None


def _stems(word: str) -> list[str]:
    bare = [word] + [word.removeprefix(p) for p in _PREFIXES if word.startswith(p)]
    cut = [w.removesuffix(s) for w in bare for s in _SUFFIXES if w.endswith(s)]
    return [stem for stem in (*bare, *cut) if len(stem) >= _SHORTEST_STEM]


def _by_form(words: Sequence[Word]) -> tuple[Act, float, str]:
    """A form of "be" with an adjective tells a state of mind; anything else, speech."""
    if any("be" in word.forms for word in words[:-1]) or words[-1].any_of(("be", "have")):
        return Act.THINK, 0.2, "no entry; a state"
    return Act.SAY, 0.2, "no entry"
