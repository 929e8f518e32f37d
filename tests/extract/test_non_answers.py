"""Where answers say that something cannot be given, and where they only seem to."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract import find_mentions, find_non_answers
from graph.extract.non_answers import RULES, clauses
from graph.link import Authorities, link
from graph.model import Rule
from graph.parse import parse
from graph.read import read_file

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"


def rules(text: str) -> list[str]:
    return [clause.rule for clause in clauses(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert rules(f"{rule.example}.") == [rule.slug]


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal kan niet worden ontleend aan de informatiesystemen.",
        "Er kan namelijk geen onderscheid worden gemaakt tussen vreemdelingen met of zonder asielprocedure.",
        "Dat is op dit moment niet inzichtelijk.",
        "Op dit moment valt nog niet te zeggen wat de gevolgen hiervan zijn.",
        "De mate waarin dit wordt doorberekend is lastig in te schatten.",
        "Een onderbouwde prognose voor de jaren daarna kan niet worden gegeven.",
        "De hoogte is niet uit het Jaarverslag te herleiden.",
        "Deze gegevens zijn op dit moment nog niet voorhanden.",
        "Hier heb ik geen zicht op.",
        "Omdat het ministerie hier geen zicht op heeft, kan ik geen aantal noemen.",
        "Hierover beschik ik niet over gegevens.",
        "Over dergelijke cijfers beschikt het kabinet niet.",
        "Dit wordt niet afzonderlijk bijgehouden.",
        "Het is niet bekend hoeveel scholen hiermee werken.",
        "Hoeveel scholen hiermee werken, is ons niet bekend.",
        "Over de oorzaken hiervan kan ik geen uitspraken doen.",
        "Wat het effect op de huurprijzen is, valt niet te zeggen.",
        "De kosten hiervan zijn niet te herleiden.",
        "De registratie maakt geen onderscheid naar type woning.",
        "Dit aantal is niet uit de systemen te halen.",
        "Het beantwoorden van deze vraag vergt handmatig dossieronderzoek.",
        "Het CBS houdt dit niet bij.",
        "Gemeenten houden niet bij hoe vaak zij deze bevoegdheid inzetten.",
        "Er is geen landelijk beeld van het aantal dak- en thuisloze gezinnen.",
        "Deze informatie is niet centraal beschikbaar.",
        "Er vindt geen centrale registratie plaats van deze meldingen.",
        "De gevraagde uitsplitsing is niet te maken.",
        "Een nadere uitsplitsing kan ik niet geven.",
        "Deze gegevens kan ik om redenen van privacy niet verstrekken.",
        "Over individuele bedrijven kan ik vanwege de vertrouwelijkheid geen informatie verstrekken.",
        "Gelet op het lopende strafrechtelijk onderzoek kan ik hierover geen mededelingen doen.",
        "De contractwaarde betreft bedrijfsvertrouwelijke informatie en kan daarom niet worden gedeeld.",
        "Over de inzet doe ik met het oog op de staatsveiligheid in het openbaar geen uitspraken.",
        "Vanwege het kleine aantal zijn de cijfers herleidbaar tot personen en worden ze niet gepubliceerd.",
        "De cijfers over 2025 komen pas in het voorjaar van 2026 beschikbaar.",
        "Op dit moment wordt nog onderzocht hoeveel woningen het betreft.",
        "Hoe hoog de kosten uitvallen, is nog onduidelijk.",
        "De gegevens over die jaren zijn onvoldoende betrouwbaar om te delen.",
        "Ik heb hier geen inzicht in.",
        "Dat inzicht ontbreekt op dit moment.",
        "Hierover zijn geen betrouwbare cijfers voorhanden.",
        "Het is niet mogelijk om aan te geven hoeveel leerlingen dit betreft.",
        "Hoeveel leerlingen dit betreft is niet aan te geven.",
        "Het ministerie monitort niet hoeveel leerlingen thuisblijven.",
        "De politie kan deze incidenten niet apart uit haar systemen halen.",
        "De Belastingdienst heeft geen gegevens waaruit blijkt hoeveel huishoudens dit zijn.",
        "Deze vraag kan niet worden beantwoord, omdat de gegevens niet zijn vastgelegd.",
        "Daarvan is mij het aantal niet bekend.",
        "Ik weet niet hoeveel bedrijven er gebruik van hebben gemaakt.",
        "Wij kunnen niet zien hoe vaak een account is gebruikt.",
        "Daar is geen onderzoek naar gedaan.",
        "Exacte aantallen zijn niet te geven.",
        "Het precieze aantal valt niet vast te stellen.",
        "Hierover zijn bij het RIVM geen gegevens bekend.",
        "De IND registreert de reden van vertrek niet.",
        "In de systemen van de IND wordt de reden van vertrek niet vastgelegd.",
        "Een dergelijk overzicht bestaat niet.",
        "Zo'n overzicht is er niet.",
        "Een raming van de kosten is op dit moment nog niet te geven.",
        "Daarvoor ontbreken de gegevens.",
        "Het aantal medewerkers met een tijdelijk contract is niet beschikbaar.",
        "Cijfers van vóór 2019 zijn niet meer beschikbaar.",
        "Dit zou een onevenredige inspanning van de uitvoering vragen.",
        "Het is op dit moment te vroeg om te zeggen hoeveel bedrijven zullen stoppen.",
        "Het kabinet heeft geen cijfers over het aantal huisuitzettingen.",
        "Om hoeveel gevallen het gaat, wordt niet geregistreerd.",
        "Deze categorie wordt in de statistieken niet afzonderlijk onderscheiden.",
        "Het is onmogelijk om precies aan te geven hoeveel geld hiermee gemoeid is.",
        "Het OM houdt niet bij in hoeveel zaken deze omstandigheid meeweegt.",
        "Een betrouwbare schatting hiervan is niet beschikbaar.",
        "De omvang van deze groep laat zich moeilijk schatten.",
        "Wanneer de levering plaatsvindt, is nog niet bekend.",
        "De uitkomsten zijn nog niet bekend.",
    ],
)
def test_clause_is_a_non_answer(text: str) -> None:
    assert len(rules(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Het kabinet stuurt niet op het inwilligingspercentage.",
        "Ik ben niet voornemens dit te wijzigen.",
        "Nee, daar is geen aanleiding toe.",
        "Het is niet mogelijk om specifieke afspraken te maken.",
        "180 personen zijn met onbekende bestemming vertrokken.",
        "Zijn er geen cijfers beschikbaar?",
        "Signalen hierover zijn mij niet bekend.",
        "De Tweede Kamer heeft echter geen volledig zicht op de manier waarop dat gebeurt.",
        "Gedwongen terugkeer vindt momenteel niet plaats.",
        "Ik zie geen aanleiding om dit te wijzigen.",
        "Ik acht dat niet wenselijk.",
        "Het kabinet is niet voornemens om een registratieplicht in te voeren.",
        "Er is geen wettelijke grondslag voor een verbod.",
        "Niet-geregistreerde arbeidsmigranten hebben geen recht op toeslag.",
        "Dat beeld herken ik niet.",
        "Ik deel dit beeld niet.",
        "Er is geen sprake van een tekort.",
        "De vergunning is niet verleend.",
        "De gemeente kan niet worden gedwongen om mee te werken.",
        "Dat is niet aan het kabinet om te bepalen.",
        "Hierover is geen besluit genomen.",
        "De begroting van 2025 is niet overschreden.",
        "Het aantal aanvragen is in 2024 niet gestegen.",
        "Van hen hadden 340 personen geen verblijfsvergunning.",
        "Ruim 12% van de gemeenten heeft geen beleid vastgesteld.",
        "De maatregel heeft geen gevolgen voor de koopkracht.",
        "De kosten mogen niet worden doorberekend aan de huurder.",
        "Er worden geen persoonsgegevens verwerkt.",
        "Gegevens mogen niet zonder toestemming worden gedeeld.",
        "In de wet wordt geen onderscheid gemaakt tussen mannen en vrouwen.",
        "Signalen over misbruik hebben mij niet bereikt.",
        "Deze berichten zijn mij bekend.",
        "Ik kan mij niet vinden in deze kwalificatie.",
        "Het is niet mogelijk om een uitzondering te maken.",
        "Daarvoor is geen budget beschikbaar.",
        "Er zijn onvoldoende woningen beschikbaar.",
        "Er is niet voldoende personeel beschikbaar.",
        "Het is niet toegestaan om deze gegevens te verkopen.",
        "De cijfers laten geen stijging zien.",
        "Uit de cijfers blijkt niet dat de wachttijd is toegenomen.",
        "Dat valt niet uit te sluiten.",
        "De aanvragen moeten handmatig worden beoordeeld.",
        "Ik ga niet in op de suggestie dat er sprake is van onwil.",
        "De woning mag niet worden gesplitst.",
        "Deze 140 bedrijven zijn niet gecontroleerd.",
        "Het onderzoek heeft geen aanwijzingen opgeleverd voor fraude.",
        "Een garantie kan ik niet geven.",
        "Een toezegging kan ik op dit moment niet doen.",
        "De kosten zijn niet hoger dan geraamd.",
        "Ik kan de rechter niet voorschrijven hoe hij moet oordelen.",
        "De inspectie heeft geen boetes opgelegd.",
        "Het bedrag is niet uitgegeven.",
        "De middelen zijn niet geoormerkt.",
        "Nee, dat klopt niet.",
        "Het besluit is nog niet bekendgemaakt.",
        "Ouders weten vaak niet waar zij terecht kunnen.",
        "De regeling is niet bedoeld voor bedrijven.",
        "Het is onduidelijk voor burgers welke regels gelden.",
        "Ik heb geen contact gehad met de gemeente.",
        "Wij hebben niet het beeld dat de kosten stijgen.",
        "Zij hadden destijds geen zicht op de gevolgen.",
        "De kwaliteit van de zorg is niet in het geding.",
        "Het kabinet heeft nog geen standpunt bepaald.",
        "De subsidie wordt niet verlengd.",
    ],
)
def test_refusal_or_finding_is_none(text: str) -> None:
    assert rules(text) == []


def test_clause_leaves_out_the_reason_and_the_sentence_before() -> None:
    text = "Dat klopt. Er zijn geen cijfers beschikbaar, omdat dit niet wordt gevraagd."
    assert [text[clause.start : clause.end] for clause in clauses(text)] == ["Er zijn geen cijfers beschikbaar"]


def test_clause_keeps_what_is_asked_at_the_head_of_its_sentence() -> None:
    text = "Hoeveel leerlingen slagen, en dus doorstromen, is niet bekend, mede omdat scholen dat niet melden."
    assert [text[clause.start : clause.end] for clause in clauses(text)] == [
        "Hoeveel leerlingen slagen, en dus doorstromen, is niet bekend"
    ]


def test_shipped_paper_says_who_would_hold_the_figure() -> None:
    report = parse(read_file(SHIPPED))
    mentions = link(find_mentions(report, Authorities.load().names), report.header)
    found = {fact.key: fact for fact in find_non_answers(report, mentions)}
    assert set(found) == {"4", "7", "9", "10", "12", "13", "16", "19", "20", "23", "25"}
    held = {key: fact.holder.slug for key, fact in found.items() if fact.holder}
    assert held["9"] == "dtenv"
    assert held["16"] == "ind"
    assert held["19"] == "raad-voor-de-rechtspraak"
    assert "registreert niet" in report.source.quote(found["9"].span)
