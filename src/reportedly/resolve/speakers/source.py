"""A source's noun phrase: its head, what stands before and behind it, and how it refers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.resolve.speakers.together import together
from reportedly.resolve.speakers.token import Token, tokens
from reportedly.resolve.speakers.words import (
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    FIRST_PERSON,
    GENERIC,
    INFORMANTS,
    PREPOSITIONS,
    RELATIVE,
    SECOND_PERSON,
    TITLES,
    is_body,
    is_title,
)
from reportedly.schema import Form, Mention, Refers, Span, Spans

_PRONOUNS = frozenset(
    "he she they it him her them his their its himself herself themselves".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a source's words are made of.

    Args:
        span: from its first word to its last.
        head: the name, noun or pronoun that says who it is.
        form: how the head refers.
        core: the noun phrase up to the first comma, relative clause or bracket, article off.
        pronoun: the head in lower case if it is one; first, second and third person alike.
        relative: it is a relative pronoun: who it is stands before it.
        members: of several named one by one, the last word of each; the head is then what joins
            them.
    """

    span: Span
    head: Span
    form: Form
    core: Span
    pronoun: str | None = None
    relative: bool = False
    members: tuple[str, ...] = ()


def parse(text: str, spans: Spans, mentions: list[Mention]) -> Source | None:
    """Read a source; None if it holds no word.

    Args:
        text: the document's.
        spans: the source's.
        mentions: those that lie in it, in text order.
    """
    whole = Span(spans[0].start, spans[-1].end)
    words = tokens(text, whole)
    if not any(t.text[0].isalnum() for t in words):
        return None
    first = words[0]
    if len([t for t in words if t.text[0].isalnum()]) == 1:
        if first.low in RELATIVE:
            return Source(whole, first.span, Form.PRONOUN, first.span, first.low, relative=True)
        if first.low in _PRONOUNS | FIRST_PERSON | SECOND_PERSON:
            return Source(whole, first.span, Form.PRONOUN, first.span, first.low)
    if (several := together(words, mentions)) is not None:
        start = words[1 if first.low in ("the", "a", "an") else 0].span.start
        core = Span(start, several.end)
        return Source(whole, several.joint, Form.NOUN, core, members=several.members)
    phrase = _first_phrase(words)
    core = Span(phrase[0].span.start, phrase[-1].span.end)
    named = _named(text, phrase, words, mentions)
    if named is not None:
        return Source(whole, named.span, Form.NAME, core)
    head = _head(_core(phrase), mentions)
    if head.low == "own" and len(phrase) > 1:
        head = phrase[phrase.index(head) - 1]
    inside = next((m for m in mentions if m.span.overlaps(head.span)), None)
    common = head.low in BODIES | DOCUMENTS | GENERIC | INFORMANTS  # a sentence's first word
    form = inside.form if inside else (Form.NAME if head.capital and not common else Form.NOUN)
    if form is Form.PRONOUN or is_title(head.text):
        form = Form.NOUN
    unknown = _capitals(phrase, head, mentions) if form is Form.NAME else head.span
    return Source(whole, inside.span if inside else unknown, form, core)


def _first_phrase(words: list[Token]) -> list[Token]:
    """The words up to the first comma, bracket or relative pronoun, article off."""
    start = 0
    while start < len(words) - 1 and words[start].low in DETERMINERS:
        if words[start].low == "those" and _reduced(words, start + 1):
            break
        start += 1
    end = start + 1
    while end < len(words):
        low = words[end].low
        if low in RELATIVE:
            break
        mark = not words[end].text.lstrip("'‘")[:1].isalnum()
        if mark and not _listed(words[start : end + 4], end - start):
            break
        end += 1
    return words[start:end]


def _core(phrase: list[Token]) -> list[Token]:
    """A phrase without what tells of it behind its noun: a clause, a day ("a poll Jan. 17-23")."""
    end = next((n for n in range(1, len(phrase)) if _reduced(phrase, n)), len(phrase))
    while end > 1 and (_TIME.fullmatch(phrase[end - 1].text) or phrase[end - 1].low in _PERIODS):
        end -= 1
    return phrase[:end]


