"""Assembly: drafts in, attributions out; every example is invented."""

from __future__ import annotations

import time

import numpy as np
import pytest

from reportedly.attribute.assemble import (
    Draft,
    assemble,
    calibrated,
    draft,
    kind_of,
    settle,
)
from reportedly.attribute.decode import Found, Settings
from reportedly.attribute.pieces import Pieces
from reportedly.attribute.quotes import quotations
from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Kind,
    Span,
    Spans,
    text_id,
)


def spans(text: str, *words: str) -> Spans:
    """Where the words stand, each looked for after the one before; "" stands nowhere."""
    found: list[Span] = []
    for word in filter(None, words):
        at = text.index(word, found[-1].end if found else 0)
        found.append(Span(at, at + len(word)))
    return tuple(found)


def sketch(
    text: str,
    source: str,
    cue: str | tuple[str, ...],
    *content: str,
    sure: float = 0.5,
    faint: bool = False,
) -> Draft:
    """A draft of the words given."""
    cues = (cue,) if isinstance(cue, str) else cue
    return Draft(spans(text, source), spans(text, *cues), spans(text, *content), (), sure, faint)


def document(text: str, *blocks: tuple[BlockKind, str]) -> Document:
    typed = tuple(Block(kind, spans(text, words)[0]) for kind, words in blocks)
    whole = (Block(BlockKind.BODY, Span(0, len(text))),)
    return Document(text_id(text), text, typed or whole)


def made(
    text: str, *drafts: Draft, blocks: tuple[tuple[BlockKind, str], ...] = ()
) -> list[Attribution]:
    quoted = quotations(text)
    settled = settle(text, drafts, quoted, Settings(same=0.7))
    return list(assemble(document(text, *blocks), settled, quoted))


def words(text: str, role: Spans) -> list[str]:
    return [span.read(text) for span in role]


# --- runs of pieces to spans of words

NOTHING = (0.0, 0.0, 0.0, 0.0)


def cut_by_hand(text: str, *pieces: str) -> Pieces:
    """Pieces as a tokeniser could cut them: the given stretches, one after the other."""
    where = spans(text, *pieces)
    starts, ends = ([getattr(s, e) for s in where] for e in ("start", "end"))
    one = np.zeros(len(where), dtype=np.int32)
    return Pieces(one, np.array(starts, np.int32), np.array(ends, np.int32), one)


def test_runs_are_widened_to_whole_words() -> None:
    text = "Governor Ostrova insisted: unbelievable!"
    pieces = cut_by_hand(text, "Governor", "Ostr", "ova", "insist", "ed", ":", "un", "believ", "!")
    found = Found(((3, 3),), ((1, 1),), ((7, 7),), NOTHING, faint=False)
    one = draft(text, pieces, found, Settings())
    assert words(text, one.source) == ["Ostrova"]
    assert words(text, one.cue) == ["insisted"]
    assert words(text, one.content) == ["unbelievable"]


def test_a_combining_mark_belongs_to_its_word() -> None:
    text = "Rene\u0301 said no\u0308."
    pieces = cut_by_hand(text, "Rene", "said", "no")
    found = Found(((1, 1),), ((0, 0),), ((2, 2),), NOTHING, faint=False)
    one = draft(text, pieces, found, Settings())
    assert words(text, one.source) == ["Rene\u0301"]
    assert words(text, one.content) == ["no\u0308"]


def test_no_word_is_followed_without_end() -> None:
    text = "x" * 5_000
    found = Found(((0, 0),), (), ((0, 0),), NOTHING, faint=False)
    pieces = Pieces(*(np.array([n], np.int32) for n in (0, 2_500, 2_501, 0)))
    assert len(draft(text, pieces, found, Settings()).cue[0]) <= 201


def test_runs_side_by_side_are_one_span() -> None:
    text = "Orro said so."
    pieces = cut_by_hand(text, "Orro", "sa", "id", "so")
    one = draft(
        text, pieces, Found(((1, 1), (2, 2)), (), ((3, 3),), NOTHING, faint=False), Settings()
    )
    assert words(text, one.cue) == ["said"]


# --- confidence


