"""The README keeps its word: its queries are those that ship, its answers are those of the store."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sparql\n(.*?)\n```\n\n```csv\n(.*?)\n```", README, re.DOTALL)
SHIPPED = sorted((ROOT / "ontology" / "queries").glob("*.rq"))
SHOWN = [path for path in SHIPPED if path.read_text(encoding="utf-8").strip() in dict(EXAMPLES)]


def kamergraaf(*arguments: str) -> str:
    command = [sys.executable, "-m", "graph", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout  # noqa: S603


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "store"
    kamergraaf("build", "--store", str(folder))
    return folder


def test_three_questions_are_asked_with_the_queries_that_ship() -> None:
    assert len(EXAMPLES) == len(SHOWN) == 3


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_answer_in_the_readme_is_the_answer_of_the_store(path: Path, store: Path) -> None:
    answer = dict(EXAMPLES)[path.read_text(encoding="utf-8").strip()]
    rows = kamergraaf("query", "--store", str(store), str(path), "--format", "csv")
    assert rows.replace("\r\n", "\n").strip() == answer


def test_what_was_not_read_of_the_paper_that_ships_is_nothing(store: Path) -> None:
    query = ROOT / "ontology" / "queries" / "unread.rq"
    rows = kamergraaf("query", "--store", str(store), str(query), "--format", "csv")
    assert rows.split() == ["paper,why,stretches,unread,percent"]


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).exists()
