"""Posts, persons and who held which post when: the mandates of ministers and state secretaries since 2010."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from builder.turtle import BASE, Graph, curated, day, iri, is_local, rows, slugify, text, thing

SINCE = "2010-01-01"
SAME_START = 45  # days between two records of one appointment
TITLES = re.compile(r"^(?:(?:drs|ir|mr|dr|prof|ing)\.? )+|,? (?:MSc|BSc|MBA)$")
NO_MANDATE = re.compile(r"^(?:Secretaris van de ministerraad|Minister van Staat|Minister van Gehandicaptenzaken)")
MISSPELT = {"Koninksrijkrelaties": "Koninkrijksrelaties"}
MISNAMED = {"Minister van Verkeer en Waterstaat": "Minister van Infrastructuur en Waterstaat"}
MINISTRIES = {  # of the post codes in the table; the names are those of our organisations
    "aenm": "Asiel en Migratie",
    "az": "Algemene Zaken",
    "bz": "Buitenlandse Zaken",
    "bzk": "Binnenlandse Zaken en Koninkrijksrelaties",
    "def": "Defensie",
    "ezk": "Economische Zaken en Klimaat",
    "fin": "Financiën",
    "ienw": "Infrastructuur en Waterstaat",
    "jenv": "Justitie en Veiligheid",
    "kgg": "Klimaat en Groene Groei",
    "lvvn": "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "ocw": "Onderwijs, Cultuur en Wetenschap",
    "szw": "Sociale Zaken en Werkgelegenheid",
    "vro": "Volkshuisvesting en Ruimtelijke Ordening",
    "vws": "Volksgezondheid, Welzijn en Sport",
}
FORMER = {  # what ministries were called since 2010: so their ministers too
    "ezk": ["Economische Zaken", "Economische Zaken, Landbouw en Innovatie"],
    "ienw": ["Infrastructuur en Milieu"],
    "jenv": ["Justitie", "Veiligheid en Justitie"],
    "lvvn": ["Landbouw, Natuur en Voedselkwaliteit"],
}
ALSO = {"minister-president": ["minister-president", "minister-president, minister van Algemene Zaken"]}
"""What papers call a post beside its titles in the table."""

ROLES = {"minister": "role/minister", "staatssecretaris": "role/staatssecretaris"}

Row = dict[str, str]


def build(folder: Path) -> tuple[Graph, Graph]:
    """Make the graphs of posts (with their memberships) and of persons."""
    posts, persons = Graph(), Graph()
    mandates = _once([_clean(row) for row in rows(folder / "bewindspersonen_mandaten.csv") if _counts(row)])
    names = _names(mandates)
    slugs = {who: slugify(name) for who, name in names.items()}
    for code in sorted({row["post"] for row in mandates}):
        _add_post(posts, code, [row for row in mandates if row["post"] == code])
    for row in mandates:
        _add_membership(posts, row, slugs[_identity(row)])
        _add_person(persons, names[_identity(row)], row)
    for row in curated(folder, "C"):
        _add_curated(persons, row)
    for role, label in ROLES.items():
        posts.add(
            iri(f"{BASE}def/{label}"),
            a=["org:Role", "skos:Concept"],
            skos__prefLabel=[text(role, "nl"), text("minister" if role == "minister" else "state secretary", "en")],
        )
    return posts, persons


def _counts(row: Row) -> bool:
    """Whether a row is a mandate since 2010 that answers questions."""
    return bool(row["start"]) and (not row["end"] or row["end"] >= SINCE) and not NO_MANDATE.match(row["role"])


def _clean(row: Row) -> Row:
    """Give a row with a plain name and the title as it should be."""
    role = MISNAMED.get(row["role"], row["role"]) if row["start"] >= SINCE else row["role"]
    for wrong, right in MISSPELT.items():
        role = role.replace(wrong, right)
    role = re.sub(r"; .*", "", role)
    title = role[0].lower() + role[1:]
    return {
        **row,
        "person": TITLES.sub("", row["person"]).strip(),
        "role": title,
        "post": row["post"].removeprefix("post:"),
    }


def _identity(row: Row) -> str:
    """Give what tells persons apart: Wikidata, else the family name."""
    return row["wikidata"] or row["family"]


def _once(mandates: list[Row]) -> list[Row]:
    """Keep one record of each appointment: the one that knows its end and the person's first name."""
    kept: list[Row] = []
    for row in sorted(mandates, key=_worth):
        if not any(_same_appointment(row, other) for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda row: (row["post"], row["start"], row["person"]))


