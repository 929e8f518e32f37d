"""The engines that stores are tested on: each is started once, when a test wants it, and emptied before each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.engines.running import Running, lacking, oxigraph, virtuoso

ENGINES = ("oxigraph", "virtuoso")


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Running]]:
    """Gives an engine by its name."""
    started: dict[str, Running] = {}
    with ExitStack() as stack:

        def get(name: str) -> Running:
            if name == "virtuoso" and (reason := lacking()):
                pytest.skip(reason)
            if name not in started:
                run = virtuoso if name == "virtuoso" else oxigraph
                started[name] = stack.enter_context(run(tmp_path_factory.mktemp(name)))
            return started[name]

        yield get


@pytest.fixture(params=ENGINES)
def engine(
    request: pytest.FixtureRequest,
    engines: Callable[[str], Running],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Running:
    """An empty engine, and a machine that has never seen it."""
    running = engines(request.param)
    running.empty()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    return running
