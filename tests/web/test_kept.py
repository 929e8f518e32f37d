from __future__ import annotations

import pytest

from graph.store.queries import Dataset
from graph.web.frames import Kind
from graph.web.kept import Given, Kept
from graph.web.process import Job

GIVEN = Given(Kind.RESULTS, b"{}")


def _job(query: str) -> Job:
    return Job(query, Dataset(), "json", "ttl")


def test_a_result_is_given_again_until_the_next_publication() -> None:
    kept = Kept()
    assert kept.find(_job("ASK {}"), 1) is None
    kept.keep(_job("ASK {}"), 1, GIVEN)
    assert kept.find(_job("ASK {}"), 1) == GIVEN
    assert kept.find(_job("ASK { ?a ?b ?c }"), 1) is None
    assert kept.find(_job("ASK {}"), 2) is None
    assert kept.find(_job("ASK {}"), 1) is None


def test_a_result_of_a_publication_that_is_no_longer_current_is_not_kept() -> None:
    kept = Kept()
    kept.find(_job("ASK {}"), 2)
    kept.keep(_job("ASK {}"), 1, GIVEN)
    assert kept.find(_job("ASK {}"), 2) is None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (NOW() AS ?x) {}",
        "SELECT (rand() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (BNODE() AS ?x) {}",
        "SELECT * { SERVICE <http://e/> {} }",
        "SELECT (\\u004EOW() AS ?x) {}",
    ],
)
def test_what_differs_each_time_is_not_kept(query: str) -> None:
    kept = Kept()
    kept.find(_job(query), 1)
    kept.keep(_job(query), 1, GIVEN)
    assert kept.find(_job(query), 1) is None


def test_what_was_not_asked_for_the_longest_time_goes_first() -> None:
    kept = Kept(size=5000)
    jobs = [_job(f"ASK {{}} # {number}") for number in range(4)]
    kept.find(jobs[0], 1)
    for job in jobs[:3]:
        kept.keep(job, 1, Given(Kind.RESULTS, b"x" * 1000))
    assert kept.find(jobs[0], 1)
    kept.keep(jobs[3], 1, Given(Kind.RESULTS, b"x" * 1000))
    assert [kept.find(job, 1) is not None for job in jobs] == [True, False, True, True]
