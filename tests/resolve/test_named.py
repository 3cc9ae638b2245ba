"""What the text has a name for, whether it speaks or not."""

from __future__ import annotations

from planted import body, person, planted, pronoun

from reportedly.resolve import Known, resolve

TOLD = planted(
    "{S1 Ilse Orro} {C1 said} {X1 that Bram Fenn sold the Velm Trust and that he left}.",
    person("Ilse Orro"),
    person("Bram Fenn"),
    body("Velm Trust"),
    pronoun("he", {1: 0.9}),
)


def test_those_who_do_not_speak_are_named_apart() -> None:
    found = resolve(TOLD, Known.load())
    assert [e.name for e in found.entities] == ["Ilse Orro"]
    assert [e.name for e in found.named] == ["Bram Fenn", "Velm Trust"]
    text = found.document.text
    assert [s.read(text) for s in found.named[0].mentions] == ["Bram Fenn", "he"]


def test_a_noun_is_no_name() -> None:
    told = planted("{S1 Ilse Orro} {C1 said} {X1 it was late}.", person("Ilse Orro"))
    assert resolve(told, Known.load()).named == ()
