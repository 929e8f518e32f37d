"""What takes too long is stopped, in Python and inside a regular expression, and only there."""

from __future__ import annotations

import re
import signal
import threading

import pytest

from graph.deadline import deadline
from graph.errors import ReadError


def test_endless_work_is_stopped_with_the_name_of_the_file() -> None:
    with pytest.raises(ReadError, match=r"^lang\.txt: it takes more than 0\.05 seconds"), deadline(0.05, "lang.txt"):
        while True:
            pass


def test_endless_matching_is_stopped() -> None:
    with pytest.raises(ReadError), deadline(0.05, "lang.txt"):
        re.match(r"(a+)+b", "a" * 60)


def test_work_in_time_leaves_no_timer_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(60, "kort.txt"):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is before


def test_outer_deadline_counts() -> None:
    with pytest.raises(ReadError, match=r"buiten\.zip"), deadline(0.05, "buiten.zip"), deadline(60, "binnen.txt"):
        while True:
            pass


def test_other_threads_are_left_alone() -> None:
    done: list[bool] = []

    def work() -> None:
        with deadline(0.001, "a.txt"):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
