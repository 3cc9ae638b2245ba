"""The tools as an assistant's program has them: the SDK's client, and a server that it starts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anyio.from_thread import start_blocking_portal
from commands import surroundings
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import CallToolResult

CLI = Path(__file__).parent / "press_cli.py"


class Connected:
    """A client whose methods are called from a thread without a loop."""

    def __init__(self, client: Client, portal: Any) -> None:
        self.client = client
        self._portal = portal

    def run(self, method: Callable[..., Any], *arguments: Any) -> Any:
        return self._portal.call(method, *arguments)

    def call(self, tool: str, **given: Any) -> CallToolResult:
        found: CallToolResult = self.run(self.client.call_tool, tool, given)
        return found

    def ask(self, tool: str, **given: Any) -> dict[str, Any]:
        """Calls a tool that must answer; gives the answer's JSON."""
        found = self.call(tool, **given)
        assert not found.is_error, told(found)
        assert isinstance(found.structured_content, dict)
        return found.structured_content


@contextmanager
def connected(record: Path | str, folder: Path, **options: Any) -> Iterator[Connected]:
    """A client of a server that is started for it in a folder."""
    with (
        (folder / "errors.txt").open("w", encoding="utf-8") as errors,
        start_blocking_portal() as portal,
    ):
        process = StdioServerParameters(
            command=sys.executable,
            args=[str(CLI), "mcp", "--record", str(record)],
            env=surroundings(XDG_CACHE_HOME=str(folder / "cache")),
            cwd=folder,
        )
        client = Client(stdio_client(process, errlog=errors), **options)
        with portal.wrap_async_context_manager(client):
            yield Connected(client, portal)


def told(found: CallToolResult) -> str:
    """The text of a result."""
    (block,) = found.content
    assert block.type == "text"
    return block.text
