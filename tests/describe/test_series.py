"""What is said of a series: how much there is, of which days, and where its reference dates begin and end."""

from __future__ import annotations

from graph.describe.contribution import Member
from graph.describe.series import describe_indicator
from graph.describe.terms import DEFAULT_BASE as BASE

NUMBER, SHARE = "http://qudt.org/vocab/unit/NUM", "http://qudt.org/vocab/unit/PERCENT"
SERIES = f"{BASE}id/indicator/dijk/series/total.not-stated"


def member(name: str, period: str, unit: str = NUMBER) -> Member:
    figure = f"id/document/kst-1-1/answer/1/statistic/{name}"
    thing = ("id/indicator/dijk", "id/breakdown/total", "id/place/not-stated")
    return Member(*thing, unit, f"id/period/{period}", figure)


def ends(*members: Member) -> dict[str, set[str]]:
    """Give the figures that the series has as its earliest and its latest, by their names."""
    said = [quad for quad in describe_indicator(members, BASE).quads() if str(quad.subject) == f"<{SERIES}>"]
    found: dict[str, set[str]] = {"earliestFigure": set(), "latestFigure": set()}
    for quad in said:
        if (name := quad.predicate.value.removeprefix(f"{BASE}def/")) in found:
            found[name].add(str(quad.object).strip("<>").rpartition("/")[2])
    return found


def test_a_series_names_its_figures_of_the_first_and_the_last_reference_date() -> None:
    first, last = "2020-01-01--2020-01-01", "2024-01-01--2024-01-01"
    said = [member("a", last), member("b", first), member("c", "2022-07-01--2022-07-01"), member("d", last)]
    assert ends(*said) == ends(*said[::-1]) == {"earliestFigure": {"b"}, "latestFigure": {"a", "d"}}


def test_a_period_that_is_no_reference_date_is_no_end_of_a_series() -> None:
    year, open_end, unknown = "2019-01-01--2019-12-31", "2018-01-01--", "unknown"
    dates = [member("a", "2020-01-01--2020-01-01"), member("b", "2021-01-01--2021-01-01")]
    others = [member("c", year), member("d", open_end), member("e", unknown)]
    assert ends(*dates, *others) == {"earliestFigure": {"a"}, "latestFigure": {"b"}}


def test_a_series_with_one_reference_date_has_no_ends() -> None:
    day = "2020-01-01--2020-01-01"
    assert ends(member("a", day), member("b", day)) == {"earliestFigure": set(), "latestFigure": set()}


def test_figures_in_two_units_are_not_set_against_each_other() -> None:
    first, last = "2020-01-01--2020-01-01", "2024-01-01--2024-01-01"
    assert ends(member("a", first), member("b", last, SHARE)) == {"earliestFigure": set(), "latestFigure": set()}
    both = [member("a", first), member("b", last, SHARE), member("c", last), member("d", first, SHARE)]
    assert ends(*both) == {"earliestFigure": {"a", "d"}, "latestFigure": {"b", "c"}}
