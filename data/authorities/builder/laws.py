"""Laws, bills, treaties, EU acts and rulings: the curated rows, and those of the register that are cited by a name."""

from __future__ import annotations

import re
from pathlib import Path

from builder.titles import names
from builder.turtle import Graph, addresses, curated, iri, is_local, parts, rows, slugify, text, thing

ACT = re.compile(
    r"(?P<type>Richtlijn|Verordening|Besluit) (?:\((?:EU|EG)\) )?(?:nr\. )?(?P<one>\d+)/(?P<two>\d+)(?:/(?:EG|EU))?"
)
CELEX = re.compile(r"resource/celex/(\S+)$")
SKIPPED = re.compile(r"^(?:Dossier|Brief|Kamerstukken|Verslag)|\bVaststelling van de begroting")
NO_NAME = re.compile(r"[()]|geen wet|^screening van|^het pact$|^Europese [Bb]lauwe [Kk]aart$|^Eurodac$")
NOTE = re.compile(r"\s*\([^)]*\)\s*$")
SLUGS = {  # where the label is a sentence
    "overeenkomst-waarbij-een-associatie-tot-stand-wordt-gebracht-tussen-de-eeg-en-turkije": "associatie-eeg-turkije",
}


def build(folder: Path, own: Path) -> tuple[Graph, Graph]:
    """Make the graphs of laws (in the wide sense) and of rulings."""
    laws, cases = Graph(), Graph()
    for row in curated(folder, "D", "E", "F"):
        if not SKIPPED.search(row["label_nl"]):
            _add_curated(cases if _kind(row) == "case" else laws, row)
    titles = rows(folder / "bwb_titles_2017.csv")
    known = {value for node in laws.subjects.values() for value in node.get("dcterms:identifier", ())}
    for title, code, kind in names(titles):
        if text(code) not in known:
            _add_law(laws, title, code, kind)
    by_code = {row["bwb_id"]: row["title"] for row in titles}
    for row in rows(own / "law_names.csv"):
        _add_names(laws, row, by_code)
    return laws, cases


def _kind(row: dict[str, str]) -> str:
    """Say what kind of law a curated row is."""
    if row["section"].startswith("D"):
        return "law"
    if row["section"].startswith("E"):
        return "bill"
    if "ECLI" in row["cls"]:
        return "case"
    return "eu-act" if ACT.search(row["label_nl"]) or "pact" in row["label_nl"] else "treaty"


def _code(row: dict[str, str], kind: str) -> str:
    """Give the code that stands in a verified identifier: BWB id, CELEX, ECLI or dossier."""
    if is_local(row):
        return ""
    links = " ".join(addresses(row))
    ecli = re.search(r"ECLI:[A-Z:]+:\d{4}:\w+", links)
    celex = CELEX.search(addresses(row)[1] if len(addresses(row)) > 1 else addresses(row)[0])
    bwb = re.search(r"BWB[A-Z]\d+", links)
    dossier = re.search(r"dossier/([\w-]+)", links)
    if kind == "case" and ecli:
        return ecli.group()
    if kind == "eu-act" and celex:
        return celex.group(1)
    return bwb.group() if bwb else celex.group(1) if celex else dossier.group(1) if dossier else ""


def _slug(label: str, kind: str) -> str:
    """Choose a slug: EU acts by type, year and number, so that a cited number leads to the same IRI."""
    act = ACT.search(label)
    if kind == "eu-act" and act:
        one, two = act["one"], act["two"]
        year, number = (two, one) if "nr." in act.group() else (one, two)
        return f"{act['type'].lower()}-{year}-{number}"
    return (
        slugify(re.sub(r"^Arrest | \(C-.*", "", label)) if kind == "case" else SLUGS.get(slugify(label), slugify(label))
    )


def _add_curated(graph: Graph, row: dict[str, str]) -> None:
    """Add a curated row with its verified identifiers."""
    kind = _kind(row)
    name, _, act = row["label_nl"].partition(" — ")
    label = NOTE.sub("", name) if kind != "law" else name
    names = [alias for alias in parts(row["aliases"]) if not NO_NAME.search(alias)]
    links = [] if is_local(row) else addresses(row)
    pages = [link for link in links if "wetten.overheid.nl/BWB" in link or "officielebekendmakingen" in link]
    same = [link for link in links if link not in pages and re.search(r"/eli/|/celex/|/ecli/", link)]
    case = re.search(r"C-\d+/\d\d", row["label_nl"])
    graph.add(
        thing("case" if kind == "case" else "law", _slug(act or label, kind)),
        a="eli:LegalResource",
        skos__prefLabel=text(label, "nl"),
        skos__altLabel=[
            text(other, "nl") for other in {*names, act, case.group() if case else ""} if other and other != label
        ],
        dcterms__identifier=text(code) if (code := _code(row, kind)) else "",
        dcterms__type=iri(f"https://w3id.org/kamergraaf/def/kind/{kind}"),
        owl__sameAs=[iri(link) for link in same],
        foaf__page=[iri(link) for link in pages],
    )


def _add_law(graph: Graph, title: str, code: str, kind: str) -> None:
    """Add a law of the register of 2017, unless a curated row has its name."""
    subject = thing("law", slugify(title))
    if subject in graph.subjects:
        return
    graph.add(
        subject,
        a="eli:LegalResource",
        skos__prefLabel=text(title, "nl"),
        dcterms__identifier=text(code),
        dcterms__type=iri(f"https://w3id.org/kamergraaf/def/kind/{kind}"),
        foaf__page=iri(f"https://wetten.overheid.nl/{code}"),
    )


def _add_names(graph: Graph, row: dict[str, str], titles: dict[str, str]) -> None:
    """Add the names by which papers call a law or treaty.

    Its title stands in the register under its code. Of an old law that is a full title without a name: `title_has` are
    the words of it that show which law it is.
    """
    code = row["code"]
    held = (
        next((who for who, node in graph.subjects.items() if text(code) in node.get("dcterms:identifier", ())), None)
        if code
        else None
    )
    label = row["label"] or titles.get(code, "")
    if code and ((held is None and code not in titles) or row["title_has"] not in titles.get(code, row["title_has"])):
        return  # an identifier that no table has, or has for another law, is not published
    subject = held or thing("law", slugify(label))
    held = held or (subject if subject in graph.subjects else None)
    names = {*parts(row["names"])} - {"", label}
    graph.add(subject, skos__altLabel=[text(name, "nl") for name in names])
    if held is None:
        graph.add(
            subject,
            a="eli:LegalResource",
            skos__prefLabel=text(label, "nl"),
            dcterms__identifier=text(code) if code else "",
            dcterms__type=iri(f"https://w3id.org/kamergraaf/def/kind/{row['kind']}"),
            foaf__page=iri(f"https://wetten.overheid.nl/{code}") if code else "",
        )
