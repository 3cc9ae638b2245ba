"""What a paragraph's own words say it is: links, credits, and the furniture of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from reportedly.read.plain import rules
from reportedly.read.plain.shape import ends_sentence, plain, words_of
from reportedly.schema import BlockKind

LONGEST_LABELLED = 300
"""Characters in the longest paragraph that a label governs; the longest labelled line read in the
development half of FNC-1 has 268."""

LONGEST_LIST_HEADING = 60
LONGEST_COMMENTS_HEADING = 150

_Rule = tuple[BlockKind, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Label:
    """What the words of one paragraph say.

    Args:
        kind: its kind, or None if its words leave that open.
        opens_list: it heads a list of links: "Related articles", "Most read".
        opens_comments: it heads the readers' comments: "Comments (12)", "Leave a reply".
        closes_comments: it ends a box of comments in the middle of a text.
    """

    kind: BlockKind | None = None
    opens_list: bool = False
    opens_comments: bool = False
    closes_comments: bool = False


NO_LABEL = Label()


def _by_first_word() -> dict[str, list[_Rule]]:
    table: dict[str, list[_Rule]] = defaultdict(list)
    for kind, firsts, pattern in rules.BY_FIRST_WORD:
        for first in firsts.split():
            table[first].append((kind, re.compile(pattern.replace("…", re.escape(first)))))
    return dict(table)


# A paragraph is held against few patterns, however many there are.
_BY_FIRST_WORD = _by_first_word()
_ANYWHERE = tuple(
    (kind, tuple(n.replace("\\t", "   ") for n in needed.split(" ")), re.compile(pattern))
    for kind, needed, pattern in rules.ANYWHERE
)
_LIST_HEADING = re.compile(rules.LIST_HEADING)
_COMMENTS_HEADING = re.compile(rules.COMMENTS_HEADING)
_COMMENTS_FOOT = re.compile(rules.COMMENTS_FOOT)
_OF_LISTS = re.compile(
    r"\W*(?:rel|rec|tre|mor|rea|see|wat|als|mos|pop|lat|top|you|we |don|edi|mus|on |fro|aro|els)"
)
_OF_COMMENTS = re.compile(
    r"comment|respon|discussion|repl|thought|conversation|your say|are saying|reading|continues"
)
_GLUED_RELATED = re.compile(r"(?:Related|RELATED|Read more|READ MORE)(?=[A-Z][a-z])")
_FIRST = re.compile(r"h/t|[\w+'’-]+|©|\(c\)")
_NUMBERED = re.compile(r"\d{1,3}[.)] ")


def lowered(text: str) -> str:
    """The paragraph as rules see it: one line, lower case, straight apostrophes."""
    return plain(text, keep_gaps=True).lower().replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label:
    """What the paragraph's own words say, if anything; use it before any rule of position."""
    if _GLUED_RELATED.match(text):
        return Label(BlockKind.RELATED)
    if len(text) > LONGEST_LABELLED:
        return NO_LABEL
    low = lowered(text)
    about_comments = len(text) <= LONGEST_COMMENTS_HEADING and _OF_COMMENTS.search(low) is not None
    opens = about_comments and _COMMENTS_HEADING.fullmatch(low) is not None
    return Label(
        BlockKind.ARTEFACT if opens else _kind_of(text, low),
        len(text) <= LONGEST_LIST_HEADING
        and _OF_LISTS.match(low) is not None
        and _LIST_HEADING.fullmatch(low) is not None,
        opens,
        about_comments and _COMMENTS_FOOT.match(low) is not None,
    )


def _kind_of(text: str, low: str) -> BlockKind | None:
    if not any(c.isalnum() for c in low):
        return BlockKind.ARTEFACT
    bare = low.lstrip("•·▪►▶>»*-–—| ") or low
    first = _FIRST.match(bare)
    for kind, pattern in _BY_FIRST_WORD.get(first[0], ()) if first else ():
        if pattern.fullmatch(bare):
            return kind
    if len(low) > 160 and ends_sentence(text) and low[-1] not in ")]":
        return None
    for kind, needed, pattern in _ANYWHERE:
        for n in needed:
            if n in low:
                if pattern.fullmatch(low):
                    return kind
                break
    return None


def is_headline_like(text: str) -> bool:
    """Whether the line could be another text's headline in a list of links."""
    if not 12 <= len(text) <= 160 or text[-1] in ":,;" or text[0].islower():
        return False
    if ends_sentence(text) and text[-1] not in "?!’'”\"])":
        return False
    return not _NUMBERED.match(text) and len(words_of(text)) >= 3
