"""What becomes of the registers when official lists are merged over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.link.update import Fate
from graph.link.update import terms as t
from graph.link.update.merge import merge
from graph.link.update.rows import Family, LawRow, OfficialList, OrganisationRow
from graph.link.update.terms import Things, texts

IRI = "https://identifier.overheid.nl/tooi/id/gemeente/gm9901"
BODY = f"{t.ORGANISATION}gemeente-nieuwenhoek"
PLACE = f"{t.PLACE}gemeente-nieuwenhoek"
ROW = OrganisationRow(1, IRI, Family.MUNICIPALITY, "gemeente Nieuwenhoek", "Nieuwenhoek", code="GM9901")
LAW = LawRow(2, "BWBR0099001", "Wet over putten", ("Puttenwet",), ("Pw",))


def of(*rows: OrganisationRow | LawRow) -> OfficialList:
    organisations = tuple(row for row in rows if isinstance(row, OrganisationRow))
    return OfficialList("a", organisations, tuple(row for row in rows if isinstance(row, LawRow)))


def known(*rows: OrganisationRow | LawRow) -> Things:
    return merge({}, [of(*rows)]).things


def label(things: Things, subject: str) -> set[str]:
    return texts(things[subject], t.LABEL)


def test_new_municipality_becomes_an_organisation_and_its_place() -> None:
    merged = merge({}, [of(ROW)])
    assert [change.fate for change in merged.changes] == [Fate.ADDED]
    assert set(merged.things) == {BODY, PLACE}
    assert merged.things[BODY][t.AREA] == {NamedNode(PLACE)}
    assert merged.things[BODY][t.SAME_AS] == {NamedNode(IRI)}
    assert label(merged.things, PLACE) == {"Nieuwenhoek"}
    assert texts(merged.things[PLACE], t.IDENTIFIER) == {"GM9901"}


def test_abbreviation_of_a_province_is_no_name_of_it() -> None:
    iri = "https://identifier.overheid.nl/tooi/id/provincie/pv99"
    things = known(OrganisationRow(1, iri, Family.PROVINCE, "provincie Putland", "Putland", "PL"))
    body = things[f"{t.ORGANISATION}provincie-putland"]
    assert (texts(body, t.ALT_LABEL), t.NOTATION in body) == ({"Putland"}, False)


def test_same_list_again_changes_nothing() -> None:
    merged = merge(known(ROW, LAW), [of(ROW, LAW)])
    assert [change.fate for change in merged.changes] == [Fate.UNCHANGED, Fate.UNCHANGED]
    assert merged.things == {}


def test_order_of_the_entries_does_not_matter() -> None:
    other = OrganisationRow(2, IRI.replace("9901", "9902"), Family.MUNICIPALITY, "gemeente Zandhoek", "Zandhoek")
    assert merge({}, [of(ROW, other)]).things == merge({}, [of(other, ROW)]).things


def test_new_name_keeps_the_iri_and_the_old_name() -> None:
    renamed = OrganisationRow(1, IRI, Family.MUNICIPALITY, "gemeente Hoek", "Hoek")
    merged = merge(known(ROW), [of(renamed)])
    assert [change.fate for change in merged.changes] == [Fate.CHANGED]
    assert label(merged.things, BODY) == {"gemeente Hoek"}
    assert {"gemeente Nieuwenhoek", "Nieuwenhoek"} <= texts(merged.things[BODY], t.ALT_LABEL)
    assert label(merged.things, PLACE) == {"Hoek"}


def test_last_day_is_told_as_an_end() -> None:
    ended = OrganisationRow(1, IRI, Family.MUNICIPALITY, ROW.label, ROW.name, end=date(2028, 12, 31))
    merged = merge(known(ROW), [of(ended)])
    assert [change.fate for change in merged.changes] == [Fate.ENDED]
    assert texts(merged.things[BODY], t.END) == texts(merged.things[PLACE], t.END) == {"2028-12-31"}


def test_what_a_list_is_silent_about_stays() -> None:
    ended = OrganisationRow(1, IRI, Family.MUNICIPALITY, ROW.label, ROW.name, end=date(2028, 12, 31))
    assert merge(known(ended), [of(ROW)]).things.get(BODY, known(ended)[BODY])[t.END] == known(ended)[BODY][t.END]


def test_two_things_of_one_name_have_two_iris() -> None:
    other = OrganisationRow(2, IRI.replace("9901", "9902"), Family.MUNICIPALITY, ROW.label, ROW.name)
    assert set(known(ROW, other)) == {BODY, PLACE, f"{BODY}-gm9902", f"{PLACE}-gm9902"}


def test_successor_is_linked_also_when_it_comes_later_in_the_list() -> None:
    later = OrganisationRow(2, IRI.replace("9901", "9902"), Family.MUNICIPALITY, "gemeente Zandhoek", "Zandhoek")
    ended = replace(ROW, successors=(later.iri,), end=date(2028, 12, 31))
    things = merge({}, [of(ended, later)]).things
    assert things[BODY][t.REPLACED_BY] == {NamedNode(f"{t.ORGANISATION}gemeente-zandhoek")}


def test_law_is_found_by_its_identifier_whatever_it_is_called() -> None:
    renamed = LawRow(1, LAW.bwb_id, "Wet over bronnen", ("Bronnenwet",))
    merged = merge(known(LAW), [of(renamed)])
    assert label(merged.things, f"{t.LAW}puttenwet") == {"Bronnenwet"}
    assert texts(merged.things[f"{t.LAW}puttenwet"], t.ALT_LABEL) == {"Puttenwet", "Pw"}


def test_law_that_we_had_by_name_only_gets_its_identifier() -> None:
    subject = f"{t.LAW}puttenwet"
    named: Things = {subject: {t.LABEL: {Literal("Puttenwet", language="nl")}}}
    merged = merge(named, [of(LAW)])
    assert set(merged.things) == {subject}
    assert texts(merged.things[subject], t.IDENTIFIER) == {"BWBR0099001"}


def test_treaty_is_one_by_its_identifier() -> None:
    treaty = LawRow(1, "BWBV0099001", "Verdrag over putten")
    assert known(treaty)[f"{t.LAW}verdrag-over-putten"][t.TYPE] == {NamedNode(f"{t.KIND}treaty")}
