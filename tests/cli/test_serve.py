"""Several processes that serve are one server to who asks for its metrics."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from graph.cli.serve import COUNTED_IN, counting_together
from graph.store import open_store
from graph.store.base import Change

BASE = "https://data.example.org/kg/"
COMMAND = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--port", "0", "--workers", "2"]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Two processes over a store with one graph; gives their address."""
    store, temporary = folder / "store", folder / "temporary"
    temporary.mkdir()
    open_store(store).publish([Change(f"{BASE}graph/a", f"<{BASE}a> <{BASE}b> <{BASE}c> .\n".encode(), "a")])
    environment = {**os.environ, "KAMERGRAAF_BASE_IRI": BASE, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603
        [*COMMAND, "--store", str(store)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=environment, cwd=folder,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            told = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
            assert told, "the server did not start"
            yield told.group()
        finally:
            process.terminate()


def measured(address: str) -> dict[str, float]:
    """The sums of the samples, by name."""
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(httpx.get(f"{address}/metrics", timeout=60).text):
        for sample in family.samples:
            found[sample.name] = found.get(sample.name, 0) + sample.value
    return found


def test_the_processes_of_one_server_are_counted_together(tmp_path: Path) -> None:
    with served(tmp_path) as address:
        while measured(address)["kamergraaf_query_workers"] < 4:  # each process has two places
            time.sleep(0.1)
        for _ in range(20):  # each through a connection of its own, which either process may take
            assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=60).status_code == 200
        found = measured(address)
        folders = list((tmp_path / "temporary").glob("kamergraaf-metrics-*"))
        assert found["kamergraaf_requests_total"] >= 20
        assert found["kamergraaf_query_queue_size"] == 128
        assert found["kamergraaf_workers_restarted_total"] == found["kamergraaf_queries_waiting"] == 0
        assert len(folders) == 1 and any(folders[0].iterdir())
    assert not folders[0].exists()


def test_a_folder_of_the_operator_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COUNTED_IN, str(tmp_path))
    with counting_together():
        assert os.environ[COUNTED_IN] == str(tmp_path)
    assert os.environ[COUNTED_IN] == str(tmp_path)
