"""What the server counts, in the text format of Prometheus.

Where several processes serve, ``PROMETHEUS_MULTIPROC_DIR`` names the folder in which they count together; `kamergraaf
serve` sets it before the first of them starts.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from graph.web.census import Census, Counted
from graph.web.pool import Pool
from graph.web.problems import Problem
from graph.web.snapshots import Snapshots

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"})
_KILLED = {"query-timeout": "time", "worker-lost": "memory"}
QUERIES = "/sparql"
_POOL = {
    "query_workers": "Queries that can run at once.",
    "query_queue_size": "Queries that can wait.",
    "workers_alive": "Processes that run a query or are ready for one.",
    "queries_running": "Queries that run.",
    "queries_waiting": "Queries that wait for a process.",
}
_POOL_DONE = {
    "workers_killed": "Processes that were ended.",
    "workers_restarted": "Processes that were started in the place of others.",
}

disable_created_metrics()  # type: ignore[no-untyped-call]  # when a counter began doubles what is sent


@dataclass(frozen=True, slots=True)
class Answered:
    """A request that has been answered.

    Attributes:
        route: the template of its address.
        method: how it was asked.
        status: of the answer.
        seconds: how long that took.
        problem: the kind of problem that was told, if any.
        broken: the answer ended before it was complete.
    """

    route: str
    method: str
    status: int
    seconds: float
    problem: str | None
    broken: bool


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        asked = ["route", "method", "status"]
        self._requests = Counter("kamergraaf_requests", "Requests answered.", asked, registry=self._registry)
        self._seconds = Histogram(
            "kamergraaf_request_seconds",
            "Time from the request to the end of its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._problems = Counter("kamergraaf_problems", "Problems told, by kind.", ["kind"], registry=self._registry)
        self._killed = Counter("kamergraaf_queries_killed", "Queries ended.", ["reason"], registry=self._registry)
        self._broken = Counter(
            "kamergraaf_answers_broken", "Answers that ended before they were complete.", ["route"],
            registry=self._registry,
        )  # fmt: skip
        self._open = Gauge(
            "kamergraaf_requests_open", "Requests being answered.", ["area"], multiprocess_mode="livesum",
            registry=self._registry,
        )  # fmt: skip
        for reason in ("time", "memory", "broken"):
            self._killed.labels(reason)
        self._pool = {name: self._gauge(name, told) for name, told in _POOL.items()}
        self._pool_done = {name: self._count(name, told) for name, told in _POOL_DONE.items()}
        # Finding the counter of a label costs five times as much as counting: those that were found are kept.
        self._counters: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._areas: dict[str, Gauge] = {}
        self._seen = dict.fromkeys(_POOL_DONE, 0)

    def _gauge(self, name: str, told: str) -> Gauge:
        return Gauge(f"kamergraaf_{name}", told, multiprocess_mode="livesum", registry=self._registry)

    def _count(self, name: str, told: str) -> Counter:
        return Counter(f"kamergraaf_{name}", told, registry=self._registry)

    async def watch(self, pool: Pool, every: float = 1.0) -> None:
        """Look at a pool again and again, in seconds: where several processes serve, each tells of its own."""
        while True:
            self.look(pool)
            await asyncio.sleep(every)

    def look(self, pool: Pool) -> None:
        """Measure a pool."""
        state = pool.state
        sizes = pool.limits.workers, pool.limits.waiting
        now = (*sizes, state.workers, state.running, state.waiting)
        for gauge, value in zip(self._pool.values(), now, strict=True):
            gauge.set(value)
        for name, value in (("workers_killed", state.killed), ("workers_restarted", state.restarted)):
            self._pool_done[name].inc(value - self._seen[name])
            self._seen[name] = value

    def begin(self, area: str) -> None:
        """Count a request that begins to be answered: its route is not known yet, only where its address begins."""
        self._area(area).inc()

    def end(self, area: str) -> None:
        """Count that a request is being answered no more; `area` as in `begin`."""
        self._area(area).dec()

    def answered(self, done: Answered) -> None:
        """Count an answer."""
        requests, seconds = self._counters_of(done)
        requests.inc()
        seconds.observe(done.seconds)
        if done.problem:
            self._problems.labels(done.problem).inc()
        if done.problem in _KILLED:
            self._killed.labels(_KILLED[done.problem]).inc()
        if done.broken:
            self._broken.labels(done.route).inc()
            if done.route == QUERIES:
                self._killed.labels("broken").inc()

    def _area(self, area: str) -> Gauge:
        found = self._areas.get(area)
        if found is None:
            found = self._areas[area] = self._open.labels(area)
        return found

    def _counters_of(self, done: Answered) -> tuple[Counter, Histogram]:
        key = done.route, done.method if done.method in _METHODS else "other", done.status
        found = self._counters.get(key)
        if found is None:
            route, method, status = key
            found = self._requests.labels(route, method, str(status)), self._seconds.labels(route)
            self._counters[key] = found
        return found

    def text(self, accept: str, now: Iterable[Metric]) -> tuple[bytes, str]:
        """Give all counters, and the media type they are written in.

        Args:
            accept: the Accept header.
            now: what is measured at this moment.
        """
        shown = CollectorRegistry()
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            _forget_the_dead(Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]))
            MultiProcessCollector(shown)  # type: ignore[no-untyped-call]
        else:
            shown.register(_Given(self._registry.collect()))
        shown.register(_Given(now))
        encode, media_type = choose_encoder(accept)
        return encode(shown), media_type


class _Given(Collector):
    """Measurements that are at hand."""

    def __init__(self, found: Iterable[Metric]) -> None:
        self._found = list(found)

    def collect(self) -> Iterable[Metric]:
        return self._found


def of_store(snapshots: Snapshots, census: Census, base: str, kept_out: int) -> list[Metric]:
    """Measure the store: which publication is served, how old it is, what it holds.

    Args:
        snapshots: lend a reader.
        census: counts each publication once.
        base: the base IRI of the data.
        kept_out: how many documents are in quarantine.
    """
    found: list[Metric] = [_gauge("documents_kept_out", "Documents that are not valid.", kept_out)]
    with suppress(Problem), snapshots.reading() as reader:  # a store without data is no reason to give no metrics
        counted = census.get(reader, base)
        age = max(0.0, time.time() - counted.at.timestamp())
        found += [
            _gauge("publication", "The number of the publication that is served.", counted.number),
            _gauge("publication_age_seconds", "How long ago that was published.", age),
            _gauge("store_graphs", "Named graphs.", counted.graphs),
            _gauge("store_triples", "Triples in all named graphs.", counted.triples),
            _things(counted),
        ]
    return found


def _forget_the_dead(folder: Path) -> None:
    """Leave out what processes measured that are no more: what they counted stays."""
    for found in folder.glob("gauge_live*_*.db"):
        number = found.stem.rpartition("_")[2]
        if number.isdigit() and not _lives(int(number)):
            mark_process_dead(number)  # type: ignore[no-untyped-call]


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _gauge(name: str, help_text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"kamergraaf_{name}", help_text, value=value)


def _things(counted: Counted) -> Metric:
    found = GaugeMetricFamily("kamergraaf_store_things", "What the store holds, by kind.", labels=["kind"])
    things: Mapping[str, int] = counted.things
    for kind, number in things.items():
        found.add_metric([kind], number)
    return found
