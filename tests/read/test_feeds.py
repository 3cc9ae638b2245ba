"""Feeds on a real server: articles, what stands in for them, and what is asked again."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from newsstand import RSS, Newsstand, newsstand

from reportedly.read import Feeds, Media, Raw, ReadOptions, Where, read, sources
from reportedly.schema import Document, DocumentError

BODY = (
    "<p>The ferry to Old Tarrow will run again from Monday, the harbour master said. She thanked "
    "those who had repaired the landing stage by hand, and said that they would be paid.</p>"
    "<p>“We have waited for this since the storm,” Renske Pell told reporters on the quay. "
    "According to the mayor, the crossing will be free until the end of the month.</p>"
)
TEASER = "The lamp is lit again, the keeper said. “It was the storm,” she told the paper on Friday."


def page(title: str, body: str = BODY, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def item(link: str, title: str = "", text: str = TEASER, more: str = "") -> str:
    return (
        f"<item><title>{escape(title)}</title><link>{link}</link>"
        f"<description>{escape(text)}</description>"
        f"<pubDate>Mon, 12 Jun 2017 23:30:00 -0400</pubDate>{more}</item>"
    )


def rss(*items: str, title: str = "The Tarrow Post") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>http://post.example/</link>{''.join(items)}</channel></rss>"
    )


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    with newsstand() as running:
        yield running


def options(feeds: Feeds | None = None, **more: object) -> ReadOptions:
    return ReadOptions(allow_private=True, feeds=feeds, read_timeout=10, **more)  # type: ignore[arg-type]


def documents(inputs: list[str], chosen: ReadOptions) -> list[Document]:
    found = list(read(inputs, chosen))
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


def errors(inputs: list[str], chosen: ReadOptions) -> list[DocumentError]:
    return [each for each in read(inputs, chosen) if isinstance(each, DocumentError)]


def test_entries_become_the_articles_that_they_link_to(stand: Newsstand) -> None:
    first = stand.put("/a", page("Ferry resumes"))
    second = stand.put("/b", page("Bridge closed"))
    feed = stand.put("/feed", rss(item(first), item(second)), RSS)
    found = documents([feed], options())
    assert [d.title for d in found] == ["Ferry resumes", "Bridge closed"]
    assert [d.url for d in found] == [d.path for d in found] == [first, second]
    assert "Renske Pell told reporters" in found[0].text
    assert TEASER not in found[0].text


def test_what_a_page_does_not_say_of_itself_the_feed_says(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    creator = '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Mirel Kost</dc:creator>'
    feed = stand.put("/feed", rss(item(link, more=creator)), RSS)
    (document,) = documents([feed], options())
    assert document.publisher == "The Tarrow Post"
    assert document.published == "2017-06-12"
    assert document.authors == ("Mirel Kost",)


def test_what_a_page_says_of_itself_wins(stand: Newsstand) -> None:
    head = (
        '<meta property="og:site_name" content="The Evening Post">'
        '<meta property="article:published_time" content="2017-06-11T10:00:00Z">'
    )
    link = stand.put("/a", page("Ferry resumes", head=head))
    feed = stand.put("/feed", rss(item(link, title="Ferry!")), RSS)
    (document,) = documents([feed], options())
    assert document.title == "Ferry resumes"
    assert document.publisher == "The Evening Post"
    assert document.published == "2017-06-11"


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "status 404 Not Found"), (503, "status 503 Service Unavailable")]
)
def test_an_article_that_cannot_be_fetched_is_read_from_the_feed(
    stand: Newsstand, status: int, reason: str
) -> None:
    link = stand.fail("/gone", status)
    feed = stand.put("/feed", rss(item(link, "Lamp lit")), RSS)
    (document,) = documents([feed], options())
    assert document.text == f"Lamp lit\n\n{TEASER}"
    assert (document.title, document.publisher) == ("Lamp lit", "The Tarrow Post")
    assert document.published == "2017-06-12"
    assert document.url == link
    assert document.path == f"{feed}#{link}"
    said = f"the linked article is not read ({reason}): this is the feed's own text"
    assert document.warnings[0] == said


def test_an_entry_of_which_there_is_nothing_is_an_error_in_its_place(stand: Newsstand) -> None:
    good = stand.put("/a", page("Ferry resumes"))
    feed = stand.put("/feed", rss(item(stand.address + "/b", text=""), item(good)), RSS)
    error, document = read([feed], options())
    assert isinstance(error, DocumentError)
    assert error.name == f"{feed}#{stand.address}/b"
    assert error.reason == "status 404 Not Found"
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    "made",
    [
        page("Nothing", "<script>draw()</script>").encode(),
        b"ID3\x04" + bytes(200),
        b"%PDF-1.7\n\xe2\xe3",
        rss(item("http://elsewhere.example/")).encode(),
    ],
)
def test_a_link_to_no_article_is_read_from_the_feed(stand: Newsstand, made: bytes) -> None:
    link = stand.put("/a", made, "application/octet-stream" if made[:1] != b"<" else None)
    (document,) = documents([stand.put("/feed", rss(item(link, "Lamp lit")), RSS)], options())
    assert document.text == f"Lamp lit\n\n{TEASER}"
    assert document.warnings[0].startswith("the linked article is not read (")
    assert not any("elsewhere" in path for path in stand.paths())


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("file:///etc/passwd", "only http and https addresses are fetched, not file"),
        ("http://169.254.169.254/latest/", "refused: link-local address 169.254.169.254"),
        ("http://localhost:1/", "refused: loopback address"),
        ("http://[::1", "cannot be fetched"),
        ("javascript:alert(1)", "only http and https addresses are fetched, not javascript"),
    ],
)
def test_links_are_fetched_by_the_rules_of_all_addresses(
    tmp_path: Path, link: str, reason: str
) -> None:
    path = tmp_path / "news.rss"
    path.write_text(rss(item(link)))
    (document,) = documents([str(path)], ReadOptions())
    assert document.warnings[0].startswith(f"the linked article is not read ({reason}")


def test_entries_only_fetches_nothing(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    feed = stand.put("/feed", rss(item(link, "Lamp lit")), RSS)
    (document,) = documents([feed], options(entries_only=True))
    assert document.text == f"Lamp lit\n\n{TEASER}"
    assert not any("linked article" in warning for warning in document.warnings)
    assert stand.paths() == ["/feed"]


def test_a_feed_that_is_found_in_a_folder_fetches_nothing(stand: Newsstand, tmp_path: Path) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    (tmp_path / "news.xml").write_text(rss(item(link, "Lamp lit")))
    (tmp_path / "settings.xml").write_text('<?xml version="1.0"?><settings><a>1</a></settings>')
    (document,) = documents([str(tmp_path)], options())
    assert document.text == f"Lamp lit\n\n{TEASER}"
    assert stand.paths() == []
    (document,) = documents([str(tmp_path / "news.xml")], options())
    assert document.title == "Ferry resumes"


def test_links_relative_to_the_feed_are_followed(stand: Newsstand) -> None:
    stand.put("/news/a", page("Ferry resumes"))
    (document,) = documents([stand.put("/news/feed", rss(item("a")), RSS)], options())
    assert document.url == f"{stand.address}/news/a"


def test_an_unchanged_feed_is_asked_for_and_not_sent(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    feed = stand.put(
        "/feed", rss(item(link)), RSS, ETag='W/"7"', Last_Modified="Mon, 12 Jun 2017 10:00:00 GMT"
    )
    feeds = Feeds()
    assert len(documents([feed], options(feeds))) == 1
    (state,) = feeds.states
    assert (state.url, state.etag) == (feed, 'W/"7"')
    assert state.modified == "Mon, 12 Jun 2017 10:00:00 GMT"
    assert [(r.entries, r.new) for r in feeds.read] == [(1, 1)]
    assert str(feeds.read[0]) == f"{feed}: 1 new of 1 entries"
    stand.paths()

    later = Feeds(feeds.states)
    assert documents([feed], options(later)) == []
    assert stand.asked[0][1]["If-None-Match"] == 'W/"7"'
    assert stand.asked[0][1]["If-Modified-Since"] == state.modified
    assert stand.paths() == ["/feed"]
    assert str(later.read[0]) == f"{feed}: nothing new"
    assert later.states == feeds.states


def test_last_modified_alone_is_enough(stand: Newsstand) -> None:
    day = "Mon, 12 Jun 2017 10:00:00 GMT"
    feed = stand.put("/feed", rss(item(stand.put("/a", page("A")))), RSS, Last_Modified=day)
    feeds = Feeds()
    documents([feed], options(feeds))
    stand.paths()
    assert documents([feed], options(Feeds(feeds.states))) == []
    assert "If-None-Match" not in stand.asked[0][1]
    assert stand.paths() == ["/feed"]


def test_of_a_changed_feed_only_new_entries_are_read(stand: Newsstand) -> None:
    first, second = stand.put("/a", page("Ferry resumes")), stand.put("/b", page("Bridge closed"))
    feed = stand.put("/feed", rss(item(first)), RSS, ETag='"1"')
    feeds = Feeds()
    documents([feed], options(feeds))
    stand.put("/feed", rss(item(second), item(first)), RSS, ETag='"2"')
    stand.paths()
    later = Feeds(feeds.states)
    (document,) = documents([feed], options(later))
    assert document.url == second
    assert stand.paths() == ["/feed", "/b"]
    assert (later.read[0].entries, later.read[0].new) == (2, 1)
    assert later.states[0].etag == '"2"'
    assert len(later.states[0].seen) == 2


def atom(link: str, updated: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tarrow Post</title>'
        f'<entry><id>urn:x:1</id><title>T</title><link href="{link}"/>'
        f"<updated>{updated}</updated><summary>{TEASER}</summary></entry></feed>"
    )


def test_an_entry_that_was_updated_is_read_again(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    feed = stand.put("/feed", atom(link, "2017-06-12T10:00:00Z"), "application/atom+xml")
    feeds = Feeds()
    assert len(documents([feed], options(feeds))) == 1
    assert documents([feed], options(Feeds(feeds.states))) == []
    stand.put("/feed", atom(link, "2017-06-13T10:00:00Z"), "application/atom+xml")
    assert len(documents([feed], options(Feeds(feeds.states)))) == 1


def test_what_a_passing_failure_hid_is_read_the_next_time(stand: Newsstand) -> None:
    link = stand.fail("/a", 503)
    feed = stand.put("/feed", rss(item(link, "Lamp lit")), RSS, ETag='"1"')
    feeds = Feeds()
    (stand_in,) = documents([feed], options(feeds))
    assert stand_in.path == f"{feed}#{link}"
    stand.put("/a", page("Ferry resumes"))
    later = Feeds(feeds.states)
    (document,) = documents([feed], options(later))
    assert document.title == "Ferry resumes"
    assert documents([feed], options(Feeds(later.states))) == []


def test_what_is_lost_for_good_is_not_asked_for_again(stand: Newsstand) -> None:
    feed = stand.put("/feed", rss(item(stand.fail("/a", 410), "Lamp lit")), RSS, ETag='"1"')
    feeds = Feeds()
    assert len(documents([feed], options(feeds))) == 1
    stand.put("/feed", rss(item(stand.address + "/a", "Lamp lit")), RSS, ETag='"2"')
    stand.paths()
    assert documents([feed], options(Feeds(feeds.states))) == []
    assert stand.paths() == ["/feed"]


def test_an_entry_that_gave_nothing_is_tried_again_although_the_feed_is_the_same(
    stand: Newsstand,
) -> None:
    link = stand.address + "/a"
    feed = stand.put("/feed", rss(item(link, text="")), RSS, ETag='"1"')
    feeds = Feeds()
    assert len(errors([feed], options(feeds))) == 1
    assert feeds.states[0].etag is None
    stand.put("/a", page("Ferry resumes"))
    (document,) = documents([feed], options(Feeds(feeds.states)))
    assert document.url == link


def test_without_a_memory_nothing_is_asked_conditionally(stand: Newsstand) -> None:
    feed = stand.put("/feed", rss(item(stand.put("/a", page("A")))), RSS, ETag='"1"')
    for _ in range(2):
        assert len(documents([feed], options())) == 1
    assert not any("If-None-Match" in headers for _, headers in stand.asked)


def test_a_304_that_was_not_asked_for_is_an_error(stand: Newsstand) -> None:
    feed = stand.fail("/feed", 304)
    assert errors([feed], options())[0].reason == "status 304 Not Modified"


def test_a_feed_behind_a_redirect_and_in_gzip(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    stand.put("/new", gzip.compress(rss(item(link)).encode()), RSS, ETag='"1"',
              Content_Encoding="gzip")  # fmt: skip
    feed = stand.fail("/feed", 301, Location="/new")
    feeds = Feeds()
    assert [d.url for d in documents([feed], options(feeds))] == [link]
    assert feeds.states[0].url == feed
    assert documents([feed], options(Feeds(feeds.states))) == []


@pytest.mark.parametrize(
    "kind", ["text/html", "text/plain", "text/xml", "application/octet-stream", RSS]
)
def test_a_feed_is_told_by_what_it_holds(stand: Newsstand, kind: str) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    (document,) = documents([stand.put("/news", rss(item(link)), kind)], options())
    assert document.url == link


@pytest.mark.parametrize(
    ("path", "kind"), [("/feed", "text/html"), ("/news", RSS), ("/index.xml", "text/html")]
)
def test_a_page_in_the_place_of_a_feed_names_its_feed(
    stand: Newsstand, path: str, kind: str
) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/real.rss">'
    feed = stand.put(path, page("Our feeds", head=head), kind)
    (error,) = errors([feed], options())
    assert error.name == feed
    assert error.reason == f"a page, not a feed; it names the feed {stand.address}/real.rss"


def test_a_page_where_a_feed_was_before(stand: Newsstand) -> None:
    address = stand.put("/news", rss(item(stand.put("/a", page("A")))), RSS)
    feeds = Feeds()
    documents([address], options(feeds))
    stand.put("/news", page("Gone"))
    (error,) = errors([address], options(Feeds(feeds.states)))
    assert error.reason == "a page, not a feed"
    assert len(documents([address], options())) == 1


def test_a_page_without_an_article_names_its_feeds(stand: Newsstand) -> None:
    head = "".join(
        f'<link rel="alternate" type="application/{kind}" href="/{name}">'
        for kind, name in (("rss+xml", "a.rss"), ("atom+xml", "b.atom"), ("json+oembed", "c"))
    )
    home = stand.put("/", page("", "<script>x()</script>", head).replace("<h1></h1>", ""))
    (error,) = errors([home], options())
    assert error.reason.endswith(
        f"; it names the feeds {stand.address}/a.rss and {stand.address}/b.atom"
    )


def test_xhtml_under_the_name_of_xml_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "story.xml"
    path.write_text('<?xml version="1.0"?>' + page("Ferry resumes"))
    (document,) = documents([str(path)], ReadOptions())
    assert document.title == "Ferry resumes"


def test_a_feed_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = rss(item("x:none", "Lamp lit")).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (raw,) = sources(["-"], ReadOptions(entries_only=True))
    assert isinstance(raw, Raw)
    assert (raw.name, raw.media) == ("-#x:none", Media.HTML)


def test_a_feed_in_gzip_under_any_name(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_bytes(gzip.compress(rss(item("x:none", "Lamp lit")).encode()))
    (document,) = documents([str(path)], ReadOptions(entries_only=True))
    assert document.title == "Lamp lit"


def json_feed(**more: object) -> dict[str, object]:
    items = [
        {"id": 7, "title": "Lamp lit", "content_text": TEASER, "date_published": "2017-06-12"},
        {"id": "b", "url": "/b", "content_html": BODY, "authors": [{"name": "Mirel Kost"}]},
        "no item", {"id": "c"},
    ]  # fmt: skip
    return {"title": "The Tarrow Post", "items": items, "language": "en", **more}


@pytest.mark.parametrize("last", [False, True])
def test_a_json_feed(stand: Newsstand, last: bool) -> None:
    version = {"version": "https://jsonfeed.org/version/1.1"}
    made = {**json_feed(), **version} if last else {**version, **json_feed()}
    data = json.dumps(made).replace("https://", r"https:\/\/")
    feed = stand.put("/feed.json", data, "application/feed+json", ETag='"1"')
    feeds = Feeds()
    lamp, ferry, error = read([feed], options(feeds))
    assert isinstance(lamp, Document)
    assert isinstance(ferry, Document)
    assert (lamp.text, lamp.published) == (f"Lamp lit\n\n{TEASER}", "2017-06-12")
    assert (ferry.url, ferry.authors) == (f"{stand.address}/b", ("Mirel Kost",))
    assert ferry.warnings[0].startswith("the linked article is not read (status 404")
    assert isinstance(error, DocumentError)
    assert error.name == f"{feed}#c"
    assert len(feeds.states[0].seen) == 2


def test_json_articles_are_no_json_feed(tmp_path: Path) -> None:
    path = tmp_path / "articles.json"
    path.write_text(json.dumps({"items": [{"title": "T", "text": TEASER}]}))
    (document,) = documents([str(path)], ReadOptions())
    assert document.path == f"{path}[0]"


def test_where_leaves_entries_out_before_they_are_fetched(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    feed = stand.put("/feed", rss(item("http://other.example/a"), item(link)), RSS, ETag='"1"')
    where, feeds = Where.parse(["host=127.0.0.1"]), Feeds()
    assert [d.url for d in documents([feed], options(feeds, where=where))] == [link]
    left = options(Feeds(feeds.states), entries_only=True)
    assert [d.url for d in documents([feed], left)] == ["http://other.example/a"]


def test_one_entry_twice_is_read_once(stand: Newsstand) -> None:
    link = stand.put("/a", page("Ferry resumes"))
    feed = stand.put("/feed", rss(item(link), item(link)), RSS)
    assert len(documents([feed], options())) == 1
