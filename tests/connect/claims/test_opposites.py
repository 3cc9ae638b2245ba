"""The list of opposites that ships."""

from itertools import combinations

from reportedly.connect.claims.polarity import lexicon


def test_holds_three_hundred_pairs() -> None:
    assert len({side.pair for sides in lexicon().values() for side in sides}) >= 300


def test_no_word_is_its_own_opposite() -> None:
    torn = [
        word
        for word, sides in lexicon().items()
        for one, other in combinations(sides, 2)
        if one.pair == other.pair and one.first is not other.first
    ]
    assert torn == []