def test_confidence_is_a_logistic_regression_of_the_features() -> None:
    assert calibrated((0.0, 0.0, 0.0), (1.0, 1.0, 1.0, 0.0)) == 0.5
    assert calibrated((2.0, 1.0, 0.0), (1.0, 1.0, 5.0, -1.0)) == pytest.approx(0.881)
    assert calibrated((1.0, 0.0, 0.0), (2.0, 9.0, 9.0, 0.0)) > calibrated(
        (0.5, 0.0, 0.0), (2.0, 9.0, 9.0, 0.0)
    )


def test_confidence_stays_within_nought_and_one() -> None:
    assert 0.0 <= calibrated((-1e9, 0.0, 0.0), (1.0, 1.0, 1.0, 0.0)) <= 0.001
    assert 0.999 <= calibrated((1e9, 0.0, 0.0), (1.0, 1.0, 1.0, 0.0)) <= 1.0


# --- kind

KINDS = [
    ("“The well is dry,” said Orro.", "said", ("“The well is dry,”",), Kind.DIRECT),
    ("‘The well is dry,’ said Orro.", "said", ("‘The well is dry,’",), Kind.DIRECT),
    ("«The well is dry», said Orro.", "said", ("«The well is dry»",), Kind.DIRECT),
    ("„The well is dry“, said Orro.", "said", ("„The well is dry“",), Kind.DIRECT),
    ("``The well is dry,'' said Orro.", "said", ("``The well is dry,''",), Kind.DIRECT),
    ("“The well,” said Orro, “is dry.”", "said", ("“The well,”", "“is dry.”"), Kind.DIRECT),
    ("“The well is dry,” said Orro.", "said", ("The well is dry",), Kind.DIRECT),
    ("Orro said the well is dry.", "said", ("the well is dry",), Kind.INDIRECT),
    (
        "Orro said the divers’ well isn't dry.",
        "said",
        ("the divers’ well isn't dry",),
        Kind.INDIRECT,
    ),
    ("Orro said the well is “bone dry” now.", "said", ("the well is “bone dry” now",), Kind.MIXED),
    ("Orro said the well “is dry.", "said", ("the well “is dry",), Kind.MIXED),
    ("Orro said it dried. “A pity.”", "said", ("it dried", "“A pity.”"), Kind.MIXED),
    ("“Orro said the well is dry,” she wrote.", "said", ("the well is dry",), Kind.INDIRECT),
]


@pytest.mark.parametrize(("text", "cue", "content", "kind"), KINDS)
def test_kind(text: str, cue: str, content: tuple[str, ...], kind: Kind) -> None:
    found = kind_of(text, spans(text, cue), spans(text, *content), quotations(text))
    assert found == kind


def test_another_quotation_beside_the_content_does_not_count() -> None:
    text = "“Dry?” asked Fenn. Orro said the well was full. “Good.”"
    content = spans(text, "the well was full")
    assert kind_of(text, spans(text, "said"), content, quotations(text)) == Kind.INDIRECT


# --- block


def test_the_block_is_where_the_cue_stands() -> None:
    text = "Well dry, Orro says\n\nOrro said so.\n\nFenn, who denied it\n\nI think it rains"
    blocks = (
        (BlockKind.TITLE, "Well dry, Orro says"),
        (BlockKind.BODY, "Orro said so."),
        (BlockKind.CAPTION, "Fenn, who denied it"),
        (BlockKind.COMMENT, "I think it rains"),
    )
    found = made(
        text,
        sketch(text, "Orro", "says", "Well dry"),
        sketch(text, "Orro", "said", "so"),
        sketch(text, "who", "denied", "it"),
        sketch(text, "I think"[:1], "think", "it rains"),
        blocks=blocks,
    )
    assert [a.block for a in found] == [kind for kind, _ in blocks]


# --- once


def test_the_surer_of_two_with_one_content_is_kept() -> None:
    text = "Orro claimed the well is dry, according to Fenn."
    found = made(
        text,
        sketch(text, "Orro", "claimed", "the well is dry", sure=0.4),
        sketch(text, "Fenn", "according to", "the well is dry", sure=0.6),
    )
    assert [words(text, a.cue) for a in found] == [["according to"]]


def test_an_article_is_no_cue() -> None:
    text = "Orro, a report says, left the well dry."
    assert not made(text, sketch(text, "Orro", "a", "left the well dry"))


