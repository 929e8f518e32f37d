"""Who writes to a store is told to others: process, command and since when; who is killed holds it no longer."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store.locks import Holder, signed_by, writer_lock

HOLDING = """
import sys, time
from pathlib import Path
from graph.store.locks import writer_lock
sys.argv = ["/usr/bin/kamergraaf", "build", "my papers", "x" * 300]
lock = writer_lock(Path({folder!r}))
print("held", flush=True)
time.sleep(600)
"""


def test_a_holder_is_told_with_its_command_and_the_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    code = HOLDING.format(folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None and process.stdout.readline() == b"held\n"
        with pytest.raises(StoreError) as caught:
            writer_lock(tmp_path)
        said = str(caught.value)
        assert f"process {process.pid} (kamergraaf build 'my papers' xxx" in said
        assert " since 20" in said and said.endswith(" UTC is writing to this store; try again when it is done")
        assert "\n" not in said and len(said) < 300 + len(str(tmp_path))
        process.kill()
        process.wait()
    with closing(writer_lock(tmp_path)):
        holder = signed_by((tmp_path / "write.lock").read_bytes())
        assert holder is not None and holder.pid == os.getpid()


@pytest.mark.parametrize("signature", [b"", b"4711", b"{", b'{"pid": 1}', b'{"pid": 1, "command": "x", "since": "x"}'])
def test_what_is_no_signature_names_nobody(signature: bytes) -> None:
    assert signed_by(signature) is None


def test_a_signature_is_read_back() -> None:
    holder = Holder.this()
    assert signed_by(holder.signature()) == holder
