"""The page of judgements: what is asked, with what speaks for and against; decided, and undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import press
import pytest
import quay
from fastapi.testclient import TestClient
from sites import Site

from reportedly.record import Record
from reportedly.schema import Span, Verdict
from reportedly.web import Settings
from reportedly.web.candidates import excerpt
from reportedly.web.security.tokens import Tokens, new_token

SOLD = "the mayor of Ostia sold the northern tower to merchants"
MAY = "the mayor of Ostia may have sold the northern tower to merchants"
ARTICLES = [
    *quay.PAPERS,
    {
        "publisher": "The Lamp",
        "published": "2031-05-01",
        "title": "Tower <b>sold</b>",
        "text": f"It had rained for a week. Cato Vex, mayor of Ostia, said that {SOLD}. "
        "Eleven witnesses saw it.",
    },
    {
        "publisher": "The Pier",
        "published": "2031-05-02",
        "text": f"Dora Lind said that {MAY}.",
    },
]
"""They leave two questions open: whether A. Morn is Ada Morn, and whether both say the same."""

Held = Callable[[], list[tuple[str, str | None, str | None]]]


@pytest.fixture
def where(tmp_path: Path) -> str:
    with Record.open(tmp_path / "news.db") as record:
        record.add([press.newspaper(tmp_path / "news.jsonl", ARTICLES)])
        assert [q.id[1] for q in record.questions()] == ["e", "c"]
    return str(tmp_path / "news.db")


@pytest.fixture
def client(where: str, site: Site) -> TestClient:
    return site(Settings(where))


@pytest.fixture
def held(where: str) -> Held:
    """The judgements that the record holds."""

    def held() -> list[tuple[str, str | None, str | None]]:
        with Record.open(where, readonly=True) as record:
            return [(j.verdict.value, j.note, j.retracted_at) for j in record.judgements()]

    return held


def shown(client: TestClient, address: str = "/judgements") -> str:
    """The page's words, without its markup."""
    answer = client.get(address)
    assert answer.status_code == 200
    text = re.sub(r"<[^>]*>", " ", answer.text)
    return " ".join(unescape(text).split()).replace(" ,", ",")


def fields(client: TestClient, address: str = "/judgements") -> dict[str, str]:
    """What the form to decide with sends, but for the decision."""
    form = client.get(address).text.partition('action="/judgements" method="post"')[2]
    form = form.partition("</form>")[0]
    return dict(re.findall(r'name="(question|at)" value="([^"]*)"', form))


def test_a_question_on_people_shows_who_they_are_and_what_they_say(client: TestClient) -> None:
    said = shown(client)
    assert "Are these two one and the same?" in said
    assert "Question 1 of 2" in said
    for words in (
        *("Ada Morn", "A. Morn", "minister of ports 2031-05-05 to 2031-05-07, in 2 documents"),
        *("3 statements in 3 documents", "The Mole, 2031-05-06", "No role is given"),
        *("the harvest of grey pears will be poor", "Speaks for it an initial"),
    ):
        assert words in said, words


def test_a_question_on_claims_shows_the_words_where_they_stand(client: TestClient) -> None:
    said = shown(client, "/judgements?at=1")
    assert "Do these two say the same?" in said
    assert f"It had rained for a week. Cato Vex, mayor of Ostia, said that {SOLD}" in said
    assert "Eleven witnesses saw it." in said
    assert "Makes it doubtful only one of the two says what may be so" in said
    assert re.search(r"Speaks for it likely the same: 0\.\d\d", said)
    page = client.get("/judgements?at=1").text
    assert f'<mark class="content begins ends">that {MAY}</mark>' in page
    for document, name in re.findall(r'href="/documents/(d\w+)#(a\w+)"', page):
        assert client.get(f"/statements/{document}/{name}").status_code == 307


