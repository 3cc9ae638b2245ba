"""Elements of a page by `tag.class[attribute=value] tag …`: as much of CSS as tests need."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_STEP = re.compile(
    r"(?P<tag>\w+)?(?P<classes>(?:\.[\w-]+)*)(?:\[(?P<name>[\w-]+)(?:=(?P<value>\w+))?\])?"
)


def find(element: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements within another one that a selector is of, in their order."""
    path = "." + "".join(map(_step, selector.split()))
    found: list[HtmlElement] = element.xpath(path)
    return found


def one(element: HtmlElement, selector: str) -> HtmlElement:
    """The one element that a selector is of."""
    (found,) = find(element, selector)
    return found


def words(element: HtmlElement) -> str:
    """What an element says, white space made single."""
    return " ".join(element.text_content().split())


def _step(step: str) -> str:
    match = _STEP.fullmatch(step)
    if match is None:
        raise ValueError(f"no selector: {step}")
    path = f"//{match['tag'] or '*'}"
    for name in match["classes"].split(".")[1:]:
        path += f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    if match["name"]:
        path += (
            f"[@{match['name']}='{match['value']}']" if match["value"] else f"[@{match['name']}]"
        )
    return path
