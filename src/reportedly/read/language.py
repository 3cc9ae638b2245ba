"""The language of a text: English by its commonest words, any other by py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reportedly.read.unreadable import Unreadable

_WORDS = frozenset(
    "the and of to that with from his her their which this were been would they said has had "
    "have by it not but who are be will its he she we you".split()
)
# The commonest words of English that few other languages write alike ("in", "is", "was" and "for"
# are left out: Dutch, German and Danish have them too).

_ENGLISH_SHARE = 0.12
_ENGLISH_WORDS = 5
# Of 2,520 stretches of 1,000 characters drawn from PolNeAR's training articles, 99 % hold a share
# of .14 or more of these words, and seven different ones; of sixteen other languages tried, Dutch
# comes nearest (.07, two different ones). py3langid, which takes 0.7 s to load, is then not asked.

_SURE = 0.95
# py3langid's probability from which a text counts as surely in another language. English cut at
# random to 40-160 characters never got more than .66 for one (2,520 cuts); the other languages
# tried get .98 and more from three sentences on (Indonesian .85).

_LEAST_LETTERS = 60
_PIECE = 500

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> tuple[str | None, float]:
    """The language of a text, and how sure that is, 0 to 1.

    Looked at are five hundred characters each of its beginning, middle and end.

    Returns:
        An ISO 639-1 code, where the language has one; None for a text of less than sixty
        letters beside names, or of no language at all.
    """
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    common = [word for word in words if word in _WORDS]
    if len(common) > _ENGLISH_SHARE * len(words) and len(set(common)) >= _ENGLISH_WORDS:
        return "en", 1.0
    plain = _without_names(sample)
    # A letter of Chinese or Korean says as much as a word of English.
    if sum(4 if c > "\u2e80" else c != " " for c in plain) < _LEAST_LETTERS:
        return None, 0.0
    code, sure = _identifier().classify(plain)
    return (None, 0.0) if code in ("zxx", "und") else (str(code), float(sure))


def check_language(text: str, wanted: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The language to write into a document, after it was held against the one that is wanted.

    Args:
        text: the document's reporting.
        wanted: ISO 639-1 code, or None for any.

    Returns:
        The language, None if it is not sure; and warnings.

    Raises:
        Unreadable: if the text is surely in another language than the wanted one.
    """
    found, sure = language_of(text)
    if found is not None and sure >= _SURE:
        if wanted is not None and found != wanted:
            named = f"{_NAMES[found]} ({found})" if found in _NAMES else found
            raise Unreadable(f"looks like {named}; use --language any")
        return found, ()
    if wanted is None:
        return None, ()
    if found is None:
        return None, (f"too short to tell its language: taken as {wanted}",)
    return None, (f"its language is not sure: taken as {wanted}",)


def _without_names(sample: str) -> str:
    """The words that do not begin with a capital: foreign names make no text foreign."""
    words = _WORD.findall(sample.lower() if sample.isupper() else sample)
    return " ".join(word for word in words if not word[0].isupper())


def _sample(text: str) -> str:
    if len(text) <= 3 * _PIECE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_PIECE], text[middle : middle + _PIECE], text[-_PIECE:]))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.7 s to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
