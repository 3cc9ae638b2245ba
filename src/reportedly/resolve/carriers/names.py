"""Reading the name of a medium at a place of a text, with what the text says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from reportedly.resolve.carriers import words
from reportedly.resolve.known import Known, KnownName, fold
from reportedly.resolve.media import COLLECTIVE, HEADS, looks_like_medium, looks_like_site
from reportedly.schema.spans import Span


class Sureness(IntEnum):
    """How sure it is by itself that words name a medium."""

    BARE = 0
    """A capital letter; only what stands before says that it is a medium."""
    SITE = 1
    """Words run together, as in a site's name."""
    UNNAMED = 2
    """A medium without a name, or several: "Iranian media", "the newspaper"."""
    NAMED = 3
    """Known, named so elsewhere in the document, or a medium by its own words."""


@dataclass(frozen=True, slots=True)
class Medium:
    """Words that name a medium.

    Args:
        span: the words, without article.
        descriptor: what the text says that it is, right there.
        sureness: how sure that is.
        start: where the phrase begins, article and all.
        everyday: the name is an ordinary word, without an article before it.
        owner: the name is a possessive ("CNN's Ilse Orro").
    """

    span: Span
    descriptor: Span | None
    sureness: Sureness
    start: int
    everyday: bool = False
    owner: bool = False

    @property
    def end(self) -> int:
        """Where the words on the medium end, what is said of it behind its name included."""
        return max(self.span.end, self.descriptor.end if self.descriptor else 0)


