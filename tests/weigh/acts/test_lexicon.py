"""The lexicon holds together: plain words, one act each, every act and stance in use."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from reportedly.schema import Act, Stance
from reportedly.weigh.acts.lemmas import plain_forms
from reportedly.weigh.acts.lexicon import Part, lexicon

TABLE = tomllib.loads((files("reportedly.weigh.acts") / "lexicon.toml").read_text(encoding="utf-8"))
KINDS = ("verbs", "nouns", "adjectives", "adverbs")


def test_every_act_has_words_and_phrases() -> None:
    for act in Act:
        assert TABLE[act.value]["verbs"].split()
        assert TABLE[act.value]["phrases"].split()
    assert len(lexicon().words) > 2000
    assert sum(map(len, lexicon().phrases.values())) > 1000


def test_a_word_stands_in_one_act() -> None:
    acts: dict[str, set[str]] = {}
    for act in Act:
        for kind in KINDS:
            for word in TABLE[act.value].get(kind, "").split():
                acts.setdefault(word, set()).add(act.value)
    assert {word: found for word, found in acts.items() if len(found) > 1} == {}


def test_a_phrase_stands_in_one_act() -> None:
    lines = Counter(
        line for act in Act for line in set(TABLE[act.value]["phrases"].strip().splitlines())
    )
    assert [line for line, count in lines.items() if count > 1] == []


def test_every_stance_is_of_words_that_are_in_the_lexicon() -> None:
    known = set(lexicon().words) | {e.name for all_ in lexicon().phrases.values() for e in all_}
    assert {n for n, s in lexicon().stances.items() if s is not Stance.NEUTRAL} - known == set()


def test_longer_phrases_come_first() -> None:
    for entries in lexicon().phrases.values():
        sizes = [sum(word != "…" for word in entry.words) for entry in entries]
        assert sizes == sorted(sizes, reverse=True)
        assert {entry.part for entry in entries} == {Part.PHRASE}


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("lying", "lie"),
        ("hoping", "hope"),
        ("planned", "plan"),
        ("agreed", "agree"),
        ("criticized", "criticise"),
        ("honoring", "honour"),
        ("labelled", "label"),
        ("mimicked", "mimic"),
        ("forbade", "forbid"),
        ("allegations", "allegation"),
        ("studies", "study"),
        ("skeptical", "sceptical"),
        ("passes", "pass"),
        ("’", "’"),
    ],
)
def test_plain_form(word: str, plain: str) -> None:
    assert plain in plain_forms(word)


def test_the_word_itself_is_the_likeliest() -> None:
    assert plain_forms("feeling")[0] == "feeling"
    assert plain_forms("wrote")[:2] == ("wrote", "write")
