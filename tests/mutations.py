"""Documents as nobody would write them and everybody meets them: made from a number, always alike.

`inputs(count)` gives named bytes: texts, pages, JSON, JSON lines, gzip; made of the shipped samples
and from scratch, then damaged. The same number gives the same bytes, so that a failure can be
looked at again by the name of its file.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

Change = Callable[[random.Random, str], str]

LONGEST = 900
"""Characters of a document before it is damaged: a window or two of the encoder, and no more."""

QUOTES = "\" ' “ ” „ ‟ ‘ ’ ‚ « » `` '' ＂".split()
ODD = (
    *("\u0301", "\u0308\u0323\u0489", "\u200d", "\ufeff", "\u00ad", "\u200b", "\u2028", "\x85"),
    *("\u202e", "\u202b", "\u2066", "\u200f", "שלום", "مرحبا", "中文字", "Ελένη", "ﬃ", "İı", "ß"),
    *("👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇫🇮", "𝒳", "\U0010ffff", "\ufffd", "\x1b[31m", "\x07", "\x0c"),
    *("\t", "\x0b", "\xa0", "--", "…", "<link>", "&nbsp;", "&#8220;", "READ MORE: ", "%s", "{}"),
)
SCRAPS = (
    *("Ida Orro", "the harbour office", "she", "officials", "a spokesman for the guild", "Bo"),
    *("said", "has accused", "claiming", "according to", "told the Coast Mail", "denied", "added"),
    *("that the well is dry", "the bridge", "of fraud", "on Sunday", "it rained", "no lights"),
    *(". ", ", ", "? ", "\n\n", "\n", " ", ": ", " — ", "“", "”", '"', "'s ", "(", ")"),
)


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs of the shipped samples."""
    folder = Path(str(files("reportedly") / "samples"))
    texts = (path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt")))
    return tuple(part for text in texts for part in text.split("\n\n") if part.strip())


def from_samples(rng: random.Random) -> str:
    """Some paragraphs of the samples, in order or not."""
    begin = rng.randrange(len(paragraphs()))
    chosen = list(paragraphs()[begin : begin + rng.randint(1, 6)])
    if rng.random() < 0.3:
        rng.shuffle(chosen)
    return "\n\n".join(chosen)[:LONGEST]


def from_scratch(rng: random.Random) -> str:
    """Words of reported speech with no grammar at all."""
    return " ".join(rng.choice(SCRAPS) for _ in range(rng.randint(0, 120)))[:LONGEST]


def _sprinkled(rng: random.Random, text: str, what: Callable[[], str]) -> str:
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(text))
        text = text[:at] + what() + text[at:]
    return text


def _without(rng: random.Random, text: str, marks: str) -> str:
    return "".join(c for c in text if c not in marks or rng.random() < 0.5)


CHANGES: tuple[Change, ...] = (
    lambda rng, text: _sprinkled(rng, text, lambda: rng.choice(ODD)),
    lambda rng, text: _sprinkled(rng, text, lambda: rng.choice(QUOTES)),
    lambda rng, text: _sprinkled(rng, text, lambda: rng.choice(("\n", "\r\n", "\n\n", "\r"))),
    lambda rng, text: _without(rng, text, "\"'“”‘’«»"),
    lambda rng, text: _without(rng, text, " "),
    lambda rng, text: _without(rng, text, ".!?"),
    lambda rng, text: text.replace("\n", rng.choice(("\r\n", "\r", "\n\n", " ", "\x0c", "\u2029"))),
    lambda rng, text: text.replace("“", (mark := rng.choice(QUOTES))).replace("”", mark),
    lambda rng, text: text.replace(" ", rng.choice(("  ", "\t", "\xa0", "\u3000", " \u200b"))),
    lambda rng, text: text + rng.choice("x9é“'中") * rng.randint(1, 500),
    lambda rng, text: text.upper() if rng.random() < 0.5 else text.title(),
    lambda rng, text: text[rng.randint(0, len(text)) :],
    lambda rng, text: text[: rng.randint(0, len(text))],
    lambda rng, text: text[::-1],
    lambda rng, text: "".join(rng.sample(text, len(text))),
    lambda rng, text: (text[:80] + "\n") * rng.randint(2, 12),
    lambda rng, text: rng.choice(QUOTES) * rng.randint(1, 200) + text,
    lambda rng, text: "\n\n".join(rng.choice(QUOTES) + part for part in text.split("\n\n")),
    lambda rng, text: rng.choice(("", " ", "\n", "\ufeff", "\u0301", "”", "\u202e")),
    lambda rng, text: text.replace("\n\n", "\n", rng.randint(0, 4)),
    lambda rng, text: "\n".join(text[i : i + 60] for i in range(0, len(text), 60)),
)


