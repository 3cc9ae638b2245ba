"""Acts that hang on more than the cue's own words: on what follows it, or on who speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.schema import Act
from reportedly.weigh.acts.cue import Cue, Word
from reportedly.weigh.acts.find import Hit
from reportedly.weigh.acts.lexicon import Lexicon, Part
from reportedly.weigh.acts.source import Voice


@dataclass(frozen=True, slots=True)
class Setting:
    """What an act may hang on, beside the cue's deciding entry.

    Args:
        cue: the cue and what stands around it.
        hit: the entry that decides.
        voice: the kind of source.
        rest: the words behind the entry: the rest of the cue, then the content, or what follows.
        lexicon: to look words up.
        quoted: the content stands in quotation marks.
    """

    cue: Cue
    hit: Hit
    voice: Voice
    rest: tuple[Word, ...]
    lexicon: Lexicon
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """An act that differs from the lexicon's, whether it is refused as well, and why."""

    act: Act
    why: str
    refused: bool = False


_INTERROGATIVES = frozenset("whether if why how what who whom whose when where which about".split())
_NO_VERB = frozenset(
    "the a an his her its their our my your this that these those him them us me you it all some"
    " any each every both no one what which whom whom's monday tuesday wednesday thursday friday"
    " saturday sunday date".split()
)
"""Words behind a "to" that is no infinitive's."""
_SPOKEN = frozenset(Act) - {Act.DECIDE, Act.WANT, Act.ORDER, Act.EXPECT, Act.SHOW}
"""Refused as such: who refuses to say has not said, who refuses to pay has decided."""
_FUTURE = frozenset("will would 'll 'd shall".split())
_BILLS = frozenset(
    "appeal bid request motion petition bill plan proposal application suit lawsuit case claim"
    " amendment deal treaty measure law ban order offer".split()
)
_CREDIT = frozenset("responsibility".split())
_FAR = 8
"""How many words of a complement are read for its infinitive."""
_FARTHER = 25
"""The same, where whom it is asked of may be described at length."""
_PAUSES = frozenset(",")
_BARRIERS = frozenset(("that", ",", ";", ":", "?", "!"))
_DETAILS = frozenset(
    "detail comment information answer explanation reason name statement interview account specific"
    " evidence response".split()
)
"""What is given by saying it."""
_GIVING = frozenset("give provide offer make issue elaborate express voice".split())


def turned(setting: Setting) -> Turn | None:
    """What the words around the deciding entry make of it; None if it stays as it is."""
    rule = _RULES.get(setting.hit.entry.name)
    found = rule(setting) if rule else None
    return found or _by_document(setting)


def _infinitive(
    words: Sequence[Word], far: int = _FAR, through: frozenset[str] = frozenset()
) -> Word | None:
    """The verb of the first "to" with a verb among the next words, before any clause begins."""
    for number, word in enumerate(words[:far]):
        if word.text in (_INTERROGATIVES | _BARRIERS) - through:
            return None
        if word.text == "to" and number + 1 < len(words):
            verb = _past_adverbs(words[number + 1 :])
            return verb if verb and _may_be_verb(verb) else None
    return None


def _past_adverbs(words: Sequence[Word]) -> Word | None:
    return next((w for w in words if not (w.text.endswith("ly") or w.text == "not")), None)


def _may_be_verb(word: Word) -> bool:
    return word.text[0].isalpha() and word.text not in _NO_VERB and not word.text.endswith("ing")


def _first(words: Sequence[Word]) -> str:
    return next((w.text for w in words if w.text[0].isalnum()), "")


def _ask(s: Setting) -> Turn | None:
    if _first(s.rest) == "for":
        return Turn(Act.ORDER, "'asked' with 'for'")
    if not s.cue.asks and _infinitive(s.rest, _FARTHER, through=_PAUSES):
        return Turn(Act.ORDER, "'asked' with an infinitive")
    return None


def _tell(s: Setting) -> Turn | None:
    if s.cue.content[:1] and s.cue.content[0].text in "\"'“”":
        return None
    return Turn(Act.ORDER, "'told' with an infinitive") if _commanded(s.rest) else None


def _commanded(words: Sequence[Word]) -> bool:
    """Whether "(him) to wait" follows: an infinitive near the beginning, no clause before it."""
    near = list(words[:5])
    return any(w.text == "to" for w in near) and _infinitive(near + list(words[5:6])) is not None


def _agree(s: Setting) -> Turn | None:
    if _first(s.rest) == "to" and _infinitive(s.rest):
        return Turn(Act.DECIDE, "'agreed' with an infinitive")
    return None


def _agree_to(s: Setting) -> Turn | None:
    return None if s.rest or s.cue.follows else Turn(Act.ECHO, "'agreed'")


def _claim(s: Setting) -> Turn | None:
    if any(w.text in _CREDIT for w in s.rest[:4]):
        return Turn(Act.ADMIT, "'claimed' with 'responsibility'")
    return None


