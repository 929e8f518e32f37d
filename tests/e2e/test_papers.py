"""A paper, as people read it: marks in its words, and what each stands for."""

from __future__ import annotations

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.visiting import Open

from graph.web.assets import built

PAPER = "/doc/document/kst-36800-XX-7"
FIGURE = f"{PAPER}/answer/11/statistic/69630-1"
scripted = pytest.mark.skipif(not built(), reason="the scripts are not built: `make web`")


def _count(address: str, query: str) -> int:
    text = f"PREFIX kg: <https://w3id.org/kamergraaf/def/> SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {query} }}"
    with urlopen(f"{address}/sparql?query={quote(text)}", timeout=60) as answer:  # noqa: S310 our own server
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


def _in_view(page: Page, identifier: str) -> bool:
    return bool(
        page.evaluate(
            "id => { const box = document.getElementById(id).getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight }",
            identifier,
        )
    )


def test_a_page_marks_as_many_figures_as_the_graph_has(visit: Open) -> None:
    opened = visit()
    page = opened.go(PAPER)
    figures = _count(opened.address, "?x a kg:Statistic")
    assert figures > 50
    assert page.locator("[id*='/statistic/']").count() == figures
    assert page.locator(".beside tbody tr").count() == figures
    assert page.locator("[id*='/non-answer/']").count() == _count(opened.address, "?x a kg:NonAnswer")


@scripted
def test_a_figure_opens_a_card_and_closing_it_gives_the_place_back(visit: Open) -> None:
    page = visit().go(PAPER)
    mark = page.get_by_title("Cijfer: 69.630", exact=False).first
    mark.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card.get_by_role("heading", name="69.630")).to_be_visible()
    expect(card).to_contain_text("Centraal Orgaan opvang asielzoekers")
    expect(card).to_contain_text("minstens 69.625, hoogstens 69.635")
    assert page.url.endswith("#answer/11/statistic/69630-1")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "69.630 plekken"


@scripted
def test_a_card_that_cannot_be_had_leads_to_the_page(visit: Open) -> None:
    opened = visit(expected=("503",))
    page = opened.go(PAPER)
    page.route("**/card?*", lambda route: route.fulfill(status=503))
    page.get_by_title("Cijfer: 69.630", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("69.630")
    assert page.url == opened.address + FIGURE


def test_without_scripts_a_mark_leads_to_its_page_and_back_to_its_sentence(visit: Open) -> None:
    opened = visit(scripts=False)
    page = opened.go(PAPER)
    page.get_by_title("Cijfer: 69.630", exact=False).first.click()
    expect(page.locator("figure.passage mark")).to_have_text("69.630 plekken")
    page.get_by_role("link", name="Lees het in het document").click()
    assert page.url.split("#")[0] == opened.address + PAPER


def test_a_link_to_a_passage_shows_it_highlighted(visit: Open) -> None:
    page = visit().go(f"{PAPER}#answer/11/statistic/69630-1")
    mark = page.locator("[id='answer/11/statistic/69630-1']")
    expect(mark).to_be_in_viewport()
    assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    assert mark.evaluate("mark => mark.matches(':target')")


def test_a_figure_says_how_it_is_cited_and_how_a_mistake_is_reported(visit: Open) -> None:
    page = visit().go(FIGURE)
    expect(page.locator(".citation")).to_contain_text(
        "https://w3id.org/kamergraaf/id/document/kst-36800-XX-7/answer/11"
    )
    page.get_by_role("link", name="Meld een fout").click()
    expect(page.get_by_label("De tekst")).to_have_value(
        f"Waar: https://w3id.org/kamergraaf/id{FIGURE.removeprefix('/doc')}\n"
        "Wat er staat: \nWat er zou moeten staan: \nWaar dat blijkt (stuk, bladzijde, zin): "
    )


def test_the_language_is_switched_and_kept(visit: Open) -> None:
    page = visit().go(PAPER)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Question 11")).to_be_visible()
    page.get_by_role("link", name="Question 11").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Nederlands").click()
    expect(page.get_by_role("heading", name="Vraag 11")).to_be_visible()
