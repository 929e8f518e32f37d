"""Papers are made in order and a few at a time, and one that ends its worker keeps no other out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.build import workers
from graph.build.inputs import Paper, load
from graph.build.work import Made, Recipe
from graph.build.workers import Here, Processes, Workers, make_all, workers_of

PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 opvangplekken.
"""
RECIPE = Recipe("https://example.org/")


class Deadly(bytes):
    """The bytes of a file that end whatever process they are sent to."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return os._exit, (1,)


class Watched(Workers):
    """Workers who never finish anything unless somebody waits for it."""

    def __init__(self, ahead: int) -> None:
        self.ahead = ahead
        self.under_way = 0
        self.most = 0
        self.begun: list[str] = []

    def begin(self, paper: Paper, recipe: Recipe) -> Future[Made]:
        assert not recipe.known
        self.begun.append(paper.path.name)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return Future()

    def result(self, paper: Paper, recipe: Recipe, begun: Future[Made]) -> Made:
        self.under_way -= 1
        return Made(paper.path)


def papers(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{each:02}.txt" for each in range(number)]
    for path in paths:
        path.write_text(PAPER)
    return paths


@pytest.mark.parametrize("deadly", [0, 1, 4])
def test_paper_that_ends_its_process_is_named_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deadly: int
) -> None:
    paths = papers(tmp_path, 5)

    def look(path: Path, recipe: Recipe) -> Paper:
        paper = load(path)
        return replace(paper, data=Deadly(paper.data)) if path == paths[deadly] else paper

    monkeypatch.setattr(workers, "look", look)
    with Processes(2) as processes:
        made = list(make_all(paths, RECIPE, processes))
    assert [each.path for each in made] == paths
    assert [each.path for each in made if each.problem] == [paths[deadly]]
    assert "ends the process" in made[deadly].problem


def test_no_more_is_under_way_than_there_is_room_for(tmp_path: Path) -> None:
    paths, crew = papers(tmp_path, 12), Watched(3)
    assert [made.path for made in make_all(paths, RECIPE, crew)] == paths
    assert crew.most == 3 and len(crew.begun) == 12


def test_papers_that_need_no_work_are_given_at_once_and_a_single_one_that_does_is_made_here(tmp_path: Path) -> None:
    paths, crew = papers(tmp_path, 4), Watched(8)
    paths[0].unlink()
    paths[1].unlink()
    paths[3].unlink()
    made = list(make_all(paths, RECIPE, crew))
    assert ["no such file" in each.problem for each in made] == [True, True, False, True]
    assert made[2].identifier and not crew.begun


def test_single_paper_before_very_many_that_need_no_work_is_begun_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_BEHIND", 5)
    paths, crew = papers(tmp_path, 12), Watched(8)
    for path in paths[1:]:
        path.unlink()
    made = list(make_all(paths, RECIPE, crew))
    assert crew.begun == ["00.txt"] and [each.path for each in made] == paths


def test_what_is_made_is_given_before_the_next_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths, read = papers(tmp_path, 3), []

    def look(path: Path, recipe: Recipe) -> Paper:
        read.append(path)
        return load(path)

    monkeypatch.setattr(workers, "look", look)
    given: Iterator[Made] = make_all(paths, RECIPE, workers_of(1))
    assert isinstance(workers_of(1), Here) and next(given).path == read[-1] == paths[0]
    assert next(given).path == read[-1] == paths[1]
