"""Other names in GAP's texts, so that what is learned is the sentence and not who is in it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.resolve.speakers.first_names import MEN, WOMEN
from reportedly.schema import Span
from training.compose import Edit, apply
from training.corpus import Example, Gold
from training.references import Choice, Referring

_SHE = frozenset(("she", "her", "hers", "herself"))
SHARE = 0.7
"""Share of the texts that get other names in an epoch."""


def renamed(text: Referring, surnames: Sequence[str], chance: random.Random) -> Referring:
    """Both names of a choice replaced throughout, by names of the pronoun's gender.

    A text without a choice, and one whose names share a word, comes back as it is.
    """
    if text.choice is None or chance.random() > SHARE:
        return text
    choice = text.choice
    firsts = sorted(WOMEN if choice.pronoun.read(text.text).lower() in _SHE else MEN)
    new: dict[str, str] = {}
    for span in choice.names:
        words = span.read(text.text).split()
        if any(word in new or not word[:1].isupper() for word in words):
            return text
        for number, word in enumerate(words):
            first = number < len(words) - 1 or word.lower() in WOMEN | MEN
            new[word] = chance.choice(firsts).title() if first else chance.choice(surnames)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, new)) + r")\b")
    edits = [Edit(*m.span(), new[m.group()]) for m in pattern.finditer(text.text)]
    whole = Example(text.name, text.text, (Gold((choice.pronoun,), *((s,) for s in choice.names)),))
    changed = apply(whole, edits)
    gold = changed.gold[0]
    roles = (gold.source, gold.cue, gold.content)
    if not all(len(role) == 1 for role in roles):
        return text
    pronoun, a, b = (Span(role[0].start, role[0].end) for role in roles)
    return replace(text, text=changed.text, choice=Choice(pronoun, (a, b), choice.right))
