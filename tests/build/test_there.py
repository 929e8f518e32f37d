"""Beside a worker of a cluster each paper is made by a process that can be ended and replaced."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.build import there
from graph.build.inputs import Paper, software
from graph.build.there import DIFFERS, ENDED, LATE, MADE, answer, compare, difference, installed, packed
from graph.build.work import Made, Recipe, make_paper

TEXT = "Antwoord op vraag 1\nIn 2024 waren er 1.250 opvangplekken.\n"
RECIPE = Recipe("https://example.org/")
PAPER = Paper(Path("papers/een.txt"), TEXT.encode(), None)


class Deadly(bytes):
    """The bytes of a file that end whatever process they are sent to."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return os._exit, (1,)


class Slow(bytes):
    """The bytes of a file that keep whatever process they are sent to."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return time.sleep, (600,)


def taken(content: bytes) -> Made:
    made: Made = pickle.loads(content)  # noqa: S301 - from the process beside this one
    return made


@pytest.fixture(scope="module", autouse=True)
def _none_is_left() -> Iterator[None]:
    yield
    while there._idle:
        there._idle.pop().end()


@pytest.fixture
def _software_is_looked_at_again() -> Iterator[None]:
    yield
    software.cache_clear()


def test_paper_is_made_as_it_is_made_here() -> None:
    became, content = answer(installed(), packed(PAPER, RECIPE), 60)
    assert became == MADE and taken(content) == make_paper(PAPER, RECIPE)


def test_what_a_paper_has_in_its_result_survives_a_path_of_any_name() -> None:
    paper = Paper(Path("papers/één vraag.txt"), TEXT.encode(), None)
    became, content = answer(installed(), packed(paper, RECIPE), 0)
    assert became == MADE and taken(content).path == paper.path


def test_paper_that_ends_its_process_is_told_and_the_next_is_made() -> None:
    here = installed()
    deadly = Paper(PAPER.path, Deadly(PAPER.data), None)
    assert answer(here, packed(deadly, RECIPE), 60) == (ENDED, b"")
    assert answer(here, packed(PAPER, RECIPE), 60)[0] == MADE


def test_process_that_does_not_look_at_its_limit_is_ended_and_the_next_paper_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = installed()
    answer(here, packed(PAPER, RECIPE), 60)
    monkeypatch.setattr(there, "_MARGIN", 0.2)
    slow = Paper(PAPER.path, Slow(PAPER.data), None)
    assert answer(here, packed(slow, RECIPE), 0.1) == (LATE, b"")
    monkeypatch.undo()
    assert answer(here, packed(PAPER, RECIPE), 60)[0] == MADE


def test_limit_of_a_paper_holds_in_its_process() -> None:
    became, content = answer(installed(), packed(PAPER, Recipe("https://example.org/", seconds=0.001)), 0.001)
    assert became == MADE and "it takes more than 0.001 seconds" in taken(content).problem


def test_other_software_makes_no_paper_and_is_named() -> None:
    became, content = answer({**installed(), "lxml": "0.1"}, packed(PAPER, RECIPE), 60)
    assert became == DIFFERS and content.startswith(b"lxml ") and content.endswith(b"(here 0.1)")


def test_registers_imported_since_are_noticed_without_a_new_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _software_is_looked_at_again: None
) -> None:
    before = installed()
    assert compare(before) == ""
    (tmp_path / "more.ttl").write_text("")
    monkeypatch.setenv("KAMERGRAAF_AUTHORITIES", str(tmp_path))
    software.cache_clear()
    assert compare(installed()) == ""
    assert "imported registers" in compare(before)


def test_difference_names_what_is_missing_on_either_side() -> None:
    here, other = {"kamergraaf": "a", "lxml": "6.0", "rich": "14"}, {"kamergraaf": "a", "lxml": "5.0", "typer": "1"}
    assert difference(here, here) == ""
    assert difference(here, other) == "lxml 5.0 (here 6.0), rich missing (here 14), typer 1 (here missing)"
    assert "another kamergraaf" in difference(here, {**here, "kamergraaf": "b"})


def test_software_is_python_our_code_and_the_packages_it_needs() -> None:
    found = installed()
    assert {"Python", "kamergraaf", "lxml", "pypdfium2"} <= found.keys()
    assert "pyarrow" not in found and "distributed" not in found
