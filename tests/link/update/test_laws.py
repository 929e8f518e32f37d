"""What is read of a list of laws, and what of it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import RegisterError
from graph.link.update.laws import read_bwb, read_csv


def xml(*regulations: str) -> bytes:
    entries = "".join(f"\n<RegelingInfo>{regulation}</RegelingInfo>" for regulation in regulations)
    namespace = "http://schemas.overheid.nl/bwbidservice"
    inside = f"<RegelingInfoLijst>{entries}</RegelingInfoLijst>"
    return f'<BWBIdServiceResultaat xmlns="{namespace}">{inside}</BWBIdServiceResultaat>'.encode()


WELL = (
    "<BWBId>BWBR0099001</BWBId><OfficieleTitel>Wet van 1 mei 2027, houdende regels over putten</OfficieleTitel>"
    "<CiteertitelLijst><Citeertitel><titel>Puttenwet</titel></Citeertitel></CiteertitelLijst>"
    "<AfkortingLijst><Afkorting>Pw</Afkorting></AfkortingLijst><RegelingSoort>wet</RegelingSoort>"
    "<InwerkingtredingsDatum>2027-07-01</InwerkingtredingsDatum>"
)


def test_csv_is_read_by_the_names_of_its_columns() -> None:
    read = read_csv("titel;afkorting;bwb_id;citeertitel\nWet over putten;Pw;BWBR0099001;Puttenwet\n", "a.csv")
    (law,) = read.laws
    assert (law.line, law.bwb_id, law.label, law.abbreviations) == (2, "BWBR0099001", "Puttenwet", ("Pw",))


def test_cell_may_hold_several_names() -> None:
    (law,) = read_csv('bwb_id,title,abbreviation\nBWBV0099001,"Verdrag, putten",PV;VP\n', "a.csv").laws
    assert (law.label, law.abbreviations, law.is_treaty) == ("Verdrag, putten", ("PV", "VP"), True)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("BWB123,Puttenwet,", "no BWB identifier"),
        (",Puttenwet,", "the cell is empty"),
        ("BWBR0099001,,", "has no title"),
        ("BWBR0099001,Puttenwet,1 mei", "begin is no date"),
    ],
)
def test_row_that_cannot_be_right_is_refused_with_its_line(row: str, reason: str) -> None:
    read = read_csv(f"bwb_id,title,begin\nBWBR0099002,Bronnenwet,\n{row}\n", "a.csv")
    assert [law.label for law in read.laws] == ["Bronnenwet"]
    assert [(refusal.line, reason in refusal.reason) for refusal in read.refused] == [(3, True)]


def test_table_of_something_else_is_an_error() -> None:
    with pytest.raises(RegisterError, match="needs the columns bwb_id and title"):
        read_csv("naam,plaats\nPut,Assen\n", "a.csv")


def test_official_list_gives_citation_title_abbreviation_and_day() -> None:
    (law,) = read_bwb(xml(WELL), "BWBIdList.xml").laws
    assert (law.line, law.bwb_id, law.label, law.abbreviations) == (2, "BWBR0099001", "Puttenwet", ("Pw",))
    assert law.begin == date(2027, 7, 1)


def test_law_that_is_not_cited_by_name_is_left_out() -> None:
    without = "<BWBId>BWBR0099002</BWBId><RegelingSoort>wet</RegelingSoort>"
    circular = WELL.replace(">wet<", ">circulaire<").replace("99001", "99003")
    read = read_bwb(xml(WELL, without, circular), "BWBIdList.xml")
    assert (len(read.laws), read.left_out, read.refused) == (1, 2, ())


def test_law_with_a_wrong_identifier_is_refused() -> None:
    (refusal,) = read_bwb(xml(WELL.replace("BWBR0099001", "R99")), "BWBIdList.xml").refused
    assert (refusal.line, "no BWB identifier" in refusal.reason) == (2, True)


@pytest.mark.parametrize(
    ("data", "message"), [(b"<a><b></a>", "this is no XML"), (b"<a/>", "this is no list of BWB identifiers")]
)
def test_other_xml_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        read_bwb(data, "a.xml")


def test_entities_are_not_followed() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + xml(WELL.replace("Puttenwet", "Put&e;wet"))
    (law,) = read_bwb(bomb, "a.xml").laws
    assert law.label == "Put"
