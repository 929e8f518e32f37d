"""Visits to pages in a real Chromium: what went wrong in one is collected, and no visit may end with anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, Request

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
"""The rules that are held: WCAG 2.1, levels A and AA."""

SECONDS = 3
"""How long a query may take on the server, so that a test of that limit need not wait longer."""

ROWS = 20_000
"""How many rows a result may have there; the paper that ships has more triples."""

PATIENCE = 15_000
"""How long an element is waited for, in milliseconds."""


@dataclass
class Visit:
    """A page in its own profile, and what went wrong in it.

    Attributes:
        page: to drive.
        address: of the server, without a slash at its end.
        errors: what the console and scripts complained of.
        elsewhere: the addresses on other hosts that were asked.
        expected: parts of complaints that the test is about, such as ``status of 400``.
    """

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def go(self, path: str) -> Page:
        """Open a page of the server."""
        self.page.goto(self.address + path)
        return self.page

    def listen(self) -> None:
        """Begin to collect."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._see)

    def check(self) -> None:
        """Fail for what went wrong and was not expected."""
        errors = [error for error in self.errors if not any(part in error for part in self.expected)]
        assert not errors, f"{self.page.url[:200]}: {errors}"
        assert not self.elsewhere, f"{self.page.url[:200]} asked {self.elsewhere}"

    def violations(self) -> list[str]:
        """Give what axe finds against WCAG 2.1 A and AA, each with the first element that it is about."""
        if not AXE.is_file():
            pytest.skip("axe-core is not installed: `make lint` does")
        self.page.evaluate(AXE.read_text("utf-8") + "; null")
        found = self.page.evaluate(
            "async tags => (await axe.run({runOnly: tags})).violations"
            ".map(each => `${each.id}: ${each.help}: ${each.nodes[0].html}`)",
            list(WCAG),
        )
        return [str(each) for each in found]

    def overflow(self) -> int:
        """Give by how many pixels the page is wider than its window."""
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(width))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.address + "/", "blob:", "data:")):
            self.elsewhere.append(request.url)


Open = Callable[..., Visit]
"""Opens a visit; see `opener`."""


def launch(playwright: Playwright) -> Browser:
    """Start Chromium; where that cannot be done, skip with the reason."""
    if not CHROMIUM.is_file():
        pytest.skip(f"{CHROMIUM} is not installed")
    try:
        return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    except Error as error:
        pytest.skip(f"Chromium cannot be started: {str(error).splitlines()[0]}")


def opener(browser: Browser, address: str, visits: list[Visit]) -> Open:
    """Give the function that opens visits, and notes them.

    It takes `width` (pixels), `dark`, `scripts` (whether pages may run them) and `expected` (see `Visit`).
    """

    def start(*, width: int = 1200, dark: bool = False, scripts: bool = True, expected: Sequence[str] = ()) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE)
        visit = Visit(context.new_page(), address, expected=tuple(expected))
        visit.listen()
        visits.append(visit)
        return visit

    return start


def texts(page: Page, selector: str) -> list[str]:
    """Give the texts of the elements that a selector finds."""
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def data_of(page: Page, identifier: str) -> dict[str, object]:
    """Give what a block of JSON in a page holds."""
    found = json.loads(page.locator(f"#{identifier}").text_content() or "{}")
    assert isinstance(found, dict)
    return found
