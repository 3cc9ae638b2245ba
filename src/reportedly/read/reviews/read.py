"""ClaimReview's fields → a document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from html import unescape

from reportedly.read.assemble import check_size
from reportedly.read.dates import day_of
from reportedly.read.encoding import decode
from reportedly.read.fields import Json, string
from reportedly.read.language import check_language
from reportedly.read.options import ReadOptions
from reportedly.read.reviews.find import find_reviews
from reportedly.read.reviews.write import Field, Reviewed, kind_of, written
from reportedly.read.surrogates import mend
from reportedly.read.unreadable import Unreadable
from reportedly.schema import (
    Block,
    Document,
    DocumentError,
    EntityType,
    text_id,
)

MADE = "made of a ClaimReview: its words are the reviewer's, their order is this program's"
"""What a reader of such a document should know."""

_TYPES = {
    "Person": EntityType.PERSON,
    "Organization": EntityType.ORGANISATION,
    "NewsMediaOrganization": EntityType.ORGANISATION,
    "PoliticalParty": EntityType.ORGANISATION,
    "Corporation": EntityType.ORGANISATION,
    "GovernmentOrganization": EntityType.GOVERNMENT,
}


def read_reviews(
    name: str, data: bytes, options: ReadOptions | None = None
) -> Iterator[Reviewed | DocumentError]:
    """The reviews in a file, in its order; in the place of one that cannot be taken, why.

    Args:
        name: what the file is called; reviews are `NAME[NUMBER]`, from 0 on.
        data: JSON, JSON lines or HTML.
        options: the language that is wanted, and the longest text.
    """
    options = options or ReadOptions()
    count = 0
    try:
        for count, found in enumerate(find_reviews(decode(data).text), 1):
            yield _one(f"{name}[{count - 1}]", found, options)
    except Unreadable as error:
        yield error.named(name)
        return
    if not count:
        yield DocumentError(name, "no ClaimReview in it")


def _one(name: str, found: Json, options: ReadOptions) -> Reviewed | DocumentError:
    try:
        return _reviewed(name, found, options)
    except Unreadable as error:
        return error.named(name)


def _reviewed(name: str, found: Json, options: ReadOptions) -> Reviewed:
    item = _object(found.get("itemReviewed"))
    author = _object(item.get("author"))
    day = day_of(item.get("datePublished") or item.get("dateCreated"))
    values = {
        Field.CLAIM: _words(found.get("claimReviewed")),
        Field.SPEAKER: _words(item.get("author")),
        Field.ROLE: _words(author.get("jobTitle")),
        Field.DAY: day,
        Field.MEDIUM: _medium(item),
        Field.RATING: _rating(_object(found.get("reviewRating"))),
        Field.REASON: _words(_object(found.get("reviewRating")).get("ratingExplanation")),
        Field.REVIEWER: _words(found.get("author")) or _words(found.get("publisher")),
    }
    for field, key in ((Field.CLAIM, "claimReviewed"), (Field.REVIEWER, "author")):
        if not values[field]:
            raise Unreadable(f"a ClaimReview without {key!r}")
    text, lines = written((field, words) for field, words in values.items() if words)
    check_size(text, options)
    spoken = " ".join(filter(None, (values[Field.CLAIM], values[Field.REASON])))
    language, doubts = _language(spoken, found, options)
    document = Document(
        id=text_id(text),
        text=text,
        blocks=tuple(Block(kind_of(field), line.whole) for field, line in lines.items()),
        path=name,
        url=_address(found, values[Field.CLAIM] or ""),
        # Its first line: the claim alone would read as if the reviewer made it.
        title=_words(found.get("headline")) or _words(found.get("name")) or text.split("\n")[0],
        publisher=values[Field.REVIEWER],
        published=day_of(found.get("datePublished") or found.get("dateModified")),
        language=language,
        warnings=(MADE, *doubts),
    )
    return Reviewed(document, lines, day, _TYPES.get(_type(author), EntityType.UNKNOWN))


def _language(spoken: str, found: Json, options: ReadOptions) -> tuple[str | None, tuple[str, ...]]:
    """The language that a review says it is in, or else that of its words."""
    declared = (_words(found.get("inLanguage")) or "")[:2].lower()
    wanted = options.wanted_language
    if not declared.isalpha():
        return check_language(spoken, wanted)
    if wanted not in (None, declared):
        raise Unreadable(f"it says that it is in {declared!r}; use --language any")
    return declared, ()


def _object(value: object) -> Json:
    """An object, or the first of several."""
    if isinstance(value, list):
        return next((one for one in value if isinstance(one, Mapping)), {})
    return value if isinstance(value, Mapping) else {}


def _words(value: object) -> str | None:
    """A text, or an object's name, on one line."""
    if isinstance(value, list):
        value = next((one for one in value if string(one)), None)
    text = " ".join(mend(unescape(string(value) or ""))[0].split())
    return text or None


def _type(one: Json) -> str:
    kind = one.get("@type")
    named = kind[0] if isinstance(kind, list) and kind else kind
    return str(named).rpartition("/")[2].rpartition(":")[2]


def _medium(item: Json) -> str | None:
    """The medium that the claim appeared in, if it is one that has a name."""
    listed = [item.get("firstAppearance"), item.get("appearance")]
    works = [w for v in listed for w in (v if isinstance(v, list) else [v])]
    names = (_words(w.get("publisher")) for w in works if isinstance(w, Mapping))
    found = dict.fromkeys(name for name in names if name)
    return next(iter(found)) if len(found) == 1 else None


def _rating(rating: Json) -> str | None:
    """The organisation's words for it; its number on its scale where it has no words."""
    if words := _words(rating.get("alternateName")) or _words(rating.get("name")):
        return words
    keys = ("ratingValue", "worstRating", "bestRating")
    value, worst, best = (_number(rating.get(key)) for key in keys)
    return f"{value} on a scale from {worst} to {best}" if value and worst and best else value


def _number(value: object) -> str | None:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if plain else _words(value)


def _address(found: Json, claim: str) -> str | None:
    """The review's address, with a fragment of its own.

    A page can have several reviews, and be in the record as an article as well: neither is a
    version of the other.
    """
    url = _words(found.get("url")) or _words(found.get("mainEntityOfPage"))
    if url is None:
        return None
    mark = hashlib.sha256(claim.encode()).hexdigest()[:8]
    return f"{url}{'-' if '#' in url else '#'}claimreview-{mark}"
