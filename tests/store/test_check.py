"""`check` finds whatever does not agree: each test breaks one thing behind the store's back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from printing import printed
from sqlalchemy import create_engine, text

from reportedly.schema import Likeness, Verdict
from reportedly.store import LinkRow, Matter, Store, Summary
from reportedly.store.forms import pack, unpack

FERRY = "Mira Tolan said that the ferry sank. Odd Berg said that the ferry floats."

BREAKS = {
    "UPDATE documents SET publisher = 'Another' WHERE n = 1": "publisher is 'Another'",
    "UPDATE documents SET characters = 7 WHERE n = 1": "characters is 7",
    "UPDATE documents SET digest = 'sha256:0' WHERE n = 1": "digest is 'sha256:0'",
    "UPDATE attributions SET content = 'other words' WHERE n = 1": "content is 'other words'",
    "UPDATE attributions SET act = 'deny' WHERE n = 2": "act is 'deny'",
    "UPDATE attributions SET speaker = 4 WHERE n = 1": "speaker is 4",
    "UPDATE attributions SET marks = 'actdeny1' WHERE n = 1": "marks is 'actdeny1'",
    "UPDATE attributions SET id = 'a0' WHERE n = 1": "2 attributions of 2, or other ones",
    "UPDATE entities SET id = 'e0' WHERE n = 1": "no entity e0",
    "UPDATE links SET b = 99 WHERE matter = 'claim'": "links of claim: there is no attributions",
    "UPDATE links SET a = 0 WHERE matter = 'reuse'": "links of reuse: there is no documents row 0",
    "UPDATE groups SET root = 77": "groups of entity: there is no entities row 77",
    "UPDATE summaries SET item = 78": "summaries of claim: there is no attributions row 78",
    "UPDATE dirty SET item = 79": "dirty of reuse: there is no documents row 79",
    "UPDATE vectors SET vector = substr(vector, 1, 9) WHERE attribution = 1": "not 384 bytes",
    "UPDATE counters SET next = 1 WHERE name = 'entities'": "entities: the next number, 1",
}


@pytest.fixture
def address(where: Callable[[], str]) -> str:
    """A sound record with some of everything that is checked."""
    found = where()
    same = Likeness(Verdict.SAME, 1.0, ("the same words",))
    with Store.open(found) as store, store.write():
        for number in range(2):
            store.documents.add(printed(FERRY, url=f"u:{number}", vectors=[(1, 0), (0, 1)]))
        store.links.put(Matter.CLAIM, [LinkRow(1, 3, same)])
        store.links.put(Matter.REUSE, [LinkRow(1, 2, same)])
        store.groups.assign(Matter.ENTITY, {1: 1, 3: 1})
        store.groups.describe(Matter.CLAIM, [Summary(1, "c1", "sank", 1, 2, 2, 1, 1, None, None)])
        store.marks.add(Matter.REUSE, [1])
    return found


def problems(address: str, *statements: str, **values: object) -> list[str]:
    driver = address.replace("postgresql:", "postgresql+psycopg:", 1)
    engine = create_engine(driver if driver != address else f"sqlite:///{address}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)
    engine.dispose()
    with Store.open(address) as store:
        return list(store.check())


def test_a_sound_record_has_no_problems(address: str) -> None:
    assert problems(address) == []


@pytest.mark.parametrize("statement", BREAKS)
def test_what_does_not_agree_is_found(address: str, statement: str) -> None:
    found = problems(address, statement)
    assert any(BREAKS[statement] in line for line in found), found
    assert len(found) <= 2


def body(address: str, change: Callable[[dict[str, object]], object]) -> bytes:
    with Store.open(address) as store:
        value = dict(store.documents.body(1))
    change(value)
    return pack(value)


def test_a_text_that_was_changed_is_found(address: str) -> None:
    changed = body(address, lambda v: v.update(text=FERRY.replace("sank", "swam")))
    statement = "UPDATE extractions SET body = :body WHERE document = 1"
    [found] = problems(address, statement, body=changed)
    assert "not the digest of the text" in found


def test_a_span_that_was_moved_is_found(address: str) -> None:
    def move(value: dict[str, object]) -> None:
        value["attributions"][0]["content"] = [[0, 9999]]  # type: ignore[index]

    statement = "UPDATE extractions SET body = :body WHERE document = 1"
    [found] = problems(address, statement, body=body(address, move))
    assert "beyond the text" in found

    def shift(value: dict[str, object]) -> None:
        value["attributions"][0]["content"] = [[1, 5]]  # type: ignore[index]

    with Store.open(address) as store:
        sound = pack(store.documents.body(2) | {"url": "u:0"})
    assert problems(address, statement, body=sound) == []
    [found] = problems(address, statement, body=body(address, shift))
    assert "content is" in found


def test_an_extraction_that_cannot_be_read_is_found(address: str) -> None:
    statement = "UPDATE extractions SET body = :body WHERE document = 1"
    [found] = problems(address, statement, body=b"noise")
    assert "damaged" in found
    with Store.open(address) as store:
        assert unpack(pack({"a": "\x00"})) == {"a": "\x00"}
        assert store.documents.extraction(2).document.text == FERRY


def test_an_extraction_that_is_missing_is_found(address: str) -> None:
    [found] = problems(address, "DELETE FROM extractions WHERE document = 1")
    assert "there is no document 1" in found


def test_words_that_the_index_does_not_have_are_found(tmp_path: object, address: str) -> None:
    if address.startswith("postgresql:"):
        pytest.skip("the server sees to its own index")
    found = problems(address, "DROP TRIGGER words_anew", BREAKS_CONTENT)
    assert "the search index does not agree with the words" in found


BREAKS_CONTENT = "UPDATE attributions SET content = 'unheard' WHERE n = 1"