_TOKEN = re.compile(r"[@\w](?:[\w&.’'+/!-]{0,40}[\w!])?['’]?|&")
_GAP = re.compile(r"[ \t\xa0]{0,2}\n?[ \t\xa0]{0,2}[“\"‘']?")
_SMALL = frozenset("of de la le les el al del della der die das do da di du and & for y et".split())
_OF = frozenset(("Times", "Voice", "News", "Star", "Echo", "Radio Voice", "Sunday Times"))
_OWNER = re.compile(r"(?:['’]s|(?<=[sxzSXZ])['’])$")
_HEADS = re.compile(HEADS)
_COLLECTIVE = re.compile(COLLECTIVE)
_ALONE = re.compile(
    r"(?:media|news|press) (?:reports|outlets|accounts)|state (?:media|tv|television)"
)
_STATION = re.compile(
    r"(?:(?:local|state|public|private|national)\s)?TV\s(?:stations?|channels?|networks?)\b"
)
"""The one kind of medium that has capitals within a phrase."""
_KINDS_ALONE = ("media", "news", "press", "state")
"""What those of `_ALONE` begin with."""
_NOUN_ALONE = re.compile(r"(?:news|tv|television|radio|daily|weekly|podcast|talk show)\b|.*\bnews$")
_BEHIND = re.compile(
    r"\s?,\s(?:(?:the|an?)\s)?([^,.;:()“”\"\n]{0,60}?\b"
    r"(?:newspaper|magazine|tabloid|broadsheet|daily|weekly|(?:news )?agency|broadcaster|station"
    r"|channel|network|outlet|publication|website|news site|blog)\b[^,.;:()“”\"\n]{0,40})(?=[,.])"
)
_HEAD_STEMS = tuple({word[:3] for word in re.findall(r"[a-z]{2,}", HEADS)})
"""What the words in `HEADS` begin with."""
_LONGEST = 6
"""Words of a name."""
_FURTHEST = 7
"""Words that may stand between an article and a name."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads media at places of one text.

    Args:
        text: the document's text.
        known: the known names.
        own: names that the document itself shows to be media, folded.
    """

    text: str
    known: Known
    own: frozenset[str] = frozenset()
    _seen: dict[int, Medium | None] = field(default_factory=dict, compare=False, repr=False)
    _tokens_at: dict[int, Span | None] = field(default_factory=dict, compare=False, repr=False)

    def read(self, at: int) -> Medium | None:
        """The medium that the words at a place name, if they name one."""
        if at not in self._seen:
            self._seen[at] = self._read(at)
        return self._seen[at]

    def _read(self, at: int) -> Medium | None:
        first = self._token(at)
        if first is None or self._opens_none(self._word(first)):
            return None
        tokens = self._tokens(at)
        start = tokens[0].start if tokens else at
        article = False
        while tokens and self._word(tokens[0]).casefold() in words.ARTICLES:
            article, tokens = True, tokens[1:]
        return self._named(tokens, start, article) or self._unnamed(tokens, start, article)

    def and_more(self, first: Medium) -> Iterator[Medium]:
        """The medium, and those joined to it ("the Herald and Radio Velmar")."""
        found: Medium | None = first
        while found:
            yield found
            joint = re.compile(r",?\s(?:and|or)\s|,\s|\s&\s").match(self.text, found.span.end)
            found = self.read(joint.end()) if joint else None
            if found and (found.sureness < Sureness.NAMED or found.everyday):
                return

    def following(self, medium: Medium) -> str:
        """The word behind a medium's name, if nothing but a space is between."""
        match = re.compile(r"(?:['’]s?)?\s([\w/-]+(?:['’]s)?)").match(self.text, medium.span.end)
        return match.group(1) if match else ""

    def _tokens(self, at: int) -> list[Span]:
        """The words that a name at a place may be among: what leads up to it, and seven more."""
        tokens: list[Span] = []
        room, leading = _LONGEST + 1, True
        while len(tokens) < min(room, _FURTHEST + _LONGEST):
            token = self._token(at)
            if token is None or (tokens and token.start == at):
                break
            tokens.append(token)
            at = token.end
            leading = leading and _leads(self._word(token))
            room += leading
        return tokens

    def _token(self, at: int) -> Span | None:
        """The token at a place or a gap behind it; places are read again and again."""
        if at not in self._tokens_at:
            gap = _GAP.match(self.text, at)
            token = _TOKEN.match(self.text, gap.end() if gap else at)
            self._tokens_at[at] = Span(*token.span()) if token else None
        return self._tokens_at[at]

    def _word(self, span: Span) -> str:
        return span.read(self.text)

    def _named(self, tokens: list[Span], start: int, article: bool) -> Medium | None:
        parts = [self._word(token) for token in tokens]
        for first in range(min(_FURTHEST, len(tokens))):
            for last in range(self._longest(parts, first), first, -1):
                found = self._grade(parts[first:last], tokens, first, last, article)
                if found:
                    before = self._descriptor(tokens[:first])
                    return self._medium(tokens[first], tokens[last - 1], before, found, start)
            if not _describes(parts[first]):
                return None
        return None

    def _longest(self, parts: list[str], first: int) -> int:
        """Where a medium's name at most ends that begins with a word.

        A name that no list has goes as far as its capitals, and the noun for it behind them.
        """
        listed = self._listed(parts[first])
        if not listed and parts[first].islower() and not parts[first].startswith("@"):
            return first
        last = _owned(parts, first)
        lower = next((n for n in range(first, last) if not _in_name(parts[n])), last)
        if listed or (lower < last and parts[lower].startswith(_HEAD_STEMS)):
            return last
        return lower

    def _opens_none(self, word: str) -> bool:
        """Whether no medium's phrase begins with a word: most words of a text, at little cost."""
        if not word.islower() or _leads(word):
            return False
        return not (word.startswith((*_KINDS_ALONE, "@")) or self._listed(word))

    def _listed(self, word: str) -> bool:
        """Whether a name may begin with a word that is known, or that the document shows."""
        return self.known.may_begin(word) or any(name.startswith(fold(word)) for name in self.own)

    def _medium(
        self, first: Span, last: Span, before: Span | None, found: tuple[Sureness, bool], start: int
    ) -> Medium | None:
        end = last.start + len(_OWNER.sub("", self._word(last)))
        span = Span(first.start, end)
        medium = Medium(span, before, found[0], start, found[1], owner=end < last.end)
        behind = self.following(medium)
        if medium.owner and behind.islower() and behind not in words.PEOPLE | words.OCCASIONS:
            return None
        if behind.casefold() in words.NO_MEDIUM or re.match(r"[A-Z]\w+[-/][A-Z]", behind):
            return None
        other = behind[:1].isupper() and not words.DAY.fullmatch(behind) and not medium.owner
        if found[1] and other:
            return None
        apposition = None if before or medium.owner else _BEHIND.match(self.text, end)
        return (
            Medium(span, Span(*apposition.span(1)), found[0], start, found[1])
            if apposition
            else medium
        )

    def _grade(
        self, parts: list[str], tokens: list[Span], first: int, last: int, article: bool
    ) -> tuple[Sureness, bool] | None:
        """Whether words name a medium, how surely, and whether they are ordinary words too."""
        name = " ".join(parts)
        if parts[-1] == "&" or not any(map(str.isupper, name)):
            return None
        entry = self.known.medium(name)
        if entry is None and (bare := _OWNER.sub("", name)) != name:
            name, entry = bare, self.known.medium(bare)
        if entry and entry.everyday and self._goes_on(tokens, last):
            return None  # "the National Economic Council"
        head = _tail_head(name)
        return self._by_list(name, entry, head, article) or self._by_words(
            name, head, tokens, first, last
        )

    def _goes_on(self, tokens: list[Span], last: int) -> bool:
        """Whether a name goes on with a capital, so that it is another's."""
        if last >= len(tokens) or _OWNER.search(self._word(tokens[last - 1])):
            return False
        behind = self._word(tokens[last])
        adjoins = self.text[tokens[last - 1].end : tokens[last].start].isspace()
        return adjoins and behind[0].isupper() and not words.DAY.fullmatch(behind)

    def _by_list(
        self, name: str, entry: KnownName | None, head: int, article: bool
    ) -> tuple[Sureness, bool] | None:
        if self.own and fold(name) in self.own:
            return Sureness.NAMED, False
        entry = entry or (self.known.medium(name[:head]) if head else None)
        if entry is None:
            return None
        if entry.ambiguous and entry.everyday and not article and " " not in name:
            return None
        return Sureness.NAMED, entry.everyday and not article and not head

    def _by_words(
        self, name: str, head: int, tokens: list[Span], first: int, last: int
    ) -> tuple[Sureness, bool] | None:
        parts = name.split()
        capitals = name[:head].split() if head else parts
        if capitals[0] in _SMALL or not all(map(_in_name, capitals)):
            return None
        before_of = name.partition(" of ")[0] if " of " in name else ""
        if before_of and before_of not in _OF and not looks_like_medium(before_of):
            return None  # "Ilse Orro of Radio Velmar"
        if self._is_other(name) or (head and all(map(_only_describes, capitals))):
            return None
        if looks_like_medium(name) or self._kind_before(tokens, first, last):
            return Sureness.NAMED, False
        site = len(parts) == 1 and looks_like_site(name)
        return (Sureness.SITE, False) if site else None

    def _kind_before(self, tokens: list[Span], first: int, last: int) -> bool:
        """Whether "the news site" or "radio station" stands right before a name with capitals."""
        if first == 0 or self._word(tokens[first - 1]) not in words.SURE_KINDS:
            return False
        behind = self._word(tokens[last]) if last < len(tokens) else " "
        capital = self._word(tokens[last - 1])[0].isupper() and not behind[0].isupper()
        opens = self._word(tokens[0])[0].isupper()  # "State agency Telmar said" opens a sentence
        return capital and (opens or behind not in words.AUXILIARIES)

    def _is_other(self, name: str) -> bool:
        """Whether a name is known for something that is no medium."""
        return any((self.known.government(name), self.known.group(name), self.known.body(name)))

    def _descriptor(self, tokens: list[Span]) -> Span | None:
        """What stands before a name, without days and what is said of the interview."""
        while tokens and self._passes(self._word(tokens[0])):
            tokens = tokens[1:]
        return Span(tokens[0].start, tokens[-1].end) if tokens else None

    def _passes(self, word: str) -> bool:
        return bool(words.DAY.fullmatch(word)) or word in words.PASSING

    def _unnamed(self, tokens: list[Span], start: int, article: bool) -> Medium | None:
        """A medium without a name ("a local newspaper"), or several ("Iranian media")."""
        while tokens and self._passes(self._word(tokens[0])):
            tokens = tokens[1:]
        for number, token in enumerate(tokens[:5]):
            found = self._head(token.start, number > 0, article)
            if found:
                span = Span(tokens[0].start, found)
                medium = Medium(span, None, Sureness.UNNAMED, start)
                behind = self.following(medium).casefold()
                people = behind in words.PEOPLE | words.NO_MEDIUM or behind in words.KINDS
                return None if people or "social media" in span.read(self.text) else medium
            if not _describes(self._word(token)):
                return None
        return None

    def _head(self, at: int, described: bool, article: bool) -> int | None:
        """Where the noun ends that names a medium without a name, if one stands there."""
        station = _STATION.match(self.text, at)
        if station and article:
            return station.end()
        if not self.text[at].islower():
            return None
        many = _COLLECTIVE.match(self.text, at)
        ends = many and not self.text[many.end() : many.end() + 1].isalnum()
        if many and ends and (described or _ALONE.match(many.group())):
            return many.end()
        one = _HEADS.match(self.text, at)
        whole = one and not self.text[one.end() : one.end() + 1].isalnum()
        return (
            one.end() if one and whole and article and not _NOUN_ALONE.match(one.group()) else None
        )


