"""Reading texts with references: tiny invented files of each form, with what they must give."""

from __future__ import annotations

from pathlib import Path

from reportedly.attribute.refer import Form, MentionTag
from training.references import Choice, Referring, read_gap, read_gum, read_names

Row = tuple[str, str, str, int, str, str]
"""Number, word, part of speech, head, relation, and the last column."""


def conllu(path: Path, *sentences: tuple[str, list[Row]]) -> None:
    """Write sentences, each with its comment lines, as CoNLL-U."""
    parts = []
    for comments, rows in sentences:
        lines = [
            "\t".join((n, word, word.lower(), upos, "_", "_", str(head), relation, "_", misc))
            for n, word, upos, head, relation, misc in rows
        ]
        parts.append("\n".join([*comments.splitlines(), *lines]))
    path.write_text("\n\n".join(parts) + "\n\n", encoding="utf-8")


FIRST: list[Row] = [
    ("1", "Mayor", "PROPN", 2, "compound", "Entity=(1-person-new-cf1-2-sgl"),
    ("2", "Ilse", "PROPN", 4, "nsubj", "_"),
    ("3", "Orro", "PROPN", 2, "flat", "Entity=1)"),
    ("4", "left", "VERB", 0, "root", "_"),
    ("5", "the", "DET", 6, "det", "Entity=(2-organization-new-cf2-2-sgl"),
    ("6", "Bank", "PROPN", 4, "obj", "_"),
    ("7", "of", "ADP", 8, "case", "_"),
    ("8", "Lissom", "PROPN", 6, "nmod", "Entity=(3-place-new-cf3-1-sgl)2)|SpaceAfter=No"),
    ("9", ".", "PUNCT", 4, "punct", "_"),
]
SECOND: list[Row] = [
    ("1", "Her", "PRON", 2, "nmod:poss", "Entity=(4-person-new-cf1-2-sgl(1-person-giv-cf2-1-ana)"),
    ("2", "clerk", "NOUN", 4, "nsubj", "Entity=4)"),
    ("3-4", "isn't", "_", 0, "_", "SpaceAfter=No"),
    ("3", "is", "AUX", 5, "cop", "_"),
    ("4", "n't", "PART", 5, "advmod", "_"),
    ("4.1", "ghost", "NOUN", 5, "nsubj", "Entity=(9-person)"),
    ("5", "I", "PRON", 0, "root", "Entity=(5-person-acc)|SpaceAfter=No"),
    ("6", ",", "PUNCT", 7, "punct", "_"),
    ("7", "spring", "NOUN", 5, "obl", "Entity=(6-time-new)"),
    ("8", "it", "PRON", 5, "obj", "Entity=(2-organization-giv-ana)|SpaceAfter=No"),
    ("9", ".", "PUNCT", 5, "punct", "_"),
]


def gum(tmp_path: Path) -> Referring:
    conllu(
        tmp_path / "GUM_news_pier.conllu",
        ("# newdoc id = GUM_news_pier\n# newpar_block", FIRST),
        ("# sent_id = 2", SECOND),
        ("# newpar_block", [("1", "Rain", "NOUN", 0, "root", "_")]),
    )
    (found,) = read_gum(tmp_path)
    return found


def by_words(text: Referring) -> list[tuple[str, MentionTag | None, Form, str]]:
    return [(m.span.read(text.text), m.tag, m.form, m.entity) for m in text.mentions]


def test_gums_text_is_as_its_spaces_and_paragraphs_say(tmp_path: Path) -> None:
    found = gum(tmp_path)
    assert found.name == "GUM_news_pier"
    assert found.text.startswith("Mayor Ilse Orro left the Bank of Lissom. Her clerk isn't")
    assert "\n\nRain" in found.text
    assert (found.nouns, found.linked, found.choice, found.blanks) == (True, True, None, ())


def test_gums_mentions_are_cores_with_kind_form_and_entity(tmp_path: Path) -> None:
    assert by_words(gum(tmp_path)) == [
        ("Mayor Ilse Orro", MentionTag.PERSON_NAME, Form.NAME, "1"),
        ("Bank of Lissom", MentionTag.BODY_NAME, Form.NAME, "2"),
        ("Lissom", MentionTag.PLACE_NAME, Form.NAME, "3"),
        ("Her", None, Form.PRONOUN, "1"),
        ("clerk", MentionTag.PERSON_NOUN, Form.NOUN, "4"),
        ("it", None, Form.PRONOUN, "2"),
    ]


def test_words_of_speech_other_kinds_and_empty_nodes_are_no_mentions(tmp_path: Path) -> None:
    words = [m.span.read(gum(tmp_path).text) for m in gum(tmp_path).mentions]
    assert not {"I", "spring", "ghost"} & set(words)


