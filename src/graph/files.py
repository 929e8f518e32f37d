"""Files that are written whole or not at all, and where those stand that can be made again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import StoreError


def cache_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Give the user's folder for what can be made again, by the rule of the platform (XDG Base Directory on Linux).

    >>> cache_folder({"XDG_CACHE_HOME": "/home/an/cache"}, "linux").as_posix()
    '/home/an/cache/kamergraaf'
    """
    env = os.environ if environ is None else environ
    if platform == "win32":
        folder = Path(env.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "kamergraaf"
        return folder / "cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "kamergraaf"
    home = env.get("XDG_CACHE_HOME", "")
    return (Path(home) if os.path.isabs(home) else Path.home() / ".cache") / "kamergraaf"


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, which appears under its name when all is written; an old one stays until then.

    What is no file, such as a pipe or ``/dev/null``, is written to as it is and never replaced; where a link leads to
    a file, the link stays.

    Raises:
        StoreError: when it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                yield out
            return
        target = path.resolve()
        beside = target.with_name(f".{target.name}.part")
        try:
            with beside.open("wb") as out:
                yield out
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise  # whoever reads the pipe has enough
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror or error}); give another file") from error
