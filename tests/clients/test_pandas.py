from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
from tests.clients.conftest import DOCUMENT, KG


def select(endpoint: str, query: str, **more: str) -> pd.DataFrame:
    """Read the solutions of a query as a table, as notebooks do: an address and one header."""
    return pd.read_csv(f"{endpoint}?{urlencode({'query': query})}", storage_options={"Accept": "text/csv"}, **more)  # type: ignore[call-overload,no-any-return]


def test_the_example_of_reception_places_is_a_table_with_days_numbers_and_words(endpoint: str, examples: Path) -> None:
    query = (examples / "reception-places.rq").read_text("utf-8")
    table = pd.read_csv(
        f"{endpoint}?{urlencode({'query': query})}", storage_options={"Accept": "text/csv"}, parse_dates=["day"]
    )
    kinds = {name: kind.kind for name, kind in table.dtypes.items() if hasattr(kind, "kind")}
    assert {name: kinds[name] for name in ("day", "places", "page")} == {"day": "M", "places": "i", "page": "i"}
    assert all(pd.api.types.is_string_dtype(table[name]) for name in ("part", "counted", "words"))
    totals = table[table["part"] == "totaal"].set_index("day")["places"]
    assert totals.to_dict() == {pd.Timestamp("2025-01-01"): 69630, pd.Timestamp("2025-07-01"): 72390}
    parts = table[table["part"] != "totaal"].groupby("day")["places"].sum()
    assert parts.to_dict() == totals.to_dict()


def test_decimals_and_absent_values_are_numbers_and_blanks(endpoint: str) -> None:
    table = select(
        endpoint,
        f"PREFIX kg: <{KG}> PREFIX m: <http://purl.org/linked-data/sdmx/2009/measure#> "
        "SELECT ?figure ?value ?most { ?figure a kg:Statistic ; m:obsValue ?value "
        "OPTIONAL { ?figure kg:valueMax ?most } }",
    )
    assert len(table) == 55 and table["figure"].str.startswith(f"{DOCUMENT}/answer/").all()
    assert pd.api.types.is_numeric_dtype(table["value"]) and table["value"].notna().all()
    assert table["most"].isna().any()


def test_the_table_of_figures_to_take_away_is_the_same_data(address: str, endpoint: str) -> None:
    table = pd.read_csv(f"{address}/download/statistics.csv", parse_dates=["period_start", "period_end"])
    kinds = {str(name): str(kind) for name, kind in table.dtypes.items()}
    assert kinds["forecast"] == "bool" and kinds["page"] == kinds["start"] == kinds["end"] == "int64"
    assert kinds["value"] in ("int64", "float64")
    assert kinds["period_start"].startswith("datetime64") and kinds["period_end"].startswith("datetime64")
    assert table["iri"].is_unique and (table["end"] > table["start"]).all()
    asked = select(
        endpoint,
        "PREFIX m: <http://purl.org/linked-data/sdmx/2009/measure#> SELECT ?iri ?value { ?iri m:obsValue ?value }",
    )
    both = table.merge(asked, on="iri", suffixes=("", "_asked"))
    assert len(both) == len(table) == len(asked) == 55
    assert (both["value"] == both["value_asked"]).all()


def test_the_list_of_documents_is_a_table(address: str) -> None:
    table = pd.read_csv(f"{address}/documents.csv")
    assert table.to_dict("records")[0].items() >= {"identifier": "kst-36800-XX-7"}.items()
