from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from benchmarks.bars import verdicts
from benchmarks.figures import Asked, Build, Failure, Figures, Growth, Machine, Page
from benchmarks.tables import long_table, short_table

MACHINE = Machine("3.11.7", "Linux", "A processor", 2, 8192)


def growth(papers: int, *, seconds: float = 12.34) -> Growth:
    return Growth(
        papers,
        version="1.2.3",
        at=datetime(2025, 11, 14, tzinfo=UTC),
        build=Build(2, seconds, 2 * seconds, 2 * seconds / papers, 700, 600),
    )


def cells(table: str, name: str) -> list[str]:
    """Give the cells of the row with a name."""
    return next(line for line in table.splitlines() if line.startswith(f"| {name} |")).strip("| ").split(" | ")[1:]


def test_the_table_names_each_count_in_order() -> None:
    figures = Figures(MACHINE).with_growth(growth(20_000)).with_growth(growth(100)).with_growth(growth(2000))
    table = long_table(figures)
    assert "| papers | 100 | 2,000 | 20,000 |\n| --- | ---: | ---: | ---: |" in table
    assert "Version 1.2.3, 2025-11-14, on 2 cores (A processor) with 8,192 MiB, Linux, Python 3.11.7." in table


def test_figures_measured_anew_take_the_place_of_older_ones() -> None:
    figures = Figures(MACHINE).with_growth(growth(100, seconds=9)).with_growth(growth(100, seconds=7))
    assert cells(long_table(figures), "build, s") == ["7.0"]


def test_what_was_not_measured_is_a_dash_and_what_failed_is_named() -> None:
    broken = replace(growth(500), build=None, failures=(Failure("build", "the build ended with 1"),))
    table = long_table(Figures(MACHINE, (growth(100), broken)))
    assert cells(table, "build, s") == ["12.3", "–"]
    assert "- 500 papers: build failed: the build ended with 1" in table


def test_queries_and_pages_have_a_row_each_also_when_a_count_lacks_them() -> None:
    one = replace(growth(100), queries=(Asked("by-year", 0.0123, 7),))
    other = replace(growth(500), pages=(Page("front page", "/", 0.5, 0.004, 0.5, 20, 9000),))
    table = long_table(Figures(MACHINE, (one, other)))
    assert cells(table, "query `by-year`, s") == ["0.012", "–"]
    assert cells(table, "front page, s") == ["–", "0.004 (0.500)"]


def test_the_short_table_tells_of_the_counts_of_the_readme_alone() -> None:
    figures = Figures(MACHINE, tuple(growth(papers) for papers in (100, 500, 2000, 5000)))
    assert short_table(figures).startswith("| papers | 100 | 2,000 |\n")
    assert short_table(Figures(MACHINE, (growth(4),))).startswith("| papers | 4 |\n")


def test_a_bar_says_whether_it_is_kept_and_one_without_figures_says_nothing() -> None:
    assert list(verdicts([growth(100)])) == []
    assert "- 2,000 papers: build with two processes: 12.3 s, at most 600: kept" in verdicts([growth(2000)])
    slow = list(verdicts([growth(2000, seconds=601)]))
    assert "- 2,000 papers: build with two processes: 601 s, at most 600: NOT KEPT" in slow


def test_the_cost_of_a_paper_is_compared_between_few_and_many() -> None:
    found = list(verdicts([growth(500, seconds=100), growth(5000, seconds=1200)]))
    assert found == ["- a paper of 5,000 beside one of 500, processor: 1.2 times, at most 1.3: kept"]
