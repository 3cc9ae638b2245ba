"""All pages of a site, found by its own links, as a program without a browser asks for them."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
from lxml import html

NAMES = re.compile(r"(?<=/)(?:[dscnja][0-9a-f]{10,}(?:-[0-9a-f]+)*|\d+)(?=/|$)")
"""Parts of an address that name one thing of many."""

LEADS = "//*/@href | //*/@src | //form[not(@method)]/@action | //@hx-get"
"""Where a page has addresses that can be asked for."""


@dataclass(frozen=True)
class Answer:
    """What an address answers.

    Args:
        path: the address, without the site and without a fragment.
        status: of HTTP.
        kind: media type.
        leads: addresses in its links, as absolute ones, and what is sent as forms.
        ids: names in the page that a fragment can mean.
        twice: those that two elements have.
        text: of the page.
    """

    path: str
    status: int
    kind: str
    leads: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    twice: frozenset[str] = frozenset()
    text: str = ""


@dataclass
class Crawl:
    """Pages in the order in which their links were met, so many of each kind.

    Args:
        site: where it begins.
        most: pages of one kind that are asked for.
        exports: exports of one kind that are asked for.
    """

    site: str
    most: int
    exports: int = 2
    wanted: dict[str, str] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Answer]:
        """Ask, page by page; `wanted` then has who links to each address."""
        waiting = deque(["/"])
        kinds: Counter[str] = Counter()
        seen = {"/"}
        with httpx.Client(base_url=self.site, timeout=60, follow_redirects=True) as client:
            while waiting:
                answer = self._ask(client, waiting.popleft())
                yield answer
                for lead in sorted(answer.leads):
                    path = self._own(lead, answer.path)
                    if path is None or path in seen or kinds[kind(path)] >= self._most(path):
                        continue
                    seen.add(path)
                    kinds[kind(path)] += 1
                    waiting.append(path)

    def _ask(self, client: httpx.Client, path: str) -> Answer:
        with client.stream("GET", path, headers={"accept": "text/html,*/*"}) as got:
            media = got.headers.get("content-type", "").partition(";")[0]
            if media != "text/html":  # an export may be long: its beginning tells
                start = next(got.iter_bytes(), b"")
                return Answer(path, got.status_code, media, text=start.decode(errors="replace"))
            text = got.read().decode()
        tree = html.document_fromstring(text)
        found = (urljoin(str(got.url), lead) for lead in tree.xpath(LEADS))
        ids = Counter(tree.xpath("//@id"))
        twice = frozenset(name for name, count in ids.items() if count > 1)
        return Answer(path, got.status_code, media, frozenset(found), frozenset(ids), twice, text)

    def _most(self, path: str) -> int:
        return self.exports if path.startswith("/api/v1/export/") else self.most

    def _own(self, lead: str, of: str) -> str | None:
        address, fragment = urldefrag(lead)
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != self.site:
            self.foreign.add(lead)
            return None
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        self.wanted.setdefault(f"{path}#{fragment}" if fragment else path, of)
        return path


def kind(path: str) -> str:
    """What kind of page an address leads to: names of things are left out."""
    plain, _, query = path.partition("?")
    fields = "&".join(sorted({part.partition("=")[0] for part in query.split("&")}))
    return f"{NAMES.sub('*', plain)}?{fields}"
