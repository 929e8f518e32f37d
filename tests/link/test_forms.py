"""How the names of the registers are written, and what evidence each way of writing needs."""

from __future__ import annotations

from graph.extract.lexicon import Case, Evidence, Form, Names
from graph.link import Authorities
from graph.link.forms import forms_of
from graph.link.words import AMBIGUOUS, GENERIC
from graph.model import Authority, Kind

TOOI = "https://identifier.overheid.nl/tooi/id/"


def forms(*entries: Authority) -> dict[str, Form]:
    return {form.text: form for form in forms_of(entries, {}, {})}


def body(family: str, label: str, *aliases: str) -> Authority:
    return Authority(Kind.ORGANISATION, "a", label, aliases=aliases, same_as=(f"{TOOI}{family}/x1",))


def place(name: str, *aliases: str, code: str | None = None) -> Authority:
    return Authority(Kind.PLACE, f"gemeente-{name.lower()}", name, code, aliases)


def test_municipality_is_found_by_its_place_not_by_its_government() -> None:
    assert forms(body("gemeente", "gemeente Zandhoek", "Zandhoek")) == {}
    found = forms(place("Zandhoek", "gemeente Zandhoek"))
    assert set(found) == {"Zandhoek", "gemeente Zandhoek", "Gemeente Zandhoek"}
    assert {form.evidence for form in found.values()} == {Evidence.NONE}


def test_municipality_with_the_name_of_a_word_needs_evidence_unless_it_is_called_one() -> None:
    found = forms(place("Best", "gemeente Best"))
    assert found["Best"].evidence is Evidence.ARTICLE
    assert found["gemeente Best"].evidence is Evidence.NONE


def test_country_needs_no_evidence() -> None:
    assert forms(place("Bergen", code="BE"))["Bergen"].evidence is Evidence.NONE


def test_name_of_a_place_is_no_word_in_small_letters() -> None:
    names = Names(forms_of([place("Best", "gemeente Best")], {}, {}))
    assert list(names.find("dat is het best voor de gemeente best wel")) == []


def test_water_board_without_its_kind_is_a_region() -> None:
    found = forms(body("waterschap", "waterschap Zandstreken", "Zandstreken"))
    assert set(found) == {"waterschap Zandstreken"}


def test_short_name_of_a_joint_body_counts_beside_its_whole_name_only() -> None:
    found = forms(body("so", "Veiligheidsregio Zandhoek", "Kompas", "het Schap", "VRZ"))
    assert found["Veiligheidsregio Zandhoek"].evidence is Evidence.NONE
    assert {found[name].evidence for name in ("Kompas", "het Schap", "VRZ")} == {Evidence.INTRODUCED}


def test_joint_body_of_three_words_may_be_written_with_small_letters() -> None:
    found = forms(body("so", "Regionale Uitvoeringsdienst Zandhoek"))
    assert found["Regionale Uitvoeringsdienst Zandhoek"].case is Case.FREE_START


def test_organisation_called_by_a_word_needs_an_article_with_a_capital_only() -> None:
    found = forms(body("oorg", "Politie", "politie"))
    assert found["Politie"].evidence is Evidence.ARTICLE
    assert found["politie"].evidence is Evidence.NONE


def test_two_letters_need_the_whole_name() -> None:
    assert forms(body("oorg", "Adviesraad Putten", "AP2", "AM"))["AM"].evidence is Evidence.INTRODUCED


def test_every_name_that_needs_evidence_is_in_the_registers() -> None:
    entries = Authorities.load().entries
    places = {name for entry in entries if entry.kind is Kind.PLACE for name in (entry.label, *entry.aliases)}
    bodies = {name for entry in entries if entry.kind is Kind.ORGANISATION for name in (entry.label, *entry.aliases)}
    assert places >= AMBIGUOUS
    assert bodies >= GENERIC


def test_an_abbreviation_that_others_have_too_counts_beside_the_whole_name() -> None:
    found = forms(Authority(Kind.ORGANISATION, "f", "Federatie Medisch Specialisten", "FMS", ("FMS",)))
    assert found["FMS"].evidence is Evidence.INTRODUCED
    assert found["Federatie Medisch Specialisten"].evidence is Evidence.NONE
