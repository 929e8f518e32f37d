"""Names in whole papers: what counts, whose it is, and that its words are where it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract import RULES, find_mentions
from graph.extract.stretches import respaced
from graph.link import Authorities, link
from graph.model import (
    Answer,
    DocumentKind,
    Footnote,
    Header,
    IdentifierBasis,
    Identity,
    Kind,
    Mention,
    Part,
    Question,
    Report,
    SourceText,
    Span,
)
from graph.parse import parse
from graph.read import read_file
from graph.read.metadata import load_metadata
from graph.views import view

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"
NAMES = Authorities.load().names


HEADER = Header(Identity("kst-1-2", IdentifierBasis.STATED), DocumentKind.REPORT, answered=date(2025, 11, 12))


@cache
def shipped() -> tuple[Report, tuple[Mention, ...]]:
    report = parse(read_file(SHIPPED), metadata=load_metadata(SHIPPED))
    return report, link(find_mentions(report, NAMES), report.header)


def codes(question: str, kind: Kind) -> set[str | None]:
    mentions = [mention for mention in shipped()[1] if mention.key == question and mention.kind is kind]
    return {mention.code or (mention.authority.code if mention.authority else None) for mention in mentions}


@pytest.mark.parametrize(
    ("key", "kind", "expected"),
    [
        ("7", Kind.ORGANISATION, {"DTenV"}),
        ("8", Kind.ORGANISATION, {"DTenV", "BZ", "TK"}),
        ("12", Kind.ORGANISATION, {"COA", None}),
        ("14", Kind.PLACE, {"SY", "ID", "IQ", "IR", "YE"}),
        ("3", Kind.DOCUMENT, {"kst-19637-3469"}),
        ("8", Kind.DOCUMENT, {"brief-2025-10-21"}),
        ("15", Kind.EU_ACT, {"32021L1883"}),
        ("24", Kind.CASE, {"ECLI:EU:C:2017:354"}),
        ("16", Kind.TREATY, {"BWBV0004316"}),
        ("1", Kind.BILL, {"36703", "36704"}),
        ("10", Kind.ORGANISATION, set()),
        ("9", Kind.PLACE, set()),
    ],
)
def test_shipped_paper_names(key: str, kind: Kind, expected: set[str | None]) -> None:
    assert codes(key, kind) == expected


def test_union_in_other_words_is_no_mention_of_it() -> None:
    assert [mention.key for mention in shipped()[1] if mention.label == "Europese Unie"] == []


def test_every_mention_of_the_shipped_paper_stands_where_it_says() -> None:
    report, mentions = shipped()
    hosts = {**{(Part.QUESTION, one.key): one.span for one in report.questions}}
    hosts.update({(Part.ANSWER, one.key): one.span for one in report.answers})
    notes = [note.span for note in report.footnotes]
    for mention in mentions:
        inside = hosts[mention.part, mention.key].holds(mention.span) or any(note.holds(mention.span) for note in notes)
        assert inside and report.source.quote(mention.span).strip()


def test_no_two_mentions_of_a_part_have_the_same_words() -> None:
    counted = Counter((mention.part, mention.key, mention.words, mention.kind) for mention in shipped()[1])
    assert counted.most_common(1)[0][1] == 1


def test_every_rule_of_a_mention_is_in_the_table() -> None:
    slugs = {rule.slug for rule in RULES}
    assert {mention.rule for mention in shipped()[1]} <= slugs
    assert len(slugs) == len(RULES)


def labels(report: Report) -> list[str]:
    return [mention.label for mention in link(find_mentions(report, NAMES), report.header)]


def test_introduced_abbreviation_names_a_body_that_no_register_has(make_paper: Callable[..., Report]) -> None:
    report = make_paper("Het Kennisplatform Effecten Mijnbouw (KEM) doet onderzoek. Het KEM meldt dat.")
    assert labels(report).count("Kennisplatform Effecten Mijnbouw") == 3


def test_short_abbreviation_needs_its_whole_name(make_paper: Callable[..., Report]) -> None:
    assert labels(make_paper("De AP onderzoekt dit.")) == ["Autoriteit Persoonsgegevens"]
    assert labels(make_paper("Dit staat in KB nr. 4.")) == []
    assert "Koninklijke Bibliotheek" in labels(make_paper("De Koninklijke Bibliotheek (KB) bewaart dit. KB en rijk."))


def test_field_of_a_post_is_not_its_ministry(make_paper: Callable[..., Report]) -> None:
    assert labels(make_paper("Samen met Buitenlandse Zaken.")) == ["ministerie van Buitenlandse Zaken"]
    assert labels(make_paper("De ministers van BZK en Financiën doen dat.")) != ["ministerie van Financiën"]
    assert "ministerie van Financiën" not in labels(make_paper("De ministers van BZK en Financiën doen dat."))


def test_name_in_a_note_belongs_to_the_answer_that_calls_it() -> None:
    text = "Vraag?\n\nDat is zo.1\n\n1Mulier Instituut (2023). Cijfers."
    note = text.index("1Mulier")
    report = Report(
        SourceText(text, "a.txt", "text/plain", ""),
        shipped()[0].header,
        Span(0, 0),
        (Question(1, "1", Span(0, 6)),),
        (Answer(("1",), 1, Span(8, 18)),),
        footnotes=(Footnote("1", Span(note, len(text)), Span(18, 19)),),
        calls=(Span(18, 19),),
    )
    (mention,) = (mention for mention in find_mentions(report, NAMES) if mention.kind is Kind.ORGANISATION)
    assert (mention.key, mention.part, report.source.quote(mention.span)) == ("1", Part.ANSWER, "Mulier Instituut")


def test_same_name_in_an_answer_and_its_note_has_words_of_its_own() -> None:
    text = "Vraag?\n\nHet COA telt.1\n\n1COA, cijfers."
    note = text.index("1COA")
    report = Report(
        SourceText(text, "a.txt", "text/plain", ""),
        shipped()[0].header,
        Span(0, 0),
        (Question(1, "1", Span(0, 6)),),
        (Answer(("1",), 1, Span(8, 21)),),
        footnotes=(Footnote("1", Span(note, len(text)), Span(21, 22)),),
        calls=(Span(21, 22),),
    )
    assert [mention.words.occurrence for mention in find_mentions(report, NAMES)] == [1, 2]


def test_letter_without_a_year_is_of_the_year_before_the_paper(make_paper: Callable[..., Report]) -> None:
    report = make_paper("Zie mijn brief van 20 december jl.", day=date(2025, 1, 12))
    assert [mention.code for mention in find_mentions(report, NAMES)] == ["brief-2024-12-20"]


def test_lost_space_before_a_capital_is_put_back_and_maps_to_the_text() -> None:
    source = SourceText("de door deTaliban en BuitenlandseZaken en DTenV", "a.txt", "text/plain", "")
    seen = respaced(view(source, Span(0, len(source.text))))
    assert seen.text == "de door de Taliban en Buitenlandse Zaken en DTenV"
    at = seen.text.index("Taliban")
    assert source.quote(seen.span(at, at + 7)) == "Taliban"


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.text(alphabet="aA é-.(«»\n1IND COAwetKamerstuk36 704,nr.", max_size=120))
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    whole = Span(0, len(text))
    source = SourceText(text, "a.txt", "text/plain", "")
    report = Report(source, shipped()[0].header, Span(0, 0), (), (Answer(("1",), 1, whole),))
    for mention in link(find_mentions(report, NAMES), report.header):
        assert whole.holds(mention.span) and mention.span.start < mention.span.end


def test_word_that_begins_a_sentence_is_no_name_where_the_paper_has_it_in_small_letters(
    make_paper: Callable[..., Report],
) -> None:
    assert "ministerie van Financiën" in labels(make_paper("Financiën betaalt dit."))
    assert "ministerie van Financiën" not in labels(make_paper("De financiën zijn op orde. Financiën zijn belangrijk."))


def test_abbreviation_that_the_paper_explains_otherwise_is_not_that_of_the_registers(
    make_paper: Callable[..., Report],
) -> None:
    found = labels(make_paper("De Commissie Openbare Aanbestedingen (COA) adviseert. Het COA is nieuw."))
    assert set(found) == {"Commissie Openbare Aanbestedingen"}


def test_long_name_may_vary_where_its_abbreviation_follows(make_paper: Callable[..., Report]) -> None:
    found = link(find_mentions(make_paper("Het Centraal Bureau voor Statistiek (CBS) telt."), NAMES), HEADER)
    assert {mention.authority.code for mention in found if mention.authority} == {"CBS"}
    assert len(found) == 2


def test_surname_is_no_place(make_paper: Callable[..., Report]) -> None:
    def kinds(text: str) -> list[Kind]:
        return [mention.kind for mention in find_mentions(make_paper(text), NAMES)]

    assert kinds("De motie Utrecht is ingetrokken.") == [Kind.PERSON]
    assert kinds("De locatie in Utrecht is open.") == [Kind.PLACE]


def test_article_of_a_law_keeps_its_law_and_gets_an_address(make_paper: Callable[..., Report]) -> None:
    (mention,) = link(find_mentions(make_paper("Zie artikel 64 van de Vreemdelingenwet 2000."), NAMES), HEADER)
    assert mention.rule == "article"
    assert mention.authority is not None and mention.authority.code == "BWBR0011823"
    assert mention.address == "https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=64"


def test_ministers_of_several_ministries_are_posts_each(make_paper: Callable[..., Report]) -> None:
    text = "De ministers van Financiën en van Justitie en Veiligheid doen dat."
    found = [mention for mention in link(find_mentions(make_paper(text), NAMES), HEADER) if mention.kind is Kind.POST]
    assert [mention.label for mention in found] == ["minister van Financiën", "minister van Justitie en Veiligheid"]


def test_name_of_a_file_inside_an_address_is_no_paper(make_paper: Callable[..., Report]) -> None:
    found = find_mentions(make_paper("Zie https://www.voorbeeld.nl/a/186-Rapport-2024.pdf."), NAMES)
    assert [mention.kind for mention in found] == [Kind.URL]


def test_place_that_is_a_word_counts_with_evidence(make_paper: Callable[..., Report]) -> None:
    def places(text: str) -> list[str]:
        report = make_paper(text)
        found = [mention for mention in find_mentions(report, NAMES) if mention.kind is Kind.PLACE]
        return [report.source.quote(mention.span) for mention in found]

    assert places("Best veel mensen wonen daar.") == []
    assert places("Er is opvang in Ede, Best en Assen.") == ["Ede", "Best", "Assen"]
    assert places("De gemeente Best vangt op. Best is klein.") == ["gemeente Best", "Best"]
