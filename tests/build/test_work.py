"""What becomes of one file on its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build.work import Made, Recipe, make

PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 opvangplekken.
"""
BASE = "https://example.org/"


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
