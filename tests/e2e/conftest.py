"""A real server with the paper that ships, and a real Chromium that visits it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.visiting import ROWS, SECONDS, Open, Visit, launch, opener

_COMMAND = Path(sys.executable).with_name("kamergraaf")
_SETTINGS = {"KAMERGRAAF_QUERY_SECONDS": str(SECONDS), "KAMERGRAAF_QUERY_ROWS": str(ROWS)}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `kamergraaf serve` on a free port, without a slash at its end."""
    store = tmp_path_factory.mktemp("e2e") / "store"
    command = [str(_COMMAND), "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **_SETTINGS}
    ) as server:
        try:
            yield address_of(server)
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, started anew for each module: while it runs, no other test of the thread can have an event loop."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, served: str) -> Iterator[Open]:
    """Opens visits to the server; none may end with a complaint of the console or a request to another host."""
    visits: list[Visit] = []
    yield opener(chromium, served, visits)
    for each in visits:
        each.page.context.close()
    for each in visits:
        each.check()


def address_of(server: subprocess.Popen[str]) -> str:
    """Give the address that a server says it has, once it answers."""
    lines = []
    for line in server.stdout or ():
        lines.append(line)
        if "http://" in line:
            address = line[line.index("http://") :].split()[0].rstrip("/")
            with urlopen(f"{address}/health", timeout=60):  # noqa: S310 the server that was just started
                return address
    raise RuntimeError(f"the server did not start: {''.join(lines)}")
