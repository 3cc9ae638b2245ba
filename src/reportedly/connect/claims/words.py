"""A content's words as the checks read them: forms, stems, and where clauses end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_][^\W_]*(?:['’&-][^\W_]+)*|[%$€£¥]|[.,;:!?()—–]"
)
_STOPS = frozenset(".,;:!?()—–")
_EMPTY = frozenset(
    "a an the this that these those his her its their our my your i we you he she it they them him"
    " us me who whom which what is are was were be been being am 's 're has have had having do does"
    " did will would shall should can could may might must of in on at to for from by with as into"
    " onto about over under than then and or but nor if so too very also just only still already"
    " now there here up out off down during after before since until while because when where how"
    " why both each such own same not no never n't said says say saying told according".split()
)
_IRREGULAR = {
    form: base
    for line in """
    arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became
    |begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown
    |break broke broken|bring brought
    |build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt
    |dig dug|do did done does|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
    |fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown
    |forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
    |get got gotten|give gave given|go went gone goes|grow grew grown|hang hung|have had has
    |hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left
    |lend lent|lie lay lain|lose lost|make made|mean meant|meet met|pay paid|prove proven
    |ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought
    |sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank shrunk
    |sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
    |spend spent|stand stood
    |steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|swim swam swum
    |take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
    |understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn
    |write wrote written|overthrow overthrew overthrown|undergo underwent|shed|man men|woman women
    |child children|person people|foot feet|life lives|wife wives|good better best|bad worse worst
    """.replace("\n", " ").split("|")
    for base, *forms in [line.split()]
    for form in forms
}
"""Forms that no ending tells, with their base."""
_BEFORE = ("up", "with", "over", "under", "out", "mis", "re", "fore")
"""What may stand before an irregular verb: "upheld", "withheld"."""
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ying", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"),
    ("xes", "x"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a content.

    Args:
        text: as it stands there.
        lower: the same in lower case.
        base: its base form, as far as endings tell.
        stem: what forms of one word, noun or verb, have in common.
        full: it says something by itself: no article, pronoun, preposition or auxiliary.
        capital: it begins with a capital, and not for standing first.
    """

    text: str
    lower: str
    base: str
    stem: str
    full: bool
    capital: bool

    @property
    def stop(self) -> bool:
        """A mark that ends or interrupts a clause."""
        return self.lower in _STOPS


class Words(tuple[Word, ...]):  # noqa: SLOT001 - what is made of it is kept with it
    """A content's words and marks.

    One content is compared with many: its hash is made but once, and what is found in it is kept.
    """

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words without the marks, in lower case."""
        return tuple(word.lower for word in self if not word.stop)


@lru_cache(maxsize=65536)
def words(text: str) -> Words:
    """The words and marks of a text."""
    found = _WORD.findall(_apart(text))
    shouted = _titled(found)
    return Words(
        _word(token, not shouted and _named(found, place)) for place, token in enumerate(found)
    )


def _titled(found: list[str]) -> bool:
    """Whether capitals say nothing, as in headlines in which all words have them."""
    long = [token for token in found if len(token) > 3 and token[0].isalpha()]
    high = sum(token[0].isupper() for token in long)
    return high > 0.8 * len(long) and (
        len(long) >= 4 or all(t.isupper() for t in found if len(t) > 3)
    )


def _apart(text: str) -> str:
    """Negations and possessives as words of their own: "isn't" is "is n't", "A's" is "A 's"."""
    text = re.sub(r"(?i)\bcan(?:no|['’])t\b", "can not", text)
    text = re.sub(r"(?i)\bwon['’]t\b", "will not", text)
    text = re.sub(r"(?i)n['’]t\b", " not", text)
    return re.sub(r"['’](s|re|ve|ll|d|m)?\b", r" ", text)


def _named(found: list[str], place: int) -> bool:
    token = found[place]
    if not token[0].isupper():
        return False
    first = place == 0 or found[place - 1] in _STOPS - {",", "(", ";"}
    if not first or (token.isupper() and len(token) > 1):
        return True
    # A name of two words: "Kordan Steel". What may open any sentence says nothing.
    following = found[place + 1] if place + 1 < len(found) else ""
    return following[:1].isupper() and token.lower() not in _EMPTY


@lru_cache(maxsize=65536)
def _word(token: str, capital: bool) -> Word:
    token = token.replace(".", "") if token[0].isalpha() else token
    # "US" is no pronoun.
    shout = token.isupper() and len(token) > 1 and token.lower() in _EMPTY
    lower = token if shout and capital else token.lower()
    full = token[0].isalnum() and lower not in _EMPTY
    whole = base(lower)
    return Word(token, lower, whole, stem(whole), full, capital)


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """A word's base form: "struck" and "strikes" to "strike", "cities" to "city"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for prefix in _BEFORE:
        if word.startswith(prefix) and word[len(prefix) :] in _IRREGULAR:
            return prefix + _IRREGULAR[word[len(prefix) :]]
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "s" and word[-2] in "sui":
                return word
            return _undoubled(word[: -len(ending)] + other, ending)
    return word


def _undoubled(rest: str, ending: str) -> str:
    if ending not in ("ing", "ed"):
        return rest
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
        return rest[:-1]
    return rest


_SUFFIXES = (
    "ization", "isation", "ational", "ations", "ation", "ments", "ment", "ness", "ities", "ity",
    "ions", "ion", "iest", "est", "ings", "ers", "ors", "ier", "er", "or", "ly", "al", "iv", "ous",
    "anc", "enc", "y",
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a word shares with its kin: "attack", "attacker"; crude, for comparing alone."""
    # The last "e" goes first: `base` leaves "deplor" of "deplored".
    word = word.rstrip("e") if len(word) > 3 else word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)].rstrip("e")
    return word


def full_stems(text: str) -> frozenset[str]:
    """The stems of a text's full words."""
    return frozenset(word.stem for word in words(text) if word.full)
