"""The script that makes the registers: small invented tables in, the same Turtle out, whatever their order."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from graph.link import Authorities
from graph.model import Authority, Kind

FOLDER = Path(__file__).parents[2] / "data" / "authorities"
TOOI = "https://identifier.overheid.nl/tooi/id"
OWMS = "http://standaarden.overheid.nl/owms/terms"
ORGANISATION = "iri type label name abbr alt owms begin end ministry province list aliases".split()
CURATED = "section label_nl aliases cls preferred_iri same_as evidence note status_class".split()
MANDATE = "person initials family wikidata tk_persoon_id role organization post start end source".split()
COUNTRY = (
    "iso2 iso3 name_nl name_en brp_landcode brp_name brp_natcode adj_inflected adj_base i18n_demonym eu_country_iri "
    "wikidata geonames_iri currency"
).split()
PROVINCE = f"{TOOI}/provincie/pv99"
SEEN, REMEMBERED = "verified (IRI or identifier itself seen)", "unverified (memory)"

Table = tuple[list[str], list[dict[str, str]]]

TABLES: dict[str, Table] = {
    "tooi_organisaties": (
        ORGANISATION,
        [
            {"iri": PROVINCE, "type": "Provincie", "label": "provincie Putland", "name": "Putland", "abbr": "PL"},
            {
                "iri": f"{TOOI}/gemeente/gm9901",
                "type": "Gemeente",
                "label": "gemeente Zandhoek",
                "name": "Zandhoek",
                "owms": f"{OWMS}/Zandhoek",
                "end": "2018-12-31",
                "province": PROVINCE,
            },
            {
                "iri": f"{TOOI}/zbo/zb999901",
                "type": "Zbo",
                "label": "Centraal Puttenbureau",
                "name": "Centraal Puttenbureau",
                "abbr": "CPTB",
                "begin": "2001-01-01",
                "aliases": "Rijksputtenbureau|CPTB",
            },
            {"iri": f"{TOOI}/so/so9901", "type": "Samenwerkingsorganisatie", "label": "CPTB", "name": "CPTB"},
            {
                "iri": f"{TOOI}/waterschap/ws9901",
                "type": "Waterschap",
                "label": "waterschap Putstroom",
                "name": "Putstroom",
            },
        ],
    ),
    "identifiers": (
        CURATED,
        [
            {
                "section": "D. Wetten",
                "label_nl": "Puttenwet",
                "aliases": "Pttw",
                "preferred_iri": "https://wetten.overheid.nl/BWBR0099001",
                "status_class": SEEN,
            },
            {
                "section": "D. Wetten",
                "label_nl": "Bronnenwet",
                "preferred_iri": "https://wetten.overheid.nl/BWBR0099009",
                "status_class": REMEMBERED,
            },
        ],
    ),
    "bwb_titles_2017": (
        ["bwb_id", "type", "title"],
        [
            {"bwb_id": "BWBR0099001", "type": "wet", "title": "Wet van 1 mei 1999, houdende regels (Puttenwet)"},
            {"bwb_id": "BWBR0099002", "type": "AMvB", "title": "Besluit van 2 mei 1999 over water (Puttenbesluit)"},
            {"bwb_id": "BWBR0099003", "type": "AMvB", "title": "Besluit van 3 mei 1999 (Wijzigingsbesluit putten)"},
            {"bwb_id": "BWBR0099004", "type": "AMvB", "title": "Besluit van 4 mei 1999 (Besluit bronnen)"},
            {"bwb_id": "BWBR0099005", "type": "KB", "title": "Besluit van 5 mei 1999 (Besluit bronnen)"},
            {"bwb_id": "BWBR0099006", "type": "ministeriele-regeling", "title": "Regeling putten en bronnen"},
            {"bwb_id": "BWBR0099007", "type": "circulaire", "title": "Circulaire putten"},
            {
                "bwb_id": "BWBR0099010",
                "type": "wet",
                "title": "Wet van 6 mei 1999, tot vaststelling van de Bronwet 2000",
            },
            {"bwb_id": "BWBR0099011", "type": "wet", "title": "Wet van 7 mei 1999 (Bron- en putwet)"},
            {"bwb_id": "BWBR0004054", "type": "wet", "title": "Wet van 9 mei 1999, houdende regels over putten"},
            {"bwb_id": "BWBR0099012", "type": "wet", "title": "Wet van 8 mei 1999, houdende vaststelling van regels"},
            {"bwb_id": "BWBV0099008", "type": "verdrag", "title": "Verdrag inzake de bescherming van putten"},
            {"bwb_id": "BWBV0099009", "type": "verdrag", "title": "Verdrag tussen Putland en Bronland"},
        ],
    ),
    "bewindspersonen_mandaten": (
        MANDATE,
        [
            {
                "person": "Ans Putman",
                "family": "Putman",
                "role": "Minister van Defensie",
                "organization": "org:min-def",
                "post": "post:minister-min-def",
                "start": "2015-01-01",
                "end": "2016-01-01",
            }
        ],
    ),
    "landen_nl": (
        COUNTRY,
        [{"iso2": "XA", "name_nl": "Bronland", "name_en": "Wellland", "adj_inflected": "Bronse", "adj_base": "Brons"}],
    ),
    "nationaliteiten_nl": (["iso2", "adj_inflected", "adj_base"], []),
}
"""The tables, in the form of those that the registers are made from; what a row leaves out is empty."""


def make(folder: Path, seed: str, *, backwards: bool = False) -> Path:
    """Write the tables, run the script, and give the folder with what it made."""
    tables, made = folder / "tables", folder / "made"
    tables.mkdir(parents=True)
    made.mkdir()
    for name, (columns, rows) in TABLES.items():
        with (tables / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns, restval="")
            table.writeheader()
            table.writerows(reversed(rows) if backwards else rows)
    script = "import sys, build; from pathlib import Path; build.write(Path(sys.argv[1]), Path(sys.argv[2]))"
    command = [sys.executable, "-c", script, str(tables), str(made)]
    subprocess.run(command, check=True, cwd=FOLDER, env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"})  # noqa: S603
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("registers"), "1")


@pytest.fixture(scope="module")
def registers(made: Path) -> Authorities:
    return Authorities.load(made)


def entry(registers: Authorities, kind: Kind, slug: str) -> Authority:
    found = registers.get(kind, slug)
    assert found is not None, slug
    return found


def test_same_tables_in_any_order_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "again", "2", backwards=True)
    assert sorted(path.name for path in again.iterdir()) == sorted(path.name for path in made.iterdir())
    for path in made.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_organisation_has_its_names_abbreviation_first_day_and_iri(registers: Authorities) -> None:
    bureau = entry(registers, Kind.ORGANISATION, "cptb")
    assert (bureau.label, bureau.code, str(bureau.begin)) == ("Centraal Puttenbureau", "CPTB", "2001-01-01")
    assert "Rijksputtenbureau" in bureau.aliases
    assert bureau.same_as == (f"{TOOI}/zbo/zb999901",)


def test_two_organisations_of_one_name_have_two_iris(registers: Authorities) -> None:
    assert entry(registers, Kind.ORGANISATION, "cptb-so9901").same_as == (f"{TOOI}/so/so9901",)


def test_municipality_is_an_organisation_and_a_place(registers: Authorities, made: Path) -> None:
    body = entry(registers, Kind.ORGANISATION, "gemeente-zandhoek")
    place = entry(registers, Kind.PLACE, "gemeente-zandhoek")
    assert set(body.same_as) == {f"{TOOI}/gemeente/gm9901", f"{OWMS}/Zandhoek"}
    assert (place.label, place.aliases, place.same_as, place.code) == ("Zandhoek", ("gemeente Zandhoek",), (), None)
    assert str(body.end) == str(place.end) == "2018-12-31"
    turtle = (made / "places.ttl").read_text("utf-8")
    assert 'dcterms:identifier "GM9901"' in turtle and 'dcterms:identifier "PV99"' in turtle
    assert "schema:containedInPlace <https://w3id.org/kamergraaf/id/place/provincie-putland>" in turtle


def test_laws_that_are_cited_by_a_name_ship(registers: Authorities) -> None:
    assert {law.slug: law.code for law in registers.entries if law.code and law.code.startswith("BWB")} == {
        "bron-en-putwet": "BWBR0099011",
        "bronwet-2000": "BWBR0099010",
        "puttenwet": "BWBR0099001",
        "puttenbesluit": "BWBR0099002",
        "regeling-putten-en-bronnen": "BWBR0099006",
        "verdrag-inzake-de-bescherming-van-putten": "BWBV0099008",
    }


def test_a_law_that_the_table_has_under_another_title_is_not_named(made: Path) -> None:
    assert "Meststoffenwet" not in "".join(path.read_text("utf-8") for path in made.iterdir())


def test_row_that_was_only_remembered_is_left_out(made: Path) -> None:
    assert "BWBR0099009" not in "".join(path.read_text("utf-8") for path in made.iterdir())


def test_post_has_its_holder_between_its_days(registers: Authorities) -> None:
    post = registers.post("minister van Defensie")
    assert post is not None
    assert [held.person.label for held in registers.memberships if held.post == post] == ["Ans Putman"]
