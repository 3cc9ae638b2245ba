"""What things of a record are called in the world: stable addresses, made of their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from reportedly.schema import RunError

URN = "urn:reportedly:"
"""Names that lead nowhere and are the same in every record that holds the same article."""

TERMS = "urn:reportedly:terms#"
"""What the terms begin with that no vocabulary of others has; the guide to exports lists them."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f]+")
_UNFIT = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Uris:
    """Names of a record's things, in the manner of the site's addresses.

    With a site's address as base, the names are the addresses of its pages.

    Args:
        base: what they begin with; a slash is added where an http(s) address lacks it.

    Raises:
        RunError: if it is no absolute URI.
    """

    base: str = URN

    def __post_init__(self) -> None:
        if not _ABSOLUTE.fullmatch(self.base):
            raise RunError(f"{self.base!r:.80}: no base for names (https://… or urn:… is meant)")
        if not self.base.endswith((":", "/", "#")):
            object.__setattr__(self, "base", self.base + "/")

    def document(self, key: str) -> str:
        """A document, by its key."""
        return f"{self.base}documents/{key}"

    def statement(self, name: str) -> str:
        """A statement."""
        return f"{self.base}statements/{name}"

    def claim(self, name: str) -> str:
        """A claim."""
        return f"{self.base}claims/{name}"

    def speaker(self, name: str) -> str:
        """A speaker or a carrier."""
        return f"{self.base}speakers/{name}"

    def publisher(self, name: str) -> str:
        """A publisher; a record knows it by its name alone."""
        return f"{self.base}publishers/{quote(name.encode('utf-8', 'replace'), safe='')}"

    def export(self, what: str) -> str:
        """What was exported itself."""
        return f"{self.base}exports/{what}"


def web(address: str | None) -> str | None:
    """An address of the web, as an IRI that no syntax breaks on (RFC 3987); None if it is none.

    Addresses come from pages: `javascript:` and the like are nobody's publication.
    """
    if not address or not re.match(r"https?://[^/?#\s]", address, re.IGNORECASE):
        return None
    return _UNFIT.sub(lambda found: quote(found[0].encode("utf-8", "replace")), address)
