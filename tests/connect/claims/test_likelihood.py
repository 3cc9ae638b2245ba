"""How likely contents are to say the same, by vectors and shared words."""

import pytest

from reportedly.connect.claims.likelihood import alike, likelihood, overlap
from reportedly.connect.claims.words import stem, words


def likely(cosine: float, one: str, other: str) -> float:
    found = likelihood(cosine, *overlap(words(one), words(other)))
    assert found == likelihood(cosine, *overlap(words(other), words(one)))
    return found


def test_rises_with_the_cosine() -> None:
    pair = "the soldiers looted the museum", "troops plundered the hall"
    assert likely(0.7, *pair) < likely(0.8, *pair) < likely(0.9, *pair)


def test_one_word_in_the_place_of_another_asks_more_of_the_vectors() -> None:
    replaced = likely(0.85, "the soldiers looted the museum", "the soldiers guarded the museum")
    reworded = likely(0.85, "the soldiers looted the museum", "the gallery was emptied by the army")
    assert replaced < 0.5 < reworded


def test_a_synonym_is_no_other_word() -> None:
    synonym = likely(0.85, "the soldiers looted the museum", "the soldiers plundered the museum")
    other = likely(0.85, "the soldiers looted the museum", "the soldiers guarded the museum")
    assert other < 0.5 < synonym


def test_more_words_on_one_side_replace_nothing() -> None:
    shared, replaced = overlap(words("the king is ill"), words("the old king is gravely ill"))
    assert (shared, replaced) == (pytest.approx(0.5), False)


def test_overlap_of_nothing() -> None:
    assert overlap(words(""), words("")) == (0.0, False)


@pytest.mark.parametrize(("one", "other"), [("kill", "slay"), ("rise", "climb")])
def test_synonyms_go_both_ways(one: str, other: str) -> None:
    assert alike(stem(one), stem(other))
    assert alike(stem(other), stem(one))
    assert not alike(stem(one), stem("museum"))
