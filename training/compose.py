"""Examples composed from annotated ones, so that the encoder learns what the corpus lacks.

The corpus is American politics of one year: a handful of names speak most of the time, and
carriers ("the agency quoted him as saying") are seldom told from speakers. Each change below
rewrites an annotated text and carries its spans along.
"""

from __future__ import annotations

import bisect
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.attribute.quotes import paragraphs
from reportedly.schema import Span, Spans, merge
from training.corpus import Example, Gold


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the characters `[start, end)` of a text by others; empty means to insert."""

    start: int
    end: int
    new: str


def apply(example: Example, edits: Iterable[Edit]) -> Example:
    """Make the edits (disjoint, any order) and move every span with its words."""
    ordered = sorted(edits)
    if not ordered:
        return example
    parts: list[str] = []
    keys: list[int] = []
    shifts: list[int] = []
    position = shift = 0
    for edit in ordered:
        parts += [example.text[position : edit.start], edit.new]
        position = edit.end
        shift += len(edit.new) - (edit.end - edit.start)
        keys.append(edit.end)
        shifts.append(shift)
    parts.append(example.text[position:])

    def moved(at: int, closing: bool) -> int:
        # What is inserted right at a span's edge stays outside the span; a replaced word, inside.
        index = (bisect.bisect_left if closing else bisect.bisect_right)(keys, at)
        if closing and index < len(keys) and keys[index] == at and ordered[index].start < at:
            index += 1
        return at + (shifts[index - 1] if index else 0)

    def move(spans: Spans) -> Spans:
        ends = [(moved(s.start, False), moved(s.end, True)) for s in spans]
        return merge(Span(start, end) for start, end in ends if start < end)

    gold = tuple(Gold(move(g.source), move(g.cue), move(g.content)) for g in example.gold)
    return Example(example.name, "".join(parts), gold)


def paragraph(example: Example, chance: random.Random) -> Example | None:
    """One paragraph of an example by itself, if it holds whole attributions alone; else None."""
    cues = [gold.cue[0].start for gold in example.gold if gold.cue]
    if not cues:
        return None
    at = chance.choice(cues)
    start = example.text.rfind("\n", 0, at) + 1
    end = example.text.find("\n", at)
    end = len(example.text) if end < 0 else end
    inside: list[Gold] = []
    for gold in example.gold:
        spans = (*gold.source, *gold.cue, *gold.content)
        if all(start <= s.start and s.end <= end for s in spans):
            inside.append(gold)
        elif any(s.start < end and s.end > start for s in spans):
            return None
    moved = tuple(
        Gold(*(tuple(Span(s.start - start, s.end - start) for s in role) for role in roles))
        for roles in ((g.source, g.cue, g.content) for g in inside)
    )
    return Example(f"{example.name}@{start}", example.text[start:end], moved)


class Composer:
    """Changes examples at random, each change with a chance of its own.

    Args:
        names: first names and surnames to put in place of those in the corpus.
        seed: the same seed gives the same changes in the same order.
        carried: share of plain "X said" that get a carrier, in the examples that get any.
    """

    def __init__(self, names: tuple[list[str], list[str]], seed: int, carried: float) -> None:
        self.first, self.last = names
        self.carried = carried
        self.random = random.Random(seed)

    def __call__(self, example: Example) -> Example:
        """One changed copy of the example; often the example as it is."""
        if self.random.random() < 0.5:
            example = self._rename(example)
        if self.random.random() < 0.6:
            example = self._carry(example)
        if self.random.random() < 0.3:
            example = self._requote(example)
        if self.random.random() < 0.6:
            example = self._untitle(example)
        return example

    def _rename(self, example: Example) -> Example:
        """Put other names, the same ones throughout, in place of those of the sources."""
        new: dict[str, str] = {}
        for gold in example.gold:
            for span in gold.source:
                words = span.read(example.text).split()
                if words and _is_name(words[-1]):
                    new.setdefault(words[-1], self.random.choice(self.last))
                    if len(words) == 2 and _is_name(words[0]):
                        new.setdefault(words[0], self.random.choice(self.first))
        if not new:
            return example
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, new)) + r")\b")
        edits = [Edit(*m.span(), new[m.group()]) for m in pattern.finditer(example.text)]
        return apply(example, edits)

    def _carry(self, example: Example) -> Example:
        """Put a carrier between some speakers and the text; the source stays the speaker."""
        edits: list[Edit] = []
        verbs: dict[int, str] = {}
        taken = 0
        for number, gold in enumerate(example.gold):
            chosen = self.random.random() < self.carried and _plainly_said(example.text, gold)
            if chosen and gold.source[0].start >= taken:
                taken = gold.cue[0].end
                verb, change = self._carrier(example.text, gold)
                edits += change
                if verb:
                    verbs[number] = verb
        changed = apply(example, edits)
        whole = tuple(_with_verb(g, verbs.get(n)) for n, g in enumerate(changed.gold))
        return Example(changed.name, changed.text, whole)

    def _carrier(self, text: str, gold: Gold) -> tuple[str | None, list[Edit]]:
        """One way to put a carrier in, and the verb before the source that joins the cue.

        What is inserted at the very start or end of a span stays outside it, so a cue grows only
        by replacing its verb: "said" becomes "was quoted as saying".
        """
        source, cue = gold.source[0], gold.cue[0]
        carrier, other = self._medium(), self._medium()
        choice = self.random.randrange(10)
        if choice < 3:
            verb = self.random.choice(("quoted", "quoted", "cited"))
            if _begins_sentence(text, source.start):
                carrier = carrier[0].upper() + carrier[1:]
            opening = Edit(source.start, source.start, f"{carrier} {verb} ")
            return verb, [opening, Edit(cue.start, cue.end, "as saying")]
        if choice < 8 and text[cue.end : cue.end + 1] in (".", ","):
            way = self.random.choice(_WAYS).format(carrier, other)
            return None, [Edit(cue.end, cue.end, way)]
        said, to = self.random.choice(
            (("told", f" {carrier}"), ("was quoted as saying", f" by {carrier}"))
        )
        return None, [Edit(cue.start, cue.end, said), Edit(cue.end, cue.end, to)]

    def _medium(self) -> str:
        name = self.random.choice(self.last + _PLACES)
        kind = self.random.choice(_MEDIA)
        return self.random.choice(
            ("", "", "the ", "the state-run ", "the semi-official ", "the local ")
        ) + kind.format(name)

    def _requote(self, example: Example) -> Example:
        """Change the form of the quotation marks: straight, curly, single, angled."""
        text = example.text
        if "“" in text:
            style = self.random.choice(('""', '""', "‘’", "«»"))
            if style == "‘’" and "‘" in text:
                style = '""'
            edits = [
                Edit(m.start(), m.end(), style[m.group() == "”"]) for m in re.finditer("[“”]", text)
            ]
            return apply(example, edits)
        edits = []
        for start, end in paragraphs(text):
            inside = False
            for m in re.finditer("\"|''", text[start:end]):
                edits.append(Edit(start + m.start(), start + m.end(), "”" if inside else "“"))
                inside = not inside
        return apply(example, edits)

    def _untitle(self, example: Example) -> Example:
        """Take away the title, if no attribution touches it, or the full stop that ends it.

        The corpus ends every title with a full stop; pasted text often has no title at all.
        """
        end = example.text.find("\n\n")
        if not 0 < end < 200:
            return example
        spans = [s for g in example.gold for role in (g.source, g.cue, g.content) for s in role]
        if self.random.random() < 0.5 and all(s.start > end for s in spans):
            return apply(example, [Edit(0, end + 2, "")])
        return apply(example, [Edit(end - 1, end, "")] if example.text[end - 1] == "." else [])


_WAYS = (
    ", according to {0}",
    ", according to {0}",
    ", according to {0}",
    " in an interview with {0}",
    " in an interview with {0}, according to {1}",
    ", {0} reported",
    ", as quoted by {0}",
)
_PLACES = (
    "Arden Caldera Northern Morning Evening Lakeside Harbour Metro Central Union Western".split()
)
_MEDIA = [
    *("{} " + kind for kind in "News TV Times Post Daily Herald Press Tribune Observer".split()),
    *("{} " + kind for kind in ("news agency", "newspaper", "television", "state media")),
    "{}",
    "Radio {}",
    "{} Broadcasting",
]


def _is_name(word: str) -> bool:
    return (
        word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and len(word) > 3
        and word not in _COMMON
    )


_COMMON = frozenset(
    "They Some Many Most Both This That These Those Others People House Senate Congress Party "
    "State Court News Times Post Democrats Republicans Journal Department Committee Press Union "
    "Officials Americans Campaign University Institute Center Council Street Report Everyone "
    "Nobody Voters Critics Supporters Group Association".split()
)
"""Capitalised words that end sources in the corpus and are no names."""


def _plainly_said(text: str, gold: Gold) -> bool:
    """Whether a named or described speaker "said" it, in so many words."""
    if len(gold.source) != 1 or len(gold.cue) != 1:
        return False
    source, cue = gold.source[0], gold.cue[0]
    words = source.read(text).split()
    plain = cue.read(text) in ("said", "says", "added") and source.end + 1 == cue.start
    return plain and len(words) <= 8 and (words[-1][0].isupper() or words[0] in ("the", "a", "an"))


def _with_verb(gold: Gold, verb: str | None) -> Gold:
    """Add the verb before the source to the cue."""
    if verb is None:
        return gold
    start = gold.source[0].start - 1 - len(verb)
    return Gold(gold.source, merge((*gold.cue, Span(start, start + len(verb)))), gold.content)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at].rstrip()
    if not before or text[at - 1] == "\n":
        return True
    return (
        before[-1] in '.!?”"'
        and text[at].isupper()
        and not before.endswith((",”", ',"', "?”", '?"', "!”", '!"'))
    )


def person_names(folder: Path) -> tuple[list[str], list[str]]:
    """First names and surnames of the persons in the CoNLL files of a folder (IOB tags)."""
    first: set[str] = set()
    last: set[str] = set()
    for path in sorted(folder.glob("*.conll")):
        person: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            word, _, tag = (line.split() or ["", ""])[0], None, (line.split() or ["", "O"])[-1]
            begins = tag.lower().startswith("b-")
            if person and (begins or "per" not in tag.lower()):
                if len(person) >= 2:
                    first.add(person[0])
                    last.add(person[-1])
                person = []
            if "per" in tag.lower():
                person.append(word)
    return sorted(filter(_is_name, first)), sorted(filter(_is_name, last))