def _refuse(s: Setting) -> Turn | None:
    """Who refuses or declines to say, confirm or deny."""
    words = [w for w in s.rest[:4] if w.text != "to"]
    verb = _infinitive(s.rest)
    if verb is None and s.rest and s.rest[0].text != "to":
        return None
    if verb and verb.any_of(_GIVING) and any(w.any_of(_DETAILS) for w in s.rest[:_FAR]):
        return Turn(Act.SAY, f"refused: '{verb.text}'", refused=True)
    for word in [verb] if verb else words[:1]:
        entry = next((s.lexicon.words[f] for f in word.forms if f in s.lexicon.words), None)
        if entry and entry.act in _SPOKEN and entry.part is not Part.LIGHT:
            return Turn(entry.act, f"refused: '{entry.name}'", refused=True)
    return None


def _suggest(s: Setting) -> Turn | None:
    """What should be done: an order; what may be so: no more than said."""
    if s.voice in (Voice.MEASURE, Voice.DOCUMENT):
        return None
    first = s.rest[0].text if s.rest else ""
    if "should" in {w.text for w in s.rest[:_FARTHER]} or first.endswith("ing"):
        return Turn(Act.ORDER, "'suggested' something to be done")
    return None


def _mean(s: Setting) -> Turn | None:
    return None if _first(s.rest) == "to" else Turn(Act.SAY, "'mean' without an infinitive")


def _conclude(s: Setting) -> Turn | None:
    if s.quoted and s.voice is not Voice.MEASURE:
        return Turn(Act.SAY, "'concluded' in words that are quoted")
    return None


def _assure(s: Setting) -> Turn | None:
    if any(w.text in _FUTURE for w in s.rest):
        return None
    return Turn(Act.SAY, "'assured' of something that is, not will be")


def _determined(s: Setting) -> Turn | None:
    before = s.cue.words[: s.hit.start]
    if any("be" in w.forms for w in before) and _infinitive(s.rest):
        return Turn(Act.WANT, "'be determined' with an infinitive")
    return None


def _reject(s: Setting) -> Turn | None:
    if s.voice is Voice.DECIDER and any(w.any_of(_BILLS) for w in s.rest):
        return Turn(Act.DECIDE, "a body that decides rejects a request")
    return None


def _find(s: Setting) -> Turn | None:
    if s.voice is Voice.DECIDER:
        return Turn(Act.DECIDE, "'find' by a body that decides")
    if s.voice is Voice.OTHER:
        return Turn(Act.THINK, "'find' by somebody who measures nothing")
    return None


def _according(s: Setting) -> Turn | None:
    if s.voice is Voice.MEASURE:
        return Turn(Act.SHOW, "'according to' a document that measures")
    return None


def _question(s: Setting) -> Turn | None:
    if s.hit.entry.part is not Part.VERB:
        return None
    if (
        any(w.text in _INTERROGATIVES for w in s.rest[: _FAR // 2])
        or s.cue.asks
        or not s.cue.follows
    ):
        return None
    return Turn(Act.CRITICISE, "'questioned' something")


def _want(s: Setting) -> Turn | None:
    if any(w.text == "to" for w in s.rest[:1]) and len(s.rest) > 1 and "know" in s.rest[1].forms:
        return Turn(Act.ASK, "'wanted to know'")
    return None


def _offer(s: Setting) -> Turn | None:
    if _first(s.rest) == "to":
        return None
    return Turn(Act.SAY, "'offered' words")


def _call(s: Setting) -> Turn | None:
    first = s.rest[0].text if s.rest else ""
    if first == "for" or (first in ("on", "upon") and _infinitive(s.rest)):
        return Turn(Act.ORDER, f"'called' with '{first}'")
    return None


_RULES: Mapping[str, Callable[[Setting], Turn | None]] = {
    "ask": _ask,
    "tell": _tell,
    "agree": _agree,
    "agree to": _agree_to,
    "claim": _claim,
    "refuse": _refuse,
    "decline": _refuse,
    "refuse to": _refuse,
    "decline to": _refuse,
    "assure": _assure,
    "determine": _determined,
    "reject": _reject,
    "dismiss": _reject,
    "throw out": _reject,
    "find": _find,
    "according": _according,
    "according to": _according,
    "per": _according,
    "question": _question,
    "want": _want,
    "call": _call,
    "offer": _offer,
    "suggest": _suggest,
    "suggestion": _suggest,
    "mean": _mean,
    "conclude": _conclude,
}


def _by_document(s: Setting) -> Turn | None:
    """With a document for source, "suggest", "reveal" and the like show."""
    if s.voice in (Voice.MEASURE, Voice.DOCUMENT) and s.hit.entry.name in s.lexicon.by_document:
        return Turn(Act.SHOW, f"'{s.hit.entry.name}' by {s.voice.value}")
    return None
