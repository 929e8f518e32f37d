"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.files import written_whole


def test_an_old_file_stays_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.nq"
    path.write_bytes(b"old")
    with pytest.raises(KeyError), written_whole(path) as out:
        out.write(b"half")
        raise KeyError
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
    with written_whole(path) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="needs pipes with a name")
def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with written_whole(pipe) as out:
            out.write(b"words")
        assert os.read(reader, 100) == b"words"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_link_still_leads_to_the_file_that_was_written(tmp_path: Path) -> None:
    link = tmp_path / "latest.nq"
    link.symlink_to("2025.nq")
    with written_whole(link) as out:
        out.write(b"words")
    assert link.is_symlink() and (tmp_path / "2025.nq").read_bytes() == b"words"


@pytest.mark.parametrize("name", [".", "nowhere/out.nq", "file/out.nq"])
def test_what_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_bytes(b"")
    with pytest.raises(StoreError, match=r"cannot be written .*; give another file"), written_whole(Path(name)) as out:
        out.write(b"words")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
