"""What stands where: the article's own reporting, and what must not be taken for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.schema import Attribution, BlockKind


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: blocks of like nature.

    Args:
        kinds: the kinds of blocks whose attributions it holds.
        heading: what stands above them.
        one: what one attribution is said to stand in, for the summary.
        many: the same for more than one.
    """

    kinds: frozenset[BlockKind]
    heading: str
    one: str
    many: str


def _section(heading: str, one: str, many: str, *kinds: BlockKind) -> Section:
    return Section(frozenset(kinds), heading, one, many)


REPORTING = _section(
    "In the text", "in the text", "in the text", BlockKind.BODY, BlockKind.DATELINE
)

SECTIONS = (
    _section(
        "In the headline", "in the headline", "in the headline", BlockKind.TITLE, BlockKind.SUBTITLE
    ),
    REPORTING,
    _section("In captions", "in a caption", "in captions", BlockKind.CAPTION),
    _section(
        "In readers' comments: not the article's reporting",
        "in a reader's comment",
        "in readers' comments",
        BlockKind.COMMENT,
    ),
    _section(
        "In links to other articles: not the article's reporting",
        "in a link",
        "in links",
        BlockKind.RELATED,
    ),
    _section(
        "In credits and left-overs: not the article's reporting",
        "in a credit line",
        "in credit lines",
        BlockKind.CREDIT,
        BlockKind.ARTEFACT,
    ),
)
"""In the order in which they are shown. Every kind of block is in one of them."""


def sections(
    attributions: Sequence[Attribution],
) -> Iterator[tuple[Section, list[Attribution]]]:
    """The sections that have attributions, each with its own in text order."""
    for section in SECTIONS:
        if found := [a for a in attributions if a.block in section.kinds]:
            yield section, found
