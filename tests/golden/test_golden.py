"""Invented papers of many ministries, read as their annotators read them: what is found, and what is made up."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from graph.build.work import registers
from graph.describe.record import record
from graph.pipeline import understand

FLOORS = {"papers": (0.98, 0.97, 0.82), "unseen": (0.91, 0.90, 0.68)}
"""Floors over the papers of a folder: of the figures that are published, of those that a reader finds, and of these
with the period, qualifier and forecast that the reader gives. No rule has grown on the papers of `unseen`."""

GOLD = sorted(path for folder in FLOORS for path in (Path(__file__).parent / folder).glob("*.json"))

Row = dict[str, object]


@dataclass(frozen=True)
class Paper:
    """What a reader finds in a paper, and what the software does."""

    gold: dict[str, list[Row]]
    found: dict[str, list[Row]]
    text: str


@cache
def paper(path: Path) -> Paper:
    gold = json.loads(path.read_text(encoding="utf-8"))
    file = path.parent / gold["file"]
    understanding = understand(file.read_bytes(), file.name, registers())
    found = json.loads(json.dumps(record(understanding, "https://w3id.org/kamergraaf/"), default=str))
    return Paper(gold, found, understanding.report.source.text)


def number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


def is_same_number(gold: Row, found: Row) -> bool:
    """Whether two rows are the same number of the same answer in the same unit."""
    accepted = cast("dict[str, list[object]]", gold.get("accept", {}))
    units = (gold["unit"], *accepted.get("unit", ()))
    return (
        gold["question"] == found["question"]
        and number(gold["value"]) == number(found["value"])
        and number(gold.get("value_max")) == number(found["value_max"])
        and found["unit"] in units
    )


def agrees(gold: Row, found: Row) -> bool:
    """Whether period, qualifier and forecast are read as the annotator reads or accepts them."""
    accepted = cast("dict[str, list[object]]", gold.get("accept", {}))
    return all(
        found[name] == gold[name] or found[name] in accepted.get(name, ())
        for name in ("period_start", "period_end", "qualifier", "forecast")
    )


def count(read: Paper) -> Counter[str]:
    """Pair each figure of the reader with one of the software, the whole ones first."""
    tally: Counter[str] = Counter()
    left = list(read.found["statistics"])
    for gold in sorted(read.gold["statistics"], key=lambda row: bool(row.get("optional"))):
        same = sorted((row for row in left if is_same_number(gold, row)), key=lambda row: not agrees(gold, row))
        if same:
            left.remove(same[0])
        if not gold.get("optional"):
            tally["wanted"] += 1
            tally["found"] += bool(same)
            tally["whole"] += bool(same) and agrees(gold, same[0])
    tally["spurious"] = len(left)
    return tally


def test_there_are_papers_of_many_ministries() -> None:
    assert len(GOLD) == 33


@pytest.mark.parametrize("folder", FLOORS)
def test_figures_are_found_and_none_is_made_up(folder: str) -> None:
    precision, recall, whole = FLOORS[folder]
    total = sum((count(paper(path)) for path in GOLD if path.parent.name == folder), Counter())
    assert total["found"] / total["wanted"] >= recall
    assert total["found"] / (total["found"] + total["spurious"]) >= precision
    assert total["whole"] / total["wanted"] >= whole


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:24])
def test_the_questions_and_answers_are_those_of_the_paper(path: Path) -> None:
    read = paper(path)
    header = cast("dict[str, object]", read.gold["document"])
    covered = [tuple(cast("list[int]", row["questions"])) for row in read.found["answers"]]
    assert len(covered) == header["answers"]
    assert [list(numbers) for numbers in covered if len(numbers) > 1] == header["joint"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:24])
def test_every_quote_is_literally_in_the_text(path: Path) -> None:
    read = paper(path)
    for kind in ("statistics", "mentions", "non_answers"):
        for row in read.found[kind]:
            assert read.text[cast(int, row["start"]) : cast(int, row["end"])] == row["quote"]