def _reduced(words: list[Token], at: int) -> bool:
    """Whether a relative clause without "who" begins: "data [released Friday by]"."""
    low, before = words[at].low, words[at - 1]
    if not (low.endswith("ed") or low in _PARTICIPLES) or low in _NO_PARTICIPLES:
        return False
    if at + 1 == len(words):
        return before.low in ("those", "people")
    behind = words[at + 1]
    return behind.low in PREPOSITIONS | _WHEN | _HOW or bool(_TIME.fullmatch(behind.text))


_PARTICIPLES = frozenset("held sent made seen shown led written given known taken done run".split())
_NO_PARTICIPLES = frozenset("united need speed feed seed red bed wed".split())
_PERIODS = frozenset("this last month week year".split())
_WHEN = frozenset("this last earlier yesterday today late early".split())
_HOW = frozenset("online here there publicly nationwide internally".split())
_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:\.|uary)|Feb(?:\.|ruary)|Mar\.|Apr(?:\.|il)"
    r"|Aug(?:\.|ust)|Sept(?:\.|ember)|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember)"
    r"|June|July|\d{1,2}(?:-\d{1,2})?"
)
"""A day behind a noun."""


def _capitals(phrase: list[Token], head: Token, mentions: list[Mention]) -> Span:
    """The capitalised words that end in a head: the name of what the engine has no mention of."""
    first = phrase.index(head)
    while first and phrase[first - 1].capital and not _taken(phrase[first - 1], mentions):
        first -= 1
    return Span(phrase[first].span.start, head.span.end)


def _taken(token: Token, mentions: list[Mention]) -> bool:
    owned = token.text.endswith(("'s", "’s", "'", "’"))
    return owned or any(m.span.overlaps(token.span) for m in mentions)


def _listed(words: list[Token], comma: int) -> bool:
    """Whether a comma stands in a list of adjectives: "Velmaran, Tarkeshi and other officials"."""
    if words[comma].text != "," or comma != 1 or not words[0].capital:
        return False
    behind = [t.low for t in words[comma + 1 :]]
    return len(behind) > 1 and behind[1] in ("and", "or", ",") and words[comma + 1].capital


def _named(
    text: str, phrase: list[Token], words: list[Token], mentions: list[Mention]
) -> Mention | None:
    """The person's name that a title or role ends in, or that stands in apposition to a role.

    "Deputy Chief of Staff of the Armed Forces General Orro": the last name that no preposition
    governs. "The keeper of the light, Ilse Orro,": the name behind the comma.
    """
    people = [m for m in mentions if m.form is Form.NAME and m.refers is Refers.PERSON]
    end = phrase[-1].span.end
    for mention in people:
        if CALLED.search(text, words[0].span.start, mention.span.start):
            return mention
    for mention in reversed(people):
        if mention.span.end >= end - 2 and mention.span.start < end:
            return mention if not _governed(phrase, mention.span) else None
    if phrase[-1].capital and not phrase[0].capital:
        return None
    behind = [t for t in words if t.span.start >= end]
    if len(behind) > 1 and behind[0].text == ",":
        name = behind[2] if behind[1].low == "the" and len(behind) > _FEWEST else behind[1]
        if (body := _body_behind(phrase, name, mentions)) is not None:
            return body
        near = [
            m
            for m in people
            if behind[1].span.start <= m.span.start <= behind[1].span.start + _TITLE_ROOM
        ]
        titled = [m for m in near if _titles(behind[1:], m)]
        full = [m for m in near if " " in m.span.read(text)]
        return next(iter(titled or (full if _CHANNEL.search(text, end, end + 12) else [])), None)
    return None


_CHANNEL = re.compile(r"\bChannel\s\d")
"""What opens what an anchor is called: "Channel 6 anchor Beth Orro"."""


def _titles(words: list[Token], name: Mention) -> bool:
    """Whether nothing but capitalised words stands before a name, and no number in it."""
    before = [t for t in words if t.span.end <= name.span.start]
    behind = next((t for t in words if t.span.start >= name.span.end), None)
    return all(t.capital for t in before) and not (behind and behind.text.isdecimal())