def test_what_the_keys_do_is_there_without_a_script(client: TestClient) -> None:
    """Buttons and links carry the keys; all of them work when pressed by hand."""
    page = client.get("/judgements").text
    keys = dict(re.findall(r'<(button|a)[^>]*data-key="([^"]*)"', page)[::-1])
    assert keys == {"button": "s", "a": "j ArrowRight"}
    assert re.findall(r'data-key="([^"]*)"', page) == ["s", "d", "u", "j ArrowRight"]
    behind = client.get("/judgements?at=1").text
    assert re.findall(r'data-key="([^"]*)"', behind) == ["s", "d", "u", "k ArrowLeft"]
    assert 'href="/judgements?at=1"' in page
    assert 'href="/judgements"' in behind


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_question_is_decided_and_the_next_one_shown(
    client: TestClient, held: Held, verdict: str
) -> None:
    given = fields(client) | {"verdict": verdict, "who": "Kim", "note": "the same desk"}
    answer = client.post("/judgements", data=given)
    assert answer.status_code == 303
    assert re.fullmatch(r"/judgements\?done=j\w{10}", answer.headers["location"])
    assert held() == [(verdict, "the same desk", None)]
    said = shown(client)
    assert "Question 1 of 1" in said
    assert "Do these two say the same?" in said
    assert "Decided last, by Kim:" in said
    assert "“the same desk”" in said
    assert re.search(r"Kim, \d{4}-\d\d-\d\d \d\d:\d\d UTC", said)


def test_one_stays_where_one_is_in_the_queue(client: TestClient) -> None:
    given = fields(client, "/judgements?at=1") | {"verdict": "different"}
    answer = client.post("/judgements", data=given)
    place = answer.headers["location"]
    assert place.startswith("/judgements?at=1&done=j")
    back = client.get(place)
    assert (back.status_code, back.headers["location"]) == (303, place.replace("at=1&", ""))
    assert "Question 1 of 1" in shown(client)


