"""Words that a paper introduces for a name."""

from __future__ import annotations

from collections.abc import Callable

from graph.extract import find_mentions
from graph.extract.lexicon import Case, Form, Names
from graph.model import Authority, Kind, Report

DJI = Authority(Kind.ORGANISATION, "dji", "Dienst Justitiële Inrichtingen", "DJI")
NAMES = Names([Form(DJI.label, DJI, "register-name", Case.FREE_START), Form("DJI", DJI, "abbreviation")])


def words(report: Report) -> list[str]:
    found = [mention for mention in find_mentions(report, NAMES) if mention.rule == "introduced-alias"]
    assert all(mention.candidates == (DJI,) for mention in found)
    return [report.source.quote(mention.span) for mention in found]


def test_alias_counts_behind_its_introduction(make_paper: Callable[..., Report]) -> None:
    text = (
        "De dienst groeit. Dienst Justitiële Inrichtingen (hierna: de dienst) telt. De dienst zegt dat de dienst telt."
    )
    assert words(make_paper(text)) == ["De dienst", "de dienst"]


def test_alias_may_follow_an_abbreviation(make_paper: Callable[..., Report]) -> None:
    assert words(make_paper("Dienst Justitiële Inrichtingen (DJI, hierna: ‘de dienst’) telt. De dienst meldt.")) == [
        "De dienst"
    ]


def test_alias_of_nothing_known_is_none(make_paper: Callable[..., Report]) -> None:
    assert words(make_paper("De gemeente (hierna: de dienst) telt. De dienst meldt dat.")) == []


def test_abbreviation_that_the_name_does_not_spell_is_introduced(make_paper: Callable[..., Report]) -> None:
    text = "De Dienst Justitiële Inrichtingen (hierna: PSN) telt. De PSN-locaties en PSN."
    assert words(make_paper(text)) == ["PSN", "PSN", "PSN"]


def test_law_that_no_register_has_may_get_an_alias(make_paper: Callable[..., Report]) -> None:
    report = make_paper("De Wet publieke bossen (hierna: de wet) geldt. Volgens de wet mag dit.")
    found = [mention for mention in find_mentions(report, NAMES) if mention.rule == "introduced-alias"]
    assert [(mention.kind, mention.label) for mention in found] == [(Kind.LAW, "Wet publieke bossen")]


def test_name_that_the_paper_gives_to_another_act_is_not_that_of_the_registers(
    make_paper: Callable[..., Report],
) -> None:
    new = Authority(Kind.EU_ACT, "richtlijn-2024-1346", "Opvangrichtlijn", "32024L1346")
    report = make_paper("De Richtlijn 2013/33/EU (hierna: Opvangrichtlijn) geldt. De Opvangrichtlijn zegt dat.")
    found = find_mentions(report, Names([Form("Opvangrichtlijn", new, "law-name")]))
    assert {candidate.code for mention in found for candidate in mention.candidates} == {"32013L0033"}
    assert len(found) == 3
