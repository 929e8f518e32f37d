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


def kamergraaf(*arguments: str) -> str:
    command = [sys.executable, "-m", "graph", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout  # noqa: S603


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "store"
    kamergraaf("build", "--store", str(folder))
    return folder


def test_three_questions_are_asked_with_the_queries_that_ship() -> None:
    assert sorted(query for query, _ in EXAMPLES) == sorted(p.read_text(encoding="utf-8").strip() for p in SHIPPED)
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_answer_in_the_readme_is_the_answer_of_the_store(path: Path, store: Path) -> None:
    answer = next(answer for query, answer in EXAMPLES if query == path.read_text(encoding="utf-8").strip())
    rows = kamergraaf("query", "--store", str(store), str(path), "--format", "csv")
    assert rows.replace("\r\n", "\n").strip() == answer


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).exists()
