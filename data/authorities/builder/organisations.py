"""Organisations: government bodies of TOOI, enriched by the curated rows, and bodies that no register has."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from builder.turtle import Graph, addresses, curated, day, iri, is_local, parts, rows, slugify, text, thing

FAMILIES = ("Ministerie", "Zbo", "Overheidsorganisatie")
MINISTRY = "ministerie van "
SLUGS = {  # where neither the abbreviation nor the whole name is what people would type
    "Stichting Nidos": "nidos",
    "Tweede Kamer der Staten-Generaal": "tweede-kamer",
    "Eerste Kamer der Staten-Generaal": "eerste-kamer",
    "Directoraat-generaal Belastingdienst": "belastingdienst",
    "Directoraat-generaal Douane": "douane",
    "Directoraat-generaal Toeslagen": "dienst-toeslagen",
    "Algemene Rekenkamer": "algemene-rekenkamer",
    "Hoge Raad der Nederlanden": "hoge-raad",
}
NOT_NAMES = re.compile(r"begrotingshoofdstuk|commissie AM|de commissie|benadering|officiële naam")
MERGED = re.compile(r"opgegaan in (?P<short>\w+)")
ARTICLE = re.compile(r"^(?:de|het|min\. van) ", re.IGNORECASE)


def build(folder: Path, own: Path) -> Graph:
    """Make the graph of organisations from the tables in a folder and our own."""
    graph = Graph()
    ours = {row["preferred_iri"]: row for row in curated(folder, "A", "B")}
    register = [row for row in rows(folder / "tooi_organisaties.csv") if row["type"] in FAMILIES]
    shared = Counter(row["abbr"] for row in register)
    for row in sorted(register, key=lambda row: (row["iri"] not in ours, row["iri"])):
        extra = ours.pop(row["iri"], None)
        label = extra["label_nl"] if extra else row["name"] or row["label"]
        if row["type"] == "Ministerie" and not label.startswith(MINISTRY):
            label = MINISTRY + label
        abbreviation = row["abbr"] or (_abbreviation(extra) if extra else "")
        distinct = abbreviation if extra or shared[abbreviation] == 1 else ""
        subject = thing("organisation", _slug(label, distinct, row))
        if subject in graph.subjects:
            subject = thing("organisation", _slug(label, "", row))
        names = [row["label"], row["name"], *parts(row["alt"], "|"), *parts(row["aliases"], "|"), *_aliases(extra)]
        graph.add(
            subject,
            a=["org:Organization", "org:FormalOrganization", f"tooiont:{row['type']}"],
            skos__prefLabel=text(label, "nl"),
            skos__altLabel=[text(name, "nl") for name in {*names, abbreviation} if name and name != label],
            skos__notation=text(abbreviation) if abbreviation else "",
            schema__foundingDate=day(row["begin"]) if row["begin"] else "",
            schema__dissolutionDate=day(row["end"]) if row["end"] else "",
            owl__sameAs=[iri(address) for address in _same(row, extra)],
            foaf__page=[iri(address) for address in _pages(extra)],
        )
    for row in ours.values():
        _add_curated(graph, row)
    for row in curated(folder, "A"):
        _add_successor(graph, row)
    for row in rows(own / "bodies.csv"):
        _add_body(graph, row)
    return graph


def _slug(label: str, abbreviation: str, row: dict[str, str]) -> str:
    """Choose a slug: the abbreviation where it is distinct, else the name, with the year where it ended before."""
    if label in SLUGS:
        return SLUGS[label]
    if row["type"] == "Ministerie":
        return slugify(label) + (f"-tot-{row['end'][:4]}" if row["end"] and row["end"] < "2011" else "")
    short = slugify(abbreviation)
    if len(short) > 2 and len(short) < 9 and short.isalnum():
        return short
    return slugify(label) + (f"-tot-{row['end'][:4]}" if row["end"] and row["end"] < "2025" else "")


def _aliases(row: dict[str, str] | None) -> list[str]:
    """Give the names of a curated row: without articles, notes and anything in brackets."""
    names = [re.sub(r"\s*\(.*", "", alias).strip(" )") for alias in parts(row["aliases"])] if row else []
    names = [ARTICLE.sub("", name) for name in names if not NOT_NAMES.search(name)]
    return [name for name in names if name not in ("Kamer", "Rijk", "kabinet")]


def _abbreviation(row: dict[str, str]) -> str:
    """Give the first alias that is an abbreviation."""
    return next(
        (name for name in _aliases(row) if re.fullmatch(r"[A-Z][\w&]{1,6}", name) and sum(map(str.isupper, name)) > 1),
        "",
    )


def _same(row: dict[str, str], extra: dict[str, str] | None) -> list[str]:
    """Give the IRIs of the same organisation: its own in TOOI, OWMS terms, Wikidata and ROR."""
    known = [row["iri"], row["owms"], *(addresses(extra) if extra else [])]
    return [address for address in dict.fromkeys(known) if address and "organisaties.overheid.nl" not in address]


def _pages(row: dict[str, str] | None) -> list[str]:
    """Give the pages about an organisation in the register of government organisations."""
    return [address for address in addresses(row) if "organisaties.overheid.nl" in address] if row else []


def _add_successor(graph: Graph, row: dict[str, str]) -> None:
    """Add which ministry another became part of, where the note of its row says so by abbreviation."""
    merged = MERGED.search(row["note"])
    later = _holder(graph, "skos:notation", text(merged["short"])) if merged else None
    former = _holder(graph, "owl:sameAs", iri(row["preferred_iri"]))
    if later and former:
        graph.add(former, dcterms__isReplacedBy=later)


def _holder(graph: Graph, predicate: str, value: str) -> str | None:
    """Give the one organisation that has a value."""
    found = [subject for subject, node in graph.subjects.items() if value in node.get(predicate, ())]
    return found[0] if len(found) == 1 else None


def _add_curated(graph: Graph, row: dict[str, str]) -> None:
    """Add a curated organisation that TOOI does not have: an IRI of our own, the register's page about it."""
    label = re.sub(r" \(.*", "", row["label_nl"])
    abbreviation = _abbreviation(row)
    graph.add(
        thing("organisation", slugify(abbreviation if len(abbreviation) > 2 and "/" not in abbreviation else label)),
        a=["org:Organization", "org:OrganizationalUnit" if "Unit" in row["cls"] else "org:FormalOrganization"],
        skos__prefLabel=text(label, "nl"),
        skos__altLabel=[text(name, "nl") for name in _aliases(row) if name != label],
        skos__notation=text(abbreviation) if abbreviation else "",
        foaf__page=[] if is_local(row) else [iri(address) for address in _pages(row)],
    )


def _add_body(graph: Graph, row: dict[str, str]) -> None:
    """Add a body of our own table: a name that papers use, without any identifier."""
    graph.add(
        thing("organisation", row["slug"]),
        a=["org:Organization", "org:FormalOrganization"],
        skos__prefLabel=text(row["label"], "nl"),
        skos__altLabel=[text(name, "nl") for name in [*parts(row["aliases"]), row["abbreviation"]] if name],
        skos__notation=text(row["abbreviation"]) if row["abbreviation"] else "",
    )
