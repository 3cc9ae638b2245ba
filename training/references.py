"""Texts with mentions and what they refer to: GUM, GAP, and corpora of names.

GUM's documents that serve as gold elsewhere in the project are left out by the caller.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.attribute.refer import PRONOUNS, Form, MentionTag
from reportedly.schema import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer: their core (a name, a head noun or a pronoun) and whom they refer to.

    Args:
        span: the core's characters.
        tag: what it mentions; None for pronouns, and for names whose kind is not aimed for.
        form: name, noun or pronoun.
        entity: the same for all mentions of one entity of the text.
    """

    span: Span
    tag: MentionTag | None
    form: Form
    entity: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun and two names, each of which is or is not its antecedent."""

    pronoun: Span
    names: tuple[Span, Span]
    right: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Referring:
    """A text and what is known of its references.

    Args:
        mentions: in text order.
        nouns: every mention is marked, nouns too; else names alone, and lower-case words that
            are marked as nothing may still be mentions.
        linked: the mentions' entities are known.
        choice: of a text where one pronoun alone is resolved.
        blanks: stretches whose labels are not known.
    """

    name: str
    text: str
    mentions: tuple[Mention, ...]
    nouns: bool = True
    linked: bool = True
    choice: Choice | None = None
    blanks: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Token:
    span: Span
    word: str
    upos: str
    head: int
    relation: str


_KINDS = {
    "person": (MentionTag.PERSON_NAME, MentionTag.PERSON_NOUN),
    "organization": (MentionTag.BODY_NAME, MentionTag.BODY_NOUN),
    "place": (MentionTag.PLACE_NAME, None),
}
_BRACKETS = re.compile(r"\(([^()]+)|([^()]+)\)|\)")


def read_gum(folder: Path, without: Collection[str] = ()) -> Iterator[Referring]:
    """Read GUM's CoNLL-U files but for those named; text as the words and `SpaceAfter` give it."""
    for path in sorted(folder.glob("GUM_*.conllu")):
        if path.name not in without:
            yield _read_conllu(path)


def _read_conllu(path: Path) -> Referring:
    text = ""
    mentions: list[Mention] = []
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        lines = part.splitlines()
        if any(line.startswith("# newpar") for line in lines) and text:
            text = text.rstrip(" ") + "\n\n"
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        tokens, text = _tokens(rows, text)
        mentions += _sentence_mentions(rows, tokens)
    ordered = sorted(mentions, key=lambda m: (m.span.start, m.span.end))
    return Referring(path.stem, text, tuple(ordered))


def _tokens(rows: list[list[str]], text: str) -> tuple[dict[int, _Token], str]:
    """The words of a sentence by number, and the text with the sentence at its end."""
    tokens: dict[int, _Token] = {}
    within, rest = 0, 0
    for row in rows:
        number, word, spaced = row[0], row[1], "SpaceAfter=No" not in row[9].split("|")
        if "." in number:
            continue
        if "-" in number:
            within = int(number.split("-")[1])
            rest = len(text)
            text += word + (" " if spaced else "")
            continue
        at = int(number)
        if at <= within:  # parts of "Mecca's": laid one after the other over the whole
            span = Span(rest, min(rest + len(word), max(len(text.rstrip(" ")), rest + 1)))
            rest = min(span.end, max(len(text.rstrip(" ")) - 1, 0))
        else:
            span = Span(len(text), len(text) + len(word))
            text += word + (" " if spaced else "")
        tokens[at] = _Token(span, word, row[3], int(row[6]), row[7])
    return tokens, text


def _sentence_mentions(rows: list[list[str]], tokens: dict[int, _Token]) -> list[Mention]:
    opened: list[tuple[str, str, int]] = []
    found: list[Mention] = []
    for row in rows:
        if not row[0].isdigit():
            continue
        at = int(row[0])
        for field in row[9].split("|"):
            if field.startswith("Entity="):
                for match in _BRACKETS.finditer(field.removeprefix("Entity=")):
                    opening, closing = match.groups()
                    if opening:
                        parts = opening.split("-")
                        opened.append((parts[0], parts[1] if len(parts) > 1 else "", at))
                        if match.end() < len(match.string) and match.string[match.end()] == ")":
                            found += _mention(opened.pop(), at, tokens)
                    elif closing:
                        place = next(
                            (i for i in reversed(range(len(opened))) if opened[i][0] == closing),
                            None,
                        )
                        if place is not None:
                            found += _mention(opened.pop(place), at, tokens)
    return found


