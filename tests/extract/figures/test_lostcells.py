"""Rows that lack cells: read as far as a total or a line break proves where their numbers stand."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.figures.lostcells import Numbers, placed

SEXES = ["Mannen", "Vrouwen", "Totaal"]
YEARS = ["2022", "2023", "2024"]


def row(
    *values: int | str | None, label: str = "Rij", breaks: tuple[int, ...] = (), torn: int | None = None
) -> Numbers:
    return Numbers(label, tuple(None if v is None else Decimal(v) for v in values), breaks, torn)


def test_full_rows_fill_the_columns() -> None:
    assert placed([row(1, 2, 3), row(4, None, 4)], SEXES) == [(0, 1, 2), (0, 1, 2)]


def test_last_number_that_the_others_add_up_to_is_the_total() -> None:
    assert placed([row(1, 2, 3), row(4, 4)], SEXES)[1] == (None, 2)


def test_number_is_no_total_where_the_others_do_not_add_up_to_it() -> None:
    assert placed([row(1, 2, 3), row(4, 5)], SEXES)[1] == (None, None)


def test_row_without_total_is_left_unread() -> None:
    assert placed([row(1, 2, 3), row(4, 5)], YEARS)[1] == (None, None)


def test_sums_hold_within_the_rounding_of_their_parts() -> None:
    assert placed([row("1.24", "1.2")], SEXES) == [(None, 2)]
    assert placed([row("1.24", "1.3")], SEXES) == [(None, None)]


def test_line_ends_tell_the_open_cell_where_sums_bear_them_out() -> None:
    heads = ["Personeel", "Materieel", "Inhuur", "Totaal"]
    rows = [row(4, 3, 2, 9), row(4, 2, 6, breaks=(1,)), row(5, 2, 7, breaks=(1,)), row(6, 2, 8, breaks=(1,))]
    assert placed(rows, heads)[1:] == [(0, 2, 3)] * 3


def test_line_ends_tell_nothing_where_full_rows_have_them_too() -> None:
    heads = ["Personeel", "Materieel", "Inhuur", "Totaal"]
    rows = [row(4, 3, 2, 9, breaks=(2,)), row(4, 2, 6, breaks=(1,)), row(5, 2, 7, breaks=(1,))]
    assert placed(rows, heads)[1:] == [(None, None, 3)] * 2


def test_row_of_totals_tells_which_cell_is_open() -> None:
    rows = [row(10, 20, 30), row(5, 7), row(1, 2, 3), row(16, 22, 40, label="Totaal")]
    assert placed(rows, YEARS)[1] == (0, 2)


def test_row_of_totals_that_fits_two_ways_leaves_the_row_unread() -> None:
    rows = [row(10, 20), row(5), row(5), row(15, 25, label="Totaal")]
    assert placed(rows, YEARS[:2])[1:3] == [(None,), (None,)]


def test_numbers_around_two_that_ran_together_are_counted_from_both_sides() -> None:
    assert placed([row(1, 2, 3, 4), row(1, None, 4, torn=1)], ["2021", "2022", "2023", "2024"])[1] == (0, None, 3)


def test_row_with_more_numbers_than_columns_is_left_unread() -> None:
    assert placed([row(1, 2, 3), row(1, 2, 3, 4)], YEARS)[1] == (None,) * 4


@given(st.lists(st.integers(0, 99), min_size=1, max_size=6), st.lists(st.integers(0, 99), min_size=3, max_size=3))
def test_columns_of_a_row_rise_and_stay_within_the_table(values: list[int], total: list[int]) -> None:
    rows = [row(1, 2, 3), row(*values), row(*total, label="Totaal")]
    for one, places in zip(rows, placed(rows, SEXES), strict=True):
        known = [place for place in places if place is not None]
        assert len(places) == len(one.values)
        assert known == sorted(set(known))
        assert all(0 <= place < len(SEXES) for place in known)