def _body_behind(phrase: list[Token], first: Token, mentions: list[Mention]) -> Mention | None:
    """The name that stands in apposition to a body's noun: "the national airline, Velmar Air,"."""
    if not (is_body(phrase[-1].low) or phrase[-1].low in _EITHER) or phrase[-1].capital:
        return None
    names = (m for m in mentions if m.form is Form.NAME and m.refers is not Refers.PERSON)
    return next((m for m in names if first.span.within(m.span)), None)


_EITHER = frozenset("employer sponsor client rival owner landlord backer parent partner".split())
"""What persons and bodies are called alike."""


CALLED = re.compile(
    r",?\s(?:who\s)?(?:calls?\s(?:him|her|them)sel(?:f|ves)|(?:was\s|is\s)?identified\s(?:only\s)?as"
    r"|(?:is\s|was\s)?known\s(?:only\s)?as|named|goes\sby(?:\sthe\sname)?(?:\sof)?"
    r"|(?:gave|gives|giving)\s(?:his|her|their)\s(?:first\s|full\s)?name\s(?:only\s|just\s)?as)\s$"
)
"""What stands between a noun and the name of the same."""
_FEWEST = 2
"""Words and marks behind a phrase, if an article and a name are among them: at least one more."""
_TITLE_ROOM = 40
"""Characters that titles before a name in apposition may take."""


def _governed(phrase: list[Token], name: Span) -> bool:
    """Whether the word before a name, its titles passed over, is a preposition or "and"."""
    before = [t for t in phrase if t.span.end <= name.start]
    if not before:
        return False
    last = before[-1]
    if last.low in ("and", "or"):
        return True
    at = next((n for n, t in enumerate(before) if n and t.low in PREPOSITIONS), None)
    if at is not None and not before[at - 1].capital:
        # "a spokesman for committee Democrats", but "head of police General Orro"
        titled = before[at].low == "of" and last.low.strip(".") in TITLES
        full = sum(t.span.overlaps(name) for t in phrase) > 1 and not last.capital
        return not titled and (last.low in PREPOSITIONS or not full)
    return last.low in PREPOSITIONS or (last.low in DETERMINERS and len(before) > 1)


def _head(phrase: list[Token], mentions: list[Mention]) -> Token:
    """The last word before the first preposition: the noun that a phrase without a name is of."""
    for number, token in enumerate(phrase):
        if (
            number
            and token.low in PREPOSITIONS
            and not (token.low == "of" and phrase[number - 1].low in _COUNTS)
            and not _in_title(phrase, number, mentions)
        ):
            return phrase[number - 1]
        if number and token.low in (
            "familiar",
            "close",
            "briefed",
            "involved",
            "speaking",
            "based",
        ):
            return phrase[number - 1]
    last = len(phrase) - 1
    while last and not phrase[last].capital and _ends_nothing(phrase[last].low):
        last -= 1  # a verb or "and" that was taken for the end of the phrase
    return phrase[last]


def _in_title(phrase: list[Token], number: int, mentions: list[Mention]) -> bool:
    """Whether a preposition stands in a name that goes before a noun.

    "[Bank of Velmar] officials", "the 'Lions of Velmar' message".
    """
    behind = phrase[number + 1 : number + 2]
    before = phrase[number - 1].text.lstrip("'‘")
    if not behind or not (before[:1].isupper() and behind[0].capital):
        return False
    token = phrase[number].span
    around = next((m.span for m in mentions if token.within(m.span)), None)
    if around is None and number == 1:
        return False  # the capital may be but a sentence's first
    rest = [t for t in phrase[number + 1 :] if around is None or t.span.start >= around.end]
    noun = next((t for t in rest if not t.capital), None)
    return noun is not None and noun.low not in PREPOSITIONS and noun.text[0].isalpha()


def _ends_nothing(word: str) -> bool:
    return word.endswith("ed") or word in ("and", "or")


_COUNTS = frozenset(
    """number majority handful dozens hundreds thousands lot group couple pair most many some
    several one two three half percent all both first last latest""".split()
)
"""Words before "of" that count what follows, which is then the head."""
