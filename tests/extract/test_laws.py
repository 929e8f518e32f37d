"""Laws, treaties, EU acts and rulings by the shape of their names."""

from __future__ import annotations

import pytest

from graph.extract.laws import find_laws


def labels(text: str) -> set[str]:
    return {find.label for find in find_laws(text)}


@pytest.mark.parametrize(
    ("text", "celex", "eli"),
    [
        ("(Richtlijn (EU) 2021/1883)", "32021L1883", "dir/2021/1883"),
        ("Verordening (EG) nr. 1107/2009", "32009R1107", "reg/2009/1107"),
        ("Verordening (EU) 2024/1351", "32024R1351", "reg/2024/1351"),
        ("Verordening (EU) nr. 604/2013", "32013R0604", "reg/2013/604"),
        ("Richtlijn 2008/115/EG", "32008L0115", "dir/2008/115"),
    ],
)
def test_number_of_an_eu_act_gives_celex_and_eli(text: str, celex: str, eli: str) -> None:
    act = next(find for find in find_laws(text) if find.rule == "eu-act-number").candidates[0]
    assert act.code == celex
    assert f"http://data.europa.eu/eli/{eli}/oj" in act.same_as


def test_fraction_behind_richtlijn_is_no_act() -> None:
    assert [find for find in find_laws("de richtlijn 3/4 van het bestuur") if find.rule == "eu-act-number"] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("op grond van de Mijnbouwwet zal", "Mijnbouwwet"),
        ("vastgelegd in de Wet publieke gezondheid (artikel 58re)", "Wet publieke gezondheid"),
        (
            "de Wet aanpak dierenmishandeling en dierverwaarlozing is",
            "Wet aanpak dierenmishandeling en dierverwaarlozing",
        ),
        ("het pakket Belastingplan 2013 (en", "Belastingplan 2013"),
        ("de btw-richtlijn biedt", "btw-richtlijn"),
        ("ECLI:NL:RVS:2024:3946", "ECLI:NL:RVS:2024:3946"),
        ("zaak C-373/19 van", "C-373/19"),
        ("het Verdrag van Genève", "Verdrag van Genève"),
    ],
)
def test_name_has_the_shape_of_a_law(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text", ["De wet is van toepassing", "dit voorstel van wet", "het wetsvoorstel dat voorligt", "weten en wetten"]
)
def test_law_without_a_name_is_none(text: str) -> None:
    assert labels(text) == set()


def test_dutch_ruling_has_a_page_and_no_invented_equivalent() -> None:
    ruling = next(iter(find_laws("ECLI:NL:RBMNE:2021:6269"))).candidates[0]
    assert ruling.page == "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBMNE:2021:6269"
    assert ruling.same_as == ()
