"""What feeds hold, in all their forms, broken and hostile ones too."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read import Feeds, Raw, ReadOptions
from reportedly.read.feeds import follow
from reportedly.read.feeds.entry import Feed
from reportedly.read.feeds.xml_feed import read_xml
from reportedly.read.parse import parse
from reportedly.read.raw import Loaded
from reportedly.read.sniff import kind
from reportedly.read.unreadable import Unreadable
from reportedly.schema import Document, DocumentError

OWN = ReadOptions(entries_only=True)
TEASER = "The lamp is lit again, the keeper said. “It was the storm,” she told the paper on Friday."


def feed(data: str | bytes, charset: str | None = None) -> Feed:
    data = data.encode() if isinstance(data, str) else data
    return read_xml(Loaded("feed", data, "feed", "http://post.example/feed", charset))


def channel(items: str, head: str = "<title>The Tarrow Post</title>", before: str = "") -> str:
    return f'{before}<rss version="2.0"><channel>{head}{items}</channel></rss>'


def text_of(entry_content: str, title: str = "Lamp lit") -> str:
    data = channel(f"<item><title>{title}</title><guid isPermaLink='false'>x</guid>"
                   f"<description><![CDATA[{entry_content}]]></description></item>")  # fmt: skip
    (raw,) = follow(Loaded("feed", data.encode(), "feed"), OWN)
    assert isinstance(raw, Raw)
    (document,) = parse(raw, OWN)
    assert isinstance(document, Document), document
    assert document.path == "feed#x"
    return document.text


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("<p>One, she said.</p><p>Two, he said.</p>", "One, she said.\n\nTwo, he said."),
        ("One, she said.<br><br>Two, he said.", "One, she said.\n\nTwo, he said."),
        ("One &lt;two&gt; &amp; three, she said.", "One <two> & three, she said."),
        ("<img src='a.jpg'><p>One, she said.</p><script>x()</script>", "One, she said."),
        ("<ul><li>One, she said.</li><li>Two.</li></ul>", "One, she said.\n\nTwo."),
        ("<div><p>Short.</p></div>", "Short."),
    ],
)
def test_the_whole_of_what_an_entry_holds_is_its_text(content: str, body: str) -> None:
    assert text_of(content) == f"Lamp lit\n\n{body}"


def test_a_title_with_markup_is_read_as_words() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; B</title><entry>'
        '<id>1</id><title type="html">&lt;b&gt;Lamp&lt;/b&gt;  lit &amp;amp; warm</title>'
        '<content type="text">One.\n\nTwo &lt; three.</content></entry></feed>'
    )
    (entry,) = feed(atom).entries
    assert entry.metadata.title == "Lamp lit & warm"
    assert entry.metadata.publisher == "A & B"
    assert entry.content == "<p>One.</p><p>Two &lt; three.</p>"


def test_content_is_taken_before_a_summary_and_the_source_before_the_feed() -> None:
    more = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    data = channel(
        f"<item><description>Short</description><content:encoded {more}>Long text</content:encoded>"
        '<source url="http://b.example/feed">The Evening Post</source>'
        "<link>http://b.example/a</link></item>"
    )
    (entry,) = feed(data).entries
    assert entry.content == "Long text"
    assert entry.metadata.publisher == "The Evening Post"


def test_rdf_and_a_charset_of_the_servers() -> None:
    data = (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Pöst</title></channel>'
        '<item rdf:about="http://post.example/a"><title>Lämp</title>'
        "<link>http://post.example/a</link></item></rdf:RDF>"
    )
    (entry,) = feed(data.encode("latin-1"), "iso-8859-1").entries
    assert (entry.metadata.title, entry.metadata.publisher) == ("Lämp", "Pöst")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("<rss version='2.0'>", "feed"),
        ("\ufeff<?xml version='1.0'?>\n<!-- a <feed> -->\n<feed xmlns='x'>", "feed"),
        ("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b>'>]><rss>", "feed"),
        ("<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://x/y.dtd'><rss>", "feed"),
        ("<?xml-stylesheet href='a'?><rdf:RDF xmlns='y'>", "feed"),
        ("<html><body><rss></rss></body></html>", "html"),
        ("<!-- <rss> --><html><body>", "html"),
        ("<!-- <rss>", "text"),
        ("<rssx>", "text"),
        ("<settings><feed/></settings>", "text"),
    ],
)
def test_what_is_a_feed(data: str, found: str) -> None:
    assert kind(data.encode()) == found


def test_wide_characters_hide_no_feed() -> None:
    data = channel("<item><title>Lämp</title></item>", before="<?xml version='1.0'?>")
    assert kind(data.encode("utf-16")) == "feed"
    assert feed(data.encode("utf-16")).entries[0].metadata.title == "Lämp"


ITEMS = "".join(
    f"<item><title>Number {n}</title><link>http://post.example/{n}</link>"
    f"<description>{TEASER}</description></item>"
    for n in range(6)
)


@settings(max_examples=150, deadline=None)
@given(st.integers(60, len(channel(ITEMS).encode()) - 1))
def test_a_feed_that_is_cut_off_gives_the_whole_entries_before_the_cut(at: int) -> None:
    data = channel(ITEMS).encode()[:at]
    feeds = Feeds()
    options = ReadOptions(entries_only=True, feeds=feeds)
    *whole, error = follow(Loaded("feed", data, "feed", etag='"1"'), options)
    assert len(whole) == data.count(b"</item>")
    for number, raw in enumerate(whole):
        assert isinstance(raw, Raw)
        assert raw.given.title == f"Number {number}"
        assert TEASER in raw.data.decode()
    assert isinstance(error, DocumentError)
    assert error.reason.startswith("a feed that is cut off")
    assert feeds.states[0].etag is None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_damage_raises(data: st.DataObject) -> None:
    whole = bytearray(channel(ITEMS).encode())
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = list(follow(Loaded("feed", bytes(whole), "feed"), OWN))
    except Unreadable:
        return
    for raw in found:
        if isinstance(raw, Raw):
            assert list(parse(raw, OWN))


def test_no_entity_leads_to_a_file_or_grows_without_bound(tmp_path: object) -> None:
    secret = f"{tmp_path}/secret.txt"
    with open(secret, "w") as stream:  # noqa: PTH123
        stream.write("the word of the night")
    declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    found = feed(channel(f"<item><title>a&x;b</title><description>{TEASER}&x;</description></item>",
                         before=declared))  # fmt: skip
    assert found.entries
    assert "night" not in repr(found)

    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 100}">' for n in range(9))
    start = time.monotonic()
    found = feed(channel("<item><title>&l8;</title><link>http://a.example/</link></item>",
                         before=f"<!DOCTYPE rss [{lols}]>"))  # fmt: skip
    assert time.monotonic() - start < 20
    assert len(repr(found)) < 1_000_000


def test_a_feed_of_too_many_marks_is_refused_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(Unreadable, match=r"with 1,000,\d\d\d marks, over the limit of 600"):
        feed(channel("<a>" * 1_000_000))
    assert time.monotonic() - start < 2


def test_an_enormous_entry_is_an_error_and_the_next_is_read() -> None:
    data = channel(
        f"<item><guid>1</guid><description>{'word ' * 500_000}</description></item>"
        f"<item><guid>2</guid><description>{TEASER}</description></item>"
    )
    big, small = follow(Loaded("feed", data.encode(), "feed"), OWN)
    assert isinstance(big, Raw)
    assert isinstance(small, Raw)
    (error,) = parse(big, OWN)
    assert isinstance(error, DocumentError)
    assert "over the limit of 2,000,000" in error.reason
    (document,) = parse(small, OWN)
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("nothing", "said"),
    [
        ("<rss", "a feed that cannot be read"),
        ("<rdf:RDF>&&&&</rdf:RDF>", "a feed that cannot be read"),
    ],
)
def test_a_feed_of_nothing_is_no_feed(nothing: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        list(follow(Loaded("feed", nothing.encode(), "feed"), OWN))


def test_a_feed_without_entries_is_whole() -> None:
    assert list(follow(Loaded("feed", channel("").encode(), "feed"), OWN)) == []
