"""What finding carriers gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.schema.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class FoundCarrier:
    """A medium that the text puts between publisher and speaker.

    Args:
        span: the words that name it, without article.
        descriptor: what the text says that it is ("semi-official"), right there.
        why: name of the rule that found it.
    """

    span: Span
    descriptor: Span | None
    why: str


@dataclass(frozen=True, slots=True)
class Recast:
    """An attribution whose source was its carrier, read as the real speaker's.

    Args:
        source: the real speaker.
        cue: the words that link him and the content; never empty.
        content: what is his; never empty.
    """

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Setting:
    """A medium's occasion at which several speak: a debate, a town hall, a programme.

    Args:
        sentence: the sentence that names it.
        carrier: the medium.
    """

    sentence: Span
    carrier: FoundCarrier


@dataclass(frozen=True, slots=True)
class Chains:
    """The carriers of a document's attributions.

    Args:
        own: by id of an attribution, its own carriers, from the publisher to the speaker; what it
            inherits from an earlier one is not among them.
        document: carriers of the whole document: agencies of dateline, byline and credit.
        dissolved: attributions that are a carrier's act alone ("the Herald reported" over words
            that are all somebody else's), with the attribution that stays.
        recast: attributions whose source is their carrier while the content names the speaker
            and no attribution of his was found; what they are once read so.
        settings: occasions at which several speak, in text order.
        media: the words for those media that are sources of attributions.
    """

    own: Mapping[str, tuple[FoundCarrier, ...]] = field(default_factory=dict)
    document: tuple[FoundCarrier, ...] = ()
    dissolved: Mapping[str, str] = field(default_factory=dict)
    recast: Mapping[str, Recast] = field(default_factory=dict)
    settings: tuple[Setting, ...] = ()
    media: tuple[Span, ...] = ()
