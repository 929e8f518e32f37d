"""Countries, with their adjectives and inhabitants."""

from __future__ import annotations

from pathlib import Path

from builder.turtle import Graph, iri, parts, rows, text, thing


def build(folder: Path, own: Path) -> Graph:
    """Make the graph of countries; adjectives and inhabitants are hidden labels: they name a country otherwise."""
    graph = Graph()
    adjectives: dict[str, set[str]] = {}
    for row in rows(folder / "nationaliteiten_nl.csv"):
        adjectives.setdefault(row["iso2"], set()).update({row["adj_inflected"], row["adj_base"]})
    people = {row["iso2"]: row for row in rows(own / "inhabitants.csv")}
    for row in rows(folder / "landen_nl.csv"):
        ours = people.get(row["iso2"], {})
        hidden = {
            row["adj_inflected"],
            row["adj_base"],
            *adjectives.get(row["iso2"], ()),
            *parts(ours.get("inhabitants", "")),
        }
        others = {*parts(ours.get("names", ""))} - {row["name_nl"]}
        graph.add(
            thing("place", row["iso2"].lower()),
            a=["dcterms:Location", "schema:Country"],
            skos__prefLabel=[text(row["name_nl"], "nl"), text(row["name_en"], "en")],
            skos__altLabel=[text(name, "nl") for name in others],
            skos__hiddenLabel=[text(name, "nl") for name in hidden - {"", row["name_nl"]} - others],
            skos__notation=text(row["iso2"]),
            owl__sameAs=[
                iri(address)
                for address in (
                    row["eu_country_iri"],
                    f"http://www.wikidata.org/entity/{row['wikidata']}" if row["wikidata"] else "",
                    row["geonames_iri"],
                )
                if address
            ],
        )
    return graph
