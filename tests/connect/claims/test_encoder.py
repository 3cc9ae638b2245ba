"""The shipped encoder and what it reads of a text."""

from pathlib import Path

import numpy as np
import pytest

from reportedly.attribute.attributor import MODEL as VOCABULARY
from reportedly.connect.claims import MODEL, SIZE, SentenceEncoder, scores
from reportedly.connect.claims.encoder import readable
from reportedly.schema import RunError

TOKENIZER = VOCABULARY / "tokenizer.json"


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(TOKENIZER)


def test_vectors_are_of_length_one(encoder: SentenceEncoder) -> None:
    vectors = encoder.vectors(["The king is ill.", ""])
    assert (vectors.shape, vectors.dtype) == ((2, SIZE), np.int8)
    assert np.linalg.norm(vectors.astype(float), axis=1) == pytest.approx([127, 127], rel=0.03)


def test_no_text_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.vectors([]).shape == (0, SIZE)


def test_a_vector_hangs_on_its_text_alone(encoder: SentenceEncoder) -> None:
    alone = encoder.vectors(["The king is ill"])[0]
    beside = encoder.vectors(["A long text " * 30, "The king is ill", "Fire"])[1]
    assert np.array_equal(alone, beside)


def test_like_lies_nearer_than_unlike(encoder: SentenceEncoder) -> None:
    one, near, far = encoder.vectors(
        ["The king is gravely ill", "The monarch is seriously sick", "The ferry sank at dawn"]
    )
    cosines = scores(one, np.stack([near, far]))
    assert cosines[0] > cosines[1] + 0.3


def test_what_lies_behind_the_last_piece_is_not_read(encoder: SentenceEncoder) -> None:
    start = "The mayor of Osk spoke of the harbour " * 10
    one, other = encoder.vectors([start + "and of bread", start + "and of fire"])
    assert np.array_equal(one, other)


def test_quotation_marks_do_not_matter(encoder: SentenceEncoder) -> None:
    one, other = encoder.vectors(["“The king is ill.”", "'The king is ill'"])
    assert np.array_equal(one, other)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("See https://example.org/x for more", "See   for more"),
        ("#SaveTheBees now", "Save The Bees now"),
        ("He isn't ill.", "He isn't ill"),
    ],
)
def test_readable(text: str, read: str) -> None:
    assert readable(text).split() == read.split()


def test_scores_are_cosines() -> None:
    one = np.zeros(SIZE, dtype=np.int8)
    one[0] = 127
    matrix = np.zeros((3, SIZE), dtype=np.int8)
    matrix[0, 0], matrix[1, 1], matrix[2, :2] = 100, 127, 90
    assert scores(one, matrix) == pytest.approx([1.0, 0.0, 0.5**0.5], abs=1e-6)


def test_missing_and_broken_files_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"sentences\.onnx"):
        SentenceEncoder(TOKENIZER, tmp_path)
    with pytest.raises(RunError, match=r"tokenizer\.json"):
        SentenceEncoder(tmp_path / "tokenizer.json", MODEL)
