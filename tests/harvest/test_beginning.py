"""Where a listing begins, whatever the clock says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.harvest.service import BEGIN

from graph.harvest.beginning import Beginning, begin
from graph.harvest.kinds import Source
from graph.harvest.listed import Choice
from graph.harvest.state import Listing

CHOICE = Choice()
DONE = Listing(Source.SRU, CHOICE.key, BEGIN.isoformat(), complete=BEGIN.isoformat())
BROKEN = Listing(Source.SRU, CHOICE.key, BEGIN.isoformat(), cursor="301")


def after(old: Listing | None, days: float, choice: Choice = CHOICE, *, full: bool = False) -> Beginning:
    return begin(Source.SRU, choice, old, BEGIN + timedelta(days=days), full=full)


def test_first_listing_is_of_all() -> None:
    beginning = after(None, 0)
    assert (beginning.since, beginning.fresh, beginning.listing.cursor) == (None, True, None)


def test_next_one_begins_a_day_before_the_last() -> None:
    assert after(DONE, 3).since == date(2024, 11, 30)
    assert after(DONE, 3, full=True).since is None
    assert after(DONE, 3, replace(CHOICE, since=date(2020, 1, 1))).since == date(2020, 1, 1)


def test_one_that_was_broken_off_goes_on_for_two_days() -> None:
    assert after(BROKEN, 1.9).listing == BROKEN
    assert after(BROKEN, 2.1).listing.cursor is None


def test_clock_that_went_back_a_little_costs_as_much_more_of_the_list() -> None:
    assert after(DONE, -0.9).since == date(2024, 11, 29)


@pytest.mark.parametrize("days", [-2, -4000])
def test_clock_that_went_back_far_says_nothing_of_the_last_listing(days: float) -> None:
    beginning = after(DONE, days)
    assert (beginning.since, beginning.fresh) == (None, True) and "has gone back" in beginning.note
    assert after(BROKEN, days).listing.cursor is None


def test_day_that_is_asked_for_does_not_make_good_for_a_clock_that_went_back() -> None:
    asked = after(DONE, -4000, replace(CHOICE, since=date(2020, 1, 1)))
    assert asked.listing.complete == DONE.complete, "the next run without a day reads the whole list"
