"""Which documents are wanted: conditions on host and language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reportedly.schema import RunError

_CONDITION = re.compile(r"\s*(host|language)\s*(!?=)\s*(\S+)\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_HOST = re.compile(r"[^\s/:@=,]+")
_FORM = "host=NAME, host!=NAME, language=CODE or language!=CODE is meant, with commas between them"


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that a document must meet; without any, all do.

    Args:
        hosts: it must come from one of these or from a host below one of them, if any are named.
        not_hosts: it must come from none of these, nor from a host below one of them.
        languages: ISO 639-1 codes; it must not surely be in another than one of these.
        not_languages: it must not be in one of these.
    """

    hosts: frozenset[str] = frozenset()
    not_hosts: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    not_languages: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, conditions: Iterable[str]) -> Where:
        """Read conditions such as `host=example.org,language=en`.

        Args:
            conditions: each one condition or several with commas between them. Of several with
                `=` on one thing, one must be met; of those with `!=`, all.

        Raises:
            RunError: if one cannot be meant.
        """
        found: dict[tuple[str, str], set[str]] = {}
        for condition in ",".join(conditions).split(","):
            matched = _CONDITION.fullmatch(condition)
            if not matched:
                raise RunError(f"not a condition: {condition.strip()!r} ({_FORM})")
            name, sign, value = matched.groups()
            read = _host if name == "host" else _code
            found.setdefault((name, sign), set()).add(read(value))
        return cls(
            hosts=frozenset(found.get(("host", "="), ())),
            not_hosts=frozenset(found.get(("host", "!="), ())),
            languages=frozenset(found.get(("language", "="), ())),
            not_languages=frozenset(found.get(("language", "!="), ())),
        )

    @property
    def has_hosts(self) -> bool:
        """Whether there is any condition on hosts."""
        return bool(self.hosts or self.not_hosts)

    def without_hosts(self) -> Where:
        """The other conditions, for a document whose host is known to be wanted."""
        return replace(self, hosts=frozenset(), not_hosts=frozenset())

    def takes_url(self, url: str | None) -> bool:
        """Whether what was published under an address is wanted; without one, no host is met."""
        if not self.has_hosts:
            return True
        host = _host_of(url)
        if host is None:
            return not self.hosts
        if self.hosts and not _under(host, self.hosts):
            return False
        return not _under(host, self.not_hosts)

    def takes_language(self, code: str | None) -> bool:
        """Whether a document in a language is wanted; one whose language is not known is."""
        if code is None:
            return True
        return code not in self.not_languages and (not self.languages or code in self.languages)


def _under(host: str, names: frozenset[str]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def _host_of(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return _plain(host) if host else None


def _host(value: str) -> str:
    if not _HOST.fullmatch(value):
        raise RunError(f"not a host's name: {value!r}")
    return _plain(value.removeprefix("*."))


def _plain(host: str) -> str:
    """A host's name as the name system has it, in small letters and ASCII."""
    host = host.lower().strip(".")
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return host


def _code(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise RunError(f"not a language code: {value!r} (en, de, fr …)")
    return value
