"""What pages tell over time: the series of an indicator, the list of indicators, and the totals of a thing.

All is read from the graph of aggregates by direct look-up, so that it takes as long however many papers there are. The
results are dataclasses of texts and numbers: `dataclasses.asdict` gives JSON.
"""

from __future__ import annotations

from graph.web.series.indicators import IndicatorRow, IndicatorRows, Order, indicator_rows
from graph.web.series.lines import series_of
from graph.web.series.lookup import Named
from graph.web.series.told import Line, Moment, Point, Series
from graph.web.series.totals import totals_of

__all__ = [
    "IndicatorRow",
    "IndicatorRows",
    "Line",
    "Moment",
    "Named",
    "Order",
    "Point",
    "Series",
    "indicator_rows",
    "series_of",
    "totals_of",
]
