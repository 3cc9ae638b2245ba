"""Answers as lines for reading: what is said first, then where it stands."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from reportedly.export.wording.clean import one_line
from reportedly.record.answers import (
    Claim,
    Counted,
    DocumentAnswer,
    Narrative,
    Place,
    Question,
    ReuseAnswer,
    Rewording,
    Searched,
    SpeakerAnswer,
    Stand,
    Statement,
    Trace,
    Version,
)
from reportedly.schema import Act, Direction, Spans
from reportedly.store import Judgement

LONGEST = 400
"""Characters of a content that are shown; `--format jsonl` has all."""


def _width() -> int:
    return max(40, min(shutil.get_terminal_size((88, 24)).columns, 120))


def _wrapped(text: str, indent: int) -> Iterator[str]:
    """A paragraph, wrapped and indented; nothing of it is lost."""
    room = " " * indent
    yield from textwrap.wrap(
        one_line(text), _width(), initial_indent=room, subsequent_indent=room + "  "
    )


def statement(said: Statement) -> Iterator[str]:
    """Who, when and how; the words; the chain; the place."""
    who = said.speaker or f"{said.source or 'nobody named'} (open)"
    roles = f", {'; '.join(said.roles)}" if said.roles else ""
    yield from _wrapped(f"{said.day or 'no day'}  {who}{roles}{_how(said)}", 2)
    words = said.words if len(said.words) <= LONGEST else said.words[:LONGEST] + "…"
    yield from _wrapped(words, 6)
    chain = [said.publisher or "publisher not known"]
    chain += [c.name + (f" ({c.descriptor})" if c.descriptor else "") for c in said.carriers]
    yield from _wrapped(f"through  {' ← '.join(chain)}", 6)
    if said.evidence:
        marks = ", ".join(dict.fromkeys(f"{e.status}, by the {e.by}" for e in said.evidence))
        yield from _wrapped(f"evidence {marks}", 6)
    place = said.path or said.url or said.document
    yield from _wrapped(f"in       {place}, characters {_spans(said.content)}", 6)
    yield from _wrapped(f"id       {said.id}", 6)


def _how(said: Statement) -> str:
    how = [said.act.value] if said.act is not Act.SAY else []
    how += ["refused"] if said.negated else []
    if said.stand is not Stand.STATES and said.act not in (Act.DENY, Act.ECHO):
        how.append(said.stand.value)
    return f"  [{', '.join(how)}]" if how else ""


def _spans(spans: Spans) -> str:
    return ", ".join(f"{span.start}-{span.end}" for span in spans)


def claim(found: Claim) -> Iterator[str]:
    """The label and the counts, then every statement, then the origins with their receipts."""
    yield from _wrapped(f"{found.id}  {found.label}", 0)
    yield from _wrapped(_counts(found), 2)
    if found.narrative:
        yield from _wrapped(f"part of narrative {found.narrative}", 2)
    for said in found.attributions:
        yield ""
        yield from statement(said)
    yield ""
    yield from origins(found.origins)


def headline(found: Claim) -> Iterator[str]:
    """A claim in a list."""
    yield from _wrapped(f"{found.id}  {found.label}", 0)
    yield from _wrapped(_counts(found), 2)


def _counts(found: Claim) -> str:
    denials = sum(said.stand is Stand.DENIES for said in found.attributions)
    echoes = sum(said.stand is Stand.ECHOES for said in found.attributions)
    parts = [
        many(len(found.attributions), "statement"),
        many(len(found.speakers), "speaker"),
        many(len(found.documents), "document"),
        _some(len(found.publishers), "publisher"),
        _range(found.first, found.last),
        _between(found.origins),
        f"{many(denials, 'denial')}" if denials else "",
        f"{many(echoes, 'echo', 'echoes')}" if echoes else "",
    ]
    return " · ".join(part for part in parts if part)


def _between(counted: Counted) -> str:
    if counted.min == counted.max:
        return many(counted.min, "independent origin")
    return f"at least {counted.min}, at most {counted.max} independent origins"


def origins(counted: Counted) -> Iterator[str]:
    """From how many independent origins, and by which receipts."""
    yield from _wrapped(f"From {_between(counted)}:", 2)
    for number, group in enumerate(counted.groups, 1):
        unknown = "" if group.known else " (not known who)"
        yield from _wrapped(
            f"{number}. {group.label or 'nobody named'}{unknown}: "
            f"{many(len(group.members), 'statement')}",
            4,
        )
        if group.may_be:
            others = ", ".join(str(place + 1) for place in group.may_be)
            yield from _wrapped(f"may go back to {others}; not counted as one more", 7)
        for text in dict.fromkeys(f"{r.kind}: {r.text}" for r in group.reasons):
            yield from _wrapped(text, 7)


def trace(found: Trace) -> Iterator[str]:
    """The claims that say so, or what comes near."""
    for place, one in enumerate(found.claims):
        yield from ("",) if place else ()
        yield from claim(one)
        if not any(said.stand is Stand.DENIES for said in one.attributions):
            yield from _wrapped(f"No denial found {searched(found.searched)}.", 2)
    if not found.claims:
        yield from _wrapped(f"Nothing that says so was found {searched(found.searched)}.", 0)
    if found.near:
        yield ""
        yield "Near, but not the same:"
        for said in found.near:
            yield from _wrapped(f"{said.speaker or said.source or 'nobody named'}: {said.words}", 2)
            yield from _wrapped(said.id, 6)


def searched(where: Searched) -> str:
    """What was searched: "in 214 documents of 31 publishers, 2014-06-28 to 2018-06-12"."""
    said = f"in {many(where.documents, 'document')}"
    if where.publishers:
        said += f" of {many(where.publishers, 'publisher')}"
    days = _range(where.first, where.last)
    return f"{said}, {days}" if days else said


def narrative(found: Narrative) -> Iterator[str]:
    """The label, the counts, and its claims by day."""
    yield from _wrapped(f"{found.id}  {found.label}", 0)
    counts = (
        many(len(found.claims), "claim"),
        many(found.statements, "statement"),
        many(found.documents, "document"),
        _some(found.publishers, "publisher"),
        _range(found.first, found.last),
    )
    yield from _wrapped(" · ".join(part for part in counts if part), 2)
    for one in found.claims:
        yield from _wrapped(f"{one.first or 'no day'}  {one.label}", 4)
        yield from _wrapped(f"{one.id}, {many(one.statements, 'statement')}", 8)


def speaker(found: SpeakerAnswer) -> Iterator[str]:
    """Name and numbers, then names and roles over time."""
    yield from _wrapped(f"{found.name}  ({found.type})", 0)
    counts = (
        many(found.statements, "statement"),
        many(found.documents, "document"),
        _some(found.publishers, "publisher"),
        _range(found.first, found.last),
        found.id,
    )
    yield from _wrapped(" · ".join(part for part in counts if part), 2)
    if found.aliases:
        yield from _wrapped(f"also {', '.join(found.aliases)}", 2)
    for role in found.roles:
        yield from _wrapped(f"{role.role}  {_range(role.first, role.last)}".rstrip(), 4)


def document(found: DocumentAnswer) -> Iterator[str]:
    """Title, publisher and day; where it was met."""
    yield from _wrapped(found.title or "(no title)", 0)
    parts = (found.publisher, found.published, many(found.attributions, "statement"), found.key)
    yield from _wrapped(" · ".join(part for part in parts if part), 2)
    if found.versions > 1:
        yield from _wrapped(f"version {found.version} of {found.versions}", 2)
    for place in (found.url, *found.paths):
        if place:
            yield from _wrapped(place, 2)


def reuse(found: ReuseAnswer) -> Iterator[str]:
    """Which two, how much, and which way."""
    yield from _wrapped(f"{found.kind}: {_place(found.first)}", 0)
    arrow = {Direction.FIRST: "→", Direction.SECOND: "←", Direction.UNKNOWN: "="}
    yield from _wrapped(f"{arrow[Direction(found.direction)]} {_place(found.second)}", 6)
    shares = f"{found.first_share:.0%} of the first, {found.second_share:.0%} of the second"
    yield from _wrapped(f"{shares}, in {many(len(found.passages), 'passage')}; {found.why}", 6)
    for passage in found.passages[:5]:
        one, two = passage.first, passage.second
        yield from _wrapped(f"characters {one.start}-{one.end} = {two.start}-{two.end}", 8)
    if len(found.passages) > 5:
        yield from _wrapped(f"and {len(found.passages) - 5} more", 8)


def _place(found: Place) -> str:
    about = ", ".join(part for part in (found.publisher, found.published) if part)
    return f"{found.path or found.url or found.id}{f' ({about})' if about else ''}  {found.key}"


def version(found: Version) -> Iterator[str]:
    """One version, and what changed from the one before."""
    yield from document(found.document)
    for sign, said in (("+", found.added), ("-", found.gone)):
        for one in said:
            who = one.speaker or one.source or "nobody named"
            yield from _wrapped(f"{sign} {who}: {one.words}", 4)


def rewording(found: Rewording) -> Iterator[str]:
    """Two wordings and their differences."""
    for side in (found.first, found.second):
        yield from _wrapped(f"{side.published or 'no day'}  {side.publisher or side.path}", 0)
        yield from _wrapped(side.words, 6)
    kinds = [segment.kind.value for segment in found.drift.segments]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    yield from _wrapped(f"{found.drift.kept:.0%} of the words kept: {counts}", 2)


def question(asked: Question) -> Iterator[str]:
    """What is to be decided, and by what."""
    yield from _wrapped(f"{asked.id}  {asked.matter}  {asked.score:.2f}", 0)
    yield from _wrapped(f"{asked.first}  {asked.first_words}", 4)
    yield from _wrapped(f"{asked.second}  {asked.second_words}", 4)
    yield from _wrapped("; ".join(asked.reasons), 4)


def judgement(made: Judgement) -> Iterator[str]:
    """Who decided what, when."""
    gone = f" (taken back {made.retracted_at})" if made.retracted_at else ""
    yield from _wrapped(
        f"{made.id}  {made.matter} {made.verdict}  {made.who}, {made.made_at}{gone}", 0
    )
    for ref in (made.a, made.b):
        yield from _wrapped(f"{ref.document}/{ref.id}", 4)
    if made.note:
        yield from _wrapped(made.note, 4)


def many(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _some(number: int, noun: str) -> str:
    """As `many`; nothing where none is known."""
    return many(number, noun) if number else ""


def _range(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return first if first == last else f"{first} to {last}"
