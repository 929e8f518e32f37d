"""Series, lists and totals as pages read them, of the paper that ships."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import pytest

from graph.build import build, find
from graph.resources import resource
from graph.settings import Settings
from graph.store.base import Reader
from graph.store.embedded import EmbeddedStore
from graph.web.series import Order, indicator_rows, series_of, totals_of

BASE = "https://w3id.org/kamergraaf/"
PLACES = f"{BASE}id/indicator/opvangplek"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Read a store with the paper that ships."""
    settings = Settings(store=tmp_path_factory.mktemp("series") / "store")
    store = EmbeddedStore(settings.store)
    build(find([resource("data", "documents")]), settings, store)
    with store.reader() as opened:
        yield opened


def test_lines_of_an_indicator_stand_in_order_of_time(reader: Reader) -> None:
    series = series_of(reader, BASE, PLACES)
    assert series.indicator.name == "opvangplekken" and not series.cut
    total = series.lines[0]
    assert (total.breakdown.name, total.place, total.unit) == ("totaal", None, "count")
    told = [(moment.start, [point.value for point in moment.points]) for moment in total.moments]
    assert told[:2] == [("2025-01-01", ["69630"]), ("2025-07-01", ["72390"])]
    assert {line.breakdown.name for line in series.lines} >= {"noodopvang", "reguliere plekken"}


def test_a_point_tells_who_counted_and_where_it_stands(reader: Reader) -> None:
    point = series_of(reader, BASE, PLACES).lines[0].moments[0].points[0]
    assert point.counted_by is not None and point.counted_by.iri == f"{BASE}id/organisation/coa"
    assert point.quote == "69.630 plekken" and point.value_text == "69.630"
    assert point.document.iri == f"{BASE}id/document/kst-36800-XX-7"
    assert (point.start, point.end) == ("2025-01-01", "2025-01-01")
    assert [post.iri.rpartition("/")[0] for post in point.stated_by] == [f"{BASE}id/post"] * len(point.stated_by)
    assert (point.qualifier, point.status, point.forecast) == ("exact", "realised", False)


def test_an_indicator_without_figures_has_no_lines(reader: Reader) -> None:
    series = series_of(reader, BASE, f"{BASE}id/indicator/bestaat-niet")
    assert (series.lines, series.indicator.name) == ((), "bestaat-niet")


def test_series_are_read_once_for_each_publication_and_only_so_many_are_kept(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [row.iri for row in indicator_rows(reader, BASE, limit=40).rows if row.iri != PLACES][:2]
    once = series_of(reader, BASE, PLACES)
    assert series_of(reader, BASE, PLACES) is once
    assert series_of(reader, BASE, PLACES, "en") is not once
    monkeypatch.setattr("graph.web.series.lines.KEPT", 2)
    for other in others:
        series_of(reader, BASE, other)
    again = series_of(reader, BASE, PLACES)
    assert again is not once and again == once


def test_the_list_of_indicators_comes_by_pages_with_what_is_said_most_first(reader: Reader) -> None:
    every = indicator_rows(reader, BASE, Order.FIGURES, limit=1000)
    assert every.total == len(every.rows) > 10
    counts = [row.figures for row in every.rows]
    assert counts == sorted(counts, reverse=True)
    page = indicator_rows(reader, BASE, Order.FIGURES, offset=3, limit=4)
    assert page.rows == every.rows[3:7] and page.total == every.total
    (places,) = (row for row in every.rows if row.iri == PLACES)
    lines = series_of(reader, BASE, PLACES).lines
    assert places.figures == sum(line.figures for line in lines)
    assert (places.name, places.papers, places.units) == ("opvangplekken", 1, ("count",))
    assert places.first_day == "2025-01-01"


def test_totals_are_what_a_count_of_the_facts_gives(reader: Reader) -> None:
    coa = f"{BASE}id/organisation/coa"
    counted = sum(1 for _ in reader.query(f"SELECT ?s {{ ?s <{BASE}def/countedBy> <{coa}> }}").rows())
    assert totals_of(reader, BASE, coa)["figures-counted"] == counted >= 10


def test_everything_together_is_counted(reader: Reader) -> None:
    totals = totals_of(reader, BASE, f"{BASE}id/dataset/kamergraaf")
    figures = sum(1 for _ in reader.query(f"SELECT ?s {{ ?s a <{BASE}def/Statistic> }}").rows())
    assert (totals["papers"], totals["questions"], totals["figures"]) == (1, 25, figures)


def test_what_is_not_there_has_no_totals(reader: Reader) -> None:
    assert totals_of(reader, BASE, f"{BASE}id/organisation/bestaat-niet")["papers"] == 0


def test_what_is_read_can_be_written_as_json(reader: Reader) -> None:
    for told in (series_of(reader, BASE, PLACES), indicator_rows(reader, BASE)):
        assert json.loads(json.dumps(asdict(told)))
