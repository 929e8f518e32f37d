"""docs/operating.md names every metric and only settings that there are."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

from graph.settings import PREFIX, Settings

PAGE = (Path(__file__).parents[2] / "docs" / "operating.md").read_text("utf-8")


def test_the_page_names_every_metric_and_no_other(client: httpx.Client) -> None:
    client.get("/health")
    given = set(re.findall(r"^# TYPE (kamergraaf_\w+) ", client.get("/metrics").text, re.MULTILINE))
    named = set(re.findall(r"`(kamergraaf_[a-z_]+)[`{]", PAGE))
    assert named == given


def test_the_settings_of_the_page_are_settings() -> None:
    named = set(re.findall(rf"{PREFIX}([A-Z_]+)", PAGE))
    assert len(named) >= 4
    assert {name.lower() for name in named} <= Settings.model_fields.keys()


def test_the_addresses_of_the_page_answer(client: httpx.Client) -> None:
    rows = re.findall(r"^\| (`/.*?) \|", PAGE, re.MULTILINE)
    paths = [path for row in rows for path in re.findall("`(/[a-z/]+)`", row)]
    assert paths == ["/health/live", "/health/ready", "/health", "/status", "/metrics"]
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)
