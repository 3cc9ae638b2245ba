"""Who is one and the same over documents, on GUM: `python -m benchmarks.entities`.

GUM (Zeldes 2017) links entities of its documents to pages of Wikipedia. Two entities of two
documents that are linked to one page are one. Names are taken as the texts have them, by kind of
entity, with what the shipped list knows of them and without roles: what is measured is names alone.
Beside it stands the plain baseline: the same
letters, with capitals and accents folded.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.chains.counts import Count
from reportedly.connect.entities import compare, keys
from reportedly.connect.entities.letters import fold
from reportedly.resolve import Known
from reportedly.schema import EntityType, Profile, Ref, Verdict
from training.score import SHARED

GUM = SHARED / "corpora" / "gum"

KINDS = {
    "person": EntityType.PERSON,
    "organization": EntityType.ORGANISATION,
    "place": EntityType.GOVERNMENT,
}
"""GUM's kinds of entities that speak or carry, in this program's terms."""

_SMALL = ("DET", "PRON", "ADP", "CCONJ", "SCONJ")
_NO_NAME = ("VERB", "PRON", "PUNCT", "AUX", "CCONJ", "SCONJ", "ADV", "NOUN")
_MARK = re.compile(r"\((?P<open>[^()]+)(?P<alone>\))?|(?P<close>\d+)\)")


@dataclass(frozen=True, slots=True)
class Linked:
    """A named entity of a document, and the page that it is linked to."""

    profile: Profile
    page: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How pairs of two documents' entities are told.

    Args:
        same: `SAME`, by whether they are one.
        asked: `SAME` or `UNSURE`, by whether they are one: what a person gets to see.
        letters: the baseline's.
        full: `SAME`, of pairs in which both names have several words.
        questions: pairs that are `UNSURE`.
        wrong: pairs of names that are taken for one and are not, the most frequent first.
    """

    same: Count
    asked: Count
    letters: Count
    full: Count
    questions: int
    wrong: tuple[tuple[str, str], ...]


def read(folder: Path = GUM) -> Iterator[Linked]:
    """The linked named entities of each document.

    Raises:
        OSError: if the folder holds no documents.
    """
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise FileNotFoundError(f"no documents in {folder}")
    known = Known.load()
    for path in paths:
        yield from _entities(path, known)


def _entities(path: Path, known: Known) -> Iterator[Linked]:
    names: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    pages: dict[tuple[str, str], str] = {}
    for kind, group, page, name in _mentions(path):
        if kind in KINDS:
            if page:
                pages[kind, group] = page
            if name:
                names[kind, group][name] += 1
    for (kind, group), page in pages.items():
        told = names[kind, group]
        if told:
            own = max(told, key=lambda n: (len(n.split()), told[n], n))
            others = (*sorted(n for n in told if n != own), *known.aliases(own))
            yield Linked(Profile(Ref(path.stem, f"e{group}"), KINDS[kind], own, others), page)


def _mentions(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Kind, group, page and name of each mention; without a page or a name, an empty text."""
    open_: list[tuple[list[str], list[tuple[str, str]]]] = []
    fields_before = 7
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# global.Entity"):
            fields_before = line.count("-")
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        told = dict(p.partition("=")[::2] for p in cells[9].split("|") if "=" in p)
        marks = list(_MARK.finditer(told.get("Entity", "")))
        open_ += [(m["open"].split("-"), []) for m in marks if m["open"]]
        for _, words in open_:
            words.append((cells[1], cells[3]))
        closing = [m["open"].split("-")[0] if m["alone"] else m["close"] for m in marks]
        for group in (name for name in closing if name):
            at = max(n for n, (fields, _) in enumerate(open_) if fields[0] == group)
            fields, words = open_.pop(at)
            yield fields[1], group, "-".join(fields[fields_before:]), _name(words)


def _name(words: Sequence[tuple[str, str]]) -> str:
    """A mention that is a name: from its first word with a capital to its last proper noun."""
    proper = [n for n, (_, tag) in enumerate(words) if tag == "PROPN"]
    capital = [n for n, (w, tag) in enumerate(words) if w[:1].isupper() and tag not in _SMALL]
    if not proper or not capital:
        return ""
    inside = words[min(capital[0], proper[0]) : proper[-1] + 1]
    if any(tag in _NO_NAME and not w[:1].isupper() for w, tag in inside):
        return ""
    return " ".join(w for w, _ in inside).replace(" ’s", "’s").replace(" 's", "'s")


def score(linked: Iterable[Linked]) -> Scores:
    """Tell every pair of two documents' entities that may be one, and count."""
    listed = list(linked)
    verdicts: dict[tuple[int, int], Verdict] = {}
    for pair in _sharing(listed, lambda one: keys(one.profile)):
        verdicts[pair] = compare(*(listed[n].profile for n in pair)).verdict
    gold = set(_sharing(listed, lambda one: (one.page,)))
    letters = set(_sharing(listed, lambda one: (f"{one.profile.type}:{fold(one.profile.name)}",)))
    same = {pair for pair, verdict in verdicts.items() if verdict is Verdict.SAME}
    unsure = {pair for pair, verdict in verdicts.items() if verdict is Verdict.UNSURE}
    wrong = Counter(
        tuple(sorted((listed[a].profile.name, listed[b].profile.name))) for a, b in same - gold
    )
    told = tuple((names[0], names[1]) for names, _ in wrong.most_common())
    long = {n for n, one in enumerate(listed) if len(one.profile.name.split()) > 1}
    full = [{pair for pair in pairs if long.issuperset(pair)} for pairs in (same, gold)]
    return Scores(
        _count(same, gold),
        _count(same | unsure, gold),
        _count(letters, gold),
        _count(*full),
        len(unsure),
        told,
    )


def _sharing(
    listed: Sequence[Linked], of: Callable[[Linked], Iterable[str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of two documents' entities with something in common, each once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for key in of(one):
            holders[key].append(number)
    pairs = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    for a, b in sorted(pairs):
        if listed[a].profile.ref.document != listed[b].profile.ref.document:
            yield a, b


def _count(found: set[tuple[int, int]], gold: set[tuple[int, int]]) -> Count:
    return Count(len(found & gold), len(found), len(gold))


def figures(folder: Path = GUM) -> Mapping[EntityType, Scores]:
    """Scores by kind of entity."""
    listed = list(read(folder))
    return {
        kind: score(one for one in listed if one.profile.type is kind) for kind in KINDS.values()
    }


def main() -> None:
    """Print the scores, and what was taken for one and is not."""
    for kind, found in figures().items():
        print(f"{kind.value}:")
        for what, count in (
            ("the same letters", found.letters),
            ("same", found.same),
            ("same, full names", found.full),
            ("same or asked", found.asked),
        ):
            print(
                f"  {what:<18} precision {count.precision:.3f}  recall {count.recall:.3f}"
                f"  F1 {count.f1:.3f}  of {count.gold} pairs"
            )
        print(f"  questions: {found.questions}")
        for one, other in found.wrong[:10]:
            print(f"  not one: {one} | {other}")


if __name__ == "__main__":
    main()