def test_two_that_share_a_cue_are_one() -> None:
    text = "Orro said the well is dry and the river low, to Fenn's surprise."
    found = made(
        text,
        sketch(text, "Orro", "said", "the well is dry", sure=0.4),
        sketch(text, "Orro", ("said", "surprise"), "the river low", sure=0.6),
    )
    assert [words(text, a.content) for a in found] == [["the river low"]]


def test_a_faint_cue_counts_where_its_content_would_be_nobodys() -> None:
    text = "Orro: the well is dry. Fenn said the river is low."
    faint = sketch(text, "Orro", ":", "the well is dry", sure=0.2, faint=True)
    firm = sketch(text, "Fenn", "said", "the river is low")
    assert [words(text, a.cue) for a in made(text, faint, firm)] == [[":"], ["said"]]


def test_a_faint_cue_does_not_count_where_its_content_is_a_surer_ones() -> None:
    text = "Orro: the well is dry, Fenn said, and the river low."
    faint = sketch(text, "Orro", ":", "the well is dry, Fenn said", sure=0.9, faint=True)
    firm = sketch(text, "Fenn", "said", "the well is dry", "and the river low", sure=0.3)
    assert [words(text, a.cue) for a in made(text, faint, firm)] == [["said"]]


def test_what_is_too_unsure_is_left_out() -> None:
    text = "Orro said the well is dry and warned that the river is low."
    drafts = [
        sketch(text, "Orro", "said", "the well is dry", sure=0.2),
        sketch(text, "Orro", "warned", "that the river is low", sure=0.6),
    ]
    settled = settle(text, drafts, [], Settings(least=0.4))
    assert [words(text, d.cue) for d in settled] == [["warned"]]


def test_neighbours_with_their_own_cues_and_contents_are_both_kept() -> None:
    text = "Orro said the well is dry and warned that the river is low."
    first = sketch(text, "Orro", "said", "the well is dry")
    second = sketch(text, "Orro", "warned", "that the river is low")
    assert len(made(text, first, second)) == 2


def test_attributions_stand_in_text_order_with_ids_of_their_own() -> None:
    text = "“Dry,” said Orro. Fenn denied it. Bo doubted that."
    drafts = [
        sketch(text, "Bo", "doubted", "that", sure=0.9),
        sketch(text, "Fenn", "denied", "it", sure=0.8),
        sketch(text, "Orro", "said", "“Dry,”", sure=0.3),
    ]
    found = made(text, *drafts)
    assert [words(text, a.cue) for a in found] == [["said"], ["denied"], ["doubted"]]
    assert len({a.id for a in found}) == 3
    assert found == made(text, *reversed(drafts))


# --- quotations over paragraphs


def test_a_content_follows_its_quotation_into_the_next_paragraphs() -> None:
    text = "Orro said: “The well is dry.\n\n“The river is low.\n\n“We leave.” Nobody spoke."
    (found,) = made(text, sketch(text, "Orro", "said", "“The well is dry."))
    assert words(text, found.content) == ["“The well is dry.\n\n“The river is low.\n\n“We leave.”"]
    assert found.kind == Kind.DIRECT


def test_a_quotation_that_ends_is_not_followed() -> None:
    text = "Orro said: “The well is dry.”\n\n“The river is low,” said Fenn."
    (found,) = made(text, sketch(text, "Orro", "said", "“The well is dry.”"))
    assert words(text, found.content) == ["“The well is dry.”"]


def test_parts_with_white_space_between_are_one() -> None:
    text = "Orro said: “Dry.” “Low.” And left."
    (found,) = made(text, sketch(text, "Orro", "said", "“Dry.”", "“Low.”"))
    assert words(text, found.content) == ["“Dry.” “Low.”"]


def test_parts_with_words_between_stay_apart() -> None:
    text = "“Dry,” Orro said, “and low.”"
    (found,) = made(text, sketch(text, "Orro", "said", "“Dry,”", "“and low.”"))
    assert words(text, found.content) == ["“Dry,”", "“and low.”"]


# --- leaning

ACCUSED = "Officials have accused the guild of fraud, claiming that it sold the bridge."


