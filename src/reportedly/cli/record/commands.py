"""The record's commands: what is typed → a call of `Record`, and its answer written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from reportedly.cli.record import words
from reportedly.cli.record.exporting import export
from reportedly.cli.record.filters import (
    Acts,
    Carrier,
    Marks,
    Publisher,
    Since,
    Speaker,
    Until,
    one_of,
    query,
)
from reportedly.cli.record.importing import import_
from reportedly.cli.record.settings import DEFAULT, READ, Form, Limit, Shape, Where, most
from reportedly.cli.record.told import told
from reportedly.schema.errors import RunError

if TYPE_CHECKING:
    from reportedly.record import Record
    from reportedly.store import Judgement

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def register(app: typer.Typer) -> None:
    """Add the record's commands to the program."""
    from reportedly.cli.record.adding import add

    app.command(help=words.ADD, short_help="Add articles to the record.", no_args_is_help=True)(add)
    for command, taught in _COMMANDS.items():
        needs = command in (trace, show, versions, drift)
        app.command(
            name=command.__name__.rstrip("_"),
            help=taught,
            short_help=taught.strip().split("\n\n")[0].replace("\n", " "),
            no_args_is_help=needs,
        )(command)
    record = typer.Typer(help="Look after the record.", no_args_is_help=True)
    record.command(help=words.CHECK)(check)
    app.add_typer(record, name="record")


def trace(
    asked: Annotated[str, typer.Argument(help="A sentence, or an id.", metavar="SENTENCE|ID")],
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
    limit: Limit = None,
) -> None:
    """Trace a claim."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Trace

    with _opened(record) as held:
        _write([held.trace(asked, limit=limit or 5)], form, render.trace, Trace)


def claims(record: Where = DEFAULT, form: Form = Shape.TEXT, limit: Limit = None) -> None:
    """List claims."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Claim

    with _opened(record) as held:
        found = held.claims(limit=most(limit, form))
        _write(found, form, render.headline, Claim, _searched(held, "claim", most(limit, form)))


def narratives(record: Where = DEFAULT, form: Form = Shape.TEXT, limit: Limit = None) -> None:
    """List narratives."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Narrative

    with _opened(record) as held:
        found = held.narratives(limit=most(limit, form))
        _write(
            found,
            form,
            render.narrative,
            Narrative,
            _searched(held, "narrative", most(limit, form)),
        )


def speakers(
    name: Annotated[list[str] | None, typer.Argument(help="Words of a name.")] = None,
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
    limit: Limit = None,
) -> None:
    """List speakers."""
    from reportedly.cli.record import render
    from reportedly.record.answers import SpeakerAnswer

    with _opened(record) as held:
        found = held.speakers(" ".join(name or ()), limit=most(limit, form))
        _write(
            found,
            form,
            render.speaker,
            SpeakerAnswer,
            _searched(held, "speaker", most(limit, form)),
        )


def show(
    name: Annotated[str, typer.Argument(help="An id, or a document's address or path.")],
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
) -> None:
    """Show one thing."""
    from reportedly.cli.record import render
    from reportedly.record import answers

    renders: dict[type, Callable[..., Iterator[str]]] = {
        answers.Claim: render.claim,
        answers.DocumentAnswer: render.document,
        answers.Narrative: render.narrative,
        answers.SpeakerAnswer: render.speaker,
        answers.Statement: render.statement,
    }
    with _opened(record) as held:
        found = held.show(name)
        _write([found], form, renders[type(found)], type(found))


def search(
    asked: Annotated[list[str] | None, typer.Argument(help="Words; see above.")] = None,
    meaning: Annotated[
        str | None, typer.Option(help="A sentence: find what is near it in meaning.")
    ] = None,
    speaker: Speaker = "",
    publisher: Publisher = "",
    carrier: Carrier = "",
    act: Acts = None,
    evidence: Marks = None,
    since: Since = None,
    until: Until = None,
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
    limit: Limit = None,
) -> None:
    """Search statements."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Statement

    with _opened(record) as held:
        if meaning is not None:
            found = held.alike(meaning, limit=limit or READ)
        else:
            words = " ".join(asked or ())
            wanted = query(words, speaker, publisher, carrier, act, evidence, since, until)
            found = held.search(wanted, limit=limit or READ)
        _write(
            found, form, render.statement, Statement, _searched(held, "statement", limit or READ)
        )


def documents(record: Where = DEFAULT, form: Form = Shape.TEXT, limit: Limit = None) -> None:
    """List documents."""
    from reportedly.cli.record import render
    from reportedly.record.answers import DocumentAnswer

    with _opened(record) as held:
        found = held.documents(limit=most(limit, form))
        _write(
            found,
            form,
            render.document,
            DocumentAnswer,
            _searched(held, "document", most(limit, form)),
        )


