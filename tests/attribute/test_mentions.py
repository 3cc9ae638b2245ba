"""Mentions: tags to whole words, pronouns by themselves, antecedents by the encoder's scores."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.attribute.attributor import MODEL, load_tokenizer
from reportedly.attribute.encoder import Encoded, Encoder, Floats, Numbers
from reportedly.attribute.mentions import mentions
from reportedly.attribute.pieces import Pieces, Window, cut
from reportedly.attribute.refer import MENTION_TAGS, REFER_OUT, Marks, MentionTag, pair_tables
from reportedly.attribute.refer import Form as Shape
from reportedly.attribute.walk import Passage
from reportedly.schema import Antecedent, Form, Refers, Span

TEXT = "Ilse Orrowick left Lissom. She spoke. The diver hers itself."


class Scorer(Encoder):
    """Lets every mention refer to the one before it, with three parts in four."""

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        raise AssertionError("nothing is to be encoded")

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        raise AssertionError("nothing is to be linked")

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        scores = np.full((len(marks), len(before) + 1), -50.0, dtype=np.float32)
        offset = len(before) - len(marks)
        for row in range(len(marks)):
            if row + offset:
                scores[row, row + offset - 1] = np.log(0.75)
            scores[row, -1] = np.log(0.25)
        return scores


def passage(tagged: dict[str, MentionTag]) -> Passage:
    pieces = cut(TEXT, [Span(0, len(TEXT))], load_tokenizer(MODEL), [])
    tags = np.full((len(pieces), MENTION_TAGS), -20.0, dtype=np.float32)
    tags[:, 0] = 0.0
    for words, kind in tagged.items():
        start = TEXT.index(words)
        inside = [i for i in range(len(pieces)) if start <= pieces.starts[i] < start + len(words)]
        tags[inside, 0], tags[inside, 2 + 2 * kind] = -20.0, 0.0
        tags[inside[0], 1 + 2 * kind] = 1.0
    return Passage(pieces, ((Window(0, len(pieces), 0, len(pieces)), encoded(pieces, tags)),))


def encoded(pieces: Pieces, tags: Floats) -> Encoded:
    nothing = np.zeros((len(pieces), 1), dtype=np.float32)
    refers = np.zeros((len(pieces), REFER_OUT), dtype=np.float32)
    return Encoded(nothing, nothing, nothing, tags, refers)


def test_names_nouns_and_pronouns() -> None:
    tagged = {
        "Ilse Orrowick": MentionTag.PERSON_NAME,
        "Lissom": MentionTag.PLACE_NAME,
        "diver": MentionTag.PERSON_NOUN,
    }
    found = mentions(TEXT, passage(tagged), Scorer())
    assert [(m.span.read(TEXT), m.form, m.refers) for m in found] == [
        ("Ilse Orrowick", Form.NAME, Refers.PERSON),
        ("Lissom", Form.NAME, Refers.PLACE),
        ("She", Form.PRONOUN, None),
        ("diver", Form.NOUN, Refers.PERSON),
        ("hers", Form.PRONOUN, None),
        ("itself", Form.PRONOUN, None),
    ]
    assert found[0].antecedents == ()
    assert found[2].antecedents == (Antecedent(1, pytest.approx(0.75, abs=0.01)),)


def test_of_two_nouns_side_by_side_the_second_is_the_head() -> None:
    tagged = {"diver": MentionTag.PERSON_NOUN, "hers": MentionTag.PERSON_NOUN}
    found = mentions(TEXT, passage(tagged), Scorer())
    assert [m.span.read(TEXT) for m in found if m.form is Form.NOUN] == ["hers"]


def test_a_tag_on_part_of_a_word_takes_the_word() -> None:
    found = mentions(TEXT, passage({"Orr": MentionTag.PERSON_NAME}), Scorer())
    assert TEXT[found[0].span.start :].startswith("Orr")
    assert len(mentions(TEXT, passage({}), Scorer())) == 3  # pronouns alone


def test_numbers_go_on_behind_earlier_passages() -> None:
    read = passage({"diver": MentionTag.PERSON_NOUN})
    found, moved = mentions(TEXT, read, Scorer()), mentions(TEXT, read, Scorer(), 10)
    assert moved[1].antecedents[0].mention == found[1].antecedents[0].mention + 10


def marks(*named: tuple[Shape, tuple[str, ...], int]) -> Marks:
    shapes = np.array([shape for shape, _, _ in named], dtype=np.int64)
    places = np.array([place for _, _, place in named], dtype=np.int64)
    words = tuple(w for _, w, _ in named)
    return Marks(shapes, words, places, places, np.zeros(len(named), dtype=np.int64))


def test_pairs_tell_what_words_are_shared() -> None:
    known = marks(
        (Shape.NAME, ("ilse", "orro"), 1),
        (Shape.NAME, ("jana", "orro"), 5),
        (Shape.NAME, ("orro",), 9),
        (Shape.NAME, ("ilse", "orro"), 12),
        (Shape.PRONOUN, ("orro",), 15),
    )
    kinds, distances, places = pair_tables(known, known)
    assert [int(k) for k in kinds[3] % 4][:3] == [3, 1, 2]
    assert int(kinds[4, 0] % 4) == 0  # a pronoun shares no words
    assert distances[3, 0] > distances[3, 2] or distances[3, 0] < distances[3, 2]
    assert not places.any()
