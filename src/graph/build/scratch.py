"""Where a build keeps what it has made until it is published: a folder that goes with it, also when it is killed.

A process that is killed cannot clean up. So each holds a lock on its folder, and whoever builds next takes away the
folders of which nobody holds one.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from graph.store.locks import Lock

_PREFIX = "kamergraaf-build-"
_YOUNG = 60.0
"""Seconds that a folder may be without its lock: its process is about to take it."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder of one's own among the temporary ones; those that killed processes left are taken away."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with closing(Lock(folder / "in-use")):
            yield folder


def _sweep(folder: Path) -> None:
    """Take away what nobody uses any more; what is another user's is left to them."""
    for each in folder.glob(f"{_PREFIX}*"):
        try:
            if time.time() - each.stat().st_mtime < _YOUNG:
                continue
            with closing(Lock(each / "in-use")):
                shutil.rmtree(each, ignore_errors=True)
        except OSError:
            continue
