"""Mentions: which words of a passage refer to somebody, and to which earlier ones they may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from reportedly.attribute.decode import Run
from reportedly.attribute.encoder import Encoder, Floats
from reportedly.attribute.pieces import Pieces
from reportedly.attribute.refer import PRONOUNS, Marks, MentionTag, key_words
from reportedly.attribute.refer import Form as Shape
from reportedly.attribute.walk import Passage
from reportedly.schema import Antecedent, Form, Mention, Refers, Span

LIKELY = 0.4
"""Least probability of a piece to be (part of) a mention."""
NEAR = 600
"""Mentions looked back over: some two thousand words of news."""
ROWS = 256
"""Mentions whose pairs are scored in one go: the memory of a long document stays bounded."""
KEPT = 12
"""Antecedents kept of each mention: the likeliest may not agree with it in number or gender."""
LEAST = 0.001
"""Least probability of one."""

_FORMS = {Shape.NAME: Form.NAME, Shape.NOUN: Form.NOUN, Shape.PRONOUN: Form.PRONOUN}
_TAGS = {
    MentionTag.PERSON_NAME: (Shape.NAME, Refers.PERSON),
    MentionTag.PERSON_NOUN: (Shape.NOUN, Refers.PERSON),
    MentionTag.BODY_NAME: (Shape.NAME, Refers.BODY),
    MentionTag.BODY_NOUN: (Shape.NOUN, Refers.BODY),
    MentionTag.PLACE_NAME: (Shape.NAME, Refers.PLACE),
}


@dataclass(frozen=True, slots=True)
class _Found:
    run: Run
    shape: Shape
    refers: Refers | None


def mentions(text: str, passage: Passage, encoder: Encoder, before: int = 0) -> list[Mention]:
    """The mentions of a passage in text order; antecedents are numbered behind `before` others."""
    pieces = passage.pieces
    tags, vectors = _owned(passage)
    runs = sorted([*_tagged(text, tags, pieces), *_pronouns(text, pieces)], key=lambda f: f.run)
    found = _disjoint(runs)
    if not found:
        return []
    spans = [Span(int(pieces.starts[f.run[0]]), int(pieces.ends[f.run[1]])) for f in found]
    marks = Marks(
        np.array([f.shape for f in found], dtype=np.int64),
        tuple(key_words(span.read(text)) for span in spans),
        np.array([f.run[0] for f in found], dtype=np.int64),
        np.array([f.run[1] for f in found], dtype=np.int64),
        pieces.forms[[f.run[0] for f in found]] % 2,
    )
    means = np.stack([vectors[f.run[0] : f.run[1] + 1].mean(axis=0) for f in found])
    antecedents = _antecedents(means, marks, encoder, before)
    return [
        Mention(span, _FORMS[f.shape], f.refers, earlier)
        for f, span, earlier in zip(found, spans, antecedents, strict=True)
    ]


def _owned(passage: Passage) -> tuple[Floats, Floats]:
    """Tags and vectors of each piece of a passage, from the window that owns it."""
    tags, vectors = [], []
    for window, encoded in passage.windows:
        here = slice(window.own_start - window.start, window.own_end - window.start)
        tags.append(encoded.mentions[here])
        vectors.append(encoded.refers[here])
    return np.concatenate(tags), np.concatenate(vectors)


def _tagged(text: str, tags: Floats, pieces: Pieces) -> Iterator[_Found]:
    """Runs of pieces tagged alike, widened to whole words."""
    probabilities = np.exp(tags)
    begins, insides = probabilities[:, 1::2], probabilities[:, 2::2]
    kinds = (begins + insides).argmax(axis=1)
    likely = (1 - probabilities[:, 0]) > LIKELY
    run: list[int] = []
    for at in np.flatnonzero(likely):
        piece = int(at)
        kind = int(kinds[piece])
        follows = bool(run) and piece == run[-1] + 1
        starts = (
            begins[piece, kind] > insides[piece, kind] or kind != kinds[run[0]] if run else True
        )
        if follows and (not starts or _in_word(text, int(pieces.starts[piece]))):
            run.append(piece)
            continue
        if run:
            yield from _found(text, pieces, run, int(kinds[run[0]]))
        run = [piece]
    if run:
        yield from _found(text, pieces, run, int(kinds[run[0]]))


def _found(text: str, pieces: Pieces, run: list[int], kind: int) -> Iterator[_Found]:
    """A run as mentions: two people joined by "and" are two, and capitals tell name from noun."""
    shape, refers = _TAGS[MentionTag(kind)]
    first, last = run[0], run[-1]
    if not any(c.isalnum() for c in text[pieces.starts[first] : pieces.ends[last]]):
        return
    while first and _in_word(text, int(pieces.starts[first])):
        first -= 1
    while last + 1 < len(pieces) and _in_word(text, int(pieces.starts[last + 1])):
        last += 1
    if shape is Shape.NAME and refers is not Refers.PERSON:
        first = _earlier_capitals(text, pieces, first)
    words = _words(text, pieces, first, last)
    capital = [text[pieces.starts[a]].isupper() for a, _ in words]
    if not any(capital):
        a, b = words[-1]
        if text[pieces.starts[a] : pieces.ends[b]].lower() not in _NO_NOUNS:
            yield _Found((a, b), Shape.NOUN, refers)
        return
    if shape is Shape.NOUN and not all(capital):
        yield _Found(words[-1], Shape.NOUN, refers)
        return
    yield from (_Found(run, Shape.NAME, refers) for run in _names(text, pieces, words, kind))


def _earlier_capitals(text: str, pieces: Pieces, first: int) -> int:
    """Where the capitalised words right before a body's name begin ("New" of New York Times)."""
    while first > 0:
        at = first - 1
        while at and _in_word(text, int(pieces.starts[at])):
            at -= 1
        word = text[pieces.starts[at] : pieces.starts[first]]
        if not word[0].isupper() or not word.endswith(" ") or not word.strip().isalpha():
            return first
        if word.strip().lower() in _NO_NAMES:
            return first
        first = at
    return first


