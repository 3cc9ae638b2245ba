"""What holds for any text and any spans."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import attributions, blocks, extractions

from reportedly.resolve.circumstances import circumstances, published_of
from reportedly.schema import (
    Attribution,
    Document,
    EntityType,
    Extraction,
    Phrase,
    SaidOn,
    Speaker,
    phrase,
    text_id,
)

WORDS = st.sampled_from(
    "Orro said told on Sunday in a letter to the board , . “No ” who at rally last week : he\n\n"
    "added because 2014 ; and Monday's speech March 3 CNN".split(" ")
)


def check(extraction: Extraction) -> None:
    text = extraction.document.text
    found = circumstances(extraction)
    assert set(found) == {a.id for a in extraction.attributions}
    for name, one in found.items():
        for value in (one.venue, one.addressee, one.said_on):
            assert value is None or value.span.end <= len(text)
            if isinstance(value, Phrase):
                assert value == phrase(text, value.span)
        assert one.occasion != name
        assert one.occasion is None or one.occasion in found
        decided = {f for f in ("venue", "addressee", "said_on", "occasion") if getattr(one, f)}
        assert decided == set(one.why)
        assert one.said_on is None or isinstance(one.said_on, SaidOn)


@given(extractions())
def test_it_never_raises(extraction: Extraction) -> None:
    check(extraction)
    published_of(extraction.document)


@st.composite
def news(draw: st.DrawFn) -> Extraction:
    text = " ".join(draw(st.lists(WORDS, min_size=4, max_size=60)))
    found: list[Attribution] = []
    for one in draw(attributions(len(text))):
        speaker = draw(st.none() | st.just(Speaker("e1", "Orro", EntityType.PERSON)))
        parent = draw(st.none() | st.sampled_from([a.id for a in found])) if found else None
        found.append(replace(one, speaker=speaker, parent=parent))
    published = draw(st.none() | st.just("2014-06-28"))
    document = Document(text_id(text), text, draw(blocks(len(text))), published=published)
    return Extraction(document, tuple(found))


@given(news())
def test_it_holds_for_words_of_news(extraction: Extraction) -> None:
    check(extraction)
