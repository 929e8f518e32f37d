"""What goes to a cluster can be run where kamergraaf is not, and machines that differ are told apart."""

from __future__ import annotations

import asyncio
import sys

import cloudpickle  # type: ignore[import-untyped]
import pytest

from graph.build.errands import comparing, dialect, making
from graph.build.there import installed


def told(python: str = "3.11.2.final.0", **packages: str) -> dict[str, object]:
    known = {"dask": "2026.8.0", "distributed": "2026.8.0", "cloudpickle": "3.1", "msgpack": "1.1", **packages}
    return {"host": {"python": python}, "packages": known}


def test_errands_are_sent_whole() -> None:
    for errand in (making(), comparing()):
        assert b"graph.build.there" in cloudpickle.dumps(errand)
        assert errand.__name__ == "kamergraaf"


def test_worker_without_kamergraaf_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    compare = cloudpickle.loads(cloudpickle.dumps(comparing()))
    monkeypatch.setitem(sys.modules, "graph.build.there", None)
    assert "no kamergraaf like this one" in asyncio.run(compare(installed()))


def test_another_python_or_dask_is_named_and_a_patch_of_python_is_none() -> None:
    assert dialect(told(), told("3.11.9.final.0")) == ""
    assert dialect(told(), told("3.12.1.final.0")) == "Python 3.12 (here 3.11)"
    assert dialect(told(), told(distributed="2025.1.0")) == "distributed 2025.1.0 (here 2026.8.0)"
    assert "cloudpickle None (here 3.1)" in dialect(told(), None)
