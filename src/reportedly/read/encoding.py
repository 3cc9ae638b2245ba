"""Bytes → text: which encoding an input is in, and what of that a reader should be told."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reportedly.read.sniff import HEAD, signature
from reportedly.read.unreadable import Unreadable

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_MAX_CONTROLS = 0.02
# Text holds next to no control characters; the formats in `sniff` without a signature that were
# tried (compiled Python, fonts, tiles of zeros) hold 8 % and more of them.

_MIN_VALID = 0.8
# Share of well-formed UTF-8 sequences from which a text with ill-formed ones counts as damaged
# UTF-8. Text in a one-byte encoding forms them by accident in far less than half of the cases.

_MAX_FOREIGN = 0.15
# Share of bytes beyond ASCII up to which a text is tried as Western before anything is guessed:
# French, the densest Western case, has some 5 %, Greek or Russian 80 %.

_WESTERN = ("cp1252", "mac_roman", "cp1250", "iso8859_2")
# Tried in this order on text that is mostly ASCII. charset-normalizer alone calls English with
# curly quotation marks cp1250, and takes Polish for cp1252 (docs/decisions/0004-html.md).

_WEB = {"latin_1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
# What pages that declare the one are really in (WHATWG Encoding Standard, "Names and labels").


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, and what a reader should know of its decoding, a sentence each."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of a text; the characters are never changed, not even line ends.

    UTF-8 is taken where the bytes are UTF-8, byte for byte: a byte order mark stays in the
    text as U+FEFF, so that `text.encode()` gives the input back. UTF-16 and UTF-32 are told by
    their byte order mark, which is part of those encodings and not of the text. Anything else
    is taken as declared, or else by what reads best; a warning then says which.

    Args:
        data: the bytes.
        declared: the encoding that the input itself, or the server, names.

    Raises:
        Unreadable: if the bytes are no text, with what they are instead.
    """
    if marked := _by_mark(data):
        return marked
    if b"\0" in data and (wide := _wide(data)):
        return wide
    refuse_binary(data)
    if _shifts(declared) and b"\x1b" in data and (text := _strict(data, str(declared))):
        return Decoded(text, (f"decoded as {declared}, as declared",))
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text)
    return _declared(data, declared) or _damaged(data) or _western(data) or _guess(data)


def refuse_binary(data: bytes) -> None:
    """Raise `Unreadable` if the bytes are a known binary format, or full of control bytes."""
    if what := signature(data[:HEAD]):
        raise Unreadable(f"looks like {what}")
    for part in (data[:HEAD], data[-HEAD:]):
        controls = len(part) - len(part.translate(None, _CONTROLS))
        if controls > max(8, _MAX_CONTROLS * len(part)):
            raise Unreadable("looks like a binary file, not text")


def _by_mark(data: bytes) -> Decoded | None:
    """Decode by a byte order mark; UTF-32's comes first, as it begins with UTF-16's."""
    for mark, codec, name in (
        (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
        (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
    ):
        if data.startswith(mark):
            text = data.decode(codec, errors="replace")
            return Decoded(text, (f"decoded as {name}", *_replaced(text)))
    return None


def _wide(data: bytes) -> Decoded | None:
    """Decode UTF-16 that has no mark: in Western text every other byte is NUL."""
    head = data[: HEAD // 2 * 2]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > 0.4 * len(head) / 2 and head.count(0) < 0.6 * len(head):
            text = data.decode(codec, errors="replace")
            return Decoded(text, ("decoded as UTF-16 (it has no byte order mark)",))
    return None


def _shifts(declared: str | None) -> bool:
    """Whether the declared encoding writes other scripts in ASCII bytes, which UTF-8 would take."""
    return declared is not None and declared.lower().startswith("iso-2022")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name == "utf-8":
        return None
    name = _WEB.get(name, name)
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
    # Codecs such as "rot13" give text for text; they are no encodings of bytes.
    return Decoded(text, (f"decoded as {name}, as declared",)) if isinstance(text, str) else None


_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|([\x80-\xff])"
)


def _damaged(data: bytes) -> Decoded | None:
    """Decode UTF-8 in which a few bytes are broken, as after a cut or a bad concatenation."""
    good = bad = 0
    for found in _SEQUENCE.finditer(data[: HEAD * 4]):
        if found.group(1):
            bad += 1
        else:
            good += 1
    if good == 0 or good < _MIN_VALID * (good + bad):
        return None
    text = data.decode("utf-8", errors="replace")
    return Decoded(text, _replaced(text))


def _replaced(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} ill-formed characters were replaced by U+FFFD",) if count else ()


def _western(data: bytes) -> Decoded | None:
    head = data[:HEAD]
    if len(head.translate(None, bytes(range(128)))) > _MAX_FOREIGN * len(head):
        return None
    for codec in _WESTERN:
        text = _strict(data, codec)
        if text is not None and _reads_well(text[:HEAD]):
            return Decoded(text, (f"not UTF-8: decoded as {codec}, by how it reads",))
    return None


_ODD = re.compile(r"(?<=[a-z])([^\x00-\x7f])|([^\x00-\x7f])(?=[a-z])")


def _reads_well(text: str) -> bool:
    r"""Whether the characters beyond ASCII stand where such characters stand in Western text.

    A wrong one-byte encoding shows by capitals after small letters ("caf\u017d") and by symbols
    at words ("prze\u00b3om"). One in twenty may do so, for a stray name or typing error.
    """
    beyond = sum(1 for c in text if c > "\x7f")
    odd = sum(1 for found in _ODD.finditer(text) if _stands_odd(text, found))
    return odd * 20 <= beyond


def _stands_odd(text: str, found: re.Match[str]) -> bool:
    char = found.group()
    category = unicodedata.category(char)
    if category == "Lu":
        return found.group(1) is not None
    if category[0] in "SN" or char == "¶":
        return char not in "™©®°"
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return category == "Po" and before.isalpha() and after.isalpha()


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:HEAD]).best()
    for codec in (best.encoding if best else "cp1252", "cp1252"):
        text = _strict(data, codec)
        if text is not None:
            return Decoded(text, (f"not UTF-8: decoded as {codec}, by charset-normalizer",))
    text = data.decode("cp1252", errors="replace")
    return Decoded(text, ("not UTF-8: decoded as cp1252, for want of a better one",
                          *_replaced(text)))  # fmt: skip
