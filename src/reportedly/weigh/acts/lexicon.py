"""The lexicon of cues (`lexicon.toml`, beside this module), read once and indexed by word."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.schema import Act, Stance


class Part(Enum):
    """What an entry is, as far as it bears on which word of a cue decides."""

    PHRASE = "phrase"
    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    LIGHT = "light verb"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its words in plain form ("…" for up to four of any kind), and its act."""

    words: tuple[str, ...]
    part: Part
    act: Act

    @property
    def name(self) -> str:
        """The entry as it stands in the lexicon."""
        return " ".join(self.words)


Phrases = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, by what they are looked up by.

    Args:
        words: single words by their plain form.
        phrases: phrases by their first word, the longer ones first.
        by_document: verbs that show something if a document is the source.
        measures: nouns for documents that measure or find.
        documents: nouns for other documents.
        deciders: nouns for bodies that decide what they find or reject.
        stances: entries, by name, whose choice says something of the content.
    """

    words: Mapping[str, Entry]
    phrases: Phrases
    by_document: frozenset[str]
    measures: frozenset[str]
    documents: frozenset[str]
    deciders: frozenset[str]
    stances: Mapping[str, Stance]


_PARTS = {
    "verbs": Part.VERB,
    "nouns": Part.NOUN,
    "adjectives": Part.ADJECTIVE,
    "adverbs": Part.ADVERB,
}


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    path = files("reportedly.weigh.acts") / "lexicon.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    by_document = table["by_document"]
    return Lexicon(
        words=_words(table),
        phrases=_phrases(table),
        by_document=_set(by_document["show"]),
        measures=_set(by_document["measures"]),
        documents=_set(by_document["documents"]),
        deciders=_set(by_document["deciders"]),
        stances=_stances(table["stance"]),
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _words(table: Mapping[str, Any]) -> dict[str, Entry]:
    """Single words; a word that is verb and noun is a verb, a light verb nothing else."""
    found: dict[str, Entry] = {}
    for act, words in table["light"].items():
        for word in words.split():
            found.setdefault(word, Entry((word,), Part.LIGHT, Act(act)))
    for name, part in _PARTS.items():
        for act in Act:
            for word in table[act.value].get(name, "").split():
                found.setdefault(word, Entry((word,), part, act))
    return found


def _phrases(table: Mapping[str, Any]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for act in Act:
        for line in _lines(table[act.value]["phrases"]):
            words = tuple(line.split())
            found.setdefault(words[0], []).append(Entry(words, Part.PHRASE, act))
    return {first: tuple(sorted(all_, key=_longest_first)) for first, all_ in found.items()}


def _longest_first(entry: Entry) -> tuple[int, int]:
    return -sum(word != "…" for word in entry.words), len(entry.words)


def _stances(table: Mapping[str, Any]) -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for stance in Stance:
        own = table[stance.value]
        found |= dict.fromkeys([*own.get("words", "").split(), *_lines(own["phrases"])], stance)
    return found
