"""The page of an indicator: its lines as tables and charts, and what differs side by side."""

from __future__ import annotations

import json
from dataclasses import replace

from graph.web.indicators.showing import LINES, TABLES, Group, Showing
from graph.web.series import Line, Moment, Named, Point, Series
from graph.web.words import Words

PAPER = Named("https://e.org/id/document/kst-1-2", "Een lijst </script><b>")
TOTAL = Named("https://e.org/id/breakdown/total", "totaal")
POINT = Point(
    figure=f"{PAPER.iri}/answer/1/statistic/500-1",
    value="500",
    value_max=None,
    value_text="500",
    lower="495",
    upper="505",
    start="2024-01-01",
    end="2024-12-31",
    qualifier="about",
    status="realised",
    forecast=False,
    counted_by=None,
    stated_by=(),
    document=PAPER,
    quote="500 plekken",
    issued="2025-01-01",
)
LATER = replace(POINT, value="700", start="2025-01-01", end="2025-12-31", forecast=True, status="expected")


def line(*points: Point, part: Named = TOTAL, unit: str = "count") -> Line:
    moments = tuple(Moment(point.start, point.end, (point,), differing=False) for point in points)
    return Line("https://e.org/s", part, None, unit, "https://e.org/unit", moments)


def groups(*lines: Line) -> tuple[Group, ...]:
    series = Series(Named("https://e.org/id/indicator/plek", "plekken"), lines)
    return Showing(Words(), lambda iri: iri.replace("https://e.org/id", "/doc")).groups(series)


def test_a_point_of_the_chart_leads_to_its_sentence_and_says_what_it_is() -> None:
    (group,) = groups(line(POINT, LATER))
    drawn = json.loads(group.drawn)
    first, second = drawn["points"]
    assert first["href"] == "/doc/document/kst-1-2#answer/1/statistic/500-1"
    assert first["title"].startswith("totaal: ongeveer 500, 2024. Een lijst")
    assert (first["lower"], first["upper"], first["forecast"]) == (495, 505, False)
    assert second["forecast"]


def test_words_of_papers_cannot_end_the_script_that_carries_them() -> None:
    (group,) = groups(line(POINT, LATER))
    assert "</script" not in group.drawn


def test_lines_of_different_units_are_apart() -> None:
    assert [group.unit for group in groups(line(POINT, LATER), line(POINT, unit="EUR"))] == ["", "euro"]


def test_one_point_is_no_chart_and_still_a_table() -> None:
    (group,) = groups(line(POINT))
    assert group.drawn == ""
    assert group.tables


def test_differing_statements_stand_side_by_side_under_one_period() -> None:
    moment = Moment("2024-01-01", "2024-12-31", (POINT, replace(POINT, value="510")), differing=True)
    (group,) = groups(Line("https://e.org/s", TOTAL, None, "count", "https://e.org/unit", (moment,)))
    (table,) = group.tables
    assert [(row.rows, row.differing, row.amount) for row in table.rows] == [(2, True, "500"), (0, True, "510")]


def test_a_page_with_many_lines_is_bounded() -> None:
    parts = [line(POINT, LATER, part=Named(f"https://e.org/id/breakdown/{n}", f"deel {n}")) for n in range(TABLES + 10)]
    (group,) = groups(*parts)
    assert len(group.tables) == TABLES
    assert len({point["line"] for point in json.loads(group.drawn)["points"]}) == LINES
