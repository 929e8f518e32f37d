"""No folder with tests is passed over."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest


def test_every_folder_with_tests_is_looked_into(request: pytest.FixtureRequest) -> None:
    root = Path(__file__).resolve().parents[1]
    left_out = [str(pattern) for pattern in request.config.getini("norecursedirs")]
    files = [*(root / "tests").rglob("test_*.py"), *(root / "src").rglob("*.py")]
    folders = {name for file in files for name in file.relative_to(root).parts[:-1] if name != "node_modules"}
    assert {"tests", "build"} <= folders
    assert [name for name in folders if any(fnmatch(name, pattern) for pattern in left_out)] == []
