"""What pages tell over time: the series of an indicator, the list of indicators, and what is said of a thing by year.

All is read from the graph of aggregates by direct look-up, so that it takes as long however many papers there are. The
results are dataclasses of texts and numbers: `dataclasses.asdict` gives JSON.
"""

from __future__ import annotations

from graph.web.series.activity import Activity, Happening, Year, activity_of
from graph.web.series.indicators import IndicatorRow, IndicatorRows, Order, indicator_rows
from graph.web.series.lines import Line, Moment, Point, Series, series_of
from graph.web.series.lookup import Named

__all__ = [
    "Activity",
    "Happening",
    "IndicatorRow",
    "IndicatorRows",
    "Line",
    "Moment",
    "Named",
    "Order",
    "Point",
    "Series",
    "Year",
    "activity_of",
    "indicator_rows",
    "series_of",
]
