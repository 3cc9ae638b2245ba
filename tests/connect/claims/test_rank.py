"""Ranking of candidates by a question."""

import numpy as np
import pytest

from reportedly.connect.claims import SIZE, Candidate, Question, Ranker, Vectors, rank
from reportedly.connect.claims.lexical import Lexicon


def vectors(*places: int) -> Vectors:
    """Vectors at right angles to each other, by place."""
    found = np.zeros((len(places), SIZE), dtype=np.int8)
    found[np.arange(len(places)), places] = 127
    return found


def test_meaning_finds_what_shares_no_word() -> None:
    asked = Question("the king is ill", vectors(1))
    found = rank(asked, [Candidate(("bread is dear",), vectors(0)), Candidate(("x",), vectors(1))])
    assert [r.place for r in found] == [1, 0]


def test_shared_rare_words_decide_between_equals() -> None:
    asked = Question("the ferry of Osk sank", vectors(0))
    texts = ("a ferry sailed", "a ferry of Osk sailed", "a ferry rested")
    found = rank(asked, [Candidate((text,), vectors(0)) for text in texts])
    assert found[0].place == 1


def test_the_best_sentence_of_a_question_counts() -> None:
    asked = Question("a. b.", vectors(5, 1))
    found = rank(asked, [Candidate(("x",), vectors(0)), Candidate(("y",), vectors(1))])
    assert found[0].place == 1


def test_of_equals_the_first_comes_first() -> None:
    texts = ('He said "no" to it', "He said 'no' to it", "He said no to it")
    found = rank(
        Question("he said no", vectors(0)), [Candidate((text,), vectors(0)) for text in texts]
    )
    assert [r.place for r in found] == [0, 1, 2]
    assert len({r.score for r in found}) == 1


def test_as_many_as_asked_for() -> None:
    ranker = Ranker([Candidate(("x",), vectors(n)) for n in range(9)])
    assert len(ranker.rank(Question("x", vectors(0)), 4)) == 4
    assert Ranker([]).rank(Question("x", vectors(0)), 4) == []


def test_lexicon_weighs_words_by_rarity() -> None:
    shared, covered = Lexicon(["ferry sank", "ferry rested", "ferry Osk"]).scores(
        "the ferry of Osk"
    )
    assert shared.argmax() == 2
    assert shared[2] == pytest.approx(1.0)
    assert covered[2] == pytest.approx(1.0)
    assert covered[0] < 0.5
