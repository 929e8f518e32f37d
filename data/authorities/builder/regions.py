"""Regional government and the places it governs: provinces, islands, municipalities; water boards, joint bodies."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from builder.turtle import Graph, day, iri, parts, rows, slugify, text, thing

GOVERNING = ("Provincie", "CaribischOpenbaarLichaam", "Gemeente")
"""The types of TOOI that govern a place: each becomes an organisation and a place."""

OTHER = ("Waterschap", "Samenwerkingsorganisatie")
CBS_LETTERS = ("gm", "pv")
"""The codes of TOOI that are those of Statistics Netherlands, which writes them in capitals: ``GM0363``, ``PV27``."""

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

Row = dict[str, str]


def build(folder: Path, own: Path, taken: Container[str] = ()) -> tuple[Graph, Graph]:
    """Make the graphs of regional organisations and of the places that they govern, with no IRI that is taken."""
    bodies, places = Graph(), Graph()
    register = [row for row in rows(folder / "tooi_organisaties.csv") if row["type"] in (*GOVERNING, *OTHER)]
    called = {row["name"]: row for row in rows(own / "municipalities.csv")}
    by_iri = {row["iri"]: row for row in register}
    for row in sorted(register, key=lambda row: row["iri"]):
        body = _body(bodies, row, taken)
        if row["type"] in GOVERNING:
            ours = called.get(row["name"], {}) if row["type"] == "Gemeente" else {}
            _add_place(places, row, ours, by_iri.get(row["province"]))
            bodies.add(body, schema__areaServed=_place(row))
    return bodies, places


def _place(row: Row) -> str:
    return thing("place", slugify(row["label"]))


def _body(graph: Graph, row: Row, taken: Container[str]) -> str:
    """Add a regional organisation; where two have one name the code of TOOI tells them apart."""
    subject = thing("organisation", slugify(row["label"]))
    if subject in graph.subjects or subject in taken:
        subject = thing("organisation", f"{slugify(row['label'])}-{_code(row)}")
    names = {row["name"], row["abbr"], *parts(row["alt"], "|"), *parts(row["aliases"], "|")} - {"", row["label"]}
    short = "" if row["type"] in GOVERNING else row["abbr"]
    graph.add(
        subject,
        a=["org:Organization", "org:FormalOrganization", f"tooiont:{row['type']}"],
        skos__prefLabel=text(row["label"], "nl"),
        skos__altLabel=[text(name, "nl") for name in names if row["type"] not in GOVERNING or name != row["abbr"]],
        skos__notation=text(short) if short else "",
        **_dates(row),
        owl__sameAs=[iri(address) for address in (row["iri"], row["owms"]) if address],
    )
    return subject


def _add_place(graph: Graph, row: Row, ours: Row, province: Row | None) -> None:
    """Add the place that an organisation governs; the register's page of the organisation is no page of the place."""
    names = {row["label"], row["name"].replace("Sint ", "Sint-"), *parts(ours.get("names", ""))} - {row["name"]}
    adjectives = PROVINCE_ADJECTIVES.get(row["name"], "") if row["type"] == "Provincie" else ours.get("adjectives", "")
    graph.add(
        _place(row),
        a=["dcterms:Location", "schema:AdministrativeArea"],
        skos__prefLabel=text(row["name"], "nl"),
        skos__altLabel=[text(name, "nl") for name in names],
        skos__hiddenLabel=[text(name, "nl") for name in parts(adjectives)],
        dcterms__identifier=text(_code(row).upper()) if _code(row)[:2] in CBS_LETTERS else "",
        schema__containedInPlace=_place(province) if province else "",
        **_dates(row),
        rdfs__seeAlso=iri(row["iri"]),
    )


def _code(row: Row) -> str:
    """Give the code of an organisation: the end of its IRI."""
    return row["iri"].rpartition("/")[2]


def _dates(row: Row) -> dict[str, str]:
    """Give the first and the last day, as far as they are known."""
    return {
        "schema__foundingDate": day(row["begin"]) if row["begin"] else "",
        "schema__dissolutionDate": day(row["end"]) if row["end"] else "",
    }
