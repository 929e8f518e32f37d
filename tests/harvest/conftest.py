"""A local service, and harvests from it into a folder of the test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.service import Service, serving


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with serving() as started:
        yield started


@pytest.fixture
def harvester(service: Service, tmp_path: Path) -> Harvester:
    return Harvester(service, tmp_path / "papers")