def test_the_last_decision_is_undone_with_one_key(client: TestClient, held: Held) -> None:
    before = fields(client)
    client.post("/judgements", data=before | {"verdict": "same"})
    undone = re.search(
        r'<button name="judgement" value="(j\w+)" data-key="z">', client.get("/judgements").text
    )
    assert undone
    answer = client.post("/judgements/undo", data={"judgement": undone[1], "at": "0"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/judgements")
    ((verdict, _, gone),) = held()
    assert verdict == "same"
    assert gone
    assert fields(client) == before
    said = shown(client)
    assert "taken back" in said
    assert "Decided last" not in said
    assert 'data-key="z"' not in client.get("/judgements").text


def test_what_was_decided_just_now_is_undone_first(client: TestClient) -> None:
    """However fast one decides: two decisions of one second have no order in the record."""
    places = []
    while (given := fields(client)) != {}:
        answer = client.post("/judgements", data=given | {"verdict": "same"})
        places.append(answer.headers["location"])
    assert len(places) == 2
    for place in places:
        page = client.get(place).text
        undone = re.search(r'value="(j\w+)" data-key="z"', page)
        assert undone
        assert place.endswith(undone[1])


def test_an_older_decision_is_undone_by_its_own_button(client: TestClient, held: Held) -> None:
    for verdict in ("same", "different"):
        client.post("/judgements", data=fields(client) | {"verdict": verdict})
    assert "Nothing is open in 7 documents" in shown(client)
    first = re.findall(
        r'name="judgement" value="(j\w+)" aria-label="Undo: (?:A\.|Ada) Morn',
        client.get("/judgements").text,
    )
    assert len(first) == 1
    client.post("/judgements/undo", data={"judgement": first[0]})
    assert {verdict: bool(gone) for verdict, _, gone in held()} == {
        "same": True,
        "different": False,
    }
    assert "Are these two one and the same?" in shown(client)


def test_history_is_listed_page_by_page(client: TestClient, where: str) -> None:
    with Record.open(where) as record:
        pair = [one.id for one in record.speakers(limit=2)]
        for number in range(23):
            record.judge(pair[0], pair[1], Verdict.UNSURE, who=f"judge {number}")
            record.undo()
    first, second = shown(client), shown(client, "/judgements?past=20")
    listed = re.findall(r"judge \d+", first) + re.findall(r"judge \d+", second)
    assert len(set(listed)) == 23
    assert "Earlier ones" in first
    assert "Earlier ones" not in second
    assert "Later ones" in second


def test_who_decides_is_remembered(client: TestClient) -> None:
    client.post("/judgements", data=fields(client) | {"verdict": "same", "who": "Zoë; Kim"})
    assert 'name="who" value="Zoë; Kim"' in client.get("/judgements").text


def test_where_others_use_the_site_who_decides_must_be_said(
    where: str, site: Site, tmp_path: Path, held: Held
) -> None:
    token = new_token(tmp_path / "tokens.txt")
    client = site(Settings(where, tokens=Tokens.load(tmp_path / "tokens.txt")))
    client.headers["authorization"] = f"Bearer {token}"
    assert re.search(r'id="who"[^>]* required', client.get("/judgements").text)
    given = fields(client) | {"verdict": "same"}
    assert client.post("/judgements", data=given).status_code == 400
    assert held() == []
    assert client.post("/judgements", data=given | {"who": "Kim"}).status_code == 303


def test_a_site_for_reading_alone_says_why_nothing_can_be_decided(
    where: str, site: Site, held: Held
) -> None:
    with Record.open(where) as record:
        record.answer(next(record.questions()).id, Verdict.SAME, who="kim")
    client = site(Settings(where, readonly=True))
    page = client.get("/judgements").text
    assert "open for reading alone, so nothing can be decided here" in page
    assert 'method="post"' not in page.replace('action="/judgements/undo" method="post"', "")
    assert "<button name" not in page
    assert 'data-key="s"' not in page
    assert SOLD in page
    for path in ("/judgements", "/judgements/undo"):
        assert client.post(path, data={"question": "qe1-2", "verdict": "same"}).status_code == 403
    assert len(held()) == 1


def test_an_empty_queue_says_what_was_searched(tmp_path: Path, site: Site) -> None:
    said = shown(site(Settings(str(tmp_path / "new.db"))))
    assert "Nothing is open in 0 documents" in said
    assert "Decided" not in said


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"verdict": "perhaps"}, 422),
        ({"question": "qe98-99"}, 404),
        ({"question": "../x"}, 422),
        ({"who": "a\nb"}, 422),
        ({"note": "n" * 201}, 422),
        ({"at": "-1"}, 422),
    ],
)
def test_what_cannot_be_meant_changes_nothing(
    client: TestClient, held: Held, given: dict[str, str], status: int
) -> None:
    data = fields(client) | {"verdict": "same"} | given
    assert client.post("/judgements", data=data).status_code == status
    assert held() == []


def test_nothing_to_undo_is_said(client: TestClient) -> None:
    assert client.post("/judgements/undo").status_code == 400
    assert client.post("/judgements/undo", data={"judgement": "j0123456789"}).status_code == 404


def test_words_of_articles_are_no_markup(client: TestClient) -> None:
    page = client.get("/judgements?at=1").text
    assert "Tower &lt;b&gt;sold&lt;/b&gt;" in page
    assert "<b>" not in page


def test_an_excerpt_is_cut_between_words_and_keeps_all_that_is_meant() -> None:
    text = "one two three four five six seven eight nine ten"
    spans = (Span(14, 18), Span(24, 27))
    bits = excerpt(text, spans, around=9)
    assert [(bit.text, bit.meant) for bit in bits] == [
        ("… three ", False),
        ("four", True),
        (" five ", False),
        ("six", True),
        (" seven …", False),
    ]
    whole = excerpt(text, (Span(0, len(text)),))
    assert [(bit.text, bit.meant) for bit in whole] == [(text, True)]
    assert "".join(bit.text for bit in excerpt(text, (Span(4, 7),), around=99)) == text
