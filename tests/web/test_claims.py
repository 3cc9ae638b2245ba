"""Claims, speakers and who relies on whom as pages: what they show, and that it leads to words."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import gates
import press
import pytest
from fastapi.testclient import TestClient
from sites import Site

from reportedly.record import Record
from reportedly.record.answers import Claim
from reportedly.web import Settings
from reportedly.web.said import months


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that no test changes."""
    with pytest.MonkeyPatch.context() as patch:
        press.employ(patch)
        return gates.held(tmp_path_factory.mktemp("gates"))


@pytest.fixture
def client(where: str, site: Site) -> TestClient:
    return site(Settings(where))


@pytest.fixture
def claim(where: str) -> Claim:
    """The claim of the gates."""
    with Record.open(where, readonly=True) as record:
        return next(iter(record.claims()))


def _got(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def _text(html: str) -> str:
    """What a reader sees of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _part(html: str, name: str) -> str:
    """The section that is headed by an id."""
    found = re.search(rf'<section aria-labelledby="{name}">.*?</section>', html, re.DOTALL)
    assert found, name
    return found[0]


def _data(html: str, picture: str) -> list[dict[str, str]]:
    """What a picture's table says: of each row, the values for the picture."""
    found = re.search(rf'<table[^>]* data-picture="{picture}".*?</table>', html, re.DOTALL)
    assert found, picture
    rows = re.findall(r"<tr ([^>]*)>", found[0])
    values = [re.findall(r"""data-([\w-]+)=(?:"([^"]*)"|'([^']*)')""", row) for row in rows]
    return [{name: unescape(one or two) for name, one, two in row} for row in values]


def test_the_list_has_each_claim_with_its_counts(client: TestClient, claim: Claim) -> None:
    page = _got(client, "/claims")
    assert f'href="/claims/{claim.id}"' in page
    told = "5 statements by 3 speakers in 5 documents of 4 publishers · 2031-05-04 to 2031-06-01"
    assert f"{told} · 1 denial" in _text(page)
    assert "in 6 documents of 5 publishers, 2031-05-05 to 2031-06-03" in _text(page)


def test_a_claim_tells_how_often_and_from_where(client: TestClient, claim: Claim) -> None:
    text = _text(_got(client, f"/claims/{claim.id}"))
    assert "Independent origins at least 1, at most 2" in text
    assert "Denials 1" in text
    assert "Looked for in 6 documents of 5 publishers" in text


def test_a_claims_time_line_tells_statements_apart(client: TestClient, claim: Claim) -> None:
    rows = _data(_got(client, f"/claims/{claim.id}"), "timeline")
    told = [(row["day"], row["lane"], row["stand"]) for row in rows]
    assert told == [
        ("2031-05-04", "Ada Morn", "states"),
        ("2031-05-06", "Ada Morn", "states"),
        ("2031-05-06", "Ben Orro", "denies"),
        ("2031-05-09", "officials", "states"),
        ("2031-06-01", "Ada Morn", "states"),
    ]


def test_every_row_of_a_time_line_leads_to_the_words(client: TestClient, claim: Claim) -> None:
    for row in _data(_got(client, f"/claims/{claim.id}"), "timeline"):
        place, _, name = row["href"].partition("#")
        assert f'id="{name}"' in _got(client, place)


def test_chains_go_from_who_speaks_over_carriers(client: TestClient, claim: Claim) -> None:
    page = _got(client, f"/claims/{claim.id}")
    found = {
        (row["speaker"], row["publisher"]): (re.findall(r'"name": "([^"]+)"', row["carriers"]), row)
        for row in _data(page, "layers")
    }
    assert found["Ada Morn", "The Courier"][0] == ["Harbour Wire"]
    assert found["Ada Morn", "Northline"][1]["statements"] == "2"
    assert found["Ben Orro", "The Dispatch"][0] == []
    assert "Harbour Wire" in _text(_part(page, "chains"))


def test_receipts_show_the_words_of_both_sides(client: TestClient, claim: Claim) -> None:
    origins = _part(_got(client, f"/claims/{claim.id}"), "origins")
    receipt = origins[origins.index('class="receipts"') :]
    quoted = [_text(one) for one in re.findall(r"<blockquote.*?</blockquote>", receipt, re.DOTALL)]
    sides = {one.rpartition(" in the night ")[2].removeprefix("of the flood” ") for one in quoted}
    assert {"Northline, 2031-05-05", "Evening Bell, 2031-05-09"} <= sides
    assert len(quoted) == 4
    assert all(gates.CLOSED[:40] in one for one in quoted)


def test_denials_stand_by_themselves(client: TestClient, claim: Claim) -> None:
    denials = _text(_part(_got(client, f"/claims/{claim.id}"), "denials"))
    assert "Ben Orro" in denials
    assert "Ada Morn" not in denials


def test_a_claim_that_nobody_denies_says_where_it_was_looked_for(
    client: TestClient, where: str
) -> None:
    with Record.open(where, readonly=True) as record:
        pears = [claim for claim in record.claims() if "pears" in claim.label]
    denials = _text(_part(_got(client, f"/claims/{pears[0].id}"), "denials"))
    assert "No denial was found in 6 documents of 5 publishers" in denials


def test_the_wording_shows_what_was_put_in(client: TestClient, claim: Claim) -> None:
    wording = _part(_got(client, f"/claims/{claim.id}"), "wording")
    assert "<ins>of the flood</ins>" in wording


def test_what_articles_say_is_never_markup(client: TestClient, claim: Claim) -> None:
    page = _got(client, f"/claims/{claim.id}")
    assert "<b>closed</b>" not in page
    assert "Gates &lt;b&gt;closed&lt;/b&gt;" in page


def test_an_id_of_a_statement_leads_to_its_claim(client: TestClient, claim: Claim) -> None:
    name = claim.attributions[-1].id.replace("/a", "-")[1:]
    answer = client.get(f"/claims/c{name}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/claims/{claim.id}"


@pytest.mark.parametrize("kind", ["claims/c", "speakers/s", "narratives/n"])
def test_what_the_record_does_not_hold_is_not_found(client: TestClient, kind: str) -> None:
    answer = client.get(f"/{kind}000000000000-0000000000")
    assert answer.status_code == 404
    assert "the record holds no" in answer.text


@pytest.mark.parametrize("path", ["/claims", "/speakers", "/narratives"])
def test_a_list_that_goes_on_behind_nothing_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path, params={"after": "c000000000000-0000000000"}).status_code == 404


def test_speakers_are_found_by_name(client: TestClient) -> None:
    text = _text(_got(client, "/speakers?words=morn"))
    assert "Ada Morn" in text
    assert "minister of ports; former minister" in text
    assert "Ben Orro" not in text


def test_nobody_of_a_name_says_where_was_looked(client: TestClient) -> None:
    text = _text(_got(client, "/speakers?words=nobody"))
    assert "Nobody of that name was found speaking in 6 documents of 5 publishers" in text


def test_a_speaker_has_roles_claims_carriers_and_statements(
    client: TestClient, claim: Claim
) -> None:
    ada = next(one.speaker_id for one in claim.attributions if one.speaker == "Ada Morn")
    page = _got(client, f"/speakers/{ada}")
    roles = [(row["name"], row["first"], row["last"]) for row in _data(page, "spans")]
    assert ("minister of ports", "2031-05-05", "2031-05-05") in roles
    assert ("former minister", "2031-06-01", "2031-06-01") in roles
    assert f'href="/claims/{claim.id}"' in _part(page, "claims")
    assert "Harbour Wire" in _text(_part(page, "carriers"))
    assert [row["lane"] for row in _data(page, "timeline")] == [
        "Northline",
        "The Courier",
        "Northline",
    ]


def test_a_speakers_statements_go_on(
    client: TestClient, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.web.pages.speakers.STATEMENTS", 2)
    ada = next(one.speaker_id for one in claim.attributions if one.speaker == "Ada Morn")
    first = _part(_got(client, f"/speakers/{ada}"), "statements")
    assert first.count('<article class="statement') == 2
    (more,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = _part(_got(client, unescape(more)), "statements")
    assert second.count('<article class="statement') == 1
    assert "2031-06-01" in second
    assert 'rel="next"' not in second


def test_the_network_leads_to_the_statements(client: TestClient) -> None:
    page = _got(client, "/network")
    (tie,) = _data(page, "matrix graph")
    assert (tie["publisher"], tie["carrier"], tie["statements"]) == (
        "The Courier",
        "Harbour Wire",
        "1",
    )
    assert gates.LATER in _text(_got(client, tie["href"]))


@pytest.mark.parametrize("path", ["/claims", "/speakers", "/narratives", "/network"])
def test_an_empty_record_has_pages_that_say_so(tmp_path: Path, site: Site, path: str) -> None:
    client = site(Settings(str(tmp_path / "empty.db")))
    assert "in 0 documents" in _text(_got(client, path))


def test_a_list_of_claims_goes_on(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.pages.claims.PAGE", 1)
    first = _got(client, "/claims")
    (more,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = _got(client, unescape(more))
    assert "pears" in second
    assert "pears" not in first
    assert 'rel="next"' not in second


def test_a_carrier_is_a_page_too(client: TestClient, where: str) -> None:
    with Record.open(where, readonly=True) as record:
        (wire,) = record.network().carriers
    assert "Harbour Wire" in _text(_got(client, f"/speakers/{wire.id}"))


def test_a_narrative_shows_its_claims_over_time(tmp_path: Path, site: Site) -> None:
    told = [
        ("2031-05-05", "Northern gates shut", "the northern gates of Ostia were shut by Velmar"),
        ("2031-05-09", "Velmar pays", "Velmar paid for shutting the northern gates of Ostia"),
    ]
    articles = [
        {"publisher": paper, "published": day, "title": title, "text": f"Ada Morn said that {say}."}
        for day, title, say in told
        for paper in ("Northline", "The Courier")
    ]
    where = str(tmp_path / "story.db")
    with Record.open(where) as record:
        record.add([press.newspaper(tmp_path / "story.jsonl", articles)])
        story = next(iter(record.narratives()))
    client = site(Settings(where))
    assert f'href="/narratives/{story.id}"' in _got(client, "/narratives")
    rows = _data(_got(client, f"/narratives/{story.id}"), "spans")
    assert [(row["name"], row["href"]) for row in rows] == [
        (claim.label, f"/claims/{claim.id}") for claim in story.claims
    ]


def test_the_report_has_every_statement_and_its_words(client: TestClient, claim: Claim) -> None:
    page = _got(client, f"/claims/{claim.id}/report")
    assert page.count('<section class="said') == len(claim.attributions)
    assert all(one.id in page for one in claim.attributions)
    assert "<style" not in page
    assert f'href="/claims/{claim.id}/report"' in _got(client, f"/claims/{claim.id}")


def test_the_report_of_what_is_not_held_is_not_found(client: TestClient) -> None:
    assert client.get("/claims/c000000000000-0000000000/report").status_code == 404


def test_who_says_much_is_counted_by_month(
    client: TestClient, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.web.pages.speakers.MARKED", 2)
    ada = next(one.speaker_id for one in claim.attributions if one.speaker == "Ada Morn")
    page = _got(client, f"/speakers/{ada}")
    assert "timeline" not in re.findall(r'data-picture="(\w+)"', page)
    rows = [(row["month"], row["n"]) for row in _data(page, "counts")]
    assert rows == [("2031-05", "2"), ("2031-06", "1")]


def test_a_week_counts_for_the_month_that_most_of_it_lies_in() -> None:
    days = [("2031-W01", 1), ("2030-12-31", 2), ("2031-01", 4), ("2031", 8), ("2031-W31", 16)]
    assert months(days) == (("2030-12", 2), ("2031", 8), ("2031-01", 5), ("2031-07", 16))
