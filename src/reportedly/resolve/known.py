"""Names that texts do not introduce: states and their seats, armed groups, bodies, media.

The shipped list is `known.toml` beside this module, written for this project; a user's file of the
same form is merged over it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from reportedly.schema.errors import RunError

SHIPPED = Path(__file__).with_name("known.toml")
"""The list that comes with the program."""


class KnownKind(StrEnum):
    """What a known name names; the tables of `known.toml`."""

    STATE = "states"
    SEAT = "seats"
    GROUP = "groups"
    BODY = "bodies"
    AGENCY = "agencies"
    BROADCASTER = "broadcasters"
    NEWSPAPER = "newspapers"
    MAGAZINE = "magazines"
    SITE = "sites"


MEDIA = frozenset(
    (
        KnownKind.AGENCY,
        KnownKind.BROADCASTER,
        KnownKind.NEWSPAPER,
        KnownKind.MAGAZINE,
        KnownKind.SITE,
    )
)
GOVERNMENTS = frozenset((KnownKind.STATE, KnownKind.SEAT))
_GROUPS = frozenset((KnownKind.GROUP,))
_BODIES = frozenset((KnownKind.BODY,))
_ALL = frozenset(KnownKind)

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_NOISE = str.maketrans("", "", ".-–’'&")
_WITH_ARTICLE = re.compile(
    r"Republic|United|Islands|^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)$"
)
_PLACE = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class KnownName:
    """One who is known by a name.

    Args:
        name: the full name, without article; for a state or a seat, who speaks when it speaks
            ("government of Iran").
        kind: what it is.
        aliases: its other names, the one asked for included.
        ambiguous: the full names of all that the name asked for may mean, where they are several;
            `name` is then that name itself, and `aliases` is empty.
        everyday: the name asked for is an ordinary word as well ("Time").
    """

    name: str
    kind: KnownKind
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of one entry."""

    text: str
    entry: KnownName


@dataclass(frozen=True, slots=True)
class Known:
    """The known names, looked up by any of their forms; make one with `Known.load`.

    Args:
        forms: all names, folded.
        everyday: those that are ordinary words as well, folded.
        beginnings: see `beginnings`; of the folded names.
    """

    forms: Mapping[str, tuple[_Form, ...]]
    everyday: frozenset[str]
    beginnings: frozenset[str] = frozenset()

    @staticmethod
    def load(extra: Path | None = None) -> Known:
        """Read the shipped list, and a user's file of the same form over it.

        Args:
            extra: a TOML file with any of the tables of `known.toml`; its lines add other names
                to a shipped entry of the same name, or new entries.

        Raises:
            RunError: if the file cannot be read or is not of that form.
        """
        return _shipped() if extra is None else _build(_read(SHIPPED), _read(extra))

    def may_begin(self, word: str) -> bool:
        """Whether a name may begin with a word, by its first letters: a cheap no."""
        return fold(_POSSESSIVE.sub("", word))[:_BEGINNING] in self.beginnings

    def medium(self, name: str) -> KnownName | None:
        """The agency, broadcaster, newspaper, magazine or site of this name."""
        return self._find(name, MEDIA)

    def government(self, name: str) -> KnownName | None:
        """Who speaks when this state, capital or seat of power speaks.

        A name of a seat ("Brussels", the European Union) and of a capital is ambiguous.
        """
        return self._find(name, GOVERNMENTS)

    def group(self, name: str) -> KnownName | None:
        """The armed group of this name."""
        return self._find(name, _GROUPS)

    def body(self, name: str) -> KnownName | None:
        """The international or public body of this name."""
        return self._find(name, _BODIES)

    def canonical(self, name: str) -> str | None:
        """The full name of whatever has this name; None if it is unknown or ambiguous."""
        found = self._find(name, frozenset(KnownKind))
        return None if found is None or found.ambiguous or found.everyday else found.name

    def aliases(self, name: str) -> tuple[str, ...]:
        """All other names of whatever has this name; none if it is unknown or ambiguous."""
        found = self._find(name, _ALL)
        return tuple(a for a in found.aliases if a != name) if found else ()

    def _find(self, name: str, kinds: frozenset[KnownKind]) -> KnownName | None:
        for spelling, key in _spellings(name):
            forms = self.forms.get(key, ())
            hits = [f for f in forms if f.entry.kind in kinds and _same_case(spelling, f.text)]
            if hits:
                return self._answer(hits)
        return None

    def _answer(self, hits: list[_Form]) -> KnownName:
        entries = list(dict.fromkeys(f.entry for f in hits))
        everyday = fold(hits[0].text) in self.everyday
        first = entries[0]
        if len(entries) > 1:
            names = tuple(e.name for e in entries)
            return KnownName(hits[0].text, first.kind, (), names, everyday)
        return KnownName(first.name, first.kind, first.aliases, (), everyday)


