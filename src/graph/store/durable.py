"""What was written to the disk, and not only to the memory of the system: it is there after a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def settle(path: Path, *, deep: bool = True) -> None:
    """Wait until a file, or a folder with all that is in it, is on the disk.

    Args:
        path: links in it are not followed; that it stands in its folder is another thing to settle.
        deep: whether what is in a folder is settled too, and not only which names there are in it.

    Raises:
        OSError: when the disk refuses.
    """
    if deep and path.is_dir() and not path.is_symlink():
        for inside in sorted(path.iterdir()):
            settle(inside)
    if path.is_symlink() or (path.is_dir() and sys.platform == "win32"):
        return  # a link has nothing of its own, and Windows cannot open a folder
    # Windows flushes only what is open for writing.
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
