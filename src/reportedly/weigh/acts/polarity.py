"""Whether a cue is negated: "did not say", "never promised", "no one said", "without naming"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.schema import Act
from reportedly.weigh.acts.cue import Cue, Word
from reportedly.weigh.acts.find import Hit
from reportedly.weigh.acts.lexicon import Part

_NEGATORS = frozenset(
    "not n't never no nothing none nobody neither without nowhere hardly scarcely".split()
)
_FAILS = frozenset("fail refuse decline unable unwilling stop avoid neglect refrain".split())
"""Words that keep what follows from being done, where they stand with "to", "of" or an object."""
_NO_SUBJECT = frozenset("no nobody none neither nothing".split())
_NOT_DENYING = frozenset("only just merely simply surprisingly".split())
"""Behind "not", they deny nothing."""
_AUXILIARIES = frozenset("be have do can will would could should may might must shall dare".split())
_YET = ("have", "yet", "to")


def negation(cue: Cue, hit: Hit | None) -> str | None:
    """The word or words that negate a cue, for a reader; None if it is not negated.

    Args:
        cue: the cue and what stands around it.
        hit: the entry that decides its act, if any; words of a phrase negate nothing by themselves
            ("no doubt").
    """
    if hit and hit.entry.act is Act.CONFIRM and cue.words[hit.start : hit.start + 1]:
        word = cue.words[hit.start].text
        if word.startswith("un"):
            return word
    if cue.source and _no_subject(cue.source):
        return cue.source[0].text
    start = hit.start if hit else len(cue.words)
    inside = [w for n, w in enumerate(cue.words) if not (hit and hit.start <= n < hit.end)]
    if hit and hit.entry.part is Part.PHRASE:
        inside = _own_negators(cue, hit) + inside
    found = _negators(inside) + _negators(_leading(cue.before))
    found += _failing(cue.words[:start]) + _failing(_leading(cue.before))
    if _yet_to((*_leading(cue.before), *cue.words[:start])):
        found.append("yet to")
    return found[0] if len(found) % 2 else None


def _own_negators(cue: Cue, hit: Hit) -> list[Word]:
    """Negators passed over within a phrase: "make no mention of" for "make mention of"."""
    within = cue.words[hit.start : hit.end]
    return [w for w in within if not any(form in hit.entry.words for form in w.forms)]


def _no_subject(source: Sequence[Word]) -> bool:
    if source[0].text == "not":
        return len(source) > 1 and source[1].text not in _NOT_DENYING
    return source[0].text in _NO_SUBJECT and "than" not in {w.text for w in source}


def _negators(words: Sequence[Word]) -> list[str]:
    found = []
    for number, word in enumerate(words):
        behind = words[number + 1].text if number + 1 < len(words) else ""
        if word.text in _NEGATORS and behind not in _NOT_DENYING:
            found.append(word.text)
    return found


def _failing(words: Sequence[Word]) -> list[str]:
    return [w.text for w in words if w.any_of(_FAILS)]


def _yet_to(words: Sequence[Word]) -> bool:
    texts = [w.text for w in words]
    return "yet" in texts and "to" in texts[texts.index("yet") :] and "not" not in texts


def _leading(before: Sequence[Word]) -> tuple[Word, ...]:
    """The auxiliaries, adverbs and negators that stand directly before the cue."""
    start = len(before)
    while start and _leads(before[start - 1]):
        start -= 1
    return tuple(before[start:])


def _leads(word: Word) -> bool:
    return (
        word.any_of(_AUXILIARIES)
        or word.text in _NEGATORS - {"no", "nothing", "none", "nobody", "neither"}
        or word.any_of(("fail", "refuse", "decline"))
        or word.text in ("to", "yet", "even", "also", "ever", "so", "far")
        or word.text.endswith("ly")
    )