def reuse(
    name: Annotated[str | None, typer.Argument(help="A document: its id, address or path.")] = None,
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
    limit: Limit = None,
) -> None:
    """List pairs of documents that share words."""
    from reportedly.cli.record import render
    from reportedly.record.answers import ReuseAnswer

    with _opened(record) as held:
        found = held.reuse(name, limit=most(limit, form))
        _write(found, form, render.reuse, ReuseAnswer, _searched(held, "pair", most(limit, form)))


def versions(
    name: Annotated[str, typer.Argument(help="A document: its address, id or path.")],
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
) -> None:
    """Show what changed between the versions of a document."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Version

    with _opened(record) as held:
        _write(held.versions(name), form, render.version, Version)


def drift(
    name: Annotated[str, typer.Argument(help="The id of a claim or a statement.")],
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
) -> None:
    """Show how the words of one utterance differ."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Rewording

    with _opened(record) as held:
        end = _searched(held, "rewording")
        _write(held.drift(name), form, render.rewording, Rewording, end)


def judge(
    asked: Annotated[
        list[str] | None,
        typer.Argument(help="A question's id or two ids, and same, different or unsure."),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the judgement of an id, or the last one.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List all judgements, with who and when.")
    ] = False,
    who: Annotated[
        str | None, typer.Option(help="Who decides; your account's name unless told.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    origin: Annotated[
        bool,
        typer.Option(
            "--origin", help="Two statements: are they one utterance? Else: of one claim?"
        ),
    ] = False,
    record: Where = DEFAULT,
    form: Form = Shape.TEXT,
    limit: Limit = None,
) -> None:
    """Decide what the program leaves open."""
    from reportedly.cli.record import render
    from reportedly.record.answers import Question
    from reportedly.store import Judgement

    given = list(asked or ())
    with _opened(record) as held:
        if undo:
            made = held.undo(given[0] if given else None)
            _write([made], form, render.judgement, Judgement)
        elif listed:
            every = islice(held.judgements(), limit)
            _write(every, form, render.judgement, Judgement, lambda n: "" if n else "no judgements")
        elif not given:
            found = held.questions(limit=most(limit, form))
            _write(
                found,
                form,
                render.question,
                Question,
                _searched(held, "open question", most(limit, form)),
            )
        else:
            made = _judged(held, given, who, note, origin=origin)
            _write([made], form, render.judgement, Judgement)


def _judged(
    held: Record, given: list[str], who: str | None, note: str | None, *, origin: bool
) -> Judgement:
    from reportedly.schema import Verdict

    *ids, said = given
    verdict = one_of(Verdict, said, "the last word")
    if len(ids) == 1:
        return held.answer(ids[0], verdict, who=who, note=note)
    if len(ids) == 2:
        return held.judge(ids[0], ids[1], verdict, who=who, note=note, origin=origin)
    raise RunError("a question's id or two ids are meant, then same, different or unsure")


def check(record: Where = DEFAULT) -> None:
    """Check the record."""
    from reportedly.cli.messages import Messages
    from reportedly.cli.record.render import many

    with _opened(record) as held:
        count = 0
        for problem in held.check():
            count += 1
            typer.echo(problem)
        if count:
            raise typer.Exit(1)
        said = held.searched()
        Messages().line(f"{held.name}: sound; {many(said.documents, 'document')} checked")


_COMMANDS: dict[Callable[..., None], str] = {
    trace: words.TRACE,
    claims: words.CLAIMS,
    narratives: words.NARRATIVES,
    speakers: words.SPEAKERS,
    show: words.SHOW,
    search: words.SEARCH,
    documents: words.DOCUMENTS,
    reuse: words.REUSE,
    versions: words.VERSIONS,
    drift: words.DRIFT,
    judge: words.JUDGE,
    export: words.EXPORT,
    import_: words.IMPORT,
}


@contextmanager
def _opened(where: str) -> Iterator[Record]:
    """A record that is there; what goes wrong with it is one line."""
    from reportedly.record import Record

    with told(), Record.open(where, create=False) as held:
        yield held


def _write(
    answers: Iterable[T],
    form: Shape,
    render: Callable[[T], Iterator[str]],
    kind: type[T],
    end: Callable[[int], str] = lambda _: "",
) -> None:
    from reportedly.cli.record.write import write

    write(answers, form, render, kind, end)


def _searched(held: Record, noun: str, most: int | None = None) -> Callable[[int], str]:
    """What is said below a list: how many, and what was searched."""
    from reportedly.cli.record.render import many, searched

    where = searched(held.searched())

    def said(number: int) -> str:
        if number == most:  # there may be more
            return f"the first {noun if number == 1 else many(number, noun)} {where}"
        return f"{many(number, noun) if number else f'no {noun}s'} {where}"

    return said