def _mention(opened: tuple[str, str, int], last: int, tokens: dict[int, _Token]) -> list[Mention]:
    entity, kind, first = opened
    inside = range(first, last + 1)
    head = next((i for i in inside if tokens[i].head not in inside), None)
    if head is None or "[" in entity:
        return []
    token = tokens[head]
    if token.word.lower() in PRONOUNS:
        return [Mention(token.span, None, Form.PRONOUN, entity)]
    if token.upos == "PRON" or kind not in _KINDS:
        return []
    name, noun = _KINDS[kind]
    if token.upos == "PROPN":
        start, end = _name(head, inside, tokens)
        span = Span(tokens[start].span.start, tokens[end].span.end)
        return [Mention(span, name, Form.NAME, entity)]
    if noun is None or token.upos not in ("NOUN", "ADJ", "NUM"):
        return []
    return [Mention(token.span, noun, Form.NOUN, entity)]


def _name(head: int, inside: range, tokens: dict[int, _Token]) -> tuple[int, int]:
    """The run of proper nouns around a head, with short words that join two of them."""
    start = end = head
    while start - 1 in inside and tokens[start - 1].upos == "PROPN":
        start -= 1
    while end + 1 in inside:
        if tokens[end + 1].upos == "PROPN":
            end += 1
        elif (
            end + 2 in inside
            and tokens[end + 1].word.lower() in ("of", "for", "and", "&")
            and tokens[end + 2].upos == "PROPN"
        ):
            end += 2
        else:
            break
    return start, end


_NAMES = {
    "PER": MentionTag.PERSON_NAME,
    "person": MentionTag.PERSON_NAME,
    "ORG": MentionTag.BODY_NAME,
    "corporation": MentionTag.BODY_NAME,
    "group": MentionTag.BODY_NAME,
    "LOC": MentionTag.PLACE_NAME,
    "location": MentionTag.PLACE_NAME,
}


def read_names(path: Path) -> Iterator[Referring]:
    """Read a corpus of names, one word and its IO or BIO tag a line, some sentences a text."""
    sentences = [s.splitlines() for s in path.read_text(encoding="utf-8").split("\n\n")]
    for number in range(0, len(sentences), _SENTENCES):
        text = ""
        spans: list[tuple[Span, str]] = []
        for sentence in sentences[number : number + _SENTENCES]:
            previous = "O"
            for line in sentence:
                parts = line.split()
                if len(parts) < 2 or parts[0] == "-DOCSTART-":
                    continue
                word, tag = parts[0], parts[-1]
                if text and word not in _JOINED:
                    text += " "
                span = Span(len(text), len(text) + len(word))
                text += word
                kind = tag[2:]
                if tag != "O" and tag.startswith("I-") and previous == kind and spans:
                    spans[-1] = (Span(spans[-1][0].start, span.end), kind)
                elif tag != "O":
                    spans.append((span, kind))
                previous = kind if tag != "O" else "O"
        named = tuple(
            Mention(span, _NAMES[kind], Form.NAME, "") for span, kind in spans if kind in _NAMES
        )
        blanks = tuple(span for span, kind in spans if kind not in _NAMES)
        yield Referring(f"{path.stem}-{number}", text, named, False, False, None, blanks)


_SENTENCES = 6
_JOINED = frozenset(". , ; : ! ? ) 's ' n't %".split())


def read_gap(path: Path) -> Iterator[Referring]:
    """Read GAP (Webster et al. 2018): in each text one pronoun and two names."""
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (
                Span(int(row[f"{x}-offset"]), int(row[f"{x}-offset"]) + len(row[x]))
                for x in ("Pronoun", "A", "B")
            )
            right = (row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")
            yield Referring(
                row["ID"], row["Text"], (), False, False, Choice(pronoun, (a, b), right)
            )
