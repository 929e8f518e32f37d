from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.figures import Figures, Growth, load, this_machine, write
from benchmarks.scale import main

from benchmarks import scale

PAPERS = 4


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command writes when it measures four papers, each thing once."""
    folder = tmp_path_factory.mktemp("scale")
    file = folder / "scale.json"
    assert main([str(folder), str(PAPERS), "--json", str(file), "--jobs", "1", "--changes", "1"]) == 0
    return file


def numbers(value: object) -> Iterator[float]:
    """Give all numbers within a value of JSON."""
    if isinstance(value, dict):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, list):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int | float):
        yield value


def test_the_file_has_all_measures_and_each_has_a_number_above_nothing(file: Path) -> None:
    (found,) = json.loads(file.read_text())["growths"]
    assert found["papers"] == PAPERS
    assert found["failures"] == []
    measures = ("build", "unchanged", "change", "size", "validation", "server")
    for name in measures:
        assert min(numbers(found[name])) > 0, name
    for name in ("queries", "searches", "pages"):
        assert found[name], name
        assert all(each["seconds"] > 0 for each in found[name]), name
    assert set(found) == {*measures, "queries", "searches", "pages", "papers", "version", "at", "failures"}


def test_searches_find_what_the_papers_say(file: Path) -> None:
    found = {search.name: search.rows for search in load(file).growths[0].searches or ()}
    assert found["a phrase"] > 0
    assert found["nothing typed"] == PAPERS


def test_every_paper_is_in_the_store(file: Path) -> None:
    size = load(file).growths[0].size
    assert size is not None
    assert size.documents == PAPERS


def test_what_was_built_is_gone_and_what_it_said_is_kept(file: Path) -> None:
    assert sorted(path.name for path in file.parent.iterdir()) == [f"log-{PAPERS}.txt", "scale.json"]
    assert f"{PAPERS} files: {PAPERS} new" in (file.parent / f"log-{PAPERS}.txt").read_text()


def test_the_tables_of_a_file_are_printed_without_measuring(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--table", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.count(f"| papers | {PAPERS} |") == 2
    long, _, short = said.partition("For the README:")
    assert "–" not in short
    assert "| front page, s | " in long


def test_a_file_without_figures_gives_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.json").write_text('{"papers": 4}')
    assert main(["--table", str(tmp_path / "other.json")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "other.json: holds no figures of scale: machine: " in said


def test_a_run_that_is_broken_off_keeps_what_it_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(folder: Path, count: int, **_: object) -> Iterator[tuple[str, Growth]]:
        yield "first", Growth(count)
        if count == 20:
            raise KeyboardInterrupt

    monkeypatch.setattr(scale, "measured", measured)
    file = tmp_path / "scale.json"
    with pytest.raises(KeyboardInterrupt):
        main([str(tmp_path), "10", "20", "30", "--json", str(file)])
    assert [growth.papers for growth in load(file).growths] == [10, 20]


def test_other_counts_stay_where_they_are_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "measured", lambda folder, count, **_: iter([("first", Growth(count))]))
    file = tmp_path / "scale.json"
    write(Figures(this_machine(), (replace(Growth(50), version="older"),)), file)
    main([str(tmp_path), "10", "--json", str(file), "--add"])
    assert [(growth.papers, growth.version == "older") for growth in load(file).growths] == [(10, False), (50, True)]
    main([str(tmp_path), "10", "--json", str(file)])
    assert [growth.papers for growth in load(file).growths] == [10]
