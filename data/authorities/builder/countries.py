"""Places: countries with their adjectives and inhabitants, and the provinces and islands of the Netherlands."""

from __future__ import annotations

from pathlib import Path

from builder.turtle import Graph, iri, parts, rows, slugify, text, thing


def build(folder: Path, own: Path) -> Graph:
    """Make the graph of places; adjectives and inhabitants are hidden labels: they name a country otherwise."""
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
    for row in rows(folder / "tooi_organisaties.csv"):
        if row["type"] in ("Provincie", "CaribischOpenbaarLichaam"):
            graph.add(
                thing("place", slugify(row["label"])),
                a=["dcterms:Location", "schema:AdministrativeArea"],
                skos__prefLabel=text(row["name"], "nl"),
                skos__altLabel=[
                    text(name, "nl") for name in {row["label"], row["name"].replace("Sint ", "Sint-")} - {row["name"]}
                ],
                skos__hiddenLabel=[text(name, "nl") for name in parts(PROVINCE_ADJECTIVES.get(row["name"], ""))],
                rdfs__seeAlso=iri(row["iri"]),
            )
    return graph


PROVINCE_ADJECTIVES = {
    "Drenthe": "Drentse",
    "Flevoland": "Flevolandse",
    "Fryslân": "Friesland;Friese",
    "Gelderland": "Gelderse",
    "Groningen": "Groningse",
    "Limburg": "Limburgse",
    "Noord-Brabant": "Noord-Brabantse",
    "Noord-Holland": "Noord-Hollandse",
    "Overijssel": "Overijsselse",
    "Utrecht": "Utrechtse",
    "Zeeland": "Zeeuwse",
    "Zuid-Holland": "Zuid-Hollandse",
}