@pytest.mark.parametrize("source", ["Officials", ""])
def test_a_participle_leans_on_the_verb_before(source: str) -> None:
    first = sketch(ACCUSED, "Officials", "have accused", "the guild of fraud")
    second = sketch(ACCUSED, source, "claiming", "that it sold the bridge")
    leant, leaning = made(ACCUSED, first, second)
    assert words(ACCUSED, leant.source) == ["Officials"]
    assert leant.source_from is None
    assert leaning.source == ()
    assert leaning.source_from == leant.id


def test_a_participle_with_another_source_leans_on_nobody() -> None:
    text = "Officials have accused the guild of fraud, the mayor claiming that it sold the bridge."
    first = sketch(text, "Officials", "have accused", "the guild of fraud")
    second = sketch(text, "the mayor", "claiming", "that it sold the bridge")
    found = made(text, first, second)
    assert [a.source_from for a in found] == [None, None]
    assert words(text, found[1].source) == ["the mayor"]


@pytest.mark.parametrize("end", [". ", "? ", "! ", ".\n\n"])
def test_a_participle_leans_on_nobody_beyond_its_sentence(end: str) -> None:
    text = f"Officials accused the guild of fraud{end}Claiming that it sold the bridge was new."
    first = sketch(text, "Officials", "accused", "the guild of fraud")
    second = sketch(text, "", "Claiming", "that it sold the bridge")
    assert [a.source_from for a in made(text, first, second)] == [None, None]


def test_a_finite_verb_keeps_its_source() -> None:
    text = "Officials accused the guild and said that it sold the bridge."
    first = sketch(text, "Officials", "accused", "the guild")
    second = sketch(text, "Officials", "said", "that it sold the bridge")
    found = made(text, first, second)
    assert [words(text, a.source) for a in found] == [["Officials"], ["Officials"]]


def test_two_participles_lean_on_the_one_verb() -> None:
    text = "Officials accused the guild, adding that it lied, claiming that it sold the bridge."
    found = made(
        text,
        sketch(text, "Officials", "accused", "the guild"),
        sketch(text, "Officials", "adding", "that it lied"),
        sketch(text, "Officials", "claiming", "that it sold the bridge"),
    )
    assert [a.source_from for a in found] == [None, found[0].id, found[0].id]


def test_a_participle_whose_content_comes_first_leans_on_the_cue_before_it() -> None:
    text = "the bridge is safe, Officials adding that, claiming that the well is dry"
    found = made(
        text,
        sketch(text, "Officials", "adding", "that"),
        sketch(text, "Officials", "claiming", "the bridge is safe", "that the well is dry"),
    )
    by_id = {a.id: a for a in found}
    for one in found:
        assert one.source_from is None or by_id[one.source_from].source


# --- cost


def many(count: int) -> tuple[str, list[Draft]]:
    """A text of so many statements, one a paragraph, and their drafts."""
    unit = "Fenn said “it rains on the well” adding nothing.\n\n"
    drafts = []
    for number in range(count):
        base = number * len(unit)

        def at(word: str, base: int = base) -> Spans:
            start = base + unit.index(word)
            return (Span(start, start + len(word)),)

        drafts.append(Draft(at("Fenn"), at("said"), at("“it rains on the well”"), (), 0.5))
        drafts.append(Draft((), at("adding"), at("nothing"), (), 0.4))
    return unit * count, drafts


def test_cost_grows_with_the_text_and_not_with_its_square() -> None:
    """Ten times the text takes far less than a hundred times as long."""
    assert seconds(*many(10_000)) < 40 * max(seconds(*many(1_000)), 0.01)


def test_a_text_of_openings_alone_costs_no_more() -> None:
    unit = "“It rains, said Fenn.\n\n"
    text = unit * 5_000
    drafts = [
        Draft((), (Span(n + 11, n + 15),), (Span(n, n + 9),), (), 0.5)
        for n in range(0, len(text), len(unit))
    ]
    assert seconds(text, drafts) < 60


def seconds(text: str, drafts: list[Draft]) -> float:
    quoted, whole = quotations(text), document(text)
    began = time.process_time()
    assemble(whole, settle(text, drafts, quoted, Settings(same=0.7)), quoted)
    return time.process_time() - began
