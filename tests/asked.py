"""The API as tests ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from httpx import Response

PREFIX = "/api/v1"
PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Api:
    """A client of the API of a site."""

    client: TestClient

    def get(self, path: str, **asked: Any) -> Any:
        """What is answered, which must be an answer."""
        found = self.ask("GET", path, params=asked)
        assert found.status_code == 200, found.text
        return found.json()

    def items(self, path: str, **asked: Any) -> list[Any]:
        """The first items of a list."""
        found: list[Any] = self.get(path, **asked)["items"]
        return found

    def all(self, path: str, limit: int, **asked: Any) -> list[Any]:
        """All items of a list, gone through by the link of each part to the next."""
        found: list[Any] = []
        answer = self.ask("GET", path, params={**asked, "limit": limit})
        while True:
            part = answer.json()
            assert len(part["items"]) <= limit
            found += part["items"]
            assert (part["next"] is None) == ("next" not in answer.links)
            if part["next"] is None:
                return found
            answer = self.client.get(answer.links["next"]["url"])
            assert answer.status_code == 200, answer.text

    def ask(self, method: str, path: str, **given: Any) -> Response:
        """Whatever is answered."""
        return self.client.request(method, PREFIX + path, **given)

    def problem(self, status: int, method: str, path: str, **given: Any) -> str:
        """What is said to be wrong, in the one form that problems have."""
        found = self.ask(method, path, **given)
        assert found.status_code == status, found.text
        assert found.headers["content-type"] == PROBLEM
        told = found.json()
        assert told["status"] == status
        assert told["type"] == "about:blank"
        assert told["title"]
        detail: str = told["detail"]
        assert detail
        return detail
