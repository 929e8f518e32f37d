"""What is read of a TOOI value list, and what of it is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest

from graph.errors import RegisterError
from graph.link.update.rows import Family
from graph.link.update.tooi import read_tooi

ONT = "https://identifier.overheid.nl/tooi/def/ont/"
ID = "https://identifier.overheid.nl/tooi/id/"
SPECIALIZATION = "http://www.w3.org/ns/prov#specializationOf"


def thing(iri: str, kind: str, **values: str) -> dict[str, object]:
    """A thing of a list, as JSON-LD in expanded form."""
    stated = {f"{ONT}{name}": [{"@value": value}] for name, value in values.items()}
    return {"@id": iri, "@type": [f"{ONT}{kind}"], **stated}


def written(*things: dict[str, object]) -> str:
    return json.dumps(list(things), indent=1)


NEW = thing(
    f"{ID}gemeente/gm9901",
    "Gemeente",
    officieleNaamInclSoort="gemeente Nieuwenhoek",
    officieleNaamExclSoort="Nieuwenhoek",
    gemeentecode="9901",
    begindatum="2027-01-01",
)


def test_organisation_is_read_with_its_line_names_code_and_days() -> None:
    (row,) = read_tooi(written(NEW), "a.json").organisations
    assert (row.line, row.iri, row.family) == (3, f"{ID}gemeente/gm9901", Family.MUNICIPALITY)
    assert (row.label, row.name, row.code) == ("gemeente Nieuwenhoek", "Nieuwenhoek", "GM9901")
    assert (row.begin, row.end) == (date(2027, 1, 1), None)


def test_names_of_historical_versions_are_former_names() -> None:
    version = thing(f"{ID}gemeente/hv_1", "Gemeente", officieleNaamExclSoort="Oudenhoek")
    version[SPECIALIZATION] = [{"@id": f"{ID}gemeente/gm9901"}]
    read = read_tooi(written(NEW, version), "a.json")
    assert [row.former for row in read.organisations] == [("Oudenhoek",)]
    assert read.left_out == 1


def test_things_that_are_no_organisation_are_counted_and_left_out() -> None:
    merger = thing(f"{ID}gemeente/wzg_1", "Samenvoeging", tijdstipWijziging="2027-01-01T00:00:00+01:00")
    read = read_tooi(written(merger, NEW), "a.json")
    assert (len(read.organisations), read.left_out, read.refused) == (1, 1, ())


def test_what_a_merger_made_is_the_successor_of_what_it_ended() -> None:
    event = thing(f"{ID}gemeente/wzg_1", "Samenvoeging")
    event["http://www.w3.org/ns/prov#invalidated"] = [{"@id": f"{ID}gemeente/gm9901"}]
    event["http://www.w3.org/ns/prov#generated"] = [{"@id": f"{ID}gemeente/gm9902"}]
    (row,) = read_tooi(written(NEW, event), "a.json").organisations
    assert row.successors == (f"{ID}gemeente/gm9902",)


def test_graphs_inside_a_list_are_read() -> None:
    assert len(read_tooi(json.dumps({"@graph": [NEW]}), "a.json").organisations) == 1


def test_owms_term_is_the_same_thing() -> None:
    term = "http://standaarden.overheid.nl/owms/terms/Nieuwenhoek"
    same = {**NEW, "http://www.w3.org/2002/07/owl#sameAs": [{"@id": term}, {"@id": "https://voorbeeld.nl/x"}]}
    (row,) = read_tooi(written(same), "a.json").organisations
    assert row.same_as == (term,)


def test_signs_that_rdf_cannot_carry_are_taken_out_of_names() -> None:
    odd = {**NEW, f"{ONT}officieleNaamInclSoort": [{"@value": "gemeente\n Nieuwen\x02hoek\ud800"}]}
    (row,) = read_tooi(written(odd), "a.json").organisations
    assert row.label == "gemeente Nieuwenhoek"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"@id": "https://voorbeeld.nl/gm9901"}, "no IRI of an organisation in TOOI"),
        ({f"{ONT}begindatum": [{"@value": "morgen"}]}, "begindatum is no date"),
        ({f"{ONT}einddatum": [{"@value": "2026-12-31"}]}, "before it begins"),
        ({f"{ONT}gemeentecode": [{"@value": "GM99"}]}, "gemeentecode has not four digits"),
        ({f"{ONT}officieleNaamInclSoort": [], f"{ONT}officieleNaamExclSoort": [{"@value": " "}]}, "has no name"),
    ],
)
def test_entry_that_cannot_be_right_is_refused_with_its_line(change: dict[str, object], reason: str) -> None:
    read = read_tooi(written({**NEW, **change}), "a.json")
    assert read.organisations == ()
    (refusal,) = read.refused
    assert refusal.line == 3
    assert reason in refusal.reason


def test_second_entry_with_an_identifier_is_refused() -> None:
    read = read_tooi(written(NEW, NEW), "a.json")
    assert len(read.organisations) == 1
    assert "already" in read.refused[0].reason


@pytest.mark.parametrize(
    ("text", "message"), [("[{", "a.json, line 1: this is no JSON"), ("[1]", "this is no TOOI value list")]
)
def test_other_json_is_an_error(text: str, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        read_tooi(text, "a.json")
