"""One document that breaks its process, or takes too long, keeps no other out."""

from __future__ import annotations

import os
import threading
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from graph.build.work import Made, Recipe, make, make_all

PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 opvangplekken.
"""
BASE = "https://example.org/"


def kill_whoever_opens(pipe: Path, done: threading.Event) -> None:
    """End all processes of a build each time one of them opens a pipe that looks like a paper."""
    while not done.is_set():
        try:
            os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))  # fails until somebody reads
        except OSError:
            time.sleep(0.01)
            continue
        for child in active_children():
            child.kill()
        time.sleep(0.2)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe to stop a process at a known place")
def test_paper_that_ends_its_process_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "abcd"]
    for path in paths:
        path.write_text(PAPER)
    paths[1].unlink()
    os.mkfifo(paths[1])
    done = threading.Event()
    killer = threading.Thread(target=kill_whoever_opens, args=(paths[1], done))
    killer.start()
    try:
        made = list(make_all(paths, Recipe(BASE), 2))
    finally:
        done.set()
        killer.join()
    assert [each.path for each in made] == paths
    assert [each.problem for each in made if each.path != paths[1]] == ["", "", ""]
    assert "ends the process" in made[1].problem


def test_paper_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: object, **__: object) -> Made:
        while True:
            pass

    monkeypatch.setattr("graph.pipeline.understand", forever)
    path = tmp_path / "lang.txt"
    path.write_text(PAPER)
    assert "takes more than 0.1 seconds" in make(path, Recipe(BASE, seconds=0.1)).problem


def test_what_text_and_metadata_differ_in_is_a_warning(tmp_path: Path) -> None:
    paper = tmp_path / "vragen.txt"
    paper.write_text(PAPER, encoding="utf-8")
    paper.with_name("vragen.meta.json").write_text('{"submitted": "2025-03-04"}', encoding="utf-8")
    made = make(paper, Recipe(BASE))
    assert made.warnings[0] == "the text says submitted '2025-03-03', the metadata '2025-03-04'"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (PAPER, ""),
        (
            "Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie over x (ingezonden 3 maart 2025)",
            "",
        ),
        ("Notitie: bij een schriftelijk overleg horen vragen.", "no questions or answers"),
        ("Een boodschappenlijst: melk en brood.", "no questions or answers"),
    ],
)
def test_text_that_only_speaks_of_papers_is_none(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    made = make(path, Recipe(BASE))
    assert problem in made.problem and bool(made.problem) == bool(problem)
