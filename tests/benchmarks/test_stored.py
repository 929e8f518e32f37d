from __future__ import annotations

from pathlib import Path

from benchmarks.stored import disk


def test_a_file_with_two_names_takes_its_room_once(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "file").write_bytes(b"x" * 100_000)
    once = disk(tmp_path)
    (tmp_path / "other").hardlink_to(tmp_path / "one" / "file")
    assert disk(tmp_path) == once >= 100_000
    (tmp_path / "copy").write_bytes(b"x" * 100_000)
    assert disk(tmp_path) == 2 * once
