"""Weighing a whole document: acts, evidence, notes and links together, each with its reason."""

from __future__ import annotations

import json
from dataclasses import replace

from planted import person, planted

from reportedly.resolve import resolve
from reportedly.schema import (
    Act,
    Extraction,
    LinkKind,
    NoteKind,
    Reason,
    Span,
    Stance,
    Status,
    Voice,
    from_json,
    to_json,
)
from reportedly.weigh import weigh

RESOLVED = resolve(
    planted(
        "{S1 Ilse Orro} {C1 accused} {X1 the board of hiding the letters}, {C2 claiming} "
        "{X2 that she had copies of them}. No evidence, however, has been presented.\n\n"
        "{S3 Bram Fenn} {C3 denied} {X3 the accusation}. "
        "{S4 The board} {C4 did not confirm} {X4 that the letters exist}.",
        person("Ilse Orro"),
        person("Bram Fenn"),
        leans={2: 1},
    )
)
WEIGHED = weigh(RESOLVED)


def read(span: Span) -> str:
    return span.read(RESOLVED.document.text)


def reasons(number: int, field: str, found: Extraction = WEIGHED) -> list[Reason]:
    return [r for r in found.reasons if (r.attribution, r.field) == (str(number), field)]


def test_every_cue_has_its_act_polarity_and_stance() -> None:
    assert [(a.act, a.negated, a.stance) for a in WEIGHED.attributions] == [
        (Act.ACCUSE, False, Stance.NEUTRAL),
        (Act.SAY, False, Stance.DOUBTING),
        (Act.DENY, False, Stance.NEUTRAL),
        (Act.CONFIRM, True, Stance.NEUTRAL),
    ]


def test_every_act_has_one_reason_that_names_its_word_and_how_sure_it_is() -> None:
    for number, word in ((1, "accuse"), (2, "claim"), (3, "deny"), (4, "confirm")):
        (reason,) = reasons(number, "act")
        assert repr(word) in reason.why
        assert reason.why.endswith(" sure)")


def test_a_note_is_about_those_before_it_and_is_their_evidence() -> None:
    (note,) = WEIGHED.notes
    assert (note.kind, note.status, note.about) == (NoteKind.EVIDENCE, Status.NONE, ("1", "2"))
    assert read(note.span) == "No evidence, however, has been presented"
    for number, attribution in enumerate(WEIGHED.attributions, 1):
        marks = [(m.status, m.span, m.by) for m in attribution.evidence]
        wanted = [(Status.NONE, note.span, Voice.PUBLISHER)] if number < 3 else []
        assert marks == wanted


def test_evidence_and_notes_have_reasons_with_their_words() -> None:
    (note,) = WEIGHED.notes
    for number in (1, 2):
        for field in ("evidence", "notes"):
            (reason,) = reasons(number, field)
            assert reason.why
            assert reason.spans == (note.span,)
    assert not reasons(3, "evidence")
    assert not reasons(3, "notes")


def test_a_denial_bears_on_the_accusation_and_says_why() -> None:
    (link,) = WEIGHED.links
    assert (link.kind, link.from_, link.to) == (LinkKind.DENIES, "3", "1")
    assert read(link.span) == "denied the accusation"
    (reason,) = reasons(3, "links")
    assert reason.why
    assert reason.spans == (link.span,)


def test_acts_are_judged_before_links_are_sought() -> None:
    """The engine knows no acts: links must be made of those that weighing has just set."""
    assert {a.act for a in RESOLVED.attributions} == {Act.SAY}
    neutral = planted(
        "{S1 Ilse Orro} {C1 said} {X1 the board hid the letters}.\n\n"
        "{S2 Bram Fenn} {C2 repeated} {X2 the accusation}.",
        person("Ilse Orro"),
        person("Bram Fenn"),
    )
    assert not [link for link in weigh(resolve(neutral)).links if link.kind is LinkKind.DENIES]


def test_what_was_resolved_and_its_reasons_stay() -> None:
    weighed = {"act", "negated", "stance", "evidence"}
    for before, after in zip(RESOLVED.attributions, WEIGHED.attributions, strict=True):
        fields = {name: getattr(before, name) for name in weighed}
        assert replace(after, **fields) == before
    assert WEIGHED.entities == RESOLVED.entities
    assert WEIGHED.mentions == RESOLVED.mentions
    assert WEIGHED.reasons[: len(RESOLVED.reasons)] == RESOLVED.reasons


def test_weighing_anew_replaces_what_was_weighed() -> None:
    again = weigh(WEIGHED)
    assert replace(again, reasons=()) == replace(WEIGHED, reasons=())


def test_what_is_weighed_is_read_back_from_json() -> None:
    read_back = from_json(json.loads(json.dumps(to_json(WEIGHED))))
    assert read_back == replace(WEIGHED, mentions=(), reasons=())


def test_nothing_to_weigh() -> None:
    bare = replace(RESOLVED, attributions=(), entities=(), mentions=(), reasons=())
    found = weigh(bare)
    assert (found.attributions, found.links, found.reasons) == ((), (), ())
