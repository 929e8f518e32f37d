"""A server for the table: a process of its own, with low limits, so that they can be met."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conformance.protocol.run import fill

from graph.settings import Settings

LIMITS = {"KAMERGRAAF_QUERY_SECONDS": "1.5", "KAMERGRAAF_QUERY_ROWS": "100000", "KAMERGRAAF_QUERY_WORKERS": "2"}


@contextmanager
def serving(folder: Path, store: str | Path | None = None) -> Iterator[str]:
    """Fill a store, one in a folder unless another is named, and serve it; gives the address."""
    settings = Settings.load(store=store or folder / "store", base_iri="http://kasei.us/2009/09/sparql/")
    fill(settings)
    environment = {**os.environ, **LIMITS, "KAMERGRAAF_BASE_IRI": settings.base_iri, "PYTHONUNBUFFERED": "1"}
    code = "from graph.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--store", str(settings.store)]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=folder
    ) as process:
        try:
            assert process.stdout is not None
            told = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
            assert told, "the server did not start"
            yield told.group()
        finally:
            process.terminate()