@lru_cache(maxsize=8192)  # the words of a text, and the names in it, come again
def fold(name: str) -> str:
    """A name without what its spellings differ in: article, capitals, spaces, full stops, hyphens.

    "Press TV" and "PressTV" are one, as are "al-Qaeda" and "Al Qaeda".
    """
    bare = _ARTICLE.sub("", name.strip(), count=1)
    return "".join(bare.translate(_NOISE).split()).casefold()


_BEGINNING = 4
"""First letters by which names are told from other words."""


def beginnings(folded: Iterable[str]) -> frozenset[str]:
    """What folded names begin with: their first letters, up to four of them."""
    return frozenset(name[:end] for name in folded for end in range(_BEGINNING + 1))


@lru_cache(maxsize=4096)  # a name is asked for as a medium, a government, a group and a body
def _spellings(name: str) -> tuple[tuple[str, str], ...]:
    """A name as it stands, and without a possessive's ending: "Harper's" is a name, "CNN's" not.

    Each with what it folds to.
    """
    bare = _ARTICLE.sub("", " ".join(name.split()), count=1)
    owner = _POSSESSIVE.sub("", bare)
    return tuple((one, fold(one)) for one in dict.fromkeys((bare, owner)))


def _same_case(text: str, form: str) -> bool:
    """Whether capitals do not speak against it: "is" is not IS, nor "the post" the Post."""
    letters = "".join(c for c in form if c.isalpha())
    if letters.isupper() and len(letters) <= 3:
        return not any(c.islower() for c in text)
    return any(c.isupper() for c in text) or not any(c.isupper() for c in form)


Tables = Mapping[str, Mapping[str, list[str]]]


@cache
def _shipped() -> Known:
    return _build(_read(SHIPPED))


def _read(path: Path) -> Tables:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RunError(f"the list of known names {path} cannot be read: {error}") from error
    for name, table in tables.items():
        _check(path, name, table)
    return tables


def _check(path: Path, name: str, table: object) -> None:
    """Refuse what is not of the form; a misspelt table would otherwise be passed over."""
    tables = {*KnownKind, "words"}
    if name not in tables:
        raise RunError(f"{path}: there is no table [{name}]; known are {', '.join(sorted(tables))}")
    if not isinstance(table, dict):
        raise RunError(f"{path}: [{name}] is no table")
    for key, names in table.items():
        if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
            raise RunError(f"{path}: [{name}] {key!r}: a list of names is expected")
        if not fold(key):
            raise RunError(f"{path}: [{name}] {key!r}: not a name")


def _build(*layers: Tables) -> Known:
    merged: defaultdict[tuple[KnownKind, str], list[str]] = defaultdict(list)
    everyday: set[str] = set()
    for layer in layers:
        everyday |= {fold(word) for word in layer.get("words", {}).get("everyday", ())}
        for kind in KnownKind:
            for name, others in layer.get(kind, {}).items():
                merged[kind, name] += others
    forms: defaultdict[str, list[_Form]] = defaultdict(list)
    for (kind, name), others in merged.items():
        for form in _entry_forms(kind, name, others):
            if form not in forms[fold(form.text)]:
                forms[fold(form.text)].append(form)
    folded = {key: tuple(found) for key, found in forms.items()}
    return Known(folded, frozenset(everyday), beginnings(folded))


def _entry_forms(kind: KnownKind, name: str, others: list[str]) -> Iterator[_Form]:
    """Every name of an entry; a place in brackets only tells entries of one name apart."""
    own = [] if kind is KnownKind.SEAT else [name, _PLACE.sub("", name)]
    names = tuple(dict.fromkeys(n for n in (*own, *others) if fold(n)))
    entry = KnownName(_government(name) if kind is KnownKind.STATE else name, kind, names)
    return (_Form(n, entry) for n in (names or (name,)))


def _government(state: str) -> str:
    return f"government of {'the ' if _WITH_ARTICLE.search(state) else ''}{state}"
