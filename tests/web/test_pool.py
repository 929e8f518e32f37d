from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from graph.store.queries import Dataset
from graph.web.pool import Pool
from graph.web.process import (
    DeadlineError,
    Job,
    LeftError,
    LostError,
    RefusedError,
    StoreUnavailableError,
    TooManyError,
)
from graph.web.running import Limits

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


def _command(store: Path, megabytes: int = 0) -> list[str]:
    return [
        sys.executable,
        "-m",
        "graph.web.worker",
        str(store),
        "https://data.example.org/kg/",
        "10",
        f"--memory={megabytes}",
    ]


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
        return await running.first() + b"".join([piece async for piece in running.pieces()])
    finally:
        running.close()


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
            await running.first()
            async for _ in running.pieces():
                pass
        running.close()
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
        assert await first.first()
        number = first.process_id
        first.close()
        second = await pool.run(_job("ASK {}"), "a")
        assert second.process_id == number
        second.close()

    _with_pool(hand_made, Limits(workers=1, seconds=10), work)


def test_one_visitor_cannot_take_every_place(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        holding = await pool.run(_job("ASK {}"), "greedy")
        with pytest.raises(TooManyError):
            await pool.run(_job("ASK {}"), "greedy")
        assert b"true" in await _read(pool, "ASK {}", "other")
        holding.close()
        assert b"true" in await _read(pool, "ASK {}", "greedy")

    _with_pool(hand_made, Limits(workers=2, seconds=10, per_visitor=1), work)


def test_a_store_that_is_not_there_is_told_and_tried_again(tmp_path: Path) -> None:
    async def work(pool: Pool) -> None:
        for _ in range(2):
            with pytest.raises(StoreUnavailableError, match="kamergraaf build"):
                await _read(pool, "ASK {}")

    _with_pool(tmp_path / "none", Limits(workers=1, seconds=10), work)


def test_queries_that_go_on_step_aside_for_others_of_the_same_visitor(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        endless = [await pool.run(_job(ENDLESS), "a") for _ in range(2)]
        waiting = [asyncio.create_task(running.first()) for running in endless]
        for _ in range(20):
            assert b"true" in await _read(pool, "ASK {}", "a")
        assert not any(task.done() for task in waiting)
        while not all(running.stepped_aside for running in endless):
            await asyncio.sleep(0.01)
        for running, task in zip(endless, waiting, strict=True):
            running.leave()
            with pytest.raises(LeftError):
                await task
            running.close()
        assert b"true" in await _read(pool, "ASK {}", "a")

    _with_pool(hand_made, Limits(workers=2, seconds=20, aside=0.05), work)


def test_a_visitor_with_endless_queries_leaves_a_place_for_another(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        tasks = [asyncio.create_task(_read(pool, ENDLESS, "greedy")) for _ in range(6)]
        while pool.running < pool.limits.held_by_one:
            await asyncio.sleep(0.01)
        assert b"true" in await _read(pool, "ASK {}", "other")
        assert pool.running == pool.limits.held_by_one
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    _with_pool(hand_made, Limits(workers=2, seconds=20, aside=0.05), work)


def test_a_place_comes_free_at_the_limit_though_nobody_reads_the_result(hand_made: Path) -> None:
    async def work(pool: Pool) -> None:
        unread = await pool.run(_job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"), "a")
        await unread.first()
        while pool.running:
            await asyncio.sleep(0.01)
        with pytest.raises(DeadlineError):
            async for _ in unread.pieces():
                pass
        unread.close()
        assert b"true" in await _read(pool, "ASK {}", "a")

    _with_pool(hand_made, Limits(workers=1, seconds=0.5), work)
