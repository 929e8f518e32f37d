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
from tests.web.conftest import every_path

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
    app = create_app(Settings.load(store="/nonexistent"))
    described, every = set(app.openapi()["paths"]), every_path(app)
    assert len(described) > 10 and "/sitemap.xml" in every - described
    text = PAGE.read_text("utf-8")
    told = {_first(address) for address in _terms(text[: text.index("## Queries")])}
    assert {path for path in described | every if _first(path) not in told} == set()


def test_the_page_has_every_parameter_of_lists_and_searching() -> None:
    paths = create_app(Settings.load(store="/nonexistent")).openapi()["paths"]
    text = PAGE.read_text("utf-8")
    told = set(re.findall(r"\w+", " ".join(_terms(text[text.index("## Lists") :]))))
    for path in ("/documents", "/indicators", "/search"):
        assert {each["name"] for each in paths[path]["get"]["parameters"]} - told == set(), path


def _terms(text: str) -> list[str]:
    """Give what stands between backticks in a text, without its examples."""
    return re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def _first(path: str) -> str:
    """Give the first part of a path, without what it begins a name with or what form it has.

    >>> _first("/sitemap-{number}.xml"), _first("/.well-known/void"), _first("/doc?iri=…")
    ('sitemap', '.well-known', 'doc')
    """
    found = re.match(r"\.?[^.?/{…]*", path.lstrip("/"))
    return found.group().rstrip("-") if found else ""
