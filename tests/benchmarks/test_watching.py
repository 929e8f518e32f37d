from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.watching import watch

_TAKES = "held = bytearray(64 << 20); import time; time.sleep(1)"


def test_the_memory_of_what_a_command_starts_counts_as_its_own() -> None:
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_TAKES!r}], check=True)"
    taken = watch([sys.executable, "-c", starts])
    assert taken.code == 0
    assert taken.private > 64
    assert taken.memory >= taken.private
    assert taken.processor > 0


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    taken = watch([sys.executable, "-c", "print('said'); raise SystemExit(3)"], tmp_path / "log")
    assert taken.code == 3
    assert (tmp_path / "log").read_text() == "said\n"
