"""From words to a figure over time, and from a point of it to the sentence of the minister."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect
from tests.e2e.visiting import Open

from graph.web.assets import built

scripted = pytest.mark.skipif(not built(), reason="the scripts are not built: `make web`")


@scripted
def test_a_search_leads_to_an_indicator_a_point_and_the_highlighted_sentence(visit: Open) -> None:
    page = visit().go("/")
    page.get_by_role("searchbox").fill("opvangplek")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="opvangplekken", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("opvangplekken")
    points = page.locator(".chart svg a")
    expect(points).to_have_count(10)
    point = points.filter(has_text="69.630")
    point.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/doc/document/kst-36800-XX-7#answer/11/statistic/69630-1")
    mark = page.locator(":target")
    expect(mark).to_have_text("69.630 plekken")
    expect(mark).to_be_in_viewport()


@scripted
def test_a_chart_fits_its_window_and_is_drawn_anew_when_that_changes(visit: Open) -> None:
    page = visit(width=320).go("/doc/indicator/opvangplek")
    expect(page.locator(".chart svg")).to_be_visible()
    page.set_viewport_size({"width": 1000, "height": 800})
    page.wait_for_function("document.querySelector('.chart svg').clientWidth > 600")


def test_without_scripts_the_table_tells_all(visit: Open) -> None:
    page = visit(scripts=False).go("/doc/indicator/opvangplek")
    assert page.locator("tbody tr").count() == 10
    assert page.locator(".chart svg").count() == 0
    page.get_by_role("link", name="Verslag houdende een lijst").first.click()
    assert "#answer/11/statistic/" in page.url


@scripted
def test_the_chart_stands_in_a_page_of_others(visit: Open) -> None:
    opened = visit()
    page = opened.go("/doc/indicator/opvangplek")
    page.get_by_text("In uw eigen bladzijde tonen").click()
    code = page.get_by_label("Zet dit in uw bladzijde").input_value()
    with _elsewhere(f"<!doctype html><title>Elders</title><link rel=icon href=data:,>{code}") as address:
        page.goto(address)
        framed = page.frame_locator("iframe")
        expect(framed.locator(".chart svg a")).to_have_count(10)
    assert opened.elsewhere == [address]
    opened.elsewhere.clear()


@contextmanager
def _elsewhere(page: str) -> Iterator[str]:
    """Serve a page from another origin, for as long as it is needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
