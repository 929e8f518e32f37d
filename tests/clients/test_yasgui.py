"""YASGUI in a real Chromium, on a page of another origin, as many who publish data have one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright
from tests.clients.conftest import DOCUMENT, GRAPH, KG
from tests.e2e.visiting import PATIENCE, Visit, launch, texts

NUMBERS = f"SELECT ?question ?n {{ ?question a <{KG}Question> ; <{KG}number> ?n }} ORDER BY ?n LIMIT 3"
GRAPHS = "SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }"
CONSTRUCT = f"CONSTRUCT {{ ?s <{KG}number> ?n }} WHERE {{ ?s a <{KG}Question> ; <{KG}number> ?n }}"
ROW = ".yasr table.dataTable tbody tr"


class Quiet(SimpleHTTPRequestHandler):
    """Gives files, and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


class Yasgui:
    """A page with YASGUI, and what went wrong in it."""

    def __init__(self, visit: Visit, endpoint: str) -> None:
        self.visit, self.page = visit, visit.page
        self.page.set_default_timeout(PATIENCE)
        visit.listen()
        visit.go(f"/yasgui.html?endpoint={quote(endpoint, safe='')}")

    def configure(self, **settings: object) -> None:
        """Set what the tab asks with, as its settings do."""
        self.page.evaluate("settings => window.yasgui.getTab().setRequestConfig(settings)", settings)

    def ask(self, query: str) -> Response:
        """Write a query, press the button, and wait until what came is shown."""
        self.page.evaluate("query => window.yasgui.getTab().getYasqe().setValue(query)", query)
        with self.page.expect_response(lambda response: "/sparql" in response.url) as answer:
            self.page.click(".yasqe_queryButton")
        self.page.wait_for_selector(".yasr_results *:visible")
        self.page.wait_for_function("() => !document.querySelector('.yasqe_queryButton.busy')")
        return answer.value


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the files of a folder; gives the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, for the tests of this module."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def elsewhere(installed: Path) -> Iterator[str]:
    """The address of the page with YASGUI, which is another origin than the endpoint."""
    with served(installed) as address:
        yield address


@pytest.fixture
def yasgui(chromium: Browser, elsewhere: str, endpoint: str) -> Iterator[Yasgui]:
    """A page with YASGUI; it may end with no complaint of the console, and ask nobody but its own server and ours."""
    context = chromium.new_context(accept_downloads=True)
    visit = Visit(context.new_page(), elsewhere)
    yield Yasgui(visit, endpoint)
    context.close()
    visit.elsewhere[:] = [url for url in visit.elsewhere if url.partition("?")[0] != endpoint]
    visit.check()


def rows(page: Page) -> list[list[str]]:
    """Give the cells of the table that is shown, without the number of the row."""
    page.wait_for_selector(ROW)
    return [row.split("\t")[1:] for row in texts(page, ROW)]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_rows_of_a_select_are_shown_on_a_page_of_another_origin(yasgui: Yasgui, method: str) -> None:
    yasgui.configure(method=method)
    answer = yasgui.ask(NUMBERS)
    assert answer.request.method == method and answer.status == 200
    assert answer.header_value("access-control-allow-origin") == "*"
    assert answer.request.header_value("origin") == yasgui.visit.address
    shown = rows(yasgui.page)
    assert [cells[0].strip("<>\n ") for cells in shown] == [f"{DOCUMENT}/question/{n}" for n in (1, 2, 3)]
    assert [cells[1].strip().partition("^^")[0] for cells in shown] == ['"1"', '"2"', '"3"']


def test_triples_of_a_construct_are_shown(yasgui: Yasgui) -> None:
    answer = yasgui.ask(CONSTRUCT)
    assert str(answer.header_value("content-type")).partition(";")[0] == "application/n-triples"
    shown = rows(yasgui.page)
    assert len(shown) == 25
    assert {cells[0].strip("<>\n ") for cells in shown} >= {f"{DOCUMENT}/question/{n}" for n in (1, 25)}


@pytest.mark.parametrize(("kind", "said"), [("Question", "True"), ("NoSuchThing", "False")])
def test_the_answer_of_an_ask_is_shown(yasgui: Yasgui, kind: str, said: str) -> None:
    yasgui.ask(f"ASK {{ ?s a <{KG}{kind}> }}")
    yasgui.page.wait_for_selector(f".yasr_results >> text={said}")
    assert texts(yasgui.page, ".yasr_results") == [said]


def test_a_graph_that_is_chosen_restricts_what_is_found(yasgui: Yasgui) -> None:
    # YASGUI 4.6.2 sends the graphs of its setting for default graphs nowhere, so named ones are chosen.
    yasgui.configure(namedGraphs=[GRAPH])
    yasgui.ask(GRAPHS)
    assert [cells[0].strip("<>\n ") for cells in rows(yasgui.page)] == [GRAPH]
    yasgui.configure(namedGraphs=[f"{KG}no-such-graph"])
    assert yasgui.ask(GRAPHS).json()["results"]["bindings"] == []


def test_a_mistake_is_shown_with_the_words_of_the_server(yasgui: Yasgui) -> None:
    yasgui.visit.expected = ("status of 400",)
    assert yasgui.ask("SELECT * {\n ?s ?p }").status == 400
    told = yasgui.page.locator(".yasr_results .errorResult").inner_text()
    assert "this is no SPARQL query: line 2, column 2" in told and "/problems#bad-query" in told


def test_an_update_is_refused_with_the_words_of_the_server(yasgui: Yasgui) -> None:
    yasgui.visit.expected = ("status of 403",)
    assert yasgui.ask("INSERT DATA { <urn:a> <urn:b> <urn:c> }").status == 403
    assert "This endpoint only reads" in yasgui.page.locator(".yasr_results .errorResult").inner_text()


def test_what_is_shown_is_taken_away_as_csv(yasgui: Yasgui) -> None:
    yasgui.ask(NUMBERS)
    rows(yasgui.page)
    with yasgui.page.expect_download() as download:
        yasgui.page.click(".yasr_downloadIcon")
    assert download.value.suggested_filename.endswith(".csv")
    table = download.value.path().read_text("utf-8").replace('"', "").splitlines()
    assert table == ["question,n", *(f"{DOCUMENT}/question/{n},{n}" for n in (1, 2, 3))]


def test_csv_of_the_server_is_shown_as_a_table(yasgui: Yasgui) -> None:
    yasgui.configure(acceptHeaderSelect="text/csv")
    answer = yasgui.ask(NUMBERS)
    assert str(answer.header_value("content-type")).partition(";")[0] == "text/csv"
    assert [cells[0].strip('<>"\n ') for cells in rows(yasgui.page)] == [f"{DOCUMENT}/question/{n}" for n in (1, 2, 3)]
