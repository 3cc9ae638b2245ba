"""From an annotator's draft, which quotes the text, to a gold file, which holds offsets alone.

In a draft, words of the text are written as they stand there:

    "the ferry company"                words that occur once
    "and [[she]] added that"           the words within the brackets; the whole occurs once
    "We will wait >>> until June"      from the first words to the last, whatever lies between

`python -m benchmarks.gold.anchoring DRAFT [GOLD]` checks a draft, prints what is wrong with it,
and writes the gold file if all is well and a place for it is given.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold.texts import text_of

TYPES = ("person", "group", "organisation", "government", "document")
PRECISIONS = ("day", "week", "month", "year")
ACTS = (
    "say accuse criticise praise deny confirm admit echo promise warn order ask think expect want"
    " decide show"
).split()
STANCES = ("neutral", "doubting", "endorsing")
STATUSES = (
    "claimed",
    "described",
    "shown",
    "named witness",
    "none offered",
    "unverified",
    "disputed",
    "withheld",
)
NOTES = ("evidence", "response", "correction", "rendering")
LINKS = ("echoes", "confirms", "denies", "answers", "corrects")


class DraftError(ValueError):
    """Something in a draft does not fit the text or the guidelines."""


def anchor(text: str, words: str) -> list[int]:
    """Find the stretch of `text` that `words` names, as `[start, end)` in code points.

    Raises:
        DraftError: if the words do not occur, or occur more than once.
    """
    first, between, last = words.partition(" >>> ")
    if not between:
        return list(_once(text, words, 0))
    start = _once(text, first, 0)
    end = _next(text, last, start[1])
    return [start[0], end[1]]


def _once(text: str, words: str, begin: int) -> tuple[int, int]:
    """The only occurrence of the words, narrowed to what stands in double brackets."""
    plain = words.replace("[[", "").replace("]]", "")
    at = text.find(plain, begin)
    if at < 0:
        raise DraftError(f"not in the text: {words!r}")
    if text.find(plain, at + 1) >= 0:
        raise DraftError(f"more than once in the text, give [[it]] with its neighbours: {words!r}")
    return _narrow(words, at, len(plain))


def _next(text: str, words: str, begin: int) -> tuple[int, int]:
    """The first occurrence of the words behind `begin`."""
    plain = words.replace("[[", "").replace("]]", "")
    at = text.find(plain, begin)
    if at < 0:
        raise DraftError(f"not in the text behind its beginning: {words!r}")
    return _narrow(words, at, len(plain))


def _narrow(words: str, at: int, length: int) -> tuple[int, int]:
    if "[[" not in words:
        return at, at + length
    left, _, rest = words.partition("[[")
    inner, closed, _ = rest.partition("]]")
    if not closed or not inner:
        raise DraftError(f"brackets that hold nothing: {words!r}")
    return at + len(left), at + len(left) + len(inner)


class _Draft:
    """One draft on its way to gold; problems are gathered, so that all are seen at once."""

    def __init__(self, draft: dict[str, Any], text: str) -> None:
        self.draft, self.text = draft, text
        self.problems: list[str] = []
        self.entities = [e.get("key") for e in draft["entities"]]
        self.attributions = [a.get("key") for a in draft["attributions"]]
        for keys, what in ((self.entities, "entity"), (self.attributions, "attribution")):
            if len(set(keys)) < len(keys) or None in keys:
                self.problems.append(f"each {what} needs a key of its own")

    def spans(self, words: list[str] | str | None, where: str) -> list[list[int]]:
        listed = [words] if isinstance(words, str) else words or []
        found = [span for w in listed if (span := self.span(w, where))]
        return sorted(found)

    def span(self, words: str | None, where: str) -> list[int] | None:
        if words is None:
            return None
        try:
            return anchor(self.text, words)
        except DraftError as error:
            self.problems.append(f"{where}: {error}")
            return None

    def one_of(self, value: Any, allowed: tuple[str, ...] | list[Any], where: str) -> Any:
        if value not in allowed:
            self.problems.append(f"{where}: {value!r} is none of {', '.join(map(str, allowed))}")
        return value

    def entity(self, item: dict[str, Any]) -> dict[str, Any]:
        where = f"entity {item.get('key')}"
        return {
            "key": item["key"],
            "name": self.span(item.get("name"), f"{where}, name"),
            "type": self.one_of(item.get("type"), TYPES, f"{where}, type"),
            "roles": self.spans(item.get("roles"), f"{where}, roles"),
            "anonymous": bool(item.get("anonymous", False)),
            "reason": self.span(item.get("reason"), f"{where}, reason"),
        }

    def carriers(self, items: list[dict[str, Any]] | None, where: str) -> list[dict[str, Any]]:
        return [
            {
                "entity": self.one_of(c.get("entity"), self.entities, f"{where}, carrier"),
                "at": self.span(c.get("at"), f"{where}, carrier"),
                "descriptor": self.span(c.get("descriptor"), f"{where}, descriptor"),
            }
            for c in items or []
        ]

    def attribution(self, item: dict[str, Any]) -> dict[str, Any]:
        where = f"attribution {item.get('key')}"
        others = [None, *(key for key in self.attributions if key != item["key"])]
        found = {
            "key": item["key"],
            "block": self.one_of(item.get("block", "body"), ("title", "subtitle", "body"), where),
            "source": self.spans(item.get("source"), f"{where}, source"),
            "cue": self.spans(item.get("cue"), f"{where}, cue"),
            "content": self.spans(item.get("content"), f"{where}, content"),
            "leans": bool(item.get("leans", False)),
            "speaker": self.one_of(
                item.get("speaker"), [None, *self.entities], f"{where}, speaker"
            ),
            "open": item.get("open"),
            "parent": self.one_of(item.get("parent"), others, f"{where}, parent"),
            "occasion": self.one_of(item.get("occasion"), others, f"{where}, occasion"),
            "carriers": self.carriers(item.get("carriers"), where),
            "addressee": self.span(item.get("addressee"), f"{where}, addressee"),
            "venue": self.span(item.get("venue"), f"{where}, venue"),
            "said_on": self.said_on(item.get("said_on"), where),
            "act": self.one_of(item.get("act"), ACTS, f"{where}, act"),
            "negated": bool(item.get("negated", False)),
            "stance": self.one_of(item.get("stance", "neutral"), STANCES, f"{where}, stance"),
            "evidence": [self.mark(mark, where) for mark in item.get("evidence") or []],
        }
        if not found["cue"] or not found["content"]:
            self.problems.append(f"{where}: a cue and a content are needed")
        if found["source"] and not found["speaker"] and not found["open"]:
            self.problems.append(f"{where}: it has a source; name its speaker or why it is open")
        return found

    def said_on(self, item: dict[str, Any] | None, where: str) -> dict[str, Any] | None:
        if item is None:
            return None
        precision = self.one_of(item.get("precision"), [None, *PRECISIONS], f"{where}, precision")
        if (precision is None) != (item.get("value") is None):
            self.problems.append(f"{where}, said_on: value and precision go together")
        at = self.span(item.get("at"), f"{where}, said_on")
        return {"value": item.get("value"), "precision": precision, "at": at}

    def mark(self, item: dict[str, Any], where: str) -> dict[str, Any]:
        return {
            "status": self.one_of(item.get("status"), STATUSES, f"{where}, evidence"),
            "at": self.span(item.get("at"), f"{where}, evidence"),
            "by": self.one_of(item.get("by"), ("speaker", "carrier"), f"{where}, evidence by"),
        }

    def note(self, item: dict[str, Any]) -> dict[str, Any]:
        at = self.span(item.get("at"), "note")
        about = [self.one_of(k, self.attributions, "note, about") for k in item.get("about") or []]
        return {
            "kind": self.one_of(item.get("kind"), NOTES, "note, kind"),
            "status": self.one_of(item.get("status"), [None, *STATUSES], "note, status"),
            "at": at,
            "about": about,
        }

    def link(self, item: dict[str, Any]) -> dict[str, Any]:
        return {
            "kind": self.one_of(item.get("kind"), LINKS, "link, kind"),
            "from": self.one_of(item.get("from"), self.attributions, "link, from"),
            "to": self.one_of(item.get("to"), self.attributions, "link, to"),
            "at": self.span(item.get("at"), "link"),
        }

    def gold(self) -> dict[str, Any]:
        draft = self.draft
        return {
            "document": draft["document"],
            "sha256": hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            "published": draft.get("published"),
            "publisher": draft.get("publisher"),
            "entities": [self.entity(e) for e in draft["entities"]],
            "attributions": [self.attribution(a) for a in draft["attributions"]],
            "document_carriers": self.carriers(draft.get("document_carriers"), "document"),
            "notes": [self.note(n) for n in draft.get("notes") or []],
            "links": [self.link(link) for link in draft.get("links") or []],
        }


def gold_of(draft: dict[str, Any], text: str) -> dict[str, Any]:
    """Turn a draft into gold: all words of the text become `[start, end)` in code points.

    Raises:
        DraftError: with every problem of the draft, a line each.
    """
    work = _Draft(draft, text)
    gold = work.gold()
    if work.problems:
        raise DraftError("\n".join(work.problems))
    return gold


def lines(gold: dict[str, Any]) -> Iterator[str]:
    """The gold file's text: one line for each entity, attribution, note and link."""
    head = [k for k in gold if not isinstance(gold[k], list)]
    yield "{" + ",\n ".join(f"{json.dumps(k)}: {json.dumps(gold[k])}" for k in head) + ","
    rest = [k for k in gold if k not in head]
    for key in rest:
        items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in gold[key])
        end = "" if key == rest[-1] else ","
        yield f" {json.dumps(key)}: [" + (f"\n  {items}" if items else "") + f"]{end}"
    yield "}"


def main(arguments: list[str]) -> int:
    """Check a draft; write its gold file if a place is given."""
    draft = json.loads(Path(arguments[0]).read_text("utf-8"))
    try:
        gold = gold_of(draft, text_of(draft["document"]))
    except DraftError as error:
        print(error)
        return 1
    if len(arguments) > 1:
        Path(arguments[1]).write_text("\n".join(lines(gold)) + "\n", encoding="utf-8")
    print(f"{len(gold['attributions'])} attributions, {len(gold['entities'])} entities: well")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
