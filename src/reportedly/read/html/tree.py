"""HTML → a tree, within bounds: the parser is lenient, so what it is given must be bounded."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.read.unreadable import Unreadable

MAX_ELEMENTS = 50_000
"""Elements of a page: 49,000 paragraphs take 8 s. News pages have one to eight thousand."""

_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MAX_ATTRIBUTES = 1_000
# The parser's time grows with the square of a tag's attributes: 5,000 take it 0.1 s, 20,000 4.3 s.

_SPACE = re.compile("[\x0b\x0c\x1c-\x1f]")
# White space to Python, so that trafilatura keeps it, but no characters that XML has: lxml refuses
# to write them, in the middle of the extraction.

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page's own head declares, if any."""
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def tree_of(text: str) -> HtmlElement:
    """Parse a page; whatever is missing or broken in it is mended as browsers do.

    Raises:
        Unreadable: if there is nothing in it, or too much.
    """
    _refuse_bombs(text)
    # libxml2 stops at a NUL, and below 256 elements one in another; neither is an error to it.
    data = _SPACE.sub(" ", text.replace("\0", "\ufffd")).encode("utf-8", errors="replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Unreadable("no elements in this HTML") from None
    count = int(float(str(tree.xpath("count(//*)"))))
    if count > MAX_ELEMENTS:
        raise Unreadable(f"a page of {count:,} elements, over the limit of {MAX_ELEMENTS:,}")
    return tree


def _refuse_bombs(text: str) -> None:
    for tag in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub("", tag.group()).split()) > _MAX_ATTRIBUTES:
            raise Unreadable(f"a tag with more than {_MAX_ATTRIBUTES:,} attributes")