def test_gums_other_files_and_those_left_out(tmp_path: Path) -> None:
    for name in ("GUM_b.conllu", "GUM_a.conllu", "GUM_gold.conllu", "other.conllu"):
        conllu(tmp_path / name, ("# newdoc", FIRST))
    found = read_gum(tmp_path, without=("GUM_gold.conllu",))
    assert [text.name for text in found] == ["GUM_a", "GUM_b"]


def test_a_mention_in_pieces_is_left_out(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("1", "Orro", "PROPN", 0, "root", "Entity=(1[1/2]-person)"),
        ("2", "Fenn", "PROPN", 1, "flat", "Entity=(2-person)"),
    ]
    conllu(tmp_path / "GUM_x.conllu", ("# newdoc", rows))
    (found,) = read_gum(tmp_path)
    assert [m.entity for m in found.mentions] == ["2"]


def test_parts_of_a_word_lie_within_it(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("1-2", "Lissom's", "_", 0, "_", "_"),
        ("1", "Lissom", "PROPN", 3, "nmod", "Entity=(1-place)"),
        ("2", "'s", "PART", 1, "case", "_"),
        ("3", "pier", "NOUN", 0, "root", "_"),
    ]
    conllu(tmp_path / "GUM_x.conllu", ("# newdoc", rows))
    (found,) = read_gum(tmp_path)
    assert found.text == "Lissom's pier "
    assert [m.span.read(found.text) for m in found.mentions] == ["Lissom"]


# --- names


NER = """-DOCSTART- -X- O O

Ilse B-PER
Orro I-PER
of O
the O
Velmar B-ORG
Guild I-ORG
met O
Fenn B-PER
Tolliver B-PER
, O
in O
Lissom B-LOC
. O

Velmaran B-MISC
wine I-MISC
is O
n't O
sold O
"""


def names(tmp_path: Path, text: str = NER) -> list[Referring]:
    path = tmp_path / "planted.conll"
    path.write_text(text, encoding="utf-8")
    return list(read_names(path))


def test_names_of_a_corpus_with_the_words_set_as_in_print(tmp_path: Path) -> None:
    (found,) = names(tmp_path)
    assert found.text == (
        "Ilse Orro of the Velmar Guild met Fenn Tolliver, in Lissom. Velmaran wine isn't sold"
    )
    assert [(w, t, f) for w, t, f, _ in by_words(found)] == [
        ("Ilse Orro", MentionTag.PERSON_NAME, Form.NAME),
        ("Velmar Guild", MentionTag.BODY_NAME, Form.NAME),
        ("Fenn", MentionTag.PERSON_NAME, Form.NAME),
        ("Tolliver", MentionTag.PERSON_NAME, Form.NAME),
        ("Lissom", MentionTag.PLACE_NAME, Form.NAME),
    ]


def test_names_of_other_kinds_are_blanks_and_nothing_is_said_of_nouns(tmp_path: Path) -> None:
    (found,) = names(tmp_path)
    assert [b.read(found.text) for b in found.blanks] == ["Velmaran wine"]
    assert (found.nouns, found.linked) == (False, False)


def test_plain_inside_tags_join_where_the_kind_goes_on(tmp_path: Path) -> None:
    (found,) = names(tmp_path, "Ilse I-PER\nOrro I-PER\nVelmar I-ORG\nmet O\nFenn I-PER\n")
    assert [w for w, *_ in by_words(found)] == ["Ilse Orro", "Velmar", "Fenn"]


def test_six_sentences_make_a_text(tmp_path: Path) -> None:
    found = names(tmp_path, "\n\n".join(f"Orro{n} B-PER\nleft O" for n in range(8)))
    assert [len(text.mentions) for text in found] == [6, 2]
    assert [text.name for text in found] == ["planted-0", "planted-6"]
    assert by_words(found[1])[0][0] == "Orro6"


# --- GAP


HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
TEXT = 'Ilse Orro met "Jana Fenn in Lissom; she left.'


def test_gap(tmp_path: Path) -> None:
    def row(key: str, a: str, b: str) -> str:
        places = (TEXT.index(w) for w in ("she", "Ilse Orro", "Jana Fenn"))
        pronoun, one, other = map(str, places)
        return "\t".join(
            (key, TEXT, "she", pronoun, "Ilse Orro", one, a, "Jana Fenn", other, b, "http://x")
        )

    path = tmp_path / "gap.tsv"
    lines = (HEAD, row("t-1", "TRUE", "FALSE"), row("t-2", "FALSE", "FALSE"))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    first, second = read_gap(path)
    assert (first.name, first.text, first.mentions) == ("t-1", TEXT, ())
    assert isinstance(first.choice, Choice)
    assert first.choice.pronoun.read(TEXT) == "she"
    assert [s.read(TEXT) for s in first.choice.names] == ["Ilse Orro", "Jana Fenn"]
    assert first.choice.right == (True, False)
    assert second.choice is not None
    assert second.choice.right == (False, False)
    assert (first.nouns, first.linked) == (False, False)
