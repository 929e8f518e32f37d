"""The editor of queries, as people use it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.visiting import SECONDS, Open, data_of, texts

from graph.describe.examples import examples
from graph.web.assets import built

pytestmark = pytest.mark.skipif(not built(), reason="the scripts are not built: `make web`")

PLACES = next(example for example in examples() if example.slug == "reception-places")
GRAPH = next(example for example in examples() if example.form == "CONSTRUCT" and not example.elsewhere)
KG = "PREFIX kg: <https://w3id.org/kamergraaf/def/>\n"
COUNT = f"{KG}SELECT (COUNT(?q) AS ?questions) {{ ?q a kg:Question }}"
FIELD = "#ask .cm-content"
RUN = "#ask button[type=submit]"

DRAWN = """canvas => new Promise(done => {
    const end = performance.now() + 10000;
    const look = () => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        if (new Set(data).size > 20 || performance.now() > end) done(performance.now() <= end);
        else requestAnimationFrame(look);
    };
    look();
})"""
"""Whether a canvas shows more than a few colours, within ten seconds."""


def write(page: Page, query: str) -> None:
    """Put a query in the field as someone who writes it."""
    page.locator(FIELD).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(query)


def run(page: Page, query: str) -> None:
    write(page, query)
    page.locator(RUN).click()


def test_an_example_is_chosen_run_and_drawn_in_english(visit: Open) -> None:
    page = visit().go("/sparql?lang=en")
    page.get_by_role("link", name=PLACES.titles["en"]).click()
    expect(page.locator(FIELD)).to_contain_text("opvangplekken")
    page.get_by_role("button", name="Run the query").click()
    expect(page.locator("#status")).to_contain_text("10 rows")
    assert texts(page, "#answer thead th") == ["day", "part", "places", "counted", "page", "words"]
    assert page.locator("#answer tbody tr").count() == 10
    assert "69,630" in texts(page, "#answer tbody tr:first-child td")
    page.get_by_role("button", name="Chart").click()
    chart = page.get_by_role("img", name="Chart of places by day")
    expect(chart).to_be_visible()
    assert chart.evaluate(DRAWN), "the canvas is empty"
    assert page.get_by_label("Series by").input_value() == "part"
    page.get_by_role("button", name="Raw answer").click()
    shown = json.loads(page.locator("#answer pre").inner_text())
    assert len(shown["results"]["bindings"]) == 10


def test_numbers_and_texts_are_those_of_the_language(visit: Open) -> None:
    page = visit().go(f"/sparql#query={quote(PLACES.text)}")
    expect(page.locator("#status")).to_contain_text("10 rijen")
    assert "69.630" in texts(page, "#answer tbody tr:first-child td")
    assert texts(page, ".views button") == ["Tabel", "Grafiek", "Ruw antwoord"]


def test_a_table_is_sorted_filtered_and_leafed_through(visit: Open) -> None:
    page = visit().go("/sparql")
    run(page, "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o } ORDER BY ?s LIMIT 150")
    expect(page.locator("#answer tbody tr")).to_have_count(100)
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("#answer tbody tr")).to_have_count(50)
    page.get_by_role("button", name="o", exact=True).click()
    page.get_by_role("button", name="o", exact=True).click()
    assert page.locator("#answer th[aria-sort=descending]").inner_text().startswith("o")
    labels = texts(page, "#answer tbody td:last-child")
    assert len(labels) == 100
    page.get_by_label("Filter").fill(labels[0])
    expect(page.locator("#answer tbody tr").first).to_contain_text(labels[0])
    assert page.locator("#answer tbody tr").count() < 100


def test_a_thing_of_the_data_leads_to_its_page(visit: Open) -> None:
    page = visit().go("/sparql?lang=en")
    run(page, f"{KG}SELECT ?d {{ ?d a kg:Document }}")
    page.locator("#answer tbody a").click()
    page.wait_for_url("**/doc/document/**")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("query", "said", "line"),
    [
        ("SELECT *\nWHERE { ?s ?p ?o }\nLIMT 10", "Op regel 3, teken 1", "regel 3"),
        ("SELECT *\nWHERE { ?s ?p ?o ", "Meestal ontbreekt een }", "regel 2"),
    ],
)
def test_a_syntax_error_is_explained_and_its_place_shown(visit: Open, query: str, said: str, line: str) -> None:
    page = visit(expected=["status of 400"]).go("/sparql")
    run(page, query)
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("Deze vraag is geen geldige SPARQL")
    expect(problem).to_contain_text(said)
    expect(page.locator("#ask .cm-lintRange-error, #ask .cm-lintPoint-error")).to_have_count(1)
    problem.get_by_role("button", name=f"Ga naar {line}").click()
    expect(page.locator(FIELD)).to_be_focused()


def test_a_prefix_that_is_missing_is_added_by_a_button(visit: Open) -> None:
    page = visit(expected=["status of 400"]).go("/sparql?lang=en")
    run(page, COUNT.removeprefix(KG))
    page.get_by_role("alert").get_by_role("button", name="Add PREFIX kg:").click()
    page.locator(RUN).click()
    expect(page.locator("#answer tbody td")).to_have_text("25")


def test_the_limits_are_explained(visit: Open) -> None:
    page = visit(expected=["status of 504", "INCOMPLETE_CHUNKED"]).go("/sparql")
    run(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    expect(page.get_by_role("alert")).to_contain_text(f"Na {SECONDS} seconden is de vraag gestopt")
    run(page, "SELECT ?s ?p ?o { ?s ?p ?o }")
    expect(page.get_by_role("alert")).to_contain_text("Het antwoord brak af")
    assert page.locator("#answer table").count() == 0


def test_a_query_that_takes_long_can_be_stopped(visit: Open) -> None:
    page = visit().go("/sparql")
    run(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?j }")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#status")).to_have_text("De vraag is gestopt.")
    expect(page.locator(RUN)).to_have_text("Stel de vraag")


def test_classes_and_properties_of_the_data_are_completed_with_their_prefix(visit: Open) -> None:
    page = visit().go("/sparql?lang=en")
    write(page, "SELECT * { ?s a ")
    page.keyboard.type("Statis")
    option = page.locator("#ask .cm-tooltip-autocomplete li", has_text="kg:Statistic").first
    expect(option).to_be_visible()
    page.wait_for_timeout(100)  # the list takes no key within 75 ms, so that nobody chooses by accident
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_contain_text("?s a kg:Statistic")
    expect(page.locator(FIELD)).to_contain_text(KG.strip())
    page.keyboard.type(" ; skos:")
    expect(page.locator(FIELD)).to_contain_text("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>")


def test_a_link_holds_query_and_view(visit: Open) -> None:
    first = visit().go("/sparql?lang=en")
    run(first, COUNT)
    expect(first.locator("#answer tbody td")).to_have_text("25")
    first.get_by_role("button", name="Chart").click()
    first.get_by_role("button", name="Copy a link").click()
    expect(first.locator("#status")).to_contain_text("link")
    second = visit()
    second.page.goto(first.url)
    expect(second.page.locator(FIELD)).to_contain_text("kg:Question")
    expect(second.page.locator("#answer canvas")).to_be_visible()


def test_a_browser_that_opens_a_query_of_the_protocol_gets_the_editor_and_the_answer(visit: Open) -> None:
    page = visit().go(f"/sparql?query={quote(COUNT)}")
    expect(page.locator(FIELD)).to_contain_text("COUNT(?q)")
    expect(page.locator("#answer tbody td")).to_have_text("25")


def test_answers_are_taken_away_in_their_formats(visit: Open, tmp_path: Path) -> None:
    page = visit().go("/sparql?lang=en")
    for query, name, begin in ((PLACES.text, "CSV", "day,part"), (GRAPH.text, "N-Triples", "<http")):
        run(page, query)
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download as {name}").click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.read_text("utf-8").startswith(begin)


def test_without_scripts_examples_are_links_and_the_answer_is_a_file(visit: Open, tmp_path: Path) -> None:
    page = visit(scripts=False, expected=["status of 400"]).go("/sparql?lang=en")
    page.get_by_role("link", name=PLACES.titles["en"]).click()
    assert "opvangplekken" in page.locator("textarea").input_value()
    page.get_by_label("Answer as").select_option("csv")
    with page.expect_download() as download:
        page.get_by_role("button", name="Run the query").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_text("utf-8").startswith("day,part")
    page.locator("textarea").fill("SELECT")
    page.get_by_role("button", name="Run the query").click()
    expect(page.locator("h1")).to_contain_text("cannot be run")


def test_the_keyboard_alone_writes_runs_and_leaves_the_field(visit: Open) -> None:
    page = visit().go("/sparql")
    page.locator("#examples summary").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(FIELD).evaluate("field => field.matches(':focus')"):
            break
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(COUNT)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator("#answer tbody td")).to_have_text("25")
    page.keyboard.press("Tab")
    expect(page.locator(RUN)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(visit: Open, language: str, dark: bool) -> None:
    here = visit(dark=dark, expected=["status of 400"])
    page = here.go(f"/sparql?lang={language}#query={quote(PLACES.text)}")
    texts_of_page = data_of(page, "texts")
    expect(page.locator("#answer tbody tr").first).to_be_visible()
    assert here.violations() == []
    page.get_by_role("button", name=str(texts_of_page["chart"])).click()
    expect(page.locator("#answer canvas")).to_be_visible()
    assert here.violations() == []
    page.get_by_role("button", name=str(texts_of_page["raw"])).click()
    assert here.violations() == []
    run(page, "SELECT")
    expect(page.get_by_role("alert")).to_be_visible()
    assert here.violations() == []


def test_nothing_is_cut_off_at_320_pixels(visit: Open) -> None:
    here = visit(width=320)
    page = here.go(f"/sparql#query={quote(PLACES.text)}")
    expect(page.locator("#answer tbody tr").first).to_be_visible()
    assert here.overflow() == 0
    page.get_by_role("button", name="Grafiek").click()
    expect(page.locator("#answer canvas")).to_be_visible()
    assert here.overflow() == 0
