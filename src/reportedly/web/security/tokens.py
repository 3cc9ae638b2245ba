"""Tokens: who is let in where others than this machine reach the site. Only hashes are kept."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from reportedly.schema import RunError

STAYS = 12 * 3600
"""Seconds that somebody who signed in stays so: a working day."""

_HASH = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that let in, by their hashes.

    A token has 256 random bits, so that its hash needs no salt and no slowness.

    Args:
        hashes: of the tokens.
        key: signs the cookies of those who signed in; new with each start, which signs all out.
    """

    hashes: tuple[str, ...]
    key: bytes

    @classmethod
    def load(cls, file: Path) -> Tokens:
        """Read a file of hashes, one a line; `#` begins a remark.

        Raises:
            RunError: if it cannot be read, or holds none or something else.
        """
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RunError(f"{file}: not a readable file of tokens ({error})") from None
        hashes = tuple(line for raw in lines if (line := raw.partition("#")[0].strip()))
        if not hashes or not all(_HASH.fullmatch(one) for one in hashes):
            raise RunError(
                f"{file}: a file of tokens' hashes is meant; `reportedly token` makes it"
            )
        return cls(hashes, secrets.token_bytes(32))

    def admits(self, token: str) -> bool:
        """Whether a token is one of these; takes the same time whichever it is."""
        given = digest(token)
        return sum(hmac.compare_digest(given, one) for one in self.hashes) > 0

    def session(self, now: float | None = None) -> str:
        """A cookie's value for somebody who showed a token: when it ends, signed."""
        end = str(int((time.time() if now is None else now) + STAYS))
        return f"{end}.{self._signature(end)}"

    def remembers(self, cookie: str, now: float | None = None) -> bool:
        """Whether a cookie's value was given by `session`, and has not ended."""
        end, _, signature = cookie.partition(".")
        if not hmac.compare_digest(self._signature(end).encode(), signature.encode()):
            return False
        return int(end) > (time.time() if now is None else now)

    def _signature(self, end: str) -> str:
        return hmac.new(self.key, end.encode(), hashlib.sha256).hexdigest()


def digest(token: str) -> str:
    """What is kept of a token."""
    return "sha256:" + hashlib.sha256(token.encode()).hexdigest()


def new_token(file: Path) -> str:
    """Make a token and add its hash to a file that its owner alone can read; give the token.

    Raises:
        RunError: if the file cannot be written to.
    """
    token = secrets.token_urlsafe(32)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as out:
            out.write(digest(token) + "\n")
    except OSError as error:
        raise RunError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    return token
