from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Asked, Failure, Growth
from benchmarks.growth import STEPS, NotWholeError, Place, Step, measured


def asked(name: str) -> Step:
    """Make a step that finds a figure."""
    return lambda growth, place: replace(growth, queries=(*(growth.queries or ()), Asked(name, 1.0, 1)))


def breaks(growth: Growth, place: Place) -> Growth:
    raise OSError("the disk is full\nand more")


def halts(growth: Growth, place: Place) -> Growth:
    raise NotWholeError("one paper was kept out", asked("half")(growth, place))


def names(growth: Growth) -> list[str]:
    return [each.name for each in growth.queries or ()]


def test_a_step_that_fails_is_named_and_takes_no_other_with_it(tmp_path: Path) -> None:
    steps = {"first": asked("first"), "second": breaks, "third": asked("third")}
    told = list(measured(tmp_path, 2, steps=steps))
    assert [name for name, _ in told] == ["first", "second", "third"]
    assert names(told[-1][1]) == ["first", "third"]
    assert told[-1][1].failures == (Failure("second", "OSError: the disk is full"),)


def test_a_step_that_is_not_whole_keeps_its_figures_and_says_so(tmp_path: Path) -> None:
    *_, (_, found) = measured(tmp_path, 2, steps={"first": halts, "second": breaks})
    assert names(found) == ["half"]
    assert [failure.step for failure in found.failures] == ["first", "second"]
    assert found.failures[0].why == "one paper was kept out"


def test_without_a_store_nothing_is_measured_on_another_one(tmp_path: Path) -> None:
    *_, (_, found) = measured(tmp_path, 2, steps={name: step for name, step in STEPS.items() if name != "build"})
    assert found == Growth(2, at=found.at, validation=found.validation, failures=found.failures)
    assert found.validation is not None
    assert {failure.step for failure in found.failures} == set(STEPS) - {"build", "validation"}
    assert {failure.why for failure in found.failures} == {"LookupError: there is no store: the build failed"}


def test_papers_and_store_go_unless_they_are_kept(tmp_path: Path) -> None:
    list(measured(tmp_path, 2, steps={}))
    assert not (tmp_path / "papers-2").exists()
    list(measured(tmp_path, 2, keep=True, steps={}))
    assert len(list((tmp_path / "papers-2").rglob("*.txt"))) == 2
