"""The list of formats, and what every one of them has in common."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest

from reportedly.export import (
    FORMATS,
    MOST,
    OfClaim,
    OfDocument,
    OfRecord,
    OfSearch,
    Scope,
    Uris,
    export,
    named,
)
from reportedly.export.chosen import choose
from reportedly.record import Query, Record
from reportedly.schema import RunError


def selections(record: Record) -> dict[Scope, Any]:
    return {
        Scope.DOCUMENT: OfDocument(next(record.documents()).key),
        Scope.CLAIM: OfClaim(next(record.claims()).id),
        Scope.SEARCH: OfSearch(Query("gates")),
        Scope.RECORD: OfRecord(),
    }


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scope", Scope)
def test_every_format_is_of_what_it_says(record: Record, name: str, scope: Scope) -> None:
    selection = selections(record)[scope]
    if scope in FORMATS[name].of:
        parts = list(export(record, selection, name))
        assert len(b"".join(parts)) > 100
        assert all(type(part) is bytes for part in parts)
    else:
        with pytest.raises(RunError, match=f"{name} is of a claim, not of a {scope}"):
            export(record, selection, name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_is_exported_as_the_same(record: Record, name: str) -> None:
    selection = selections(record)[Scope.CLAIM]
    first, second = (b"".join(export(record, selection, name)) for _ in range(2))
    assert first == second


def test_names_are_told_apart_and_explained() -> None:
    for name, found in FORMATS.items():
        assert found.name == name
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert re.fullmatch(r"[\w.+/-]+(; charset=utf-8)?", found.media)
        assert re.fullmatch(r"[a-z.]+", found.extension)
        assert 10 < len(found.help) < 75
        module = importlib.import_module(f"reportedly.export.{name.replace('-', '_')}")
        assert callable(module.write)


def test_what_is_wrong_is_said_before_the_first_piece(record: Record) -> None:
    with pytest.raises(RunError, match="no format 'xml': one of jsonl, "):
        export(record, OfRecord(), "xml")
    with pytest.raises(RunError, match="holds no"):
        export(record, OfDocument("d000000000000"), "csv")
    with pytest.raises(RunError, match="holds no"):
        export(record, OfClaim("c000000000000-0000000000"), "csv")
    with pytest.raises(RunError, match="not a day"):
        export(record, OfSearch(Query(since="soon")), "csv")


def test_an_id_names_a_document_or_a_claim(record: Record) -> None:
    document, claim = next(record.documents()), next(record.claims())
    assert named(record, document.key) == OfDocument(document.key)
    assert named(record, document.url or "") == OfDocument(document.key)
    assert named(record, claim.id) == OfClaim(claim.id)
    assert named(record, claim.attributions[1].id) == OfClaim(claim.id)
    speaker = next(record.speakers())
    with pytest.raises(RunError, match="a document, a claim, a search"):
        named(record, speaker.id)


def test_a_search_has_its_statements_and_no_others(record: Record) -> None:
    found = {s.id for s in record.search(Query("gates", publisher="mole"), limit=50)}
    chosen = choose(record, OfSearch(Query("gates", publisher="mole")))
    assert {s.id for s in chosen.statements()} == found
    assert len(found) == 1
    both = choose(record, OfSearch(Query("gates"), limit=2))
    assert len(list(both.statements())) == 2
    assert choose(record, OfSearch(Query("gates"), limit=MOST * 9)).name.startswith("searches/")


def test_a_claim_keeps_how_each_statement_stands_to_it(record: Record) -> None:
    claim = next(record.claims())
    chosen = choose(record, OfClaim(claim.id))
    stands = {s.id: s.stand for s in chosen.statements()}
    assert stands == {s.id: s.stand for s in claim.attributions}
    assert len(stands) == 6


def test_searches_have_names_of_their_own(record: Record) -> None:
    names = [
        choose(record, OfSearch(query)).name
        for query in (Query("gates"), Query("gates"), Query("closed"), Query("", speaker="gates"))
    ]
    assert names[0] == names[1]
    assert len(set(names)) == 3


def test_all_documents_of_the_record_come_once(record: Record) -> None:
    chosen = choose(record, OfRecord())
    keys = [reading.document.key for reading in chosen.readings()]
    assert keys == [document.key for document in record.documents()]
    assert len(set(keys)) == 5


@pytest.mark.parametrize("base", ["", "no uri", "javascript", "https://x y", "urn:a\n", "a:<b>"])
def test_a_base_is_an_absolute_uri(base: str) -> None:
    with pytest.raises(RunError, match="no base for names"):
        Uris(base)


def test_names_are_those_of_the_site() -> None:
    assert Uris("https://desk.invalid").claim("c1") == "https://desk.invalid/claims/c1"
    assert Uris("https://desk.invalid/r/").document("d1") == "https://desk.invalid/r/documents/d1"
    assert Uris().statement("d1/a2") == "urn:reportedly:statements/d1/a2"
    assert Uris().publisher('A "B" / ü') == "urn:reportedly:publishers/A%20%22B%22%20%2F%20%C3%BC"


def test_parquet_says_what_it_lacks(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    import reportedly.export.parquet as module

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(RunError, match=r"pyarrow: pip install 'reportedly\[parquet\]'"):
        export(record, OfRecord(), "parquet")
