"""The generator of edited documents, and the reference of near-copies, on invented texts."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from printed import HARBOUR, ORCHARD

from benchmarks.edits import RATES, VARIANTS, Level, Made, make, shared
from benchmarks.reuse.bodies import apart, overlaps
from benchmarks.reuse.minhash import estimates
from benchmarks.reuse.pairs import Score, agreement, common
from reportedly.connect.reuse import compare
from reportedly.schema import Document, text_id

BODIES = {
    "harbour": "\n".join(HARBOUR),
    "orchard": "\n".join(ORCHARD * 2),
    "tower": "The tower leans by a metre. " * 20,
    "numbers": " ".join(f"word{n}" for n in range(90)) + ".",
}


@pytest.fixture(scope="module")
def made() -> dict[str, Made]:
    return {one.name: one for one in make(BODIES, 3, 3, 1, seed=5)}


def test_the_same_seed_makes_the_same_documents(made: dict[str, Made]) -> None:
    assert {one.name: one for one in make(BODIES, 3, 3, 1, seed=5)} == made
    assert {one.name: one for one in make(BODIES, 3, 3, 1, seed=6)} != made


def test_each_original_has_one_variant_of_each_level(made: dict[str, Made]) -> None:
    levels = [one.level for one in made.values()]
    assert all(levels.count(level) == 3 for level in VARIANTS)
    assert levels.count(Level.SPLICED) == 3
    assert levels.count(Level.UNRELATED) == 1


def test_pieces_say_what_they_were_made_from(made: dict[str, Made]) -> None:
    for one in made.values():
        for piece in one.pieces:
            words = piece.span.read(one.text)
            if one.level not in (*RATES, Level.REORDERED):
                assert words == piece.origin.read(BODIES[piece.source])


def test_rewording_changes_about_as_many_words_as_it_says() -> None:
    words = ["".join(letters) for letters in product("abcdefghijklm", repeat=3)]
    texts = {one.level: one.text for one in make({"one": " ".join(words)}, 1, 0, 0, seed=1)}
    for level, rate in RATES.items():
        kept = Counter(words) & Counter(texts[level].split())
        assert 1 - kept.total() / len(words) == pytest.approx(rate * 0.75, rel=0.3)


def test_what_two_variants_share_is_known_from_how_they_were_made(made: dict[str, Made]) -> None:
    cut = next(one for one in made.values() if one.level is Level.CUT)
    original = made[cut.pieces[0].source]
    ours, theirs = shared(original, cut)
    assert len(ours) == len(theirs) == len(cut.pieces)
    assert [s.read(original.text) for s in ours] == [s.read(cut.text) for s in theirs]


def test_agreement_is_whole_where_all_is_found_and_nothing_where_nothing_is(
    made: dict[str, Made],
) -> None:
    verbatim = next(one for one in made.values() if one.level is Level.VERBATIM)
    names = sorted((verbatim.pieces[0].source, verbatim.name))
    one, other = (made[name] for name in names)
    gold = common((one, other))[names[0], names[1]]
    found = compare(*(Document(text_id(m.text), m.text) for m in (one, other)))
    assert gold.shares == (1.0, 1.0)
    assert agreement(one, other, gold, found) == 1.0
    assert agreement(one, other, gold, None) == 0.0


def test_too_few_bodies_are_refused() -> None:
    with pytest.raises(ValueError, match="5 bodies are needed"):
        make(BODIES, 3, 0, 2, seed=1)


def test_the_reference_knows_copies_near_copies_and_quotations() -> None:
    quote = '"' + " ".join(f"word{n}" for n in range(60)) + '"'
    texts = {
        "a": "\n".join(HARBOUR),
        "b": " ".join(HARBOUR).upper(),
        "c": "\n".join(HARBOUR[:3]) + " " + ORCHARD[1],
        "d": ORCHARD[0] + quote,
        "e": "Something else that was said. " + quote,
    }
    found = overlaps(texts)
    assert {pair for pair, overlap in found.items() if overlap.same} == {("a", "b")}
    near = {pair for pair, overlap in found.items() if overlap.near}
    assert near == {("a", "b"), ("a", "c"), ("b", "c")}
    assert found["d", "e"].longest == 60
    assert max(found["d", "e"].shares) > 0.9
    assert ("a", "d") not in found


def test_texts_apart_have_no_run_of_words_in_common() -> None:
    texts = {"a": HARBOUR[0], "b": ORCHARD[0], "c": "So " + HARBOUR[0], "d": "Ostrel was shut"}
    assert apart(texts, 3) == ["a", "b", "d"]
    assert apart(texts, 2) == ["a", "b"]


def test_the_baseline_finds_copies() -> None:
    texts = {"a": HARBOUR[0], "b": HARBOUR[0].upper(), "c": ORCHARD[0]}
    assert estimates(texts) == {("a", "b"): 1.0}


def test_scores() -> None:
    assert Score(4, 2, 2).precision == 1.0
    assert Score(4, 2, 2).recall == 0.5
    assert Score(4, 2, 2).f1 == pytest.approx(2 / 3)