def text(rng: random.Random) -> str:
    """A text, damaged up to four times."""
    made = from_samples(rng) if rng.random() < 0.75 else from_scratch(rng)
    for _ in range(rng.randint(0, 4)):
        made = rng.choice(CHANGES)(rng, made)
    return made


def plain(rng: random.Random) -> bytes:
    """A text file in some encoding, at times with bytes that no encoding has."""
    made = text(rng)
    chance = rng.random()
    if chance < 0.70:
        return made.encode("utf-8")
    if chance < 0.78:
        return made.encode("utf-8-sig")
    if chance < 0.84:
        return made.encode("utf-16")
    if chance < 0.92:
        return made.encode("cp1252", errors="replace")
    return damaged(rng, made.encode("utf-8"))


def damaged(rng: random.Random, data: bytes) -> bytes:
    """The bytes with some of them changed, put in, or cut off."""
    found = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randint(0, len(found))
        found[at : at + rng.randint(0, 3)] = rng.choice(
            (b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"")
        )
    return bytes(found[: rng.randint(0, len(found))] if rng.random() < 0.3 else found)


def page(rng: random.Random) -> bytes:
    """An HTML page: whole, unclosed, deeply nested, cut off, or with broken characters."""
    parts = [escape(part) if rng.random() < 0.9 else part for part in text(rng).split("\n\n")]
    tag = rng.choice(("p", "div", "P", "li", "span", "td", "figcaption", "blockquote"))
    body = "".join(f"<{tag}>{part}</{tag}>" for part in parts)
    if rng.random() < 0.3:
        body = body.replace(f"</{tag}>", "")
    if rng.random() < 0.2:
        depth = rng.randint(1, 600)
        body = "<div>" * depth + body + "</div>" * rng.randint(0, depth)
    if rng.random() < 0.3:
        body += '<div id="comments"><p class="comment">I said no.</p><cite>Bo</cite></div>'
    title = escape(from_scratch(rng)[:60])
    made = f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}"
    whole = (made + rng.choice(("</body></html>", "", "<!--", "<p", "</div></div>"))).encode(
        "utf-8"
    )
    chance = rng.random()
    if chance < 0.2:
        return whole[: rng.randint(0, len(whole))]
    return damaged(rng, whole) if chance < 0.4 else whole


def row(rng: random.Random) -> str:
    """A JSON object that may be an article; its strings may hold lone surrogates."""
    made = text(rng)
    if rng.random() < 0.3:
        made = _sprinkled(
            rng, made, lambda: rng.choice(("\ud83d", "\udc00", "\ud800\ud800", "\x00"))
        )
    fields: dict[str, object] = {rng.choice(("text", "body", "content", "articleBody")): made}
    odd: tuple[object, ...] = (
        None,
        7,
        [],
        {},
        "",
        "x" * 300,
        ["Ida", None],
        {"name": "Bo"},
        "\ud800",
    )
    for name in ("title", "url", "publisher", "authors", "date", "text"):
        if rng.random() < 0.25:
            fields[name] = rng.choice(odd)
    return json.dumps(fields, ensure_ascii=rng.random() < 0.5 or _lone(fields))


def _lone(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def one_row(rng: random.Random) -> bytes:
    """A JSON file."""
    made = row(rng).encode("utf-8")
    if rng.random() < 0.15:
        return damaged(rng, made)
    return b"[" + made + b"," + row(rng).encode("utf-8") + b"]" if rng.random() < 0.2 else made


def rows(rng: random.Random) -> bytes:
    """A JSON-lines file; at times with lines that are none."""
    broken = ("{", "", "null", "[]", '"text"', '{"text": "cut o', "\x00", "{}", "NaN", "[" * 2_000)
    lines = [
        rng.choice(broken) if rng.random() < 0.2 else row(rng) for _ in range(rng.randint(1, 4))
    ]
    return rng.choice(("\n", "\r\n")).join(lines).encode("utf-8")


def packed(rng: random.Random) -> bytes:
    """A gzip file; at times cut off or with changed bytes."""
    made = gzip.compress(plain(rng), mtime=0)
    chance = rng.random()
    if chance < 0.2:
        return made[: rng.randint(0, len(made))]
    return damaged(rng, made) if chance < 0.4 else made


FORMS: tuple[tuple[str, int, Callable[[random.Random], bytes]], ...] = (
    (".txt", 62, plain),
    (".html", 10, page),
    (".json", 14, one_row),
    (".jsonl", 7, rows),
    (".txt.gz", 7, packed),
)
"""Ending, share in percent, and maker of each form."""


def inputs(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many file names with their bytes."""
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)  # noqa: S311 - it guards nothing
        (form,) = rng.choices(FORMS, [share for _, share, _ in FORMS])
        yield f"{number:05}{form[0]}", form[2](rng)
