"""Encodings, and bytes that are no text."""

from __future__ import annotations

import pytest

from reportedly.read import Media, Raw, parse
from reportedly.read.encoding import decode
from reportedly.read.unreadable import Unreadable
from reportedly.schema import Document, DocumentError

ENGLISH = (
    "“We will not wait,” said the harbour master of Port Elvane. It’s a long road – she added – "
    "and nobody’s walked it. The café owner agreed: “The bridge is ours.” "
)
POLISH = (
    "Burmistrz powiedział, że most zostanie otwarty w przyszłym tygodniu. Mieszkańcy są "
    "zaniepokojeni, że żadne ślady nie zostały zbadane. "
)
GERMAN = "Der Bürgermeister erklärte, die Brücke werde größtenteils geöffnet, „ganz sicher“. "
FRENCH = (
    "Le maire a déclaré que les travaux seraient terminés à l’été. « Nous l’espérons », dit-il. "
)
RUSSIAN = "Мэр заявил, что мост будет открыт на следующей неделе. Жители обеспокоены. "
JAPANESE = "市長は来週橋を開通させると発表した。住民は懸念を示した。"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_in_every_form(codec: str) -> None:
    decoded = decode((ENGLISH * 3).encode(codec))
    assert decoded.text == ENGLISH * 3
    assert bool(decoded.warnings) == (codec != "utf-8")


def test_a_byte_order_mark_of_utf8_stays_in_the_text_and_in_no_block() -> None:
    data = b"\xef\xbb\xbf" + ENGLISH.encode()
    (document,) = parse(Raw("bom.txt", data, Media.TEXT))
    assert isinstance(document, Document)
    assert document.text.encode() == data
    assert document.blocks[0].span.start == 1
    assert document.blocks[0].span.read(document.text).startswith("“We will")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ENGLISH, "cp1252"), (ENGLISH, "mac_roman"), (GERMAN, "cp1252"), (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"), (POLISH, "cp1250"), (POLISH, "iso8859_2"), (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"),
    ],
)  # fmt: skip
def test_other_encodings_are_found_and_said(text: str, codec: str) -> None:
    decoded = decode((text * 10).encode(codec))
    assert decoded.text == text * 10
    assert len(decoded.warnings) == 1
    assert "not UTF-8" in decoded.warnings[0]


def test_short_english_with_one_quotation_is_not_taken_for_something_else() -> None:
    assert decode("It’s over.".encode("cp1252")).text == "It’s over."


def test_a_declared_encoding_is_believed_if_it_can_be() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r").text == RUSSIAN
    assert decode(JAPANESE.encode("iso2022_jp"), "iso-2022-jp").text == JAPANESE
    assert decode(ENGLISH.encode("cp1252"), "iso-8859-1").text == ENGLISH
    assert decode(ENGLISH.encode(), "iso-8859-1").text == ENGLISH
    for declared in ("no-such-encoding", "rot13", "utf-8", ""):
        assert decode(ENGLISH.encode("cp1252"), declared).text == ENGLISH


def test_utf8_with_a_few_broken_bytes_is_mended_and_said() -> None:
    data = (ENGLISH * 5).encode()
    cut = data[:-30] + b"\xe2\x80" + data[-30:]
    decoded = decode(cut)
    assert decoded.text.startswith(ENGLISH)
    assert decoded.text.count("\ufffd") == 1
    assert decoded.warnings == ("1 ill-formed characters were replaced by U+FFFD",)


def test_single_nul_bytes_are_characters_of_the_text() -> None:
    text = ENGLISH + "\0" + ENGLISH
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF: export its text first"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "a Word document: export its text first"),
        (b"PK\x03\x04\x14\0\0\0other", "a zip archive: unpack it first"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"{\\rtf1\\ansi The ferry", "an RTF document: export its text first"),
        (b"SQLite format 3\0", "an SQLite database"),
        (bytes(range(256)) * 20, "a binary file, not text"),
        (b"\0" * 5000, "a binary file, not text"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=f"looks like {what}"):
        decode(data)
    for media in Media:
        (found,) = parse(Raw("x", data, media))
        assert isinstance(found, DocumentError)
