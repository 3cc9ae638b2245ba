from __future__ import annotations

from printed import HARBOUR, ORCHARD, printed

from reportedly.connect.reuse.tiles import SEED, Stretch, _seeds, tiles
from reportedly.connect.reuse.winnow import runs
from reportedly.connect.reuse.words import Words, read_words
from reportedly.schema import BlockKind, Document, text_id

TEN = "one two three four five six seven eight nine ten".split()


def words(text: str) -> Words:
    return read_words(Document(text_id(text), text))


def test_the_longest_run_is_taken_first_and_no_word_twice() -> None:
    one = words(" ".join(TEN))
    other = words(" ".join([*TEN[:5], "eleven", *TEN[3:]]))
    assert tiles(one, other) == [Stretch(3, 6, 10, 13, 7)]


def test_what_is_left_of_a_run_is_taken_if_it_is_long_enough() -> None:
    one = words(" ".join(TEN))
    other = words(" ".join([*TEN[:7], "eleven", *TEN[2:]]))
    assert tiles(one, other) == [Stretch(2, 8, 10, 16, 8)]
    other = words(" ".join([*TEN[:6], "eleven", *TEN[2 : 3 + SEED], "twelve", *TEN[4:]]))
    assert tiles(one, other) == [Stretch(0, 0, 6, 6, 6), Stretch(6, 15, 10, 19, 4)]


def test_a_text_that_stands_twice_is_found_where_it_goes_on() -> None:
    one, other = printed(HARBOUR[2], ORCHARD[0], *HARBOUR[2:]), printed(*HARBOUR[2:])
    found = tiles(read_words(one), read_words(other))
    assert [(t.second, t.matched) for t in found] == [(0, len(read_words(other)))]


def test_a_run_does_not_reach_over_what_is_not_read() -> None:
    one = printed("one two three", (BlockKind.CAPTION, "The crane"), "four five six seven")
    (found,) = tiles(read_words(one), words(" ".join(TEN)))
    assert (found.first, found.matched) == (3, 4)


def test_the_work_on_a_word_repeated_without_end_is_linear() -> None:
    one, other = words("never " * 3000), words("never " * 2000)
    first, second = _seeds(runs(one.numbers, SEED), runs(other.numbers, SEED))
    assert len(first) == len(second) == 2000 - SEED + 1
    assert tiles(one, other) == [Stretch(0, 0, 2000, 2000, 2000)]
