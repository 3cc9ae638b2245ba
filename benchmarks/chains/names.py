"""When two names, or two mentions, are taken for the same."""

from __future__ import annotations

import re

from reportedly.schema import Entity, Span

_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
_END = re.compile(r"[,;:(\[/]|--|[–—]")
_POSSESSIVE = re.compile(r"['’]s?\b")

_BREAKS = frozenset(
    "of for from in at on by to with about into over who whom whose which that where when"
    " close familiar".split()
)
"""Words after which a noun phrase is only described: its head stands before them."""

_ARTICLES = frozenset("a an the this that these those his her its their our my your".split())
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president vice-president senator sen rep"
    " representative gov governor congressman congresswoman mayor judge justice gen general col"
    " lt sgt capt captain king queen prince princess pope rev reverend".split()
)
_PRONOUNS = frozenset(
    "i me my we us our you your he him his she her hers it its they them their theirs who whom"
    " whose which that this these those one another himself herself themselves".split()
)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in small letters, without articles, titles and possessive endings.

    A name of nothing else ("the President") keeps them.
    """
    every = tuple(m.group().casefold() for m in _WORD.finditer(_POSSESSIVE.sub("", name)))
    kept = tuple(word for word in every if word not in _ARTICLES | _TITLES)
    return kept or every


def head_of(words: str) -> Span:
    """Where the head of a noun phrase stands in it: the last word before what describes it.

    A rule of thumb for English: the head ends before the first preposition, relative pronoun or
    comma ("a [spokesman] for the ferry company", "Ilse [Orro], a diver"). Two names together
    ("Orro [and] Fenn") are headed by neither.
    """
    tokens = [Span(*m.span()) for m in _WORD.finditer(words)]
    end = next((m.start() for m in _END.finditer(words) if m.start()), len(words))
    head = joined = None
    for token in tokens:
        word = token.read(words)
        if head and (word.casefold() in _BREAKS or token.start >= end):
            break
        if head and word in ("s", "S") and words[token.start - 1] in "'’":
            continue
        joined = token if word in ("and", "or") else joined
        head = token
    if head and joined and head.read(words)[0].isupper():
        return joined
    return head or Span(0, max(len(words), 1))


def head_word(words: str) -> str:
    """The head of a noun phrase, in small letters."""
    return head_of(words).read(words).casefold()


def core(text: str, mention: Span, name: str) -> Span:
    """The word of a mention that does the naming: the head of `name` where it stands in it.

    So "Secretary of State Ilse Orro, a diver" is read at "Orro", and not at "Secretary".
    """
    words = mention.read(text)
    sought = head_word(name)
    for match in _WORD.finditer(words):
        if match.group().casefold() == sought:
            return Span(mention.start + match.start(), mention.start + match.end())
    head = head_of(words)
    return Span(mention.start + head.start, mention.start + min(head.end, len(words)))


def naming(text: str, entity: Entity) -> list[Span]:
    """The cores of those mentions that tell by themselves who is meant.

    They hold the head of the entity's name, or are capitalised; "he" and "the official" are told
    by nothing but the resolution that is to be judged.
    """
    head = head_word(entity.name)
    cores = [core(text, mention, entity.name) for mention in entity.mentions]
    return [span for span in cores if _names(span.read(text), head)]


def _names(word: str, head: str) -> bool:
    plain = word.casefold()
    return plain == head or (word[:1].isupper() and plain not in _PRONOUNS)


def equal(one: str, other: str) -> bool:
    """Whether two names have the same words, articles and titles aside."""
    return words_of(one) == words_of(other)


def contained(one: str, other: str) -> bool:
    """Whether two names share their head and one has all words of the other.

    The head keeps a person apart from who is named after it: "the ferry company" and "spokesman
    for the ferry company", "Orro" and "Orro's brother".
    """
    few, many = sorted((set(words_of(one)), set(words_of(other))), key=len)
    return head_word(one) == head_word(other) and few <= many
