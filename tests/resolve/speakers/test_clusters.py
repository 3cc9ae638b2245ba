"""Clusters: who is one, who stays two, and what stays open."""

from __future__ import annotations

from reportedly.resolve.speakers.cluster import Clustered
from reportedly.resolve.speakers.clusters import clusters_of
from reportedly.resolve.speakers.met import Met
from reportedly.schema import Antecedent, Form, Mention, Refers, Span

FORMS = {"n": Form.NAME, "d": Form.NOUN, "p": Form.PRONOUN}


def clustered(
    text: str, *marked: tuple[str, str, Refers | None, dict[int, float]], **roles: str
) -> Clustered:
    """Mentions in text order: words, form, kind, and probabilities of earlier mentions.

    A role is given by the last word of the name that it stands beside.
    """
    found, at = [], 0
    for words, form, refers, before in marked:
        at = text.index(words, at)
        antecedents = tuple(Antecedent(n, p) for n, p in before.items())
        found.append(Mention(Span(at, at + len(words)), FORMS[form], refers, antecedents))
        at += len(words)
    said = {m.span: roles.get(m.span.read(text).split()[-1], "") for m in found}
    given = {span: role for span, role in said.items() if role}
    speaking = [m.span for m in found if m.span.read(text) in ("mayor", "letter", "she")]
    return clusters_of(Met(text, found, speaking, given, headline=text.find("\n") + 1))


def same(found: Clustered, one: int, other: int) -> bool:
    return found.of[one] is found.of[other]


def test_surname_after_full_name() -> None:
    text = "General Ilse Orro spoke. Mr Bram Tolliver left. Orro said no."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Ilse Orro", "n", person, {}),
        ("Bram Tolliver", "n", person, {}),
        ("Orro", "n", person, {}),
    )
    assert same(found, 0, 2)
    assert not same(found, 1, 2)


def test_one_surname_two_people() -> None:
    text = "Ilse Orro met Jana Orro. Orro said no."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Ilse Orro", "n", person, {}),
        ("Jana Orro", "n", person, {0: 0.9}),
        ("Orro", "n", person, {0: 0.4, 1: 0.4}),
    )
    assert not same(found, 0, 1)
    assert {c.number for c in found.open[2]} == {0, 1}


def test_one_office_two_people() -> None:
    text = "Harbour master Ilse Orro said so in May. Harbour master Bram Tolliver said so now."
    found = clustered(
        text,
        ("Ilse Orro", "n", Refers.PERSON, {}),
        ("Bram Tolliver", "n", Refers.PERSON, {0: 0.95}),
    )
    assert not same(found, 0, 1)


def test_who_was_described_is_named_later() -> None:
    text = "A diver told the paper so. It was Ilse Orro."
    found = clustered(text, ("diver", "d", None, {}), ("Ilse Orro", "n", Refers.PERSON, {0: 0.6}))
    assert same(found, 0, 1)


def test_an_informant_is_nobody_whom_the_text_calls_something_else() -> None:
    text = "A naval officer told the paper so. Ilse Orro, head of the union, said so in March."
    marked = (("officer", "d", None, {}), ("Ilse Orro", "n", Refers.PERSON, {0: 0.6}))
    assert not same(clustered(text, *marked, Orro="head of the union"), 0, 1)
    assert same(clustered(text, *marked, Orro="officer of the watch"), 0, 1)


def test_city_is_not_its_paper() -> None:
    text = "Lissom is quiet. The Lissom Courier said so."
    found = clustered(
        text, ("Lissom", "n", Refers.PLACE, {}), ("Lissom Courier", "n", Refers.BODY, {0: 0.9})
    )
    assert not same(found, 0, 1)


def test_definite_noun_refers_back_and_indefinite_does_not() -> None:
    text = "Ilse Orro spoke. The official said no. An official said yes."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Ilse Orro", "n", person, {}),
        ("official", "d", person, {0: 0.8}),
        ("official", "d", person, {0: 0.8}),
    )
    assert same(found, 0, 1)
    assert not same(found, 0, 2)


def test_pronoun_agrees_and_stays_open_between_two() -> None:
    text = "Ilse Orro met Bram Tolliver and the ferry company. She said so. He said so. It did."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Ilse Orro", "n", person, {}),
        ("Bram Tolliver", "n", person, {}),
        ("ferry company", "d", Refers.BODY, {}),
        ("She", "p", None, {0: 0.5, 1: 0.4}),
        ("He", "p", None, {2: 0.6, 0: 0.2, 1: 0.2}),
        ("It", "p", None, {0: 0.7, 2: 0.3}),
    )
    assert same(found, 0, 3)
    assert 3 in found.open
    assert same(found, 1, 4)  # not the company, and not her whom "she" has claimed
    assert same(found, 2, 5)


