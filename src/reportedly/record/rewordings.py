"""Rewordings: how the words of one utterance differ between the documents that report it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attribute.quotes import quotations
from reportedly.connect.drift import Wording, compare_words
from reportedly.record.answers import Claim, Rewording, Statement
from reportedly.record.statements import Statements
from reportedly.schema import Span
from reportedly.store import Store


def rewordings(store: Store, statements: Statements, claim: Claim) -> Iterator[Rewording]:
    """Each utterance of a claim that several documents report: its first report with each other.

    Args:
        store: the record.
        statements: reads the documents' texts.
        claim: whose origins say which statements report one utterance.
    """
    by_id = {one.id: one for one in claim.attributions}
    for group in claim.origins.groups:
        first, *others = sorted(
            (by_id[name] for name in group.members), key=lambda s: (s.published or "9999", s.id)
        )
        for other in others:
            if other.document != first.document:
                yield reworded(store, statements, first, other)


def reworded(store: Store, statements: Statements, first: Statement, other: Statement) -> Rewording:
    """Two statements of one utterance, and how the words of the one differ from the other's."""
    one, two = (_wording(store, statements, said) for said in (first, other))
    return Rewording(first, other, compare_words(one, two))


def _wording(store: Store, statements: Statements, statement: Statement) -> Wording:
    (row,) = store.documents.by_keys([statement.id.partition("/")[0]]).values()
    text = statements.stored([row.n])[row.n].text
    return Wording(text, statement.content, statement.kind, _quoted(text, statement))


def _quoted(text: str, statement: Statement) -> tuple[Span, ...]:
    """The parts of the content that stand in quotation marks."""
    marks = [q.span for q in quotations(text)]
    return tuple(m for m in marks if any(m.overlaps(part) for part in statement.content))
