"""`kamergraaf authorities`: what it tells, and its exit codes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.cli import run


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands run in an empty folder, and find no settings but those of the test."""
    for name in [name for name in os.environ if name.startswith("KAMERGRAAF_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAMERGRAAF_AUTHORITIES", str(tmp_path / "registers"))


def lines(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[str]:
    assert run(["authorities", *arguments]) == code
    return capsys.readouterr().out.splitlines()


def test_counts_stand_for_each_kind_with_and_without_list(capsys: pytest.CaptureFixture[str]) -> None:
    told = lines(capsys)
    assert told == lines(capsys, "list")
    kinds = [line.split()[0] for line in told]
    assert {"organisation", "place", "law", "treaty", "post", "person", "membership", "imported"} <= set(kinds)
    assert told[-1].split()[1] == "0"


def test_import_tells_what_was_added_and_then_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("bwb_id,title\nBWBR0099001,Puttenwet\n")
    told = lines(capsys, "import", "a.csv")
    assert told[0] == "added     Puttenwet (BWBR0099001)"
    assert told[1] == "1 entry: 1 added, 0 changed, 0 ended, 0 unchanged, 0 refused, 0 of no use here"
    again = lines(capsys, "import", "a.csv")
    assert again == [
        "1 entry: 0 added, 0 changed, 0 ended, 1 unchanged, 0 refused, 0 of no use here",
        "nothing to change",
    ]
    assert lines(capsys, "list")[-1].split()[1] == "1"


def test_refused_entry_is_told_with_its_line_and_the_rest_is_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("bwb_id,title\nR1,Bronnenwet\nBWBR0099001,Puttenwet\n")
    told = lines(capsys, "import", "a.csv", code=1)
    assert told[0].startswith("added     Puttenwet")
    assert told[1] == "refused   a.csv, line 2: no BWB identifier (such as BWBR0011823): R1"


def test_wrong_file_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[{")
    assert run(["authorities", "import", "a.json"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("kamergraaf: a.json, line 1: this is no JSON")
    assert (captured.err.count("\n"), captured.out) == (1, "")
    assert not (tmp_path / "registers").exists()


def test_import_without_a_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["authorities", "import"]) == 2
    assert "FILE" in capsys.readouterr().err
