"""Languages: what is told, what is refused, and what is let through."""

from __future__ import annotations

import pytest

from reportedly.read.language import check_language, language_of
from reportedly.read.unreadable import Unreadable

ENGLISH = (
    "The mayor of Elvane said on Monday that the bridge would be open before the end of the year. "
    "The residents disagreed and said that nobody had asked them, and they have had no answer."
)
OTHERS = {
    "de": "Der Bürgermeister von Elvane erklärte am Montag, die Brücke werde bis zum Ende des "
    "Jahres geöffnet. Die Anwohner widersprachen und sagten, dass niemand sie gefragt habe.",
    "nl": "De burgemeester van Elvane zei maandag dat de brug voor het einde van het jaar open "
    "zal zijn. De bewoners waren het niet met hem eens; niemand had hen iets gevraagd.",
    "fr": "Le maire d'Elvane a déclaré lundi que le pont serait ouvert avant la fin de l'année. "
    "Les habitants ont contesté ses propos et ont dit que personne ne les avait consultés.",
    "es": "El alcalde de Elvane dijo el lunes que el puente se abrirá antes de fin de año. Los "
    "vecinos no están de acuerdo y dicen que nadie les ha preguntado.",
    "ru": "Мэр Элвана заявил в понедельник, что мост откроют до конца года. Жители не согласны и "
    "говорят, что их никто не спрашивал.",
    "zh": "埃尔万市市长周一表示，大桥将在年底前开放。居民们不同意，"
    "并表示没有人征求过他们的意见。他们说没有得到答复。",
}


def test_english_is_told_without_the_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.read.language._identifier", lambda: 1 / 0)
    assert language_of(ENGLISH) == ("en", 1.0)
    assert language_of(ENGLISH.upper()) == ("en", 1.0)


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_and_refused(code: str) -> None:
    assert language_of(OTHERS[code])[0] == code
    assert check_language(OTHERS[code], None) == (code, ())
    assert check_language(OTHERS[code], code) == (code, ())
    with pytest.raises(Unreadable, match=rf"looks like .*{code}.*; use --language any"):
        check_language(OTHERS[code], "en")


def test_the_message_names_the_language() -> None:
    with pytest.raises(Unreadable, match=r"looks like German \(de\); use --language any"):
        check_language(OTHERS["de"], "en")
    with pytest.raises(Unreadable, match=r"looks like English \(en\)"):
        check_language(ENGLISH, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Presidents Abdulrahman Mwakwere Ongeri and Nguyễn Thị Hồng Phạm met Wojciech "
        "Brzęczyszczykiewicz in Ouagadougou, Chişinău and Đà Nẵng, officials said. Kwabena "
        "Asante-Boateng, Þórdís Kolbrún, and Ngozi Adichie-Okafor attended.",
        "Bürgermeister Jürgen Großmann-Schröder and Staatssekretärin Käthe Müßiggang arrived in "
        "Österreich; Außenminister Weiß denied it.",
        "Ja.",
        "42",
    ],
)
def test_english_with_foreign_names_and_short_texts_are_let_through(text: str) -> None:
    language, doubts = check_language(text, "en")
    assert language in (None, "en")
    assert language or doubts
