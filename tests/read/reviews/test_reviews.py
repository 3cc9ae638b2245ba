"""ClaimReviews → documents: every form they come in, and what cannot be taken."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.options import ReadOptions
from reportedly.read.reviews import Field, Reviewed, read_reviews, written
from reportedly.schema import BlockKind, DocumentError, EntityType

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://gauge.invalid/gates",
    "datePublished": "2031-05-09T08:00:00+02:00",
    "author": {"@type": "Organization", "name": "Gauge Desk", "url": "https://gauge.invalid"},
    "claimReviewed": "The river gates were closed on the night of the flood",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Piet Hallam", "jobTitle": "mayor of Ostrel"},
        "datePublished": "2031-05-04",
        "appearance": {"@type": "CreativeWork", "publisher": {"name": "Harbour Post"}},
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "2",
        "bestRating": "5",
        "worstRating": "1",
        "alternateName": "Partly true",
        "ratingExplanation": "Two of the four gates stood open until Tuesday.",
    },
}


def read(data: object, language: str | None = "en") -> list[Reviewed | DocumentError]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_reviews("reviews.json", raw, ReadOptions(language=language)))


def only(data: object, language: str | None = "en") -> Reviewed:
    (found,) = read(data, language)
    assert isinstance(found, Reviewed), found
    return found


def words(found: Reviewed) -> dict[Field, str]:
    text = found.document.text
    return {field: line.words.read(text) for field, line in found.lines.items()}


def test_a_review_says_what_it_says_in_its_own_words() -> None:
    found = only(REVIEW)
    assert words(found) == {
        Field.CLAIM: "The river gates were closed on the night of the flood",
        Field.SPEAKER: "Piet Hallam",
        Field.ROLE: "mayor of Ostrel",
        Field.DAY: "2031-05-04",
        Field.MEDIUM: "Harbour Post",
        Field.RATING: "Partly true",
        Field.REASON: "Two of the four gates stood open until Tuesday.",
        Field.REVIEWER: "Gauge Desk",
    }
    for field, line in found.lines.items():
        assert line.label.read(found.document.text) == field
        assert line.whole.read(found.document.text) == f"{field}: {words(found)[field]}"
    assert (found.day, found.speaker) == ("2031-05-04", EntityType.PERSON)


def test_it_is_a_document_of_who_reviews() -> None:
    document = only(REVIEW).document
    assert document.publisher == "Gauge Desk"
    assert document.published == "2031-05-09"
    assert document.path == "reviews.json[0]"
    assert document.title == "Claim: The river gates were closed on the night of the flood"
    assert "made of a ClaimReview" in document.warnings[0]
    kinds = {b.span.read(document.text).partition(":")[0]: b.kind for b in document.blocks}
    assert kinds.pop("Rated") is BlockKind.CAPTION
    assert set(kinds.values()) == {BlockKind.BODY}


def test_reviews_of_one_page_are_no_versions_of_it_or_of_each_other() -> None:
    other = {**REVIEW, "claimReviewed": "The siren was broken"}
    addresses = {only(one).document.url for one in (REVIEW, other)}
    assert len(addresses) == 2
    assert all(str(a).startswith("https://gauge.invalid/gates#claimreview-") for a in addresses)
    rated = {**REVIEW, "reviewRating": {"alternateName": "False"}}
    assert only(rated).document.url == only(REVIEW).document.url  # a later version of one review


FEED = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}
GRAPH = {
    "@graph": [
        {"@type": "Organization", "@id": "#desk", "name": "Gauge Desk"},
        {**REVIEW, "author": {"@id": "#desk"}},
    ]
}
PAGE = (
    "<!doctype html><title>x</title><script>var a = {</script>"
    '<script type="application/ld+json">{broken</script>'
    f'<script type="application/ld+json; charset=utf-8">{json.dumps([REVIEW])}</script><p>text'
)


@pytest.mark.parametrize(
    "data",
    [
        REVIEW,
        [REVIEW],
        FEED,
        GRAPH,
        {**REVIEW, "@type": ["ClaimReview", "Review"]},
        {**REVIEW, "@type": "http://schema.org/ClaimReview"},
        PAGE.encode(),
        (json.dumps(REVIEW) + "\n\n" + json.dumps({"@type": "Article"}) + "\n").encode(),
        b"\xef\xbb\xbf" + json.dumps(REVIEW).encode(),
    ],
    ids="object list feed graph types address page lines marked".split(),
)
def test_it_is_found_in_every_form(data: object) -> None:
    found = only(data)
    assert found.document.publisher == "Gauge Desk"
    assert words(found)[Field.SPEAKER] == "Piet Hallam"


def test_of_several_each_is_named_and_those_that_cannot_be_taken_say_why() -> None:
    bad = {**REVIEW, "claimReviewed": " "}
    nobody = {k: v for k, v in REVIEW.items() if k != "author"}
    first, second, third, fourth = read([REVIEW, bad, nobody, {**REVIEW, "url": None}])
    assert isinstance(first, Reviewed)
    assert str(second) == "reviews.json[1]: a ClaimReview without 'claimReviewed'"
    assert str(third) == "reviews.json[2]: a ClaimReview without 'author'"
    assert isinstance(fourth, Reviewed)
    assert fourth.document.url is None


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ({"alternateName": "Pants &amp; fire"}, "Pants & fire"),
        ({"name": "Not so"}, "Not so"),
        ({"ratingValue": 1, "bestRating": 5, "worstRating": 1}, "1 on a scale from 1 to 5"),
        ({"ratingValue": "3"}, "3"),
        ({}, None),
        ("text", None),
    ],
)
def test_a_rating_is_the_organisations_words(rating: object, said: str | None) -> None:
    assert words(only({**REVIEW, "reviewRating": rating})).get(Field.RATING) == said


def test_a_medium_is_named_where_there_is_one_alone() -> None:
    work = {"@type": "CreativeWork", "publisher": {"name": "Harbour Post"}}
    other = {"@type": "CreativeWork", "publisher": {"name": "The Pier"}}
    for works, said in (([work, work], "Harbour Post"), ([work, other], None), ("https://x", None)):
        item = {**REVIEW["itemReviewed"], "appearance": works}
        assert words(only({**REVIEW, "itemReviewed": item})).get(Field.MEDIUM) == said


def test_whoever_claims_it_may_be_left_open() -> None:
    found = only({**REVIEW, "itemReviewed": {"@type": "CreativeWork"}})
    assert Field.SPEAKER not in found.lines
    assert found.speaker is EntityType.UNKNOWN


def test_other_languages_are_left_out_unless_wanted() -> None:
    german = {**REVIEW, "inLanguage": "de-DE"}
    (error,) = read(german)
    assert "in 'de'; use --language any" in str(error)
    assert only(german, None).document.language == "de"
    said = "Die Tore am Fluss waren in der Nacht der Flut geschlossen, und niemand war da gewesen"
    rated = {"alternateName": "Falsch", "ratingExplanation": said + ", als das Wasser kam."}
    (error,) = read({**REVIEW, "claimReviewed": said, "reviewRating": rated})
    assert "German" in str(error)


@pytest.mark.parametrize(
    "data", [b"a poem\n", b"<p>a page</p>", b"[]", b"{}", b"", b"{\n{\n", b"\x7fELF" + bytes(99)]
)
def test_what_holds_no_review_is_told(data: bytes) -> None:
    (error,) = read(data)
    assert isinstance(error, DocumentError)
    assert error.name == "reviews.json"


def test_nesting_without_end_is_told() -> None:
    deep = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    (error,) = read(deep)
    assert isinstance(error, DocumentError)


KEYS = st.sampled_from([*REVIEW, "name", "@id"])
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REVIEW, "name", "@type", "@id", "author"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([k for k in REVIEW if k != "@type"]), ANY))
@settings(max_examples=150)
def test_whatever_the_fields_hold_it_is_a_review_or_an_error(changed: dict[str, Any]) -> None:
    (found,) = read({**REVIEW, **changed}, None)[:1]
    if isinstance(found, Reviewed):
        for field, line in found.lines.items():
            assert line.label.read(found.document.text) == field
            said = line.words.read(found.document.text)
            assert said == said.strip() != ""
            assert "\n" not in said


@given(
    st.lists(
        st.tuples(st.sampled_from(Field), st.text(min_size=1).filter(str.strip)),
        min_size=1,
        unique_by=lambda one: one[0],
    )
)
@settings(max_examples=50)
def test_every_word_has_its_place(fields: list[tuple[Field, str]]) -> None:
    plain = [(field, " ".join(words.split())) for field, words in fields]
    text, lines = written(plain)
    assert [(field, line.words.read(text)) for field, line in lines.items()] == plain
