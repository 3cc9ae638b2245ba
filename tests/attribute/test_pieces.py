"""Pieces and windows: what is read, in which form, and which window owns what."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.attribute.attributor import MODEL, load_tokenizer
from reportedly.attribute.pieces import (
    CAPITAL,
    CAPITALS,
    JOINED,
    LINE,
    LOWER,
    NUMBER,
    OVERLAP,
    PARAGRAPH,
    SPACED,
    WINDOW,
    Pieces,
    cut,
    passages,
    windows,
)
from reportedly.attribute.quotes import quotations
from reportedly.schema import Block, BlockKind, Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(MODEL)


def whole(text: str, tokenizer: Tokenizer) -> Pieces:
    return cut(text, [Span(0, len(text))], tokenizer, quotations(text))


def test_pieces_stand_where_their_characters_stand(tokenizer: Tokenizer) -> None:
    text = "Orsolya Vég said: “Nem, 12 times!”"
    pieces = whole(text, tokenizer)
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(words) == text.replace(" ", "")


def test_forms_tell_case_gap_and_quotation(tokenizer: Tokenizer) -> None:
    text = 'NATO said\n"yes 7"\n\nOlim left'
    pieces = whole(text, tokenizer)
    forms = {
        text[a:b]: (int(f) // 8, int(f) // 2 % 4, int(f) % 2)
        for a, b, f in zip(pieces.starts, pieces.ends, pieces.forms, strict=True)
    }
    assert forms["NATO"] == (CAPITALS, PARAGRAPH, 0)
    assert forms["said"] == (LOWER, SPACED, 0)
    assert forms["yes"] == (LOWER, JOINED, 1)
    assert forms["7"] == (NUMBER, SPACED, 1)
    assert forms["left"] == (LOWER, SPACED, 0)
    assert next(f for w, f in forms.items() if w.startswith("O"))[:2] == (CAPITAL, PARAGRAPH)
    line = pieces.starts.tolist().index(text.index('"'))
    opening = int(pieces.forms[line])
    assert (opening // 8, opening // 2 % 4, opening % 2) == (LOWER, LINE, 1)


def test_what_lies_between_blocks_is_not_read(tokenizer: Tokenizer) -> None:
    text = "He left <link> early"
    pieces = cut(text, [Span(0, 8), Span(14, 20)], tokenizer, [])
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == [
        "He",
        "left",
        "early",
    ]


def test_captions_and_comments_are_read_apart_and_links_not_at_all() -> None:
    kinds = ["title", "body", "caption", "body", "related", "comment", "comment", "artefact"]
    blocks = [Block(BlockKind(kind), Span(10 * n, 10 * n + 5)) for n, kind in enumerate(kinds)]
    starts = [[span.start for span in passage] for passage in passages(blocks)]
    assert starts == [[0, 10, 30], [20], [50], [60]]


def made(length: int, paragraphs: list[int]) -> Pieces:
    forms = np.full(length, SPACED * 2)
    forms[[p for p in paragraphs if p < length]] = PARAGRAPH * 2
    here = np.arange(length)
    return Pieces(here, here, here + 1, forms)


@given(st.integers(1, 3000), st.lists(st.integers(0, 2999)))
def test_every_piece_is_owned_by_one_window_that_holds_it(
    length: int, paragraphs: list[int]
) -> None:
    laid = windows(made(length, paragraphs))
    assert [n for w in laid for n in range(w.own_start, w.own_end)] == list(range(length))
    for window in laid:
        assert window.start <= window.own_start < window.own_end <= window.end
        assert window.end - window.start <= WINDOW - 2
    for one, other in pairwise(laid):
        assert one.end - other.start >= OVERLAP


def test_a_window_begins_a_paragraph_if_one_is_near() -> None:
    room = WINDOW - 2
    paragraph = room - OVERLAP - 10
    assert windows(made(2 * room, [paragraph]))[1].start == paragraph
    assert windows(made(2 * room, []))[1].start == room - OVERLAP
