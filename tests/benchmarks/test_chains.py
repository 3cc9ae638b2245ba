"""The scorer of chains, field by field, on an invented text counted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from invented_chains import (
    DENIED,
    EVERY,
    FENN,
    MAIL,
    ORDERED,
    ORRO,
    SINKING,
    TELMAR,
    TEXT,
    TOLD,
    at,
    carries,
    counted,
    extraction,
    figure,
    kinds,
    said,
    speaks,
    who,
)

from benchmarks.chains import Count, score, tables, total
from benchmarks.chains.__main__ import main
from benchmarks.chains.counts import ErrorKind
from benchmarks.chains.runs import Scored
from reportedly.schema import (
    Attribution,
    BlockKind,
    Document,
    Entity,
    Extraction,
    Speaker,
    text_id,
)

# --- matching


def test_what_is_equal_is_right_in_every_field() -> None:
    counts = counted((SINKING, TOLD, ORDERED, DENIED), (SINKING, TOLD, ORDERED, DENIED))
    for name in ("found", "speaker", "whole chain", "said on", "act", "polarity", "stance"):
        assert figure(counts, name) == (4, 4, 4)
    assert figure(counts, "nesting") == (1, 1, 1)
    assert not counts.errors


def test_contents_match_from_half_their_words_on() -> None:
    half = said("reported", "the pier was", None)
    less = said("reported", "pier", None)
    gold = said("quoted", "the pier was sinking")
    assert figure(counted(half, gold), "found") == (1, 1, 1)
    assert figure(counted(less, gold), "found") == (0, 1, 1)


def test_a_shared_cue_matches_contents_that_touch() -> None:
    gold = said("quoted", "that the pier was sinking")
    assert figure(counted(said("quoted", "sinking"), gold), "found") == (1, 1, 1)
    assert figure(counted(said("quoted", "on Sunday"), gold), "found") == (0, 1, 1)


def test_an_inner_attribution_is_not_taken_for_the_one_around_it() -> None:
    outer = said("told", "ordered the gates shut", "She", ORRO)
    counts = counted(ORDERED, (outer, ORDERED))
    assert figure(counts, "found") == (1, 1, 2)
    assert figure(counts, "speaker") == (1, 1, 1)
    assert [error.span for error in counts.errors if error.field == "found"] == [at("told")]


def test_each_is_matched_once() -> None:
    twin = replace(SINKING, id="twin")
    counts = counted((SINKING, twin), SINKING)
    assert figure(counts, "found") == (1, 2, 1)
    assert kinds(counts, "found") == [ErrorKind.FALSE]


def test_captions_and_comments_are_left_out() -> None:
    caption = replace(SINKING, block=BlockKind.CAPTION)
    assert figure(counted(caption, SINKING), "found") == (0, 0, 1)
    title = replace(SINKING, block=BlockKind.TITLE)
    assert figure(counted(title, SINKING), "found") == (1, 1, 1)


def test_two_texts_are_not_compared() -> None:
    other = Extraction(Document(text_id("Else."), "Else."), ())
    with pytest.raises(ValueError, match="differs"):
        score(other, extraction())


def test_documents_add_up() -> None:
    one = counted(SINKING, (SINKING, TOLD))
    assert total([one, one])["found"] == Count(2, 2, 4)
    assert len(total([one, one]).errors) == 2


# --- speakers


def spoken(entity: Entity | None, *others: Entity) -> Any:
    """The prediction that `entity` says what the gold has Ilse Orro say."""
    known = tuple(e for e in (entity, *others) if e)
    one = extraction(replace(SINKING, speaker=speaks(entity) if entity else None), entities=known)
    return score(one, extraction(SINKING, DENIED, entities=EVERY))


@pytest.mark.parametrize(
    ("entity", "right"),
    [
        (who("Ilse Orro", "the pier"), 1),  # the name is equal, wherever it was read
        (who("Ms Orro's", "the pier"), 1),  # its words are those of the fuller name
        (who("diver", "Ilse Orro"), 1),  # a mention is one that names her
        (who("Orro family", "the pier"), 0),
        (who("Jon Fenn"), 0),
        (who("diver", "She"), 0),  # a pronoun tells nothing by itself
        (None, 0),
    ],
)
def test_a_speaker_is_right_by_name_or_by_a_mention_that_names(
    entity: Entity | None, right: int
) -> None:
    assert figure(spoken(entity), "speaker") == (right, 1, 1)


def test_a_name_that_fits_two_alike_is_nobodys() -> None:
    brother = who("Per Orro", "Lissom")
    one = who("Orro", "the pier")
    predicted = extraction(replace(SINKING, speaker=speaks(one)), entities=(one,))
    gold = extraction(SINKING, entities=(ORRO, brother))
    assert figure(score(predicted, gold), "speaker") == (0, 1, 1)


def test_open_and_absent_speakers_are_right_where_the_gold_has_them() -> None:
    unresolved = replace(SINKING, speaker=Speaker(None, None, None, unresolved="two candidates"))
    nobody = replace(SINKING, speaker=None)
    right = {
        (a, b): figure(counted(x, y), "speaker")[0]
        for a, x in (("open", unresolved), ("none", nobody), ("Orro", SINKING))
        for b, y in (("open", unresolved), ("none", nobody), ("Orro", SINKING))
    }
    assert {pair for pair, count in right.items() if count} == {
        ("open", "open"),
        ("none", "none"),
        ("Orro", "Orro"),
    }


def test_types_and_anonymity_are_asked_of_right_speakers() -> None:
    plain = who("Ilse Orro", "Ilse Orro", kind="group")
    kept = replace(ORRO, anonymous=True)
    one = extraction(replace(SINKING, speaker=speaks(plain)), entities=(plain,))
    counts = score(one, extraction(SINKING, entities=(kept,)))
    assert figure(counts, "speaker type") == (0, 1, 1)
    assert figure(counts, "anonymous") == (0, 0, 1)


def test_two_people_in_one_entity_are_a_wrong_merge() -> None:
    both = who("Ilse Orro", "Ilse Orro", "Jon Fenn")
    one = extraction(
        *(replace(a, speaker=speaks(both)) for a in (SINKING, TOLD, DENIED)),
        entities=(both, TELMAR),
    )
    counts = score(one, extraction(SINKING, TOLD, DENIED, entities=EVERY))
    assert figure(counts, "wrong merges") == (1, 2, 2)
    assert figure(counts, "merged speakers") == (1, 1, 1)
    assert figure(counts, "merged attributions") == (1, 3, 3)
    (error,) = [e for e in counts.errors if e.field == "wrong merges"]
    assert (error.gold, error.predicted) == ("Ilse Orro + Jon Fenn", "Ilse Orro")


def test_a_pronoun_resolved_wrongly_merges_nobody() -> None:
    counts = counted((SINKING, replace(DENIED, speaker=speaks(ORRO))), (SINKING, DENIED))
    assert figure(counts, "wrong merges") == (0, 4, 4)
    assert figure(counts, "merged speakers") == (1, 1, 1)
    assert figure(counts, "merged attributions") == (1, 2, 2)


def test_one_person_in_two_entities_is_no_merge() -> None:
    again = who("Orro", at("She"))
    one = extraction(SINKING, replace(TOLD, speaker=speaks(again)), entities=(ORRO, again))
    counts = score(one, extraction(SINKING, TOLD, entities=EVERY))
    assert figure(counts, "merged speakers") == (0, 2, 2)
    assert figure(counts, "speaker") == (2, 2, 2)


# --- carriers


def carried(*carriers: Any, **more: Any) -> Attribution:
    return replace(SINKING, carriers=carriers, **more)


def test_carriers_are_counted_each_and_chains_as_wholes() -> None:
    telmar, mail = carries(TELMAR, "Telmar"), carries(MAIL, "Coast Mail")
    gold = (carried(telmar, mail), DENIED)
    missing = counted((carried(telmar), DENIED), gold)
    assert figure(missing, "carriers") == (1, 1, 2)
    assert figure(missing, "whole chain") == (1, 2, 2)
    assert figure(missing, "chain with carriers") == (0, 1, 1)
    turned = counted((carried(mail, telmar), DENIED), gold)
    assert figure(turned, "carriers") == (2, 2, 2)
    assert figure(turned, "whole chain") == (1, 2, 2)
    assert figure(counted(gold, gold), "chain with carriers") == (1, 1, 1)


def test_a_carrier_where_there_is_none_is_false() -> None:
    counts = counted(carried(carries(TELMAR, "Telmar")), SINKING)
    assert figure(counts, "carriers") == (0, 1, 0)
    assert kinds(counts, "carriers") == [ErrorKind.FALSE]
    assert figure(counts, "chain with carriers") == (0, 1, 1)


def test_a_chain_with_the_wrong_speaker_is_wrong() -> None:
    telmar = carries(TELMAR, "Telmar")
    counts = counted(carried(telmar, speaker=speaks(FENN)), carried(telmar))
    assert figure(counts, "carriers") == (1, 1, 1)
    assert figure(counts, "whole chain") == (0, 1, 1)


def test_descriptors_stand_apart() -> None:
    gold = carried(carries(TELMAR, "Telmar", "state-owned"))
    assert figure(counted(gold, gold), "descriptors") == (1, 1, 1)
    bare = counted(carried(carries(TELMAR, "Telmar")), gold)
    assert figure(bare, "carriers") == (1, 1, 1)
    assert figure(bare, "descriptors") == (0, 0, 1)


def test_an_inner_attribution_need_not_repeat_the_carriers_around_it() -> None:
    telmar = carries(TELMAR, "Telmar")
    outer = replace(TOLD, carriers=(telmar,))
    inner = replace(ORDERED, carriers=(telmar,))
    counts = counted((outer, ORDERED), (outer, inner))
    assert figure(counts, "carriers") == (1, 1, 1)
    assert figure(counts, "whole chain") == (2, 2, 2)


# --- the command


@pytest.mark.parametrize("words", [["--errors", "speaker"], ["--agreement"]])
def test_the_gate_shows_figures_alone(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--gate", *words])
    assert stopped.value.code == 2
    assert "no words" in capsys.readouterr().err


def test_every_figure_has_a_line_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    counts = counted((SINKING, TOLD, ORDERED), (SINKING, TOLD, ORDERED))
    tables.table(counts)
    printed = capsys.readouterr().out
    assert set(counts.figures) <= set(tables.FIELDS)
    assert all(f"\n{name} " in printed for name in tables.FIELDS)
    assert set(tables.AT_LEAST) | set(tables.AT_MOST) <= set(tables.FIELDS)


def test_errors_are_shown_with_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    tables.errors(
        [Scored("one", TEXT, counted(replace(SINKING, speaker=None), SINKING))], "speaker"
    )
    printed = capsys.readouterr().out
    assert "[[Ilse Orro, a diver,]]" in printed
    assert "gold: Ilse Orro | given: -" in printed
