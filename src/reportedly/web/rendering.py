"""Pages: templates filled with answers. Whatever comes from a record is text, never markup."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reportedly import __version__
from reportedly.export import FORMATS
from reportedly.export.report import LOADER as REPORT
from reportedly.export.wording.places import place
from reportedly.record.answers import Searched, Statement
from reportedly.schema import Act, Status
from reportedly.web.parts import SURE
from reportedly.web.settings import Settings


def page(request: Request, template: str, status: int = 200, /, **values: Any) -> HTMLResponse:
    """A page.

    Args:
        request: that it answers.
        template: name of a file in `templates/`.
        status: of HTTP.
        values: what the template shows.
    """
    return HTMLResponse(rendered(request, template, **values), status)


def rendered(request: Request, template: str, /, **values: Any) -> str:
    """The text of a page, or of a part of one."""
    settings = cast("Settings", request.app.state.settings)
    return (
        environment()
        .get_template(template)
        .render(
            here=request.url.path,
            readonly=settings.readonly,
            guarded=settings.tokens is not None,
            version=__version__,
            **values,
        )
    )


def wants_part(request: Request) -> bool:
    """Whether htmx asks, which wants a part of the page in the place of the whole."""
    return request.headers.get("hx-request") == "true"


@cache
def environment() -> Environment:
    """The templates, with the words that they share."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("reportedly.web"), REPORT]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "many": many,
        "days": days,
        "place": place,
        "words_at": words_at,
        "searched": searched,
        "percent": percent,
        "paragraphs": paragraphs,
    }
    made.globals |= {
        "acts": list(Act),
        "statuses": list(Status),
        "formats": list(FORMATS.values()),
    }
    return made


def many(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def days(first: str | None, last: str | None) -> str:
    """A stretch of days, or the one day."""
    if first is None or last is None:
        return first or last or ""
    return first if first == last else f"{first} to {last}"


def words_at(statement: Statement) -> str:
    """The address of a statement's words."""
    document, _, name = statement.id.partition("/")
    begin = min((*statement.source_spans, *statement.cue_spans, *statement.content)).start
    return f"/documents/{document}{f'?at={name}' if begin > SURE else ''}#{name}"


def searched(held: Searched) -> str:
    """What an answer was looked for in, as the end of a sentence."""
    where = f"in {many(held.documents, 'document')}"
    if held.publishers:
        where += f" of {many(held.publishers, 'publisher')}"
    return f"{where}, {days(held.first, held.last)}" if held.first else where


def percent(share: float) -> str:
    """A share of one as whole percents."""
    return f"{share:.0%}"


def paragraphs(text: str) -> Markup:
    """Words with their line breaks kept; everything else is escaped."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())


def is_day(text: str) -> bool:
    """Whether a text is a day, `YYYY-MM-DD`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
