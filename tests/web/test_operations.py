"""What operators ask: does it live, can it answer, what does it hold, what did it count and write down."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from lxml import html
from prometheus_client.parser import text_string_to_metric_families

from graph.build.session import quarantine_of
from graph.settings import Settings
from graph.store.quarantine import Rejected
from graph.web import create_app

Serving = Callable[[FastAPI], AbstractContextManager[str]]


@pytest.fixture
def serve(serving: Serving) -> Iterator[Callable[[Settings], str]]:
    """Starts a server; gives its address."""
    with ExitStack() as stack:
        yield lambda settings: stack.enter_context(serving(create_app(settings)))


Serve = Callable[[Settings], str]


def ask(root: str, *paths: str, method: str = "GET", **headers: str) -> list[httpx.Response]:
    return [httpx.request(method, f"{root}{path}", headers=headers, timeout=30) for path in paths]


def measured(text: str) -> dict[tuple[str, str], float]:
    """The samples by name and labels."""
    return {
        (sample.name, ",".join(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_a_process_without_data_lives_and_is_not_ready(serve: Serve, tmp_path: Path) -> None:
    app = serve(Settings.load(store=tmp_path / "none", log_format="none"))
    live, ready, health, status, metrics = ask(app, "/health/live", "/health/ready", "/health", "/status", "/metrics")
    assert (live.status_code, live.json()["status"]) == (200, "ok")
    assert (ready.status_code, health.status_code, status.status_code) == (503, 503, 503)
    assert ready.headers["retry-after"] == "30"
    assert measured(metrics.text)["kamergraaf_documents_kept_out", ""] == 0


def test_the_status_counts_what_the_store_holds(client: httpx.Client) -> None:
    found = client.get("/status", headers={"Accept": "application/json"})
    assert found.headers["cache-control"] == "no-store"
    told = found.json()
    assert told["publication"]["number"] == 2
    assert told["publication"]["documents_changed"] == 1 and told["publication"]["documents_withdrawn"] == 1
    assert {name: told["counts"][name] for name in ("documents", "questions", "statistics", "nonanswers")} == {
        "documents": 1,
        "questions": 1,
        "statistics": 2,
        "nonanswers": 1,
    }
    assert told["completeness"]["statistics_with_period"] == {"number": 1, "of": 2, "share": 0.5}
    page = html.fromstring(client.get("/status", headers={"Accept": "text/html"}).content)
    assert "cijfers met een periode" in page.text_content()


def test_what_was_kept_out_is_named(serve: Serve, settings_of: Callable[..., Settings]) -> None:
    settings = settings_of(log_format="none")
    report = quarantine_of(settings).keep(Rejected("kst-<b>9</b>", "a.xml", ("one", "two")))
    try:
        app = serve(settings)
        as_json = ask(app, "/status", accept="application/json")[0].json()
        page = ask(app, "/status", accept="text/html")[0].text
    finally:
        report.unlink()
        report.with_suffix(".nt").unlink()
    assert as_json["validation"]["kept_out"] == [{"identifier": "kst-<b>9</b>", "violations": 2}]
    assert "kst-&lt;b&gt;9&lt;/b&gt;: 2 bezwaren" in page


def test_requests_are_counted_by_the_template_of_their_address(
    serve: Serve, settings_of: Callable[..., Settings]
) -> None:
    app = serve(settings_of(log_format="none"))
    ask(app, "/doc/organisation/coa", "/doc/organisation/none", "/nowhere/at/all", "/health")
    ask(app, "/status", method="DELETE")
    answer = ask(app, "/metrics")[0]
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    found = measured(answer.text)
    assert found["kamergraaf_requests_total", "GET,/doc/{path:path},200"] == 1
    assert found["kamergraaf_requests_total", "GET,/doc/{path:path},404"] == 1
    assert found["kamergraaf_requests_total", "GET,none,404"] == 1
    assert found["kamergraaf_problems_total", "not-found"] == 2
    assert found["kamergraaf_request_seconds_count", "/health"] == 1
    assert found["kamergraaf_requests_open", "/doc"] == 0
    assert found["kamergraaf_publication", ""] == 2
    assert found["kamergraaf_publication_age_seconds", ""] >= 0
    assert found["kamergraaf_store_things", "statistics"] == 2
    assert found["kamergraaf_query_workers", ""] == 2
    assert not re.search(r"nowhere|organisation/coa", answer.text)


def test_a_query_that_is_killed_is_counted(serve: Serve, settings_of: Callable[..., Settings]) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    app = serve(settings_of(query_seconds=0.3, log_format="none"))
    answer = httpx.get(f"{app}/sparql", params={"query": endless}, timeout=30)
    found = measured(httpx.get(f"{app}/metrics").text)
    assert answer.status_code == 504
    assert found["kamergraaf_queries_killed_total", "time"] == 1
    assert found["kamergraaf_requests_total", "GET,/sparql,504"] == 1


def fields_of(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    records = [record for record in caplog.records if record.name == "graph.web.access"]
    return [getattr(record, "fields", {}) for record in records]


@pytest.mark.parametrize("queries", [False, True])
def test_a_request_is_written_down_without_who_asked_and_what(
    serve: Serve, settings_of: Callable[..., Settings], caplog: pytest.LogCaptureFixture, queries: bool
) -> None:
    app = serve(settings_of(log_format="none", log_queries=queries))
    with caplog.at_level(logging.INFO, "graph"):
        ask(app, "/feed.atom?q=geheim+woord", "/health", **{"User-Agent": "Someone", "X-Forwarded-For": "192.0.2.7"})
    (fields,) = fields_of(caplog)
    assert {name: fields[name] for name in ("method", "route", "path", "status")} == {
        "method": "GET",
        "route": "/feed.atom",
        "path": "/feed.atom",
        "status": 200,
    }
    assert fields.get("query") == ("q=geheim woord" if queries else None)
    assert not re.search("127.0.0.1|192.0.2.7|Someone", repr(fields))


def test_a_fault_of_ours_is_an_error_in_the_log(
    serve: Serve,
    settings_of: Callable[..., Settings],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("graph.web.operations.told", fail)
    app = serve(settings_of(log_format="none"))
    with caplog.at_level(logging.INFO, "graph"):
        answer = ask(app, "/status")[0]
    assert answer.status_code == 500 and "broken" not in answer.text
    assert fields_of(caplog)[0]["status"] == 500
    monkeypatch.undo()
    assert measured(ask(app, "/metrics")[0].text)["kamergraaf_requests_total", "GET,/status,500"] == 1
