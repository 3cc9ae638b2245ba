"""ClaimReviews in the record: statements like any other, and no rating of the program's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import quay

from reportedly.record import Outcome, Record, Taken
from reportedly.record.answers import Reading, Stand
from reportedly.schema import BlockKind, EntityType, LinkKind

REVIEW: Mapping[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://gauge.invalid/gates",
    "datePublished": "2031-05-09",
    "author": {"@type": "Organization", "name": "Gauge Desk"},
    "claimReviewed": quay.CLOSED,
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Morn", "jobTitle": "minister of ports"},
        "datePublished": "2031-05-04",
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Mostly false and without context",
        "ratingExplanation": "Two of the gates stood open until Tuesday night.",
    },
}


def taken(record: Record, *reviews: Mapping[str, Any]) -> list[Taken]:
    return record.add_reviews("reviews.json", json.dumps(reviews).encode())


def reviewed(record: Record) -> Reading:
    """The document of the review that was added last."""
    *_, last = record.documents()
    return record.reading(last.key)


@pytest.fixture
def paper(record: Record, add: Callable[..., object]) -> Iterator[Record]:
    add(record, *quay.PAPERS)
    yield record
    assert list(record.check()) == []


def test_a_review_joins_the_claim_that_it_is_about(paper: Record) -> None:
    before = paper.trace(quay.CLOSED).claims[0]
    (one,) = taken(paper, REVIEW)
    assert (one.outcome, one.attributions) == (Outcome.ADDED, 3)
    claim = paper.trace(quay.CLOSED).claims[0]
    assert len(claim.attributions) == len(before.attributions) + 1
    (said,) = (s for s in claim.attributions if s.publisher == "Gauge Desk")
    assert said.words == quay.CLOSED
    assert (said.speaker, said.roles, said.said_on) == (
        "Ada Morn",
        ("minister of ports",),
        "2031-05-04",
    )
    (morn,) = {s.speaker_id for s in before.attributions if s.speaker == "Ada Morn"}
    assert said.speaker_id == morn
    assert claim.origins.max == before.origins.max  # she said it on a day that was known


def test_the_verdict_is_what_the_organisation_says_and_nothing_else(paper: Record) -> None:
    before = paper.trace(quay.CLOSED).claims[0]
    taken(paper, REVIEW)
    found = reviewed(paper)
    claimed, verdict, reason = found.statements
    rating = REVIEW["reviewRating"]
    assert (verdict.speaker, verdict.words) == ("Gauge Desk", rating["alternateName"])
    assert (reason.speaker, reason.words) == ("Gauge Desk", rating["ratingExplanation"])
    assert {s.stand for s in found.statements} == {Stand.STATES}
    after = paper.trace(quay.CLOSED).claims[0]
    stands = {s.id: s.stand for s in after.attributions}
    assert {name: stands[name] for name in (s.id for s in before.attributions)} == {
        s.id: s.stand for s in before.attributions
    }
    answers = {(link.kind, link.from_, link.to) for link in found.extraction.links}
    assert answers == {
        (LinkKind.ANSWERS, verdict.attribution, claimed.attribution),
        (LinkKind.ANSWERS, reason.attribution, claimed.attribution),
    }
    assert all(not a.evidence for a in found.extraction.attributions)


def test_a_rating_is_a_label_and_no_claim(paper: Record) -> None:
    taken(paper, REVIEW)
    _, verdict, reason = reviewed(paper).statements
    assert verdict.claim is None
    assert reason.claim is not None
    labelled = {a.id: a.block for a in reviewed(paper).extraction.attributions}
    assert labelled[verdict.attribution] is BlockKind.CAPTION
    assert labelled[reason.attribution] is BlockKind.BODY


def test_every_word_stands_where_it_is_said_to(paper: Record) -> None:
    taken(paper, REVIEW)
    found = reviewed(paper)
    text = found.extraction.document.text
    for a in found.extraction.attributions:
        words = [" ".join(s.read(text) for s in spans) for spans in (a.source, a.cue, a.content)]
        assert words in (
            ["Ada Morn", "Claimed by", quay.CLOSED],
            ["Gauge Desk", "Rated", REVIEW["reviewRating"]["alternateName"]],
            ["Gauge Desk", "Explained", REVIEW["reviewRating"]["ratingExplanation"]],
        )


def test_the_same_again_is_no_change_and_another_rating_a_new_version(paper: Record) -> None:
    assert [t.outcome for t in taken(paper, REVIEW, REVIEW)] == [Outcome.ADDED, Outcome.HELD]
    assert [t.outcome for t in taken(paper, REVIEW)] == [Outcome.HELD]
    rated = {**REVIEW, "reviewRating": {"alternateName": "True after all"}}
    assert [t.outcome for t in taken(paper, rated)] == [Outcome.VERSION]


def test_what_cannot_be_taken_is_told_and_the_others_are_added(paper: Record) -> None:
    outcomes = taken(paper, {"@type": "ClaimReview"}, REVIEW)
    assert [t.outcome for t in outcomes] == [Outcome.FAILED, Outcome.ADDED]
    assert "without 'claimReviewed'" in str(outcomes[0].error)


@pytest.mark.parametrize(
    ("name", "kind", "proper"),
    [
        ("Ada Morn", EntityType.PERSON, True),
        ("Ministry of Ports of the Coast", EntityType.PERSON, True),
        ("Social media users", EntityType.UNKNOWN, False),
    ],
)
def test_a_description_is_nobodys_name(
    record: Record, name: str, kind: EntityType, proper: bool
) -> None:
    item = {"author": {"@type": "Person", "name": name}}
    taken(record, {**REVIEW, "itemReviewed": item})
    speaker, reviewer = reviewed(record).extraction.entities
    assert (speaker.name, speaker.type, speaker.proper) == (name, kind, proper)
    assert (reviewer.name, reviewer.type) == ("Gauge Desk", EntityType.ORGANISATION)


def test_a_medium_carries_the_claim(record: Record) -> None:
    work = {"@type": "CreativeWork", "publisher": {"name": "Harbour Wire"}}
    item = {**REVIEW["itemReviewed"], "firstAppearance": work}
    taken(record, {**REVIEW, "itemReviewed": item})
    claimed = reviewed(record).statements[0]
    assert [c.name for c in claimed.carriers] == ["Harbour Wire"]


def test_nobody_is_named(record: Record) -> None:
    taken(record, {k: v for k, v in REVIEW.items() if k != "itemReviewed"})
    claimed = reviewed(record).statements[0]
    assert (claimed.speaker, claimed.source, claimed.cue) == (None, "", "Claim")
