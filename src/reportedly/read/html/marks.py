"""What an element's tag, class and other attributes say that its text is.

The vocabulary is that of content-management systems at large: words that page designers give to
the parts of an article (caption, standfirst, related …), never the class names of one site.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from lxml.html import HtmlElement


class Mark(Enum):
    """What an element is marked as; it holds for everything in it."""

    COMMENT = auto()
    CAPTION = auto()
    RELATED = auto()
    SUBTITLE = auto()
    LEAD = auto()  # a subtitle, or the first paragraph of the body: by its place
    CHROME = auto()  # navigation, consent, sharing, sidebars: never part of the article
    AUTHOR = auto()  # names somebody: in a comment, its writer
    UNREAD = auto()  # navigation and the page's foot: not even links to other texts in them
    SKIP = auto()  # no text for readers


_BLOCKLESS = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark "
    "nobr q ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_SKIPPED = frozenset(
    "script style noscript template svg iframe object embed select option textarea canvas audio "
    "video picture map datalist head button input applet rp rt progress dialog".split()
)
_TAGS = {
    "nav": Mark.UNREAD, "footer": Mark.UNREAD, "menu": Mark.UNREAD, "amp-sidebar": Mark.UNREAD,
    "amp-consent": Mark.UNREAD, "aside": Mark.CHROME, "form": Mark.CHROME,
    "figcaption": Mark.CAPTION,
}  # fmt: skip


def _words(words: str) -> str:
    """A pattern for any of the words, whole, within dashed, underscored or spaced names."""
    return rf"(?:^|[\s_-])(?:{words})(?=$|[\s_\d-])"


# In the order in which they are asked: the first that fits is taken.
_NAMES: tuple[tuple[Mark, re.Pattern[str]], ...] = tuple(
    (mark, re.compile(pattern))
    for mark, pattern in (
        (
            Mark.SKIP,
            _words(r"visually-?hidden|sr-only|screen-reader(?:-text)?|hidden|hide|no-?print"),
        ),
        (
            Mark.COMMENT,
            _words(r"comments?|comment-?(?:list|section|thread|area|body)|commentlist|disqus|discussion|responses")
            + r"(?!-?(?:count|link|button|icon|number|ary))",
        ),
        (Mark.CAPTION, r"(?<!no-)(?<!hide-)caption(?!ed|s-(?:on|off))|" + _words("cutline|legend")),
        (
            Mark.RELATED,
            _words(
                r"related|recommend(?:ed|ations?)?|read-?(?:more|also|next|on)|also-?read|see-?also|"
                r"more-?(?:on|stories|from|news|like|coverage|about)|rich-?link|further-?reading|you-?may|"
                r"linked-?stor(?:y|ies)|next-?(?:up|story|article)|onward|see-?more"
            ),
        ),
        (
            Mark.CHROME,
            _words(
                r"nav|navigation|navbar|menu|breadcrumbs?|share|sharing|social|cookies?|consent|gdpr|"
                r"newsletter|subscribe|subscription|sign-?up|paywall|advert(?:isement)?|ads?|sponsor(?:ed)?|"
                r"sidebar|footer|toolbar|tags|tag-?list|pagination|popup|modal|overlay|most-?(?:read|popular|viewed)|"
                r"popular|trending|promo|banner|ticker|byline|author-?(?:bio|box|info|card)|print|search"
            ),
        ),
        (
            Mark.SUBTITLE,
            _words(
                r"stand-?first|dek|deck|sub-?title|sub-?head(?:er|ing|line)?|strap-?line|strap|summary|"
                r"summary-?bullets|article-?(?:description|summary)|excerpt|subhed"
            ),
        ),
        (Mark.LEAD, _words(r"lead|lede|intro|introduction|preamble|ingress|chapeau|description")),
        (
            Mark.AUTHOR,
            _words(r"author|user|user-?name|nick(?:name)?|fn|commenter|screen-?name|display-?name|usr|name|poster|login"),
        ),
    )
)  # fmt: skip
_PARTS = ("class", "id", "data-component", "data-testid", "itemprop", "role")
_ITEMTYPE = re.compile(r"schema\.org/(?:User)?Comment")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def is_block(tag: str) -> bool:
    """Whether an element of this tag stands by itself, and does not run on in a line."""
    return tag not in _BLOCKLESS


def mark_of(tag: str, element: HtmlElement) -> Mark | None:
    """What the element (of that tag) is marked as by itself, whatever it stands in."""
    if tag in _SKIPPED:
        return Mark.SKIP
    attributes = element.attrib
    if not attributes:
        return _TAGS.get(tag)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return Mark.SKIP
    if "style" in attributes and "display:none" in attributes["style"].replace(" ", ""):
        return Mark.SKIP
    if _ITEMTYPE.search(attributes.get("itemtype", "")):
        return Mark.COMMENT
    if tag == "a" and attributes.get("rel") == "author":
        return Mark.AUTHOR
    names = " ".join([attributes[part] for part in _PARTS if part in attributes])
    by_tag = _TAGS.get(tag)
    if by_tag is Mark.UNREAD or not names:
        return by_tag
    return _named(names) or by_tag


@lru_cache(maxsize=4096)
def _named(names: str) -> Mark | None:
    low = _CAMEL.sub("-", names[:400]).lower()
    return next((mark for mark, pattern in _NAMES if pattern.search(low)), None)