def test_name_joins_who_was_described() -> None:
    text = "A general spoke. General Ilse Orro added no more."
    found = clustered(
        text, ("general", "d", Refers.PERSON, {}), ("Ilse Orro", "n", Refers.PERSON, {0: 0.6})
    )
    assert same(found, 0, 1)


def test_a_surname_is_of_one_gender() -> None:
    text = "Mrs. Orro spoke. Former Mayor Bram Orro left. Mrs. Orro said no."
    person = Refers.PERSON
    text = text.replace("Bram", "Peter")
    found = clustered(
        text,
        ("Mrs. Orro", "n", person, {}),
        ("Peter Orro", "n", person, {0: 0.9}),
        ("Mrs. Orro", "n", person, {1: 0.9}),
    )
    assert not same(found, 0, 1)
    assert same(found, 0, 2)


def test_a_surname_alone_has_the_gender_of_all_who_bear_it() -> None:
    text = "Orro spoke. She left. Peter Orro came."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Orro", "n", person, {}),
        ("She", "p", None, {0: 0.9}),
        ("Peter Orro", "n", person, {}),
    )
    assert not same(found, 0, 1)
    assert same(found, 0, 2)


def test_he_is_no_document_and_nobody_of_several() -> None:
    text = "The divers left. The report came. He said no."
    found = clustered(
        text,
        ("divers", "d", Refers.PERSON, {}),
        ("report", "d", None, {}),
        ("He", "p", None, {0: 0.5, 1: 0.5}),
    )
    assert not same(found, 0, 2)
    assert not same(found, 1, 2)


def test_the_same_noun_takes_up_who_went_by_it() -> None:
    text = "Sources spoke. Ilse Orro left. The sources said no. A witness came. Orro left."
    text += " The witness said no. His witness came."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Sources", "d", person, {}),
        ("Ilse Orro", "n", person, {}),
        ("sources", "d", person, {}),
        ("witness", "d", person, {}),
        ("Orro", "n", person, {}),
        ("witness", "d", person, {}),
        ("witness", "d", person, {}),
    )
    assert same(found, 0, 2)
    assert same(found, 3, 5)
    assert not same(found, 3, 6)


def test_a_document_is_called_by_other_nouns() -> None:
    text = "A study found it. The paper said so. The research did too. Another report was mild."
    text += " The lawsuit said no."
    found = clustered(
        text,
        ("study", "d", None, {}),
        ("paper", "d", None, {}),
        ("research", "d", None, {}),
        ("report", "d", None, {}),
        ("lawsuit", "d", None, {}),
    )
    assert same(found, 0, 1)
    assert same(found, 0, 2)
    assert not same(found, 0, 3)
    assert not same(found, 3, 4)


def test_a_headline_and_the_text_speak_of_one_document() -> None:
    text = "Lamps harm moths, study finds\nMoths die, says a new study. A study of 2009 was mild."
    found = clustered(
        text,
        ("study", "d", None, {}),
        ("study", "d", None, {}),
        ("study", "d", None, {}),
    )
    assert same(found, 0, 1)
    assert not same(found, 1, 2)


def test_the_text_says_that_a_name_is_a_bodys() -> None:
    text = "Velora, the struggling chipmaker, denied it. Telmar News left. The company said no."
    text += " Later Velora agreed. Russia, an ally of the government, spoke."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Velora", "n", person, {}),
        ("chipmaker", "d", person, {}),
        ("Telmar News", "n", Refers.BODY, {}),
        ("company", "d", Refers.BODY, {}),
        ("Velora", "n", person, {}),
        ("Russia", "n", Refers.PLACE, {}),
        ("government", "d", Refers.BODY, {}),
    )
    assert same(found, 0, 1)
    assert same(found, 0, 3)
    assert same(found, 0, 4)
    assert found.of[0].refers is Refers.BODY
    assert not same(found, 5, 6)


def test_a_full_name_is_no_bodys_whatever_stands_behind_it() -> None:
    text = "Ilse Orro, the chipmaker, left."
    found = clustered(
        text, ("Ilse Orro", "n", Refers.PERSON, {}), ("chipmaker", "d", Refers.BODY, {})
    )
    assert found.of[0].refers is Refers.PERSON


