"""The folder of a build goes with it, also when it is killed."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from graph.build.scratch import scratch
from graph.store.locks import Lock


def test_what_a_killed_build_left_is_taken_away_and_what_another_uses_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, used, young = (tmp_path / f"kamergraaf-build-{name}" for name in ("left", "used", "young"))
    for folder in (left, used, young):
        folder.mkdir()
        (folder / "0.nt").write_bytes(b"half")
    (tmp_path / "kamergraaf-else").mkdir()
    with closing(Lock(used / "in-use")):
        for folder in (left, used):
            os.utime(folder, (0, 0))
        with scratch() as mine:
            assert mine.parent == tmp_path
            assert {path.name for path in tmp_path.iterdir()} == {
                used.name, young.name, mine.name, "kamergraaf-else"
            }  # fmt: skip
    assert not mine.exists() and (used / "0.nt").read_bytes() == b"half"
