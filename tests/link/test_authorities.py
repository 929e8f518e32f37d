"""The registers: what they hold, how it is looked up, and that they can be made again."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse

from graph.link import Authorities
from graph.link.turtle import DEFAULT_BASE, turtle
from graph.model import Kind
from graph.registers import statements

REGISTERS = Authorities.load()
TABLES = Path(__file__).parents[2].parent / "shared" / "authorities"
FOLDER = Path(__file__).parents[2] / "data" / "authorities"
DAY = date(2025, 11, 12)


@pytest.mark.parametrize(
    ("title", "holder"),
    [
        ("minister van Asiel en Migratie", "David van Weel"),
        ("de Minister voor Asiel en Migratie", "Mona Keijzer"),
        ("minister van Justitie en Veiligheid", "Foort van Oosten"),
    ],
)
def test_post_was_held_on_the_day(title: str, holder: str) -> None:
    post = REGISTERS.post(title, DAY)
    assert post is not None
    assert [held.person.label for held in REGISTERS.holders(post, DAY)] == [holder]


def test_former_name_of_a_ministry_finds_its_minister() -> None:
    post = REGISTERS.post("minister van Veiligheid en Justitie", date(2012, 1, 1))
    assert post is not None
    assert [held.person.label for held in REGISTERS.holders(post, date(2012, 1, 1))] == ["Ivo Opstelten"]


def test_unknown_title_and_unknown_day_find_nobody() -> None:
    assert REGISTERS.post("minister van Onbekende Zaken") is None
    post = REGISTERS.post("minister van Asiel en Migratie")
    assert post is not None
    assert REGISTERS.holders(post, None) == ()


def test_post_belongs_to_its_ministry() -> None:
    post = REGISTERS.post("minister voor Asiel en Migratie", DAY)
    assert post is not None
    ministry = REGISTERS.ministry(post)
    assert ministry is not None
    assert ministry.slug == "ministerie-van-asiel-en-migratie"
    assert (ministry.begin, ministry.end) == (date(2024, 7, 2), date(2026, 2, 23))


def test_ministry_that_became_part_of_another_leads_to_it() -> None:
    replaced = "http://purl.org/dc/terms/isReplacedBy"
    organisation = f"{DEFAULT_BASE}id/organisation/"
    said = [(s, v.value) for s, p, v in statements(path=FOLDER) if p == replaced and s.startswith(organisation)]
    ministry = f"{DEFAULT_BASE}id/organisation/ministerie-van-"
    assert said == [(f"{ministry}asiel-en-migratie", f"{ministry}justitie-en-veiligheid")]


def test_entry_is_found_by_kind_and_slug() -> None:
    coa = REGISTERS.get(Kind.ORGANISATION, "coa")
    assert coa is not None
    assert coa.code == "COA"
    assert "https://identifier.overheid.nl/tooi/id/zbo/zb000210" in coa.same_as
    act = REGISTERS.get(Kind.LAW, "richtlijn-2021-1883")
    assert act is not None
    assert act.kind is Kind.EU_ACT
    assert REGISTERS.get(Kind.PLACE, "nergens") is None


def test_slugs_of_a_collection_are_unique_and_plain() -> None:
    keys = [(entry.collection, entry.slug) for entry in REGISTERS.entries]
    assert len(keys) == len(set(keys))
    assert all(slug.replace("-", "").isalnum() and slug.isascii() and slug == slug.lower() for _, slug in keys)


def test_registers_have_no_blank_nodes_and_one_label_each() -> None:
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    seen: set[tuple[str, str | None]] = set()
    for content in turtle():
        for quad in parse(content, format=RdfFormat.TURTLE):
            assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)
            if quad.predicate.value == label:
                key = (str(quad.subject), getattr(quad.object, "language", None))
                assert key not in seen, key
                seen.add(key)


def test_base_is_swapped_everywhere() -> None:
    content = b"".join(turtle("https://voorbeeld.nl/"))
    assert DEFAULT_BASE.encode() not in content
    assert b"<https://voorbeeld.nl/id/organisation/coa>" in content


def test_nothing_unverified_is_published() -> None:
    """The rows that were only remembered, such as a Wikidata item of Assad or a table of CBS, stand nowhere."""
    content = b"".join(turtle())
    for unseen in (b"Q44329", b"82045NED", b"dossier/36333"):
        assert unseen not in content


@pytest.mark.skipif(not TABLES.exists(), reason="the tables of the registers are not beside the checkout")
def test_every_identifier_of_another_register_stands_in_the_tables() -> None:
    tables = "".join(path.read_text("utf-8") for path in sorted(TABLES.glob("*.csv")))
    known = {*re.split(r"[\s,;\"]+", tables), *re.split(r"[\s,;\"/]+", tables)}
    terms = ("owl#sameAs", "rdf-schema#seeAlso", "foaf/0.1/page", "dc/terms/identifier")
    found = {unquote(v.value) for _, p, v in statements(path=FOLDER) if p.endswith(terms)}
    unknown = {value for value in found if not {value, value.lower(), _end(value)} & known and value not in tables}
    assert len(found) > 5_000
    assert unknown == set()


def _end(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


@pytest.mark.skipif(not TABLES.exists(), reason="the tables of the registers are not beside the checkout")
def test_script_makes_the_same_bytes_again(tmp_path: Path) -> None:
    script = "import sys, build; from pathlib import Path; build.write(Path(sys.argv[1]), Path(sys.argv[2]))"
    command = [sys.executable, "-c", script, str(TABLES), str(tmp_path)]
    subprocess.run(command, check=True, cwd=FOLDER, env={"PYTHONHASHSEED": "42", "PYTHONDONTWRITEBYTECODE": "1"})  # noqa: S603
    for file in set(FOLDER.glob("*.ttl")) - {FOLDER / "renamed.ttl"}:  # made by hand
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_the_prime_minister_is_a_post() -> None:
    registers = Authorities.load()
    post = registers.post("minister-president")
    assert post is not None
    assert post.label == "minister-president van Nederland"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Meststoffenwet", "BWBR0004054"),
        ("Wet milieubeheer", "BWBR0003245"),
        ("Wet educatie en beroepsonderwijs", "BWBR0007625"),
        ("Werkloosheidswet", "BWBR0004045"),
        ("Flora- en faunawet", "BWBR0009640"),
        ("Gezondheids- en welzijnswet voor dieren", "BWBR0005662"),
        ("Wet financieel toezicht", "BWBR0020368"),
        ("Wet natuurbescherming", None),
    ],
)
def test_central_laws_are_known_by_the_name_that_papers_use(name: str, code: str | None) -> None:
    assert [law.code for law in Authorities.load().names.whole(name)] == [code]