def test_who_goes_by_a_name_is_the_one_told_of_before() -> None:
    text = "A spokesman, who goes by the name Orro, left. A pilot met Tolliver."
    person = Refers.PERSON
    found = clustered(
        text,
        ("spokesman", "d", person, {}),
        ("who", "p", None, {0: 0.9}),
        ("Orro", "n", person, {}),
        ("pilot", "d", person, {}),
        ("Tolliver", "n", person, {}),
    )
    assert same(found, 0, 2)
    assert not same(found, 3, 4)


def test_a_single_name_of_a_body_stays_one_where_it_is_taken_for_a_persons() -> None:
    text = "Parlo denied it. Orro left. Parlo said no. Orro's guild met."
    person = Refers.PERSON
    found = clustered(
        text,
        ("Parlo", "n", Refers.BODY, {}),
        ("Orro", "n", person, {}),
        ("Parlo", "n", person, {}),
    )
    assert same(found, 0, 2)
    assert found.of[0].refers is Refers.BODY


def test_his_campaign_is_not_hers() -> None:
    text = "The governor's campaign spoke. His campaign did not. The campaign went on."
    found = clustered(
        text,
        ("campaign", "d", Refers.BODY, {}),
        ("campaign", "d", Refers.BODY, {}),
        ("campaign", "d", Refers.BODY, {}),
    )
    assert not same(found, 0, 1)
    assert same(found, 1, 2)


def test_a_letter_does_not_hide_who_wrote_it() -> None:
    text = "Maria Orro left in May. The mayor wrote home. The letter said no. Then she said why."
    found = clustered(
        text,
        ("Maria Orro", "n", Refers.PERSON, {}),
        ("mayor", "d", Refers.PERSON, {}),
        ("letter", "d", None, {}),
        ("she", "p", None, {0: 0.6, 1: 0.2}),
    )
    assert same(found, 1, 3)


def test_a_name_beside_a_bare_pronoun_leaves_nothing_open() -> None:
    text = "Maria Orro left with them. She said no. She said so."
    found = clustered(
        text,
        ("Maria Orro", "n", Refers.PERSON, {}),
        ("She", "p", None, {}),
        ("She", "p", None, {0: 0.45, 1: 0.5}),
    )
    assert same(found, 0, 2)
    assert 2 not in found.open


def test_what_firms_have_in_common_makes_them_one_no_more() -> None:
    text = "Velmar Inc. grew. Onrada Inc. shrank."
    body = Refers.BODY
    found = clustered(text, ("Velmar Inc", "n", body, {}), ("Inc", "n", body, {0: 0.9}))
    assert not same(found, 0, 1)


def test_she_is_nothing_that_no_word_says_is_a_person() -> None:
    text = "The arithmetic failed. The sailor left. She said no."
    found = clustered(
        text,
        ("arithmetic", "d", None, {}),
        ("sailor", "d", None, {}),
        ("She", "p", None, {0: 0.6, 1: 0.3}),
    )
    assert same(found, 1, 2)


def test_a_name_that_is_kept_back_is_nobodys_later_on() -> None:
    """The engine takes a name for somebody described; the text says that he is not named."""
    person, said = Refers.PERSON, "told the paper. Ilse Orro, a diver, said no."
    for words, one in (
        (f"A former foreman, who spoke on condition of anonymity, {said}", False),
        (f"A former foreman, who spoke for an hour, {said}", True),
        (f"A former foreman met Bram Tolliver, who asked not to be named, and {said}", True),
    ):
        found = clustered(
            words, ("foreman", "d", person, {}), ("Ilse Orro", "n", person, {0: 0.9}), Orro="diver"
        )
        assert same(found, 0, 1) is one, words


def test_who_leads_is_no_report() -> None:
    """The engine takes a noun for people to refer to a paper."""
    text = "A report came out. The old leader left. The report was long."
    found = clustered(
        text,
        ("report", "d", None, {}),
        ("leader", "d", None, {0: 0.9}),
        ("report", "d", None, {1: 0.9}),
    )
    assert not same(found, 0, 1)
    assert same(found, 0, 2)


def test_the_same_noun_described_alike_takes_up_who_did_not_speak_yet() -> None:
    text = "The paper names a former foreman and Ilse Orro. The former foreman said no."
    person, at = Refers.PERSON, text.rindex("foreman")
    mentions = (
        Mention(Span(text.index("foreman"), text.index(" and")), Form.NOUN, person),
        Mention(Span(text.index("Ilse"), text.index(". The")), Form.NAME, person),
        Mention(Span(at, at + 7), Form.NOUN, person, (Antecedent(1, 0.9),)),
    )
    found = clusters_of(Met(text, mentions, speaking=[mentions[2].span]))
    assert same(found, 0, 2)
