"""Nested attributions: what is said inside what is said, by a scripted encoder and the shipped one.

The scripted encoder finds the cues that a test names, wherever it is shown them, and gives each
the source and content that the test names; it counts what it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from reportedly.attribute import Attributor
from reportedly.attribute.assemble import Draft, assemble
from reportedly.attribute.attributor import MODEL, load_tokenizer
from reportedly.attribute.decode import Settings
from reportedly.attribute.encoder import Encoded, Encoder, Floats, Numbers
from reportedly.attribute.link import LABELS, LINK_SIZE, TAGS, Label
from reportedly.attribute.nested import LEAST_LETTERS, Reader, nested
from reportedly.attribute.quotes import quotations
from reportedly.attribute.refer import MENTION_TAGS, REFER_OUT, Marks
from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    Span,
    Spans,
    text_id,
)

TOKENIZER = load_tokenizer(MODEL)
Line = tuple[str, str, str]
"""Words of source, cue and content; each the last of these words that the encoder is shown."""


class Scripted:
    """An encoder that finds what it is told to, and remembers what it was shown."""

    def __init__(self, *lines: Line) -> None:
        self.lines = [tuple(_ids(words) for words in line) for line in lines]
        self.shown: list[str] = []

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        self.shown.append(TOKENIZER.decode([int(i) for i in ids]))
        length = len(ids)
        tags = np.full((length, TAGS), np.log(0.001), dtype=np.float32)
        tags[:, [0, 3, 6]] = np.log(0.998)
        anchors = np.zeros((length, LINK_SIZE), dtype=np.float32)
        for number, (_, cue, _) in enumerate(self.lines, 1):
            for first in _places(ids, cue):
                last = first + len(cue) - 1
                tags[first : last + 1, :3] = np.log([0.05, 0.05, 0.9])
                tags[first, :3] = np.log([0.05, 0.9, 0.05])
                anchors[first : last + 1, 0] = number
        words = np.zeros((length, LINK_SIZE), dtype=np.float32)
        words[:, 0] = ids
        mentions = np.full((length, MENTION_TAGS), -20.0, dtype=np.float32)
        mentions[:, 0] = 0.0
        return Encoded(tags, anchors, words, mentions, np.zeros((length, REFER_OUT), np.float32))

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        ids = encoded.words[:, 0].astype(np.int64)
        scores = np.full((len(anchors), LABELS, len(ids)), np.log(0.002), dtype=np.float32)
        scores[:, Label.NONE] = np.log(0.99)
        for row, anchor in enumerate(anchors):
            source, _, content = self.lines[int(anchor[0]) - 1]
            for label, told in ((Label.SOURCE, source), (Label.CONTENT, content)):
                for first in _places(ids, told)[-1:]:
                    here = slice(first, first + len(told))
                    scores[row, :, here] = np.log(0.002)
                    scores[row, label, here] = np.log(0.99)
                    scores[row, :, first] = np.log(0.002)
                    scores[row, label - 1, first] = np.log(0.99)
        return scores

    def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
        raise AssertionError("no mention is asked for")


def _ids(words: str) -> list[int]:
    return list(TOKENIZER.encode(words, add_special_tokens=False).ids)


def _places(ids: Numbers, told: list[int]) -> list[int]:
    if not told:
        return []
    listed = [int(i) for i in ids]
    return [i for i in range(len(ids)) if listed[i : i + len(told)] == told]


class Forms(Scripted):
    """Remembers as well which of the words that it was shown stand in quotation marks."""

    def __init__(self, *lines: Line) -> None:
        super().__init__(*lines)
        self.quoted: list[str] = []

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        inside = [int(i) for i, form in zip(ids, forms, strict=True) if form % 2]
        self.quoted.append(TOKENIZER.decode(inside))
        return super().encode(ids, forms)


def spans(text: str, words: str) -> Spans:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def outer(text: str, source: str, cue: str, content: str) -> Draft:
    roles = (spans(text, words) for words in (source, cue, content))
    return Draft(*roles, features=(0.0,) * 4, confidence=0.9)


TRIGGERS = frozenset({"said", "told", "denied", "think", "hope"})
DEEP = "Orro said that the mayor told the clerks that the minister denied the charge twice."
TOLD = "that the mayor told the clerks that the minister denied the charge twice"
DENIED = "that the minister denied the charge twice"
LINES: tuple[Line, ...] = (
    ("the mayor", "told", DENIED),
    ("the minister", "denied", "the charge twice"),
)


def found(
    text: str,
    encoder: Scripted,
    draft: Draft,
    depth: int = 4,
    triggers: frozenset[str] = TRIGGERS,
) -> list[tuple[str, str, str]]:
    """The words of each nested draft."""
    reader = Reader(text, encoder, TOKENIZER, Settings(), triggers)
    return [
        tuple(" … ".join(s.read(text) for s in role) for role in (d.source, d.cue, d.content))  # type: ignore[misc]
        for d in nested(reader, [draft], depth)
    ]


# --- levels


def test_each_content_is_read_once_more_to_any_depth() -> None:
    encoder = Scripted(*LINES)
    assert found(DEEP, encoder, outer(DEEP, "Orro", "said", TOLD)) == [
        ("the mayor", "told", DENIED),
        ("the minister", "denied", "the charge twice"),
    ]
    # The contents as texts of their own, the sentence around them never.
    assert encoder.shown[:2] == [TOLD, DENIED]


@pytest.mark.parametrize(
    ("depth", "cues"), [(0, []), (1, ["told", "denied"]), (4, ["told", "denied"])]
)
def test_depth_bounds_the_readings(depth: int, cues: list[str]) -> None:
    encoder = Scripted(*LINES)
    draft = outer(DEEP, "Orro", "said", TOLD)
    assert [cue for _, cue, _ in found(DEEP, encoder, draft, depth)] == cues
    assert len(encoder.shown) <= depth


def test_each_level_is_found_by_reading_the_level_above() -> None:
    """An encoder that, like the corpus, sees one level in a text: the outermost."""

    class Outermost(Scripted):
        def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
            seen = super().encode(ids, forms)
            likely = np.flatnonzero(seen.tags[:, 1] > np.log(0.5))
            for later in likely[1:]:
                seen.tags[later, :3] = np.log([0.998, 0.001, 0.001])
            return seen

    draft = outer(DEEP, "Orro", "said", TOLD)
    assert [cue for _, cue, _ in found(DEEP, Outermost(*LINES), draft, 1)] == ["told"]
    assert [cue for _, cue, _ in found(DEEP, Outermost(*LINES), draft, 2)] == ["told", "denied"]


def test_what_is_known_already_is_not_found_again() -> None:
    reader = Reader(DEEP, Scripted(*LINES), TOKENIZER, Settings(), TRIGGERS)
    known = [outer(DEEP, "Orro", "said", TOLD), outer(DEEP, "the mayor", "told", DENIED)]
    cues = [d.cue[0].read(DEEP) for d in nested(reader, known)]
    assert cues == ["denied"]


# --- which sentences are read


@pytest.mark.parametrize(
    ("triggers", "asked"),
    [(TRIGGERS, True), (frozenset({"TOLD"}), False), (frozenset({"tol", "wrote"}), False)],
)
def test_without_a_trigger_the_encoder_is_not_asked(triggers: frozenset[str], asked: bool) -> None:
    encoder = Scripted(*LINES)
    draft = outer(DEEP, "Orro", "said", TOLD)
    assert bool(found(DEEP, encoder, draft, triggers=triggers)) is asked
    assert bool(encoder.shown) is asked


def test_a_trigger_beside_the_content_asks_nothing() -> None:
    text = "Orro told the mayor, who denied it, that the pier was sinking into the mud."
    encoder = Scripted(*LINES)
    assert not found(
        text, encoder, outer(text, "Orro", "told", "that the pier was sinking into the mud")
    )
    assert not encoder.shown


def test_a_trigger_may_have_a_capital_or_an_apostrophe() -> None:
    text = "“Told by the mayor, we left the harbour. They don’t mind that at all,” Orro said."
    content = "“Told by the mayor, we left the harbour. They don’t mind that at all,”"
    for trigger, start in (("told", "told by"), ("don’t", "they don")):
        encoder = Scripted()
        found(text, encoder, outer(text, "Orro", "said", content), triggers=frozenset({trigger}))
        assert [shown[: len(start)] for shown in encoder.shown] == [start]


def test_only_sentences_with_a_trigger_are_shown_and_neighbours_together() -> None:
    content = (
        "“The boats were all empty by then. The mayor told us to wait at the pier. "
        "The clerks denied that it was late. Rain fell on the whole harbour.”"
    )
    text = f"{content} Orro said."
    encoder = Scripted()
    found(text, encoder, outer(text, "Orro", "said.", content))
    assert encoder.shown == [
        "the mayor told us to wait at the pier. the clerks denied that it was late."
    ]


def test_a_short_sentence_is_not_read() -> None:
    assert len("He told me so.") < LEAST_LETTERS
    text = "“He told me so.” That Orro said."
    encoder = Scripted(("He", "told", "so"))
    assert not found(text, encoder, outer(text, "Orro", "said.", "“He told me so.”"))
    assert not encoder.shown


# --- what is kept


APART = "“The old mayor told us all,” Orro said, “that the pier was quite safe.” She left it."
IN_TWO = ("“The old mayor told us all,”", "“that the pier was quite safe.”")


def in_two() -> Draft:
    content = tuple(span for part in IN_TWO for span in spans(APART, part))
    return Draft(spans(APART, "Orro"), spans(APART, "said"), content, (0.0,) * 4, 0.9)


def test_a_content_that_reaches_over_the_gap_is_held_within_the_parents() -> None:
    line = ("The old mayor", "told", "us all, that the pier was quite safe")
    triggers = frozenset({"told", "that"})
    assert found(APART, Scripted(line), in_two(), triggers=triggers) == [
        ("The old mayor", "told", "us all,” … “that the pier was quite safe"),
    ]


def test_a_cue_that_reaches_over_the_gap_is_none() -> None:
    text = APART.replace("Orro said", "she smiled").replace("She left it", "Orro said so")
    content = tuple(span for part in IN_TWO for span in spans(text, part))
    draft = Draft(spans(text, "Orro"), spans(text, "said"), content, (0.0,) * 4, 0.9)
    encoder = Scripted(("The old mayor", "all, that", "the pier was quite safe"))
    assert not found(text, encoder, draft, triggers=frozenset({"told", "that"}))
    assert encoder.shown == ["the old mayor told us all, that the pier was quite safe."]


@pytest.mark.parametrize(
    ("source", "cue"), [("I", "think"), ("We", "hope"), ("I", "really hope"), ("we", "don't think")]
)
def test_the_speakers_own_thoughts_of_the_moment_are_left_out(source: str, cue: str) -> None:
    thought = "that the pier will sink before the winter"
    text = f"“{source} {cue} {thought},” Orro said."
    draft = outer(text, "Orro", "said", f"“{source} {cue} {thought},”")
    assert found(text, Scripted((source, cue, thought)), draft) == []


@pytest.mark.parametrize(("source", "cue"), [("", "that the"), ("That", "claim"), ("", "to")])
def test_words_that_say_nothing_are_no_cue(source: str, cue: str) -> None:
    told = "pier will sink before the winter comes"
    words = f"{source} {cue} {told}, they said".strip()
    text = f"“{words},” Orro said."
    draft = outer(text, "Orro", "said", f"“{words},”")
    assert found(text, Scripted((source, cue, told)), draft) == []


def test_a_colon_is_a_cue() -> None:
    told = "the pier will sink before the winter comes"
    text = f"“The mayor: {told}, he told me,” Orro said."
    draft = outer(text, "Orro", "said", text[: text.index(" Orro said")])
    line = ("The mayor", ":", told)
    assert found(text, Scripted(line), draft) == [line]


def test_a_source_in_another_paragraph_is_none() -> None:
    text = "Orro said the old mayor told us.\n\nShe then denied the charge twice in the harbour."
    content = (
        *spans(text, "the old mayor told us"),
        *spans(text, "She then denied the charge twice in the harbour"),
    )
    draft = Draft(spans(text, "Orro"), spans(text, "said"), content, (0.0,) * 4, 0.9)
    line = ("the old mayor", "denied", "the charge twice")
    assert found(text, Scripted(line), draft) == [("", "denied", "the charge twice")]


def test_an_apostrophe_of_any_form_makes_no_difference() -> None:
    text = "“I don’t think that the pier will sink before the winter,” Orro said."
    draft = outer(text, "Orro", "said", text[: text.index(" Orro")])
    line = ("I", "don’t think", "that the pier will sink before the winter")
    assert found(text, Scripted(line), draft) == []


@pytest.mark.parametrize(("source", "cue"), [("They", "think"), ("I", "told"), ("We", "denied")])
def test_others_thoughts_and_ones_own_words_are_kept(source: str, cue: str) -> None:
    thought = "that the pier will sink before the winter"
    text = f"“{source} {cue} {thought},” Orro said."
    draft = outer(text, "Orro", "said", f"“{source} {cue} {thought},”")
    assert found(text, Scripted((source, cue, thought)), draft) == [(source, cue, thought)]


def test_a_quotation_in_a_quotation_is_read_as_one() -> None:
    """The marks around the content are left out, so that the inner ones count."""
    text = "“The mayor told us ‘the pier is quite safe’ twice,” Orro said."
    draft = outer(text, "Orro", "said", "“The mayor told us ‘the pier is quite safe’ twice,”")
    encoder = Forms(("The mayor", "told", "the pier is quite safe"))
    assert found(text, encoder, draft)
    assert encoder.quoted == ["‘ the pier is quite safe ’"]


def test_a_quotation_in_a_quotation_may_run_over_two_sentences() -> None:
    content = "“The mayor told us: ‘The pier is quite safe. The clerks denied it’ and so on,”"
    text = f"{content} Orro said."
    encoder = Forms()
    found(text, encoder, outer(text, "Orro", "said", content))
    assert encoder.quoted == ["‘ the pier is quite safe. the clerks denied it ’"]


def test_assembling_gives_each_its_parent() -> None:
    document = Document(text_id(DEEP), DEEP, (Block(BlockKind.BODY, Span(0, len(DEEP))),))
    first = outer(DEEP, "Orro", "said", TOLD)
    reader = Reader(DEEP, Scripted(*LINES), TOKENIZER, Settings(), TRIGGERS)
    said, told, denied = assemble(document, [first, *nested(reader, [first])], quotations(DEEP))
    assert (said.parent, told.parent, denied.parent) == (None, said.id, told.id)


# --- the shipped model, where the result is plain


@cache
def engine(depth: int) -> Attributor:
    return Attributor(depth=depth)


def extracted(text: str, depth: int = 4) -> Extraction:
    document = Document(text_id(text), text, (Block(BlockKind.BODY, Span(0, len(text))),))
    return engine(depth).read(document)


def words(text: str, role: Callable[[Attribution], Spans], depth: int = 4) -> list[str]:
    return [s.read(text) for a in extracted(text, depth).attributions for s in role(a)]


PILOT = "Ilse Orro told reporters that the pilot said he saw no lights over the harbour."
QUOTED = "“The pilot told me that he saw no lights over the harbour,” Ilse Orro said on Monday."


@pytest.mark.parametrize(("text", "cues"), [(PILOT, ["told", "said"]), (QUOTED, ["said", "told"])])
def test_the_shipped_model_finds_the_pilot_in_her_words(text: str, cues: list[str]) -> None:
    first, second = extracted(text).attributions
    assert [s.read(text) for a in (first, second) for s in a.cue] == cues
    assert second.parent == first.id
    assert second.source[0].read(text).lower() == "the pilot"
    assert "he saw no lights over the harbour" in second.content[0].read(text)
    for inner in (*second.cue, *second.content):
        assert any(inner.within(s) for s in first.content)


def test_the_shipped_model_finds_three_levels() -> None:
    text = "The report says that Ilse Orro said that the mayor said the pier was safe."
    found = extracted(text).attributions
    assert [s.read(text) for a in found for s in a.source] == [
        "The report",
        "Ilse Orro",
        "the mayor",
    ]
    assert [a.parent for a in found] == [None, found[0].id, found[1].id]
    assert len(extracted(text, depth=1).attributions) == 2


def test_depth_nought_finds_the_outermost_alone() -> None:
    for text in (PILOT, QUOTED):
        assert words(text, lambda a: a.source, depth=0) == ["Ilse Orro"]


def test_own_hopes_are_left_out_with_the_shipped_model() -> None:
    text = "Bram Fenn resigned. “I believe that the mayor lied to all of us,” Ilse Orro said."
    assert words(text, lambda a: a.cue) == ["said"]


def test_the_shipped_encoder_is_asked_once_where_no_content_has_a_trigger() -> None:
    class Counting:
        def __init__(self, inner: Encoder) -> None:
            self.inner, self.count = inner, 0

        def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
            self.count += 1
            return self.inner.encode(ids, forms)

        def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
            return self.inner.link(encoded, anchors, distances)

        def refer(self, vectors: Floats, others: Floats, marks: Marks, before: Marks) -> Floats:
            return self.inner.refer(vectors, others, marks, before)

    attributor = Attributor()
    asked = {}
    for text in ("“The boats lay dark and empty in the harbour,” Ilse Orro said.", PILOT):
        counting = Counting(engine(4).encoder)
        attributor.encoder = counting
        document = Document(text_id(text), text, (Block(BlockKind.BODY, Span(0, len(text))),))
        assert attributor.read(document).attributions
        asked[text] = counting.count
    plain, nesting = asked.values()
    assert plain == 1
    assert nesting > 1


def test_the_shipped_triggers_hold_the_plain_verbs_of_speech_and_no_plain_noun() -> None:
    triggers = engine(4).triggers
    assert {"said", "told", "denied", "claimed", "according"} <= triggers
    assert not {"boat", "harbour", "the"} & triggers
