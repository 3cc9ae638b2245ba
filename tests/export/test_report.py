"""The report of a claim, read by lxml."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import quay
from hypothesis import given, settings
from jinja2 import ChoiceLoader, DictLoader, Environment, StrictUndefined
from lxml import etree, html
from pier import PIER
from readings import Made, reading
from strategies import extractions

from reportedly.export import OfClaim, Uris
from reportedly.export.chosen import choose
from reportedly.export.excerpts import excerpt
from reportedly.export.report import LOADER, environment, report, write
from reportedly.export.selection import Scope
from reportedly.record import Record
from reportedly.schema import Extraction, Span

Fill = Callable[..., Record]


def page(*found: Extraction) -> Any:
    data = b"".join(write(Made(*map(reading, found), scope=Scope.CLAIM), Uris()))
    return parsed(data)


def parsed(data: bytes) -> Any:
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def text(element: Any) -> str:
    """What can be read of an element; words of different cells stand apart."""
    apart = re.sub(
        r"(</(?:dt|dd|td|th|p|li|h\d|div)>)", r" \1", html.tostring(element, encoding="unicode")
    )
    return " ".join(html.fromstring(apart).text_content().split())


def test_every_statement_has_words_document_span_and_digest(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    found = parsed(exported("report", OfClaim(claim.id)))
    shown = found.xpath("//section[contains(@class, 'said ')]")
    assert len(shown) == len(claim.attributions) == 6
    for section, said in zip(shown, claim.attributions, strict=True):
        whole = text(section)
        assert said.document in whole
        assert said.id in whole
        assert said.stand in section.get("class").split()
        (span,) = said.content
        assert f"{span.start}–{span.end}" in whole
        words = "".join(section.xpath(".//blockquote//*[@class='content']//text()"))
        original = record.reading(said.id.partition("/")[0]).extraction.document.text
        assert words == span.read(original)


def test_origins_have_their_receipts_with_the_words_on_both_sides(
    record: Record, exported: Any
) -> None:
    claim = next(record.claims())
    found = parsed(exported("report", OfClaim(claim.id)))
    listed = found.xpath("//ol[@class='origins']/li")
    assert len(listed) == len(claim.origins.groups)
    reasons = [r for g in claim.origins.groups for r in g.reasons]
    assert reasons
    for reason in reasons:
        assert any(reason.text in text(item) for item in listed)
    assert "at least 2, at most 3 independent origins" in text(found)


def test_an_origin_that_may_be_another_is_not_counted_and_says_so(record: Record) -> None:
    claim = next(record.claims())
    groups = list(claim.origins.groups)
    groups[1] = replace(groups[1], may_be=(0, 2))
    changed = replace(claim, origins=replace(claim.origins, groups=tuple(groups)))
    readings = choose(record, OfClaim(claim.id)).readings()
    shown = environment().get_template("report/page.html")
    found = parsed(shown.render(report=report(record, changed, readings), version="0").encode())
    second = found.xpath("//ol[@class='origins']/li")[1]
    assert "May go back to origin 1 or 3, and is not counted as one more." in text(second)


def test_denials_and_what_was_searched_are_said(record: Record, exported: Any) -> None:
    claim = next(record.claims())
    whole = text(parsed(exported("report", OfClaim(claim.id))))
    assert "Denied in 2 statements: No. 3, 5" in whole
    assert "in 5 documents of 3 publishers, 2031-05-05 to 2031-05-08" in whole
    other = list(record.claims())[-1]
    undenied = text(parsed(exported("report", OfClaim(other.id))))
    assert "no statement in 5 documents of 3 publishers" in undenied


def test_the_wording_is_compared(filled: Fill, exported: Any) -> None:
    later = {**quay.PRINTING, "text": f"Ada Morn said on 2031-05-04 that {quay.CLOSED} at night."}
    record = filled(quay.GATES, later)
    claim = next(record.claims())
    found = parsed(exported("report", OfClaim(claim.id), of=record))
    (change,) = found.xpath("//div[@class='change']")
    assert "89% of the words are in both" in text(change)
    before, after = change.xpath(".//blockquote")
    assert before.text_content() == f"that {quay.CLOSED}"
    assert not before.xpath(".//span")
    assert after.xpath("string(.//span[@class='changed added'])") == "at night"


def safe(found: Any) -> None:
    """Nothing in it runs, loads or leads anywhere but to itself and the web."""
    assert not found.xpath("//script|//iframe|//object|//embed|//img|//link|//form|//base|//svg")
    for element in found.iter(etree.Element):
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name == "href":
                assert re.match(r"#[so]\d+$|https?://", value), value
            else:
                assert name != "src"


def test_nothing_of_an_article_is_markup(hostile: Record, exported: Any) -> None:
    for claim in hostile.claims():
        found = parsed(exported("report", OfClaim(claim.id), of=hostile))
        safe(found)
        assert "<script>alert" in found.text_content() or "=1+1" in found.text_content()
        assert "/srv/somebody" not in html.tostring(found, encoding="unicode")
        assert "{{ 7 * 7 }}" in found.text_content() or "=HYPERLINK" in found.text_content()
        assert found.xpath("//bdi")


@given(extractions().filter(lambda e: e.attributions))
@settings(max_examples=60)
def test_anything_is_shown_and_is_no_markup(found: Extraction) -> None:
    shown = page(found)
    safe(shown)
    assert len(shown.xpath("//section[contains(@class, 'said ')]")) == len(found.attributions)


def test_evidence_and_chain_are_shown() -> None:
    whole = text(page(PIER))
    assert "Northline ← Coast Mail (official) ← Radio Lissom (church-owned) ← Ilse Orro" in whole
    assert "none offered, by the publisher: “No photograph, however, has been shown”" in whole
    assert "not confirm" in whole
    assert "“he said” (open who that is)" in whole


def test_a_report_can_be_shown_within_another_page(record: Record) -> None:
    """The reading room has a page of its own around it, and its own rules of style."""
    room = DictLoader({"room.html": "<main>{% include 'report/claim.html' %}</main>"})
    own = Environment(
        loader=ChoiceLoader([room, LOADER]), autoescape=True, undefined=StrictUndefined
    )
    claim = next(record.claims())
    shown = report(record, claim, choose(record, OfClaim(claim.id)).readings())
    page = own.get_template("room.html").render(report=shown)
    assert "<style" not in page
    assert page.count("<section") >= 6


def test_an_excerpt_has_every_character_once() -> None:
    words = "one two three four five six seven eight nine ten " * 30
    roles = {"source": (Span(500, 507),), "content": (Span(520, 540), Span(1200, 1210))}
    first, second = excerpt(words, roles)
    inner = first[1:-1]  # without the signs that the text goes on
    joined = "".join(part.text for part in inner)
    assert joined in words
    assert [part.text for part in inner if part.role] == [words[500:507], words[520:540]]
    assert [part.role for part in second if part.role] == ["content"]
