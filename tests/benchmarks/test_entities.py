"""The benchmark of entities reads names and pages as the corpus marks them, and counts pairs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.entities import read, score
from reportedly.schema import EntityType

HEAD = "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"


def document(*words: tuple[str, str, str]) -> str:
    rows = (
        f"{n}\t{word}\t_\t{tag}\t_\t_\t_\t_\t_\t{mark or '_'}"
        for n, (word, tag, mark) in enumerate(words, 1)
    )
    return HEAD + "\n".join(rows) + "\n"


ONE = document(
    ("Mayor", "PROPN", "Entity=(1-person-new-nnnnn-cf1-1,2-coref-Ilse_Orro-Fenn"),
    ("Ilse", "PROPN", ""),
    ("Orro", "PROPN", "Entity=1)"),
    ("left", "VERB", ""),
    ("New", "ADJ", "Entity=(2-place-new-nnnnn-cf2-1-sgl-New_Velm"),
    ("Velm", "PROPN", "Entity=2)"),
    ("she", "PRON", "Entity=(1-person-giv-nnnnn-cf1-1-ana-Ilse_Orro-Fenn)"),
)
TWO = document(
    ("Ilse", "PROPN", "Entity=(7-person-new-nnnnn-cf1-1-coref-Ilse_Orro-Fenn"),
    ("Orro", "PROPN", "Entity=7)"),
    ("Velm", "PROPN", "Entity=(8-place-new-nnnnn-cf2-1-sgl-Old_Velm)"),
)


def test_names_pages_and_pairs(tmp_path: Path) -> None:
    (tmp_path / "one.conllu").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.conllu").write_text(TWO, encoding="utf-8")
    linked = list(read(tmp_path))
    assert [(one.profile.name, one.page, one.profile.type) for one in linked] == [
        ("Mayor Ilse Orro", "Ilse_Orro-Fenn", EntityType.PERSON),
        ("New Velm", "New_Velm", EntityType.GOVERNMENT),
        ("Ilse Orro", "Ilse_Orro-Fenn", EntityType.PERSON),
        ("Velm", "Old_Velm", EntityType.GOVERNMENT),
    ]
    found = score(linked)
    assert (found.same.right, found.same.predicted, found.same.gold) == (1, 1, 1)
    assert (found.letters.right, found.letters.gold) == (0, 1)
    assert found.wrong == ()