_NO_NAMES = frozenset(
    """the a an and but in on at by for from of to with as according after before while when if
    since last this that these those monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december""".split()
)


def _names(text: str, pieces: Pieces, words: list[Run], kind: int) -> Iterator[Run]:
    """The capitalised stretches of a run's words; small words join those of a body's name."""
    name: list[Run] = []
    for word in words:
        said = text[pieces.starts[word[0]] : pieces.ends[word[1]]]
        joins = said.lower() in _JOINS and kind != MentionTag.PERSON_NAME
        if said[0].isupper() or said[0].isdigit() or (name and (joins or said in _PARTICLES)):
            name.append(word)
        elif name:
            yield from _whole(text, pieces, name)
            name = []
    yield from _whole(text, pieces, name)


def _whole(text: str, pieces: Pieces, name: list[Run]) -> Iterator[Run]:
    while name and not text[pieces.starts[name[-1][0]]].isupper():
        name = name[:-1]
    if name and not (len(name) == 1 and _adjective(text, pieces, name[0])):
        yield name[0][0], name[-1][1]


def _adjective(text: str, pieces: Pieces, word: Run) -> bool:
    """Whether a capitalised word alone is a party's or a people's adjective before a noun."""
    end = int(pieces.ends[word[1]])
    said = text[pieces.starts[word[0]] : end].lower()
    return said in _PARTIES and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


_PARTIES = frozenset(
    """republican democrat democratic gop conservative liberal labour tory american british english
    french german russian chinese iranian israeli iraqi syrian indian european african asian
    christian muslim jewish catholic""".split()
)


_NO_NOUNS = frozenset(
    "the a an at of in on by for to and or as with from his her its this s".split()
)
_JOINS = frozenset("of and for & the on".split())
_PARTICLES = frozenset("de la van von der den del di da al el bin ibn".split())


def _words(text: str, pieces: Pieces, first: int, last: int) -> list[Run]:
    """The pieces from `first` to `last` as words; marks of punctuation are left out."""
    words: list[Run] = []
    for at in range(first, last + 1):
        start = int(pieces.starts[at])
        if words and _in_word(text, start) and words[-1][1] == at - 1:
            words[-1] = (words[-1][0], at)
        elif text[start].isalnum() or text[start] == "&":
            words.append((at, at))
        elif text[start] == "." and words and words[-1][1] == at - 1:
            words[-1] = (words[-1][0], at)
    return words or [(first, last)]


def _in_word(text: str, at: int) -> bool:
    """Whether a place in the text lies within a word; a hyphen between letters is part of it."""
    if not 0 < at < len(text):
        return False
    before, here = text[at - 1], text[at]
    if before == "-" or here == "-":
        side = (
            text[at - 2 : at - 1] + text[at : at + 1]
            if before == "-"
            else before + text[at + 1 : at + 2]
        )
        return len(side) == 2 and side.isalnum()
    return before.isalnum() and here.isalnum()


def _pronouns(text: str, pieces: Pieces) -> Iterator[_Found]:
    """Pieces that are pronouns of the third person."""
    for at in np.flatnonzero(pieces.ends - pieces.starts <= _LONGEST):
        start, end = int(pieces.starts[at]), int(pieces.ends[at])
        whole = not _in_word(text, start) and not text[end : end + 1].isalnum()
        if whole and text[start:end].lower() in PRONOUNS:
            yield _Found((int(at), int(at)), Shape.PRONOUN, None)


_LONGEST = max(map(len, PRONOUNS))


def _disjoint(found: list[_Found]) -> list[_Found]:
    """Mentions without those that overlap an earlier one; two halves of one name are joined.

    Of two nouns that stand side by side the second is the head: "security [guard]".
    """
    kept: list[_Found] = []
    for one in found:
        beside = bool(kept) and one.run[0] == kept[-1].run[1] + 1
        if beside and one.shape is kept[-1].shape is Shape.NOUN:
            kept[-1] = one
        elif not kept or one.run[0] > kept[-1].run[1]:
            kept.append(one)
        elif one.shape is kept[-1].shape is Shape.NAME and one.refers is kept[-1].refers:
            run = kept[-1].run[0], max(kept[-1].run[1], one.run[1])
            kept[-1] = replace(kept[-1], run=run)
    return kept


def _antecedents(
    vectors: Floats, marks: Marks, encoder: Encoder, before: int
) -> Iterator[tuple[Antecedent, ...]]:
    for start in range(0, len(marks), ROWS):
        end = min(start + ROWS, len(marks))
        first = max(0, start - NEAR)
        rows, columns = marks.part(start, end), marks.part(first, end)
        scores = encoder.refer(vectors[start:end], vectors[first:end], rows, columns)
        later = np.arange(first, end)[None, :] >= np.arange(start, end)[:, None]
        scores[:, :-1][later] = -np.inf
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        shares = shares[:, :-1]
        best = np.argsort(-shares, axis=1)[:, :KEPT]
        likeliest = np.take_along_axis(shares, best, axis=1).tolist()
        for items, values in zip((best + before + first).tolist(), likeliest, strict=True):
            yield tuple(
                [
                    Antecedent(item, round(value, 4))
                    for item, value in zip(items, values, strict=True)
                    if value > LEAST
                ]
            )
