"""Windows of texts with references: labels, pairs and the choices that the network is to make."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from reportedly.attribute.attributor import MODEL, load_tokenizer  # noqa: E402
from reportedly.attribute.pieces import WINDOW  # noqa: E402
from reportedly.attribute.refer import MENTION_TAGS, PAIRS, Form, MentionTag  # noqa: E402
from reportedly.schema import Span  # noqa: E402
from training.refer import Referred, refer, refer_batches, refer_loss  # noqa: E402
from training.references import Choice, Mention, Referring  # noqa: E402
from training.windows import CLASS, NO_LABEL, OVERLAP, PADDING, SEPARATOR  # noqa: E402

TOKENIZER = load_tokenizer(MODEL)
TEXT = "Ilse Orro met a clerk in Lissom. She thanked him. Velmaran wine was sold."


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


NAMED = Mention(at("Ilse Orro"), MentionTag.PERSON_NAME, Form.NAME, "1")
CLERK = Mention(at("clerk"), MentionTag.PERSON_NOUN, Form.NOUN, "2")
PLACE = Mention(at("Lissom"), MentionTag.PLACE_NAME, Form.NAME, "3")
SHE = Mention(at("She"), None, Form.PRONOUN, "1")
HIM = Mention(at("him"), None, Form.PRONOUN, "2")
LINKED = Referring("linked", TEXT, (NAMED, CLERK, PLACE, SHE, HIM))


def one(text: Referring) -> Referred:
    (window,) = refer(text, TOKENIZER)
    return window


def pieces(window: Referred, first: int, last: int) -> str:
    return str(TOKENIZER.decode([int(i) for i in window.ids[first : last + 1]]))


def tagged(window: Referred) -> list[tuple[str, int]]:
    """Each piece that is labelled as (part of) something, with its label."""
    return [(pieces(window, n, n), int(tag)) for n, tag in enumerate(window.tags) if tag > 0]


# --- windows and labels


def test_a_window_has_its_special_pieces_which_have_no_label() -> None:
    window = one(LINKED)
    assert (window.ids[0], window.ids[-1]) == (CLASS, SEPARATOR)
    assert (window.tags[0], window.tags[-1]) == (NO_LABEL, NO_LABEL)
    assert pieces(window, 1, len(window.ids) - 2) == TEXT.lower()
    assert window.forms[1] // 8 > 0  # a capital


def test_bounds_are_those_of_the_mentions_pieces() -> None:
    window = one(LINKED)
    assert [pieces(window, a, b) for a, b in window.bounds] == [
        "ilse orro",
        "clerk",
        "lissom",
        "she",
        "him",
    ]


def test_tags_begin_once_and_pronouns_have_none() -> None:
    window = one(LINKED)
    (first, last), (clerk, _), *_ = window.bounds
    begin, inside = 1 + 2 * MentionTag.PERSON_NAME, 2 + 2 * MentionTag.PERSON_NAME
    assert list(window.tags[first : last + 1]) == [begin] + [inside] * (last - first)
    assert window.tags[clerk] == 1 + 2 * MentionTag.PERSON_NOUN
    assert all(window.tags[n] == 0 for n in window.bounds[3:, 0])
    assert max(window.tags) < MENTION_TAGS


def test_where_names_alone_are_marked_small_words_and_blanks_have_no_label() -> None:
    names = Referring("n", TEXT, (NAMED, PLACE), False, False, None, (at("Velmaran wine"),))
    window = one(names)
    plain = one(Referring("n", TEXT, (NAMED, PLACE)))
    clerk, velmaran = (_piece(window, w) for w in ("clerk", "ve"))
    assert (plain.tags[clerk], window.tags[clerk]) == (0, NO_LABEL)
    assert (plain.tags[velmaran], window.tags[velmaran]) == (0, NO_LABEL)
    assert window.tags[_piece(window, "she")] == 0  # a capital, and no name
    assert tagged(window) == tagged(plain) != []


def _piece(window: Referred, start: str) -> int:
    return next(n for n in range(1, len(window.ids)) if pieces(window, n, n).startswith(start))


def test_pairs_are_of_each_with_each() -> None:
    window = one(LINKED)
    assert window.pairs.shape == (3, 5, 5)
    assert window.pairs.min() >= 0
    assert window.pairs[0].max() < PAIRS
    assert window.pairs[0, 3, 0] // 4 == Form.PRONOUN * 3 + Form.NAME
    assert window.pairs[0, 0, 3] // 4 == Form.NAME * 3 + Form.PRONOUN


def test_words_in_quotation_are_another_place() -> None:
    text = "Orro left. “Fenn stayed,” she said."
    mentions = tuple(
        Mention(at(w, text), None, form, w)
        for w, form in (("Orro", Form.NAME), ("Fenn", Form.NAME), ("she", Form.PRONOUN))
    )
    places = one(Referring("q", text, mentions)).pairs[2]
    assert places.tolist() == [[0, 1, 0], [2, 3, 2], [0, 1, 0]]


# --- targets


def test_targets_are_all_earlier_mentions_of_the_same_or_nothing() -> None:
    window = one(LINKED)
    right = [list(np.flatnonzero(row)) for row in window.right]
    assert right == [[5], [5], [5], [0], [1]]


def test_choices_are_the_earlier_ones_and_nothing() -> None:
    window = one(LINKED)
    assert [list(np.flatnonzero(row)) for row in window.open] == [
        [5],
        [0, 5],
        [0, 1, 5],
        [0, 1, 2, 5],
        [0, 1, 2, 3, 5],
    ]
    assert (window.right <= window.open).all()


def test_unlinked_mentions_are_asked_nothing() -> None:
    window = one(Referring("n", TEXT, (NAMED, PLACE), linked=False))
    assert not window.right.any()
    assert not window.open.any()


def chosen(right: tuple[bool, bool], text: str = TEXT) -> Referred:
    choice = Choice(at("She", text), (at("Ilse Orro", text), at("Lissom", text)), right)
    return one(Referring("c", text, (), False, False, choice))


def test_a_pronoun_chooses_between_both_names_and_never_nothing() -> None:
    window = chosen((False, True))
    assert [pieces(window, a, b) for a, b in window.bounds] == ["ilse orro", "lissom", "she"]
    assert window.right.tolist() == [[False] * 4, [False] * 4, [False, True, False, False]]
    assert window.open.tolist() == [[False] * 4, [False] * 4, [True, True, False, False]]


def test_a_pronoun_chooses_a_name_behind_it_as_well() -> None:
    window = chosen((True, False), "In Lissom She thanked Ilse Orro.")
    assert [pieces(window, a, b) for a, b in window.bounds] == ["lissom", "she", "ilse orro"]
    assert window.open[1].tolist() == [True, False, True, False]
    assert window.right[1].tolist() == [False, False, True, False]


def test_where_neither_is_right_nothing_is_asked() -> None:
    window = chosen((False, False))
    assert not window.open.any()
    assert not window.right.any()


def test_a_text_with_a_choice_labels_no_mention() -> None:
    assert set(chosen((True, False)).tags.tolist()) == {NO_LABEL}


# --- long texts


LONG = "Orro said that the pier was old and that the boats were older. " * 60


def long_mentions() -> Iterator[Mention]:
    start = LONG.find("Orro")
    while start >= 0:
        yield Mention(Span(start, start + 4), MentionTag.PERSON_NAME, Form.NAME, "1")
        start = LONG.find("Orro", start + 1)


def test_long_texts_are_cut_and_each_window_has_its_own_mentions() -> None:
    text = Referring("long", LONG, tuple(long_mentions()))
    found = list(refer(text, TOKENIZER))
    assert len(found) > 2
    assert all(len(w.ids) <= WINDOW for w in found)
    for window in found:
        assert {pieces(window, a, b) for a, b in window.bounds} == {"orro"}
        assert list(np.flatnonzero(window.right[0])) == [len(window.bounds)]  # its first
        assert list(np.flatnonzero(window.right[2])) == [0, 1]
    overlap = sum(len(w.bounds) for w in found) - len(text.mentions)
    assert 0 < overlap <= OVERLAP * len(found)


def test_a_shift_shortens_the_first_window() -> None:
    text = Referring("long", LONG, tuple(long_mentions()))
    first, *_ = refer(text, TOKENIZER, shift=40)
    assert len(first.ids) == WINDOW - 40


def test_a_mention_that_a_window_cuts_through_is_not_in_it() -> None:
    text = Referring(
        "long", LONG, (Mention(Span(0, len(LONG) - 1), MentionTag.BODY_NAME, Form.NAME, "1"),)
    )
    assert all(len(w.bounds) == 0 for w in refer(text, TOKENIZER))


def test_an_empty_text_has_no_window() -> None:
    assert list(refer(Referring("e", " \n", ()), TOKENIZER)) == []


# --- batches and the loss


def batch() -> tuple[object, list[Referred]]:
    apart = chosen((True, False), "In Lissom She thanked Ilse Orro.")
    items = [one(LINKED), apart, one(Referring("bare", "Rain fell.", ()))]
    items.append(one(Referring("few", "Ilse Orro left.", (NAMED,))))
    (found,) = refer_batches(items, size=8, seed=1)
    return found, items


def test_a_batch_pads_and_moves_the_nothing_column_to_the_end() -> None:
    found, items = batch()
    assert len({len(item.ids) for item in items}) == len(items)
    rows = {int((row != PADDING).sum()): n for n, row in enumerate(found.ids)}  # type: ignore[attr-defined]
    for item in items:
        row, length, count = rows[len(item.ids)], len(item.ids), len(item.bounds)
        assert found.ids[row, :length].tolist() == item.ids.tolist()  # type: ignore[attr-defined]
        assert set(found.tags[row, length:].tolist()) <= {NO_LABEL}  # type: ignore[attr-defined]
        for mask, given in ((found.right, item.right), (found.open, item.open)):  # type: ignore[attr-defined]
            assert mask[row, :count, :count].tolist() == given[:, :count].tolist()
            assert mask[row, :count, -1].tolist() == given[:, -1].tolist()
            assert int(mask[row].sum()) == int(given.sum())


def test_a_batch_pools_each_mention_evenly_over_its_pieces() -> None:
    found, items = batch()
    sums = found.pool.sum(-1)  # type: ignore[attr-defined]
    assert int(sums.round().sum()) == sum(len(item.bounds) for item in items)
    assert torch.allclose(sums[sums > 0], torch.ones(int((sums > 0).sum())))


class Fixed:
    """A network whose answers are given: even tags, and scores that a test sets."""

    def __init__(self, scores: torch.Tensor) -> None:
        self.scores = scores

    def encode(self, ids: torch.Tensor, forms: torch.Tensor) -> torch.Tensor:
        return ids.float().unsqueeze(-1)

    def references(self, encoded: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return torch.zeros(*encoded.shape[:2], MENTION_TAGS), encoded

    def refer(self, one: torch.Tensor, other: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
        return self.scores


def losses(scores: np.ndarray, text: Referring) -> tuple[float, float]:
    (found,) = refer_batches([one(text)], size=8, seed=1)
    tensor = torch.from_numpy(scores.astype(np.float32))[None]
    tagging, linking = refer_loss(Fixed(tensor), found, "cpu")  # type: ignore[arg-type]
    return float(tagging), float(linking)


def test_the_loss_of_even_answers_is_the_logarithm_of_the_choices() -> None:
    tagging, linking = losses(np.zeros((5, 6)), LINKED)
    assert tagging == pytest.approx(np.log(MENTION_TAGS))
    assert linking == pytest.approx(np.log([1, 2, 3, 4, 5]).mean())


def test_right_answers_cost_nothing_and_wrong_ones_much() -> None:
    right = one(LINKED).right
    assert losses(np.where(right, 50.0, 0.0), LINKED)[1] == pytest.approx(0.0, abs=1e-4)
    assert losses(np.where(right, 0.0, 50.0), LINKED)[1] > 20


def test_what_is_not_open_costs_nothing() -> None:
    open_ = one(LINKED).open
    even = losses(np.zeros((5, 6)), LINKED)[1]
    assert losses(np.where(open_, 0.0, 90.0), LINKED)[1] == pytest.approx(even)


def test_texts_without_links_have_no_loss_of_linking() -> None:
    names = Referring("n", TEXT, (NAMED, PLACE), False, False)
    tagging, linking = losses(np.zeros((2, 3)), names)
    assert linking == 0.0
    assert tagging == pytest.approx(np.log(MENTION_TAGS))