@lru_cache(maxsize=4096)
def _describes(word: str) -> bool:
    """Whether a word can stand between a medium's article and its name."""
    if words.DAY.fullmatch(word) or word.casefold() in words.QUALITIES | words.KINDS:
        return True
    if word in words.PASSING or (word.islower() and "-" in word):
        return True
    return bool(_OWNER.search(word) and word[0].isupper()) or _demonym(word)


def _only_describes(word: str) -> bool:
    """Whether a capitalised word says whose or what a medium is, and names none ("State radio")."""
    return _demonym(word) or word.casefold() in words.QUALITIES


def _leads(word: str) -> bool:
    """Whether a word can stand before a medium's name, articles included."""
    return word.casefold() in words.ARTICLES or _describes(word)


def _demonym(word: str) -> bool:
    return bool(words.DEMONYM.fullmatch(word))


def _in_name(word: str) -> bool:
    """Whether a word may stand among the capitals of a name."""
    return word[0].isupper() or word in _SMALL or _prefixed(word)


def _owned(parts: list[str], first: int) -> int:
    """Where any name at most ends: six words on, or with an owner."""
    last = min(first + _LONGEST, len(parts))
    return next((n + 1 for n in range(first, last) if _OWNER.search(parts[n])), last)


def _prefixed(word: str) -> bool:
    """Names as "al-Alam", "iHeart", "9to5Mac", "@handle"."""
    return any(c.isupper() for c in word) or word.isdigit() or word.startswith("@")


def _tail_head(name: str) -> int:
    """Where the name ends before a noun that says what it is ("Telmar| news agency"); 0 if none."""
    if not name[name.rfind(" ") + 1 :].islower():
        return 0
    for match in re.finditer(r"\s", name):
        if _HEADS.fullmatch(name, match.end()):
            return match.start()
    return 0
