"""The fields of a JSON article: under which names the parts of a document are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Json = Mapping[str, object]

_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "maintext", "articlebody", "fulltext",
        "articletext", "articlecontent", "bodytext", "plaintext", "cleanedtext", "cleantext",
        "rawtext", "newstext", "story", "contenttext", "document",
    ),
    "title": ("title", "headline", "heading", "articletitle", "headlinetext", "webtitle"),
    "url": (
        "url", "link", "canonicalurl", "articleurl", "sourceurl", "weburl", "permalink", "uri",
        "webpageurl", "address", "href",
    ),
    "publisher": (
        "publisher", "source", "site", "outlet", "domain", "sitename", "sourcename",
        "publication", "newspaper", "sourcedomain", "website", "hostname", "provider", "media",
    ),
    "authors": ("authors", "author", "byline", "creator", "writers", "writer", "journalist"),
    "date": (
        "published", "date", "publicationdate", "datepublish", "pubdate", "datepublished",
        "publishedat", "publishdate", "publisheddate", "publishedon", "datetime",
        "publicationdatetime", "timestamp", "webpublicationdate", "createdat", "created", "day",
    ),
}  # fmt: skip
"""Field names in lower case and without `_`, `-` and spaces, the likeliest first: those of
schema.org's NewsArticle, of news-please, newspaper, trafilatura and common news data sets."""

_OTHERS = frozenset({"language", "lang", "schema", "blocks", "path"})
"""What is read beside them: the declared language, and what our own output form brings along."""


def find(record: Json, part: str, mapped: Mapping[str, str]) -> Iterator[object]:
    """The values that a record may hold for a part of a document, the likeliest first.

    Args:
        record: the JSON object.
        part: one of the parts that `ReadOptions.fields` knows.
        mapped: `ReadOptions.fields`; a part named there is looked for there alone.
    """
    if part in mapped:
        value = _down(record, mapped[part])
        if value is not None:
            yield value
        return
    plain = {_plain(key): value for key, value in record.items()}
    for name in _NAMES[part]:
        if plain.get(name) not in (None, "", [], {}):
            yield plain[name]


def may_hold(name: str, part: str | None, mapped: Mapping[str, str]) -> bool:
    """Whether a field of that name may hold a part of a document, or something below it may.

    Args:
        name: the name of a field at the top.
        part: as for `find`; None asks whether anything may stand there that is read at all.
        mapped: as for `find`.
    """
    if part is None:
        return _plain(name) in _OTHERS or any(may_hold(name, p, mapped) for p in _NAMES)
    if part in mapped:
        return mapped[part] == name or mapped[part].startswith(f"{name}.")
    return _plain(name) in _NAMES[part]


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def _down(record: object, path: str) -> object:
    """The value under a field's name, or under a path of names with dots between them."""
    if not isinstance(record, Mapping):
        return None
    if path in record:
        return record[path]
    first, dot, rest = path.partition(".")
    return _down(record.get(first), rest) if dot else None


def string(value: object) -> str | None:
    """A string, or the name in an object such as `{"name": …}`; None for anything else."""
    if isinstance(value, Mapping):
        value = next((value[k] for k in ("name", "title", "id", "value") if k in value), None)
    if isinstance(value, list) and len(value) == 1:
        return string(value[0])
    return value.strip() or None if isinstance(value, str) else None


def strings(value: object) -> tuple[str, ...]:
    """The names in a string (with `;` or ` and ` between them), a list, or a list of objects."""
    if isinstance(value, list):
        return tuple(name for item in value if (name := string(item)))
    name = string(value)
    if name is None:
        return ()
    name = name.removeprefix("By ").removeprefix("by ")
    parts = name.split(";") if ";" in name else name.replace(" and ", ", ").split(", ")
    return tuple(part.strip() for part in parts if part.strip())
