"""What the sentence network is taught with, and the small fits around it."""

import random
from pathlib import Path

import numpy as np
import pytest

from training import sentences_cells
from training.sentences_cells import centroids, met
from training.sentences_data import (
    matches,
    read_agreeing,
    read_headlines,
    read_verified,
    titled,
)
from training.sentences_foils import Foiler
from training.sentences_join import regression
from training.sentences_rank import softmax_regression

TEXTS = [
    "the soldiers looted the museum of Brenn in 1987",
    "the guards painted the harbour of Tarn",
    "sailors quickly repaired forty boats",
]


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def test_a_foil_differs_in_one_word() -> None:
    foiler, chance = Foiler(TEXTS), chance_of(1)
    for _ in range(50):
        changed = foiler(TEXTS[0], chance)
        assert changed is not None
        pairs = list(zip(TEXTS[0].split(), changed.split(), strict=True))
        assert sum(one != other for one, other in pairs) == 1


def test_a_foil_puts_a_name_for_a_name_and_a_number_for_a_number() -> None:
    foiler, chance = Foiler(TEXTS), chance_of(2)
    changed = {foiler("he left Brenn in 1987", chance) for _ in range(40)}
    assert "he left Tarn in 1987" in changed
    assert all(text and text.split()[-1].isdigit() for text in changed)


def test_a_foil_denies_nothing() -> None:
    foiler, chance = Foiler(["they never denied it", *TEXTS]), chance_of(3)
    changed = [foiler("the museum was looted", chance) for _ in range(60)]
    assert not any(text and (" not " in text or "never" in text) for text in changed)


def test_nothing_to_change_gives_no_foil() -> None:
    assert Foiler(TEXTS)("it was so", chance_of(1)) is None


def test_reads_headlines_that_have_a_grade(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("4.5\tone\u2028one\tother\n\tno\tgrade\n", "utf-8")
    assert [(p.one, p.other, p.grade) for p in read_headlines(path)] == [
        ("one\u2028one", "other", 4.5)
    ]


def test_reads_tweets_with_the_claims_that_they_repeat(tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    (tmp_path / "verified_claims.docs.tsv").write_text(
        "\tvclaim\ttitle\n7\tBees sleep.\tDo Bees Really Sleep?\n8\tx\ty\n", "utf-8"
    )
    (tmp_path / "train" / "tweets.queries.tsv").write_text("\ttweet\n1\tbees!\n", "utf-8")
    (tmp_path / "train" / "tweet-vclaim-pairs.qrels").write_text("1\t0\t7\t1\n", "utf-8")
    verified = read_verified(tmp_path, "train")
    assert [(m.query, m.answers, m.group) for m in matches(verified)] == [
        ("bees!", ("Bees sleep.", "Do Bees Really Sleep?"), "7")
    ]
    assert [m.query for m in titled(verified)] == ["Do Bees Really Sleep?"]


def test_reads_headlines_that_agree_with_one_body(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Headline,Body ID,Stance\na,1,agree\nb,1,agree\nc,1,discuss\nd,2,agree\n")
    found = read_agreeing(path)
    assert [(m.query, m.answers) for m in found] == [("a", ("b",)), ("b", ("a",))]
    assert len({m.group for m in found}) == 1


def test_cells_find_what_lies_together(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(1)
    middles = chance.normal(size=(8, 32))
    points = np.repeat(middles, 40, axis=0) + 0.1 * chance.normal(size=(320, 32))
    vectors = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)
    monkeypatch.setattr(sentences_cells, "CELLS", 16)
    monkeypatch.setattr(sentences_cells, "PROBES", 3)
    cells = centroids(vectors, seed=1)
    assert (cells.shape, cells.dtype) == ((16, 32), np.int8)
    assert np.array_equal(cells, centroids(vectors, seed=1))
    found = met(vectors, cells, 0.9)
    assert found.recall > 0.8
    assert found.looked_at < 0.5


def test_regression_finds_the_weights_that_made_the_answers() -> None:
    chance = np.random.default_rng(2)
    features = np.column_stack((np.ones(20_000), chance.normal(size=(20_000, 2))))
    likely = 1 / (1 + np.exp(-features @ [-1.0, 2.0, 0.5]))
    right = (chance.random(20_000) < likely).astype(np.float64)
    assert regression(features, right) == pytest.approx([-1.0, 2.0, 0.5], abs=0.1)


def test_softmax_regression_weighs_what_tells() -> None:
    chance = np.random.default_rng(3)
    examples = []
    for _ in range(30):
        evidence = chance.random((10, 2))
        right = np.zeros(10)
        right[evidence[:, 0].argmax()] = 1.0
        examples.append((evidence, right))
    telling, idle = softmax_regression(examples)
    assert telling > 5 * abs(idle)