def _same_appointment(row: Row, other: Row) -> bool:
    """Whether two records are of one person in one post from nearly the same day."""
    family = slugify(row["family"]).split("-")[-1] == slugify(other["family"]).split("-")[-1]
    near = abs((date.fromisoformat(row["start"]) - date.fromisoformat(other["start"])).days) <= SAME_START
    known_end = bool(other["end"]) and not row["end"] and row["organization"] == other["organization"]
    return family and near and (row["post"] == other["post"] or known_end)


def _worth(row: Row) -> tuple[bool, bool, bool, str, str, str]:
    """Order records by what they know: the end, Wikidata, the first name; then by date."""
    return (not row["end"], not row["wikidata"], "." in row["person"], row["end"], row["start"], row["person"])


def _names(mandates: list[Row]) -> dict[str, str]:
    """Give each person's name: the one that is used most, one without initials first."""
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in mandates:
        spelt[_identity(row)][row["person"]] += 1
    return {who: min(names, key=lambda name: ("." in name, -names[name], name)) for who, names in spelt.items()}


def _titles(code: str, mandates: list[Row]) -> list[str]:
    """Give the titles of a post, the present one first: those in the table and those of the ministry's former names."""
    counted = Counter(row["role"] for row in mandates)
    kind = code.split("-")[0]
    plain = re.fullmatch(r"(minister|staatssecretaris)-min-(\w+)", code)
    own = [f"{kind} van {name}" for name in [MINISTRIES[plain[2]], *FORMER.get(plain[2], [])]] if plain else []
    return list(
        dict.fromkeys([*own, *sorted(counted, key=lambda title: (-counted[title], title)), *ALSO.get(code, ())])
    )


def _slug(code: str, mandates: list[Row]) -> str:
    return slugify(_titles(code, mandates)[0])


def _add_post(graph: Graph, code: str, mandates: list[Row]) -> None:
    """Add a post, in the ministry that it belongs to."""
    titles = _titles(code, mandates)
    ministry = mandates[0]["organization"].removeprefix("org:min-")
    graph.add(
        thing("post", _slug(code, mandates)),
        a="org:Post",
        skos__prefLabel=text(titles[0], "nl"),
        skos__altLabel=[text(title, "nl") for title in titles[1:]],
        org__role=_role(code),
        org__postIn=thing("organisation", slugify("ministerie van " + MINISTRIES[ministry]))
        if ministry in MINISTRIES
        else "",
    )
    for row in mandates:
        row["slug"] = _slug(code, mandates)


def _role(code: str) -> str:
    return iri(f"{BASE}def/" + ROLES[code.split("-")[0]])


def _add_membership(graph: Graph, row: Row, person: str) -> None:
    """Add who held a post, and the days between which, as far as they are known."""
    slug = f"{row['slug']}--{person}--{row['start']}"
    ministry = row["organization"].removeprefix("org:min-")
    period = f"{row['start']}--{row['end']}"
    graph.add(
        thing("membership", slug),
        a="org:Membership",
        skos__prefLabel=text(row["role"], "nl"),
        org__member=thing("person", person),
        org__organization=thing("organisation", slugify("ministerie van " + MINISTRIES[ministry]))
        if ministry in MINISTRIES
        else "",
        org__role=_role(row["slug"]),
        kg__post=thing("post", row["slug"]),
        org__memberDuring=thing("period", period),
    )
    graph.add(
        thing("period", period),
        a=["time:ProperInterval", "time:TemporalEntity"],
        kg__periodStart=day(row["start"]),
        kg__periodEnd=day(row["end"]) if row["end"] else "",
    )


def _add_person(graph: Graph, name: str, row: Row) -> None:
    """Add a person: the name and Wikidata, nothing else."""
    subject = thing("person", slugify(name))
    if subject not in graph.subjects:
        graph.add(
            subject,
            a="foaf:Person",
            skos__prefLabel=text(name),
            foaf__name=text(name),
            foaf__familyName=text(row["family"]),
        )
    if row["wikidata"]:
        graph.add(subject, owl__sameAs=iri(f"http://www.wikidata.org/entity/{row['wikidata']}"))


def _add_curated(graph: Graph, row: Row) -> None:
    """Add a person of the curated rows who held no mandate, such as the clerk of a committee."""
    subject = thing("person", slugify(row["label_nl"]))
    if subject in graph.subjects:
        return
    graph.add(
        subject,
        a="foaf:Person",
        skos__prefLabel=text(row["label_nl"]),
        foaf__name=text(row["label_nl"]),
        foaf__familyName=text(row["label_nl"].split()[-1]),
        owl__sameAs="" if is_local(row) else iri(row["preferred_iri"]),
    )
