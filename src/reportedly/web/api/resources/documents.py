"""Documents: what is in the record, each for reading, and what they have to do with each other."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.record import Record, answers
from reportedly.web.api.conflicts import conflicts
from reportedly.web.api.description import answer, linked, listing, problems
from reportedly.web.api.lists import Cut, answered, gone_on, listed
from reportedly.web.api.named import Key
from reportedly.web.asking import Reading

router = APIRouter(tags=["documents"])

Newest = Annotated[bool, Query(description="Those that were added last come first.")]

ONE = {"document": "items/0/key"}


@router.get(
    "/documents",
    responses=linked(listing(answers.DocumentAnswer), document=ONE, versions=ONE, reuse_of=ONE),
)
async def documents(
    request: Request, readers: Reading, cut: Cut, newest: Newest = False
) -> Response:
    """The documents, in the order of adding."""
    return await listed(
        request, readers, cut, partial(Record.documents, newest=newest), lambda one: one.key
    )


@router.get("/documents/{document}", responses=answer(answers.Reading))
async def document(readers: Reading, document: Key) -> Response:
    """A document for reading: its text and blocks, and all that was found in it.

    `extraction` has the form that `extract` writes (`reportedly/1`); `statements` are its
    attributions in text order, as all other answers have them.
    """
    return await answered(readers, lambda record: record.reading(document))


@router.get("/documents/{document}/versions", responses=listing(answers.Version))
async def versions(request: Request, readers: Reading, cut: Cut, document: Key) -> Response:
    """The versions of a document, with what each says anew, and says no more."""
    return await listed(
        request,
        readers,
        cut,
        lambda record, **part: gone_on(record.versions(document), cursor=_key, **part),
        _key,
    )


@router.get("/documents/{document}/reuse", responses=listing(answers.ReuseAnswer))
async def reuse_of(request: Request, readers: Reading, cut: Cut, document: Key) -> Response:
    """The documents that share words with one."""
    return await listed(request, readers, cut, partial(Record.reuse, name=document))


@router.get(
    "/reuse",
    responses=linked(
        listing(answers.ReuseAnswer),
        compare={"first": "items/0/first/key", "second": "items/0/second/key"},
    ),
)
async def reuse(request: Request, readers: Reading, cut: Cut) -> Response:
    """All pairs of documents that share words."""
    return await listed(request, readers, cut, Record.reuse)


@router.get("/compare/{first}/{second}", responses=answer(answers.Comparison) | problems(409))
async def compare(readers: Reading, first: Key, second: Key) -> Response:
    """Two documents side by side: the words that both have, and the utterances that both report."""
    with conflicts():
        return await answered(readers, lambda record: record.compare(first, second))


def _key(version: answers.Version) -> str:
    return version.document.key
