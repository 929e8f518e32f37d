"""EU acts, rulings and court cases by their numbers."""

from __future__ import annotations

import pytest

from graph.extract.acts import find_acts


def codes(text: str) -> list[str | None]:
    return [find.code for find in find_acts(text)]


@pytest.mark.parametrize(
    ("text", "celex", "eli"),
    [
        ("(Richtlijn (EU) 2021/1883)", "32021L1883", "dir/2021/1883"),
        ("Verordening (EG) nr. 1107/2009", "32009R1107", "reg/2009/1107"),
        ("Verordening (EG) 1049/2001", "32001R1049", "reg/2001/1049"),
        ("Verordening 883/2004", "32004R0883", "reg/2004/883"),
        ("Verordening (EEG) nr. 1408/71", "31971R1408", "reg/1971/1408"),
        ("Verordening (EU) 2024/1351", "32024R1351", "reg/2024/1351"),
        ("Verordening (EU) nr. 604/2013", "32013R0604", "reg/2013/604"),
        ("Verordening (EU) nr. 2016/679", "32016R0679", "reg/2016/679"),
        ("Uitvoeringsverordening (EU) 2019/947", "32019R0947", "reg/2019/947"),
        ("Richtlijn 2008/115/EG", "32008L0115", "dir/2008/115"),
        ("richtlijn 2008/115 over terugkeer", "32008L0115", "dir/2008/115"),
        ("Richtlijn 95/46/EG", "31995L0046", "dir/1995/46"),
        ("Besluit nr. 406/2009/EG", "32009D0406", "dec/2009/406"),
        ("Besluit (EU) 2015/1601", "32015D1601", "dec/2015/1601"),
        ("celex 32013L0033", "32013L0033", "dir/2013/33"),
    ],
)
def test_number_of_an_eu_act_gives_celex_and_eli(text: str, celex: str, eli: str) -> None:
    (act,) = next(iter(find_acts(text))).candidates
    assert act.code == celex
    assert f"http://data.europa.eu/eli/{eli}/oj" in act.same_as


def test_framework_decision_has_a_celex_number_and_no_invented_eli() -> None:
    (act,) = next(iter(find_acts("Kaderbesluit 2002/584/JBZ"))).candidates
    assert act.same_as == ("http://publications.europa.eu/resource/celex/32002F0584",)


def test_following_numbers_are_of_the_same_type() -> None:
    assert codes("de verordeningen (EU) 2024/1348 en (EU) 2024/1351") == ["32024R1348", "32024R1351"]
    assert codes("Richtlijnen 2011/95/EU en 2013/32/EU") == ["32011L0095", "32013L0032"]


def test_number_without_a_type_is_an_act_without_identifier() -> None:
    assert [(find.label, find.code) for find in find_acts("zie (EU) 2024/1348")] == [("(EU) 2024/1348", None)]


@pytest.mark.parametrize(
    "text", ["de richtlijn 3/4 van het bestuur", "de richtlijn 2019/2020", "richtlijn 2022/23", "Besluit nr. 1/80"]
)
def test_fraction_season_or_decision_of_another_body_is_no_act(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(ECLI:NL:RVS:2024:3946).", "ECLI:NL:RVS:2024:3946"),
        ("ECLI:CE:ECHR:2012:0223JUD002776509.", "ECLI:CE:ECHR:2012:0223JUD002776509"),
        ("zaak C-373/19 van", "C-373/19"),
        ("zaaknummer 200.123.456/01", "200.123.456/01"),
        ("uitspraak 202302218/1/V2", "202302218/1/V2"),
    ],
)
def test_ruling_is_known_by_its_number(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_dutch_ruling_has_a_page_and_no_invented_equivalent() -> None:
    (ruling,) = next(iter(find_acts("ECLI:NL:RBMNE:2021:6269"))).candidates
    assert ruling.page == "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBMNE:2021:6269"
    assert ruling.same_as == ()
