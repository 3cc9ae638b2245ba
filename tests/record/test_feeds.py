"""Feeds, read into a record twice from a real server: the second time there is nothing new."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsstand import RSS, Newsstand, newsstand

from reportedly.pipeline import ReadOptions
from reportedly.record import Outcome, Record

OPTIONS = ReadOptions(allow_private=True, read_timeout=10)
FILLER = (
    "Eleven ships wait outside the breakwater and three of them carry grain that was due in the "
    "city before the end of the week. The only channel that is deep enough for tankers is blocked."
)


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    with newsstand() as running:
        yield running


def page(stand: Newsstand, name: str, said: str) -> str:
    body = f"<h1>{name}</h1><p>{said}</p><p>{FILLER}</p>"
    return stand.put(f"/{name}", f"<html lang=en><body><article>{body}</article></body></html>")


def rss(*links: str) -> str:
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>The Quay</title>{items}</channel></rss>'


def test_entries_that_were_seen_are_not_read_again(record: Record, stand: Newsstand) -> None:
    one = page(stand, "gates", "Ada Morn said that the northern gates were closed.")
    feed = stand.put("/feed", rss(one), RSS)
    assert [t.outcome for t in record.add([feed], OPTIONS)] == [Outcome.ADDED]
    assert stand.paths() == ["/feed", "/gates"]
    assert record.add([feed], OPTIONS) == []
    assert stand.paths() == ["/feed"], "the article is not asked for again"
    two = page(stand, "boats", "Bela Cox said that twelve boats sank off the pier.")
    stand.put("/feed", rss(two, one), RSS)
    assert [(t.name, t.outcome) for t in record.add([feed], OPTIONS)] == [(two, Outcome.ADDED)]
    assert sorted(s.name for s in record.speakers()) == ["Ada Morn", "Bela Cox"]


def test_a_server_is_asked_whether_anything_changed(record: Record, stand: Newsstand) -> None:
    one = page(stand, "gates", "Ada Morn said that the northern gates were closed.")
    feed = stand.put("/feed", rss(one), RSS, ETag='"7"')
    record.add([feed], OPTIONS)
    stand.paths()
    assert record.add([feed], OPTIONS) == []
    assert stand.paths() == ["/feed"]


def test_an_entry_that_failed_is_tried_again(record: Record, stand: Newsstand) -> None:
    one = stand.fail("/gates", 404)
    feed = stand.put("/feed", rss(one), RSS)
    assert [t.outcome for t in record.add([feed], OPTIONS)] == [Outcome.FAILED]
    page(stand, "gates", "Ada Morn said that the northern gates were closed.")
    assert [t.outcome for t in record.add([feed], OPTIONS)] == [Outcome.ADDED]


def test_a_feed_that_is_a_page_is_told(record: Record, stand: Newsstand) -> None:
    """What goes by the name of a feed and is HTML is read as the page that it is, or told."""
    feed = stand.put("/feed.xml", "<html><body><p>Log in.</p></body></html>", RSS)
    (taken,) = record.add([feed], OPTIONS)
    assert taken.outcome is Outcome.FAILED
    assert taken.error
    assert taken.error.name == feed
    assert record.searched().documents == 0
