"""Long work tells how far it is, also where there is no terminal."""

from __future__ import annotations

import pytest

from graph.cli.build import NAMED, failures_of
from graph.cli.progress import Lines


class Clock:
    """Goes forward when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_without_a_terminal_a_line_a_minute_tells_speed_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    lines = Lines("Building", 20_000, clock)
    for _ in range(960):
        clock.now += 0.125
        lines.step()
    lines.say("a paper")
    out, told = capsys.readouterr()
    assert out == "a paper\n"
    assert told.splitlines() == [
        "Building: 480 of 20,000, 480 a minute, 41 minutes left",
        "Building: 960 of 20,000, 480 a minute, 40 minutes left",
    ]
    lines.then("Publishing")
    assert capsys.readouterr().err == "Publishing: 960 were done in 2 minutes\n"


def test_short_work_says_nothing_of_itself(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines("Building", 3, Clock())
    for _ in range(3):
        lines.step()
    lines.then("Publishing")
    assert capsys.readouterr() == ("", "")


def test_summary_names_what_failed_and_why_up_to_a_number() -> None:
    assert failures_of([]) == []
    assert failures_of(["a.txt: unreadable: no paper"]) == ["kept out:", "  a.txt: unreadable: no paper"]
    many = failures_of([f"{number}.txt: unreadable" for number in range(NAMED + 7)])
    assert len(many) == NAMED + 2 and many[-1] == "  7 more above"
