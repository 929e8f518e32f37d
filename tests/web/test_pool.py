from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from graph.store.queries import Dataset
from graph.web.pool import Limits, Pool
from graph.web.process import DeadlineError, Job, LostError, RefusedError, StoreUnavailableError, TooManyError

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


def _command(store: Path, megabytes: int = 0) -> list[str]:
    return [sys.executable, "-m", "graph.web.worker", str(store), "https://data.example.org/kg/", "10", str(megabytes)]


def _job(query: str) -> Job:
    return Job(query, Dataset(), "json", "ttl")


def _with_pool(store: Path, limits: Limits, work: Callable[[Pool], Awaitable[None]], megabytes: int = 0) -> None:
    async def run() -> None:
        pool = Pool(_command(store, megabytes), limits)
        await pool.start()
        try:
            await work(pool)
        finally:
            await pool.stop()

    asyncio.run(run())


async def _read(pool: Pool, query: str, visitor: str = "a") -> bytes:
    running = await pool.run(_job(query), visitor)
    try:
        return b"".join([piece async for piece in running.pieces()])
    finally:
        await running.close()


def test_a_killed_query_leaves_a_pool_that_answers(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        await _read(pool, "ASK {}")
        with pytest.raises(DeadlineError):
            await _read(pool, ENDLESS)
        assert b"true" in await _read(pool, "ASK {}")

    _with_pool(hand_made, Limits(workers=1, seconds=0.5), work)


def test_a_worker_that_dies_costs_one_query_and_is_replaced(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        running = await pool.run(_job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"), "a")
        os.kill(running.process_id, signal.SIGKILL)
        with pytest.raises(LostError):
            async for _ in running.pieces():
                pass
        await running.close()
        assert b"true" in await _read(pool, "ASK {}")

    _with_pool(hand_made, Limits(workers=1, seconds=10), work)


def test_a_query_that_takes_too_much_memory_is_lost_and_the_next_is_answered(
    hand_made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LostError):
            await _read(pool, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?c ?i")
        assert b"true" in await _read(pool, "ASK {}")

    _with_pool(hand_made, Limits(workers=1, seconds=30), work, megabytes=200)
    assert "memory" in capfd.readouterr().err


def test_a_refused_query_leaves_its_worker_in_place(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        for _ in range(3):
            with pytest.raises(RefusedError) as refused:
                await _read(pool, "SELECT nonsense")
            assert refused.value.reason == "syntax"
        first = await pool.run(_job("ASK {}"), "a")
        assert [piece async for piece in first.pieces()]
        await first.close()
        second = await pool.run(_job("ASK {}"), "a")
        assert second.process_id == first.process_id
        await second.close()

    _with_pool(hand_made, Limits(workers=1, seconds=10), work)


def test_one_visitor_cannot_take_every_place(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        holding = await pool.run(_job("ASK {}"), "greedy")
        with pytest.raises(TooManyError):
            await pool.run(_job("ASK {}"), "greedy")
        assert b"true" in await _read(pool, "ASK {}", "other")
        await holding.close()
        assert b"true" in await _read(pool, "ASK {}", "greedy")

    _with_pool(hand_made, Limits(workers=2, seconds=10, per_visitor=1), work)


def test_a_store_that_is_not_there_is_told_and_tried_again(tmp_path: Path) -> None:
    async def work(pool: Pool) -> None:
        for _ in range(2):
            with pytest.raises(StoreUnavailableError, match="kamergraaf build"):
                await _read(pool, "ASK {}")

    _with_pool(tmp_path / "none", Limits(workers=1, seconds=10), work)
