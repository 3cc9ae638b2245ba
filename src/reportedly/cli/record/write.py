"""Answers written: JSON lines and CSV from the data types alone, text by what renders each."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

from reportedly.cli.output import standard_output
from reportedly.cli.record.settings import Shape
from reportedly.export.wording.clean import safe
from reportedly.schema.codec import encode

T = TypeVar("T")


def write(
    answers: Iterable[T],
    form: Shape,
    render: Callable[[T], Iterator[str]],
    kind: type[T],
    end: Callable[[int], str] = lambda _: "",
) -> int:
    """Write answers to standard output as they come; how many there were.

    Args:
        answers: frozen data types, all of one kind.
        form: how.
        render: the lines of one for reading; an empty line is put between two.
        kind: their type; it gives the columns of a table without rows.
        end: what is said below them for reading, given how many there were: what was searched.
    """
    with standard_output() as stream:
        lines = _LINES[form](answers, render, kind)
        count = 0
        for part, text in lines:
            stream.write(text)
            count += part
        if form is Shape.TEXT and (said := end(count)):
            stream.write(("\n" if count else "") + safe(said) + "\n")
    return count


def _text(
    answers: Iterable[T], render: Callable[[T], Iterator[str]], _: type[T]
) -> Iterator[tuple[int, str]]:
    for place, answer in enumerate(answers):
        lines = "".join(safe(line) + "\n" for line in render(answer))
        yield 1, ("\n" if place else "") + lines


def _jsonl(
    answers: Iterable[T], _: Callable[[T], Iterator[str]], __: type[T]
) -> Iterator[tuple[int, str]]:
    for answer in answers:
        yield 1, json.dumps(encode(answer), ensure_ascii=False) + "\n"


def _csv(
    answers: Iterable[T], _: Callable[[T], Iterator[str]], kind: type[T]
) -> Iterator[tuple[int, str]]:
    columns = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    yield 0, _row(columns)
    for answer in answers:
        values = encode(answer)
        yield 1, _row([_cell(values.get(name.rstrip("_"))) for name in columns])


def _row(cells: list[Any]) -> str:
    rows = _Rows()
    csv.writer(rows, lineterminator="\n").writerow(cells)
    return rows.text


class _Rows:
    """Takes what a CSV writer writes."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text


def _cell(value: Any) -> Any:
    """A value in one cell: lists of words joined by `; `, what has parts as JSON."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


_LINES: dict[Shape, Callable[..., Iterator[tuple[int, str]]]] = {
    Shape.TEXT: _text,
    Shape.JSONL: _jsonl,
    Shape.CSV: _csv,
}
