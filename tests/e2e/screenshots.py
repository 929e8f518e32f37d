"""Takes the pictures of the README: `make screenshots`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright
from tests.e2e.conftest import address_of
from tests.e2e.visiting import CHROMIUM, FLAGS

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = ViewportSize(width=1100, height=720)
PAPER = "/doc/document/kst-36800-XX-7"


def main() -> None:
    """Serve the paper that ships, and take a picture of a paper, an indicator and the editor."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as store, sync_playwright() as playwright:
        command = [str(Path(sys.executable).with_name("kamergraaf")), "serve", "--port", "0", "--store", f"{store}/s"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:  # noqa: S603
            try:
                address = address_of(server)
                page = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS).new_page(viewport=SIZE)
                _paper(page, address)
                _indicator(page, address)
                _editor(page, address)
            finally:
                server.terminate()


def _paper(page: Page, address: str) -> None:
    page.goto(f"{address}{PAPER}/answer/11")
    page.locator("[id='answer/11/statistic/69630-1']").click()
    page.get_by_role("dialog").wait_for()
    page.screenshot(path=FOLDER / "paper.png")


def _indicator(page: Page, address: str) -> None:
    page.goto(f"{address}/doc/indicator/opvangplek")
    page.locator(".chart svg a").first.wait_for()
    page.screenshot(path=FOLDER / "indicator.png")


def _editor(page: Page, address: str) -> None:
    page.goto(f"{address}/sparql?example=reception-places")
    page.locator("#ask button[type=submit]").click()
    page.locator("#answer table").wait_for()
    page.get_by_role("button", name="Grafiek").click()
    page.locator("#answer canvas").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    page.screenshot(path=FOLDER / "editor.png")


if __name__ == "__main__":
    main()
