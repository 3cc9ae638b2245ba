"""JSON: field names, lists, odd values, and our own output."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from reportedly.read import Media, Raw, ReadOptions, parse
from reportedly.schema import BlockKind, Document, DocumentError

TEXT = (
    "OLD TARROW - The mayor denied on Tuesday that the bridge had been sold without a vote.\n\n"
    "“Nobody has sold anything,” said Ilse Dastor, who was in the hall with the others.\n\n"
    "READ MORE: The bridge that nobody wanted\n"
)


def parsed(data: object, options: ReadOptions | None = None) -> list[Document | DocumentError]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(parse(Raw("in.json", raw, Media.JSON), options))


def document(data: object, options: ReadOptions | None = None) -> Document:
    (found,) = parsed(data, options)
    assert isinstance(found, Document), found
    return found


def reason(data: object, options: ReadOptions | None = None) -> str:
    (found,) = parsed(data, options)
    assert isinstance(found, DocumentError), found
    return found.reason


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "title": "T", "url": "U", "publisher": "P", "authors": ["A", "B"],
         "published": "2017-06-12"},
        {"Body": TEXT, "Headline": "T", "link": "U", "source": {"id": None, "name": "P"},
         "author": "A; B", "publication_date": "2017-06-12T10:00:00+03:00"},
        {"articleBody": TEXT, "headline": "T", "url": "U", "publisher": {"name": "P"},
         "author": [{"name": "A"}, {"name": "B"}], "datePublished": "2017-06-12"},
        {"maintext": TEXT, "title": "T", "url": "U", "source_domain": "P",
         "authors": ["A", "B"], "date_publish": "2017-06-12 08:30:00"},
        {"full_text": TEXT, "title": "T", "URL": "U", "outlet": "P", "byline": "By A and B",
         "pubDate": "Mon, 12 Jun 2017 10:00:00 +0300"},
        {"content": TEXT, "title": "T", "url": "U", "site": "P", "author": "A, B",
         "created_at": 1497225600},
    ],
)  # fmt: skip
def test_common_field_names(record: Mapping[str, object]) -> None:
    d = document(record)
    assert d.text == TEXT
    assert (d.title, d.url, d.publisher, d.authors) == ("T", "U", "P", ("A", "B"))
    assert d.published == "2017-06-12"
    assert d.path == "in.json"
    assert [b.kind for b in d.blocks][:2] == [BlockKind.DATELINE, BlockKind.BODY]
    assert d.blocks[-1].kind is BlockKind.RELATED


def test_fields_of_other_names_are_mapped_also_inside_objects() -> None:
    record = {"id": 7, "fields": {"bodyText": TEXT}, "when": "3 March 2019", "text": "not this"}
    options = ReadOptions(fields={"text": "fields.bodyText", "date": "when"})
    d = document(record, options)
    assert d.text == TEXT
    assert d.published == "2019-03-03"
    assert reason({"text": TEXT}, ReadOptions(fields={"text": "gone"})) == (
        "no text in the field 'gone'"
    )


def test_what_the_caller_says_wins() -> None:
    options = ReadOptions(published="2020-01-02", publisher="The Courier")
    d = document({"text": TEXT, "publisher": "P", "date": "1999-09-09"}, options)
    assert (d.published, d.publisher) == ("2020-01-02", "The Courier")


def test_a_list_and_a_wrapped_list_give_one_document_each() -> None:
    for data in ([{"text": TEXT}, {"no": 1}, {"text": TEXT}], {"articles": [{"text": TEXT}, {}]}):
        found = parsed(data)
        assert isinstance(found[0], Document)
        assert found[0].path == "in.json[0]"
        assert isinstance(found[1], DocumentError)
        assert found[1].name == "in.json[1]"
        assert found[1].reason.startswith("no field with the text (fields: ")
    assert reason([]) == "no articles in this JSON"


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    d = document(b'{"text": "It was \\ud83d said that the \\udc00 ferry \\ud83d\\ude00 ran."}')
    assert d.text == "It was \ufffd said that the \ufffd ferry \U0001f600 ran."
    assert "2 lone surrogates were replaced by U+FFFD" in d.warnings
    d.text.encode()
    d = document(b'{"text": "The ferry ran.", "title": "\\ud800", "author": ["\\udfff"]}')
    assert (d.title, d.authors) == ("\ufffd", ("\ufffd",))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[" * 200_000, "JSON nested too deeply"),
        (b'{"text": "a", "x": ' + b"[" * 200_000, "JSON nested too deeply"),
        (b'{"a":' * 100_000, "JSON nested too deeply"),
        (b'{"text": "a", "n": ' + b"9" * 50_000 + b"}", "not JSON that can be read: "),
        (b'{"text": "cut', "not JSON: Unterminated string"),
        (b"", "not JSON: Expecting value"),
        (b'"text"', "not a JSON object but a string"),
        (b"null", "not a JSON object but nothing"),
        (b'{"text": ""}', "no field with the text"),
        (b'{"text": 5}', "no field with the text"),
        (b'{"text": "   "}', "empty"),
        (b'{"text": "..."}', "no words in it"),
    ],
)
def test_bad_json_is_an_error_with_its_reason(data: bytes, said: str) -> None:
    assert reason(data).startswith(said)


def test_a_broken_row_among_rows_is_named_by_its_line() -> None:
    data = "\n".join([json.dumps({"text": TEXT}), '{"text": ', json.dumps({"text": TEXT})])
    found = parsed(data.encode())
    assert [getattr(each, "path", None) or getattr(each, "name", None) for each in found] == [
        "in.json:1", "in.json:2", "in.json:3"
    ]  # fmt: skip
    assert isinstance(found[1], DocumentError)


def test_an_unreadable_date_is_left_open_and_said() -> None:
    d = document({"text": TEXT, "date": "03/04/2017"})
    assert d.published is None
    assert "no day of publication could be read from '03/04/2017'" in d.warnings


def test_tags_in_the_text_are_kept_and_said() -> None:
    text = f"<p>{TEXT}</p><p>And more.</p>"
    d = document({"text": text})
    assert d.text == text
    assert "the text field holds HTML tags: they are read as text" in d.warnings


def test_our_own_output_reads_back_with_its_blocks() -> None:
    text = "Name9\nI do not believe it.\n\nThe mayor said that the bridge stays."
    record = {
        "schema": "reportedly/1", "id": "sha256:0", "path": "old/page.html", "text": text,
        "title": "T", "publisher": "P", "authors": ["A"], "published": "2017-06-12", "url": "U",
        "blocks": [{"kind": "comment", "span": [0, 26], "author": "Name9"},
                   {"kind": "caption", "span": [28, len(text)]}],
        "attributions": [],
    }  # fmt: skip
    d = document(record)
    assert d.path == "old/page.html"
    assert [(b.kind, b.span.start, b.span.end, b.author) for b in d.blocks] == [
        (BlockKind.COMMENT, 0, 26, "Name9"), (BlockKind.CAPTION, 28, len(text), None)
    ]  # fmt: skip
    for broken in ([{"kind": "body", "span": [0, 9999]}], [{"kind": "what", "span": [0, 1]}],
                   [{"span": 3}], "x", [{"kind": "body", "span": [5, 9]},
                                        {"kind": "body", "span": [0, 4]}]):  # fmt: skip
        d = document({**record, "blocks": broken})
        assert d.blocks
        assert all(b.span.end <= len(text) for b in d.blocks)
