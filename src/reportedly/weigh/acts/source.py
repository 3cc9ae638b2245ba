"""What kind of source speaks, as far as the act hangs on it: a document that measures, a court."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reportedly.schema import Attribution, Entity, EntityType
from reportedly.weigh.acts.cue import Word, words_of
from reportedly.weigh.acts.lexicon import Lexicon


class Voice(Enum):
    """Who or what a source is."""

    MEASURE = "a document that measures"
    DOCUMENT = "a document"
    DECIDER = "a body that decides"
    INQUIRER = "somebody who looks into things"
    OTHER = "somebody else"
    NOBODY = "nobody"


_ENDS_HEAD = frozenset(
    "of by from that which who whom whose in on at for with to about into among between , ("
    " conducted released published taken commissioned said says".split()
)
"""Words behind which the head noun of a source does not stand."""
_INQUIRERS = frozenset(
    "researcher scientist investigator police detective auditor expert team scholar economist"
    " historian doctor academic engineer archaeologist astronomer analyst pollster examiner"
    " prosecutor reporter journalist paper newspaper fact-checker inspector".split()
)


def voice_of(
    attribution: Attribution, source: Sequence[Word], entity: Entity | None, lexicon: Lexicon
) -> Voice:
    """The kind of an attribution's source, by its head noun, else by the speaker's name and type.

    Args:
        attribution: whose source it is.
        source: the words of the source.
        entity: the speaker that it resolves to, where it does.
        lexicon: holds the nouns.
    """
    told = _by_head(source, lexicon)
    if told is None and entity is not None:
        told = _by_head(words_of(entity.name), lexicon)
    if told is not None:
        return told
    if entity is not None and entity.type is EntityType.DOCUMENT:
        return Voice.DOCUMENT
    if source or attribution.source_from or entity:
        return Voice.OTHER
    return Voice.NOBODY


def _by_head(source: Sequence[Word], lexicon: Lexicon) -> Voice | None:
    head = _head(source)
    if head is None:
        return None
    for known, voice in (
        (lexicon.measures, Voice.MEASURE),
        (lexicon.documents, Voice.DOCUMENT),
        (lexicon.deciders, Voice.DECIDER),
        (_INQUIRERS, Voice.INQUIRER),
    ):
        if head.any_of(known):
            return voice
    return None


def _head(source: Sequence[Word]) -> Word | None:
    """The last word before what describes the head: "poll" of "a new poll of voters by Telmar"."""
    head: Word | None = None
    for word in source:
        if word.text in _ENDS_HEAD:
            if head is not None:
                break
        elif word.text[0].isalpha():
            head = word
    return head
