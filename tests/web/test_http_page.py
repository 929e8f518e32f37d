"""The examples of docs/http.md and docs/reconcile.md, run against a server with the paper that ships."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from fastapi import FastAPI

from graph.build import build, find
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app

PAGE = Path(__file__).parents[2] / "docs" / "http.md"
EXAMPLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")
EXAMPLES = [
    found for page in (PAGE, PAGE.with_name("reconcile.md")) for found in EXAMPLE.findall(page.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def shipped(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[str]:
    """The address of a server with the paper that ships."""
    settings = Settings.load(store=tmp_path_factory.mktemp("shipped") / "store", jobs=1)
    build(find([resource("data", "documents")]), settings, open_store(settings.store))
    with serving(create_app(settings)) as address:
        yield address


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_gives_what_the_page_says(shipped: str, command: str, output: str) -> None:
    run = command.replace("localhost:8000", shipped.removeprefix("http://"))
    found = subprocess.run(["/bin/bash", "-c", run], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert found.returncode == 0
    assert found.stdout.replace("\r\n", "\n").rstrip("\n") == output.rstrip("\n")


def test_the_page_has_every_address_of_the_server() -> None:
    paths = create_app(Settings.load(store="/nonexistent")).openapi()["paths"]
    text = PAGE.read_text("utf-8")
    assert len(paths) > 10
    for path in paths:
        folder = "/" + path.lstrip("/").partition("/")[0].partition(".")[0]
        assert f"`{folder}" in text, path
