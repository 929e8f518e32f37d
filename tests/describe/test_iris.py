"""IRIs: stable, readable, legal, and never guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.describe.iris import Iris, address, is_official, page_of, segment, slug
from graph.model import (
    IdentifierBasis,
    Identity,
    Kind,
    Period,
    Understanding,
)

BASE = "https://w3id.org/kamergraaf/"
ANSWER = f"{BASE}id/document/ah-tk-20232024-1/answer"


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=40))
def test_every_text_makes_a_legal_segment_and_slug(text: str) -> None:
    for made in (segment(text), slug(text)):
        assert NamedNode(BASE + made).value == BASE + made
        assert not re.search(r"[\s/?#]", made)


def test_long_labels_are_cut_but_stay_apart() -> None:
    one, other = slug("wachttijd " * 30 + "a"), slug("wachttijd " * 30 + "b")
    assert len(one) <= 80
    assert one != other


def test_periods_show_their_days_and_leave_out_an_open_end() -> None:
    iris = Iris(BASE)
    assert iris.period(Period(date(2024, 1, 1), None)) == f"{BASE}id/period/2024-01-01--"
    assert iris.period(Period()) == f"{BASE}id/period/unknown"


def test_a_letter_known_only_by_its_date_is_no_settled_paper(invented: Understanding) -> None:
    iris = Iris(BASE)
    letter, paper, web = invented.mentions[2:5]
    assert iris.named_in(letter) is None
    assert iris.named_in(paper) == f"{BASE}id/document/kst-19637-3469"
    assert iris.named_in(web) == "https://www.dijk.nl/a%20b"
    assert is_official("2024D37938")


def test_a_table_of_the_cbs_is_its_own_name(invented: Understanding) -> None:
    table = "https://opendata.cbs.nl/ODataApi/OData/85496NED"
    mention = replace(invented.mentions[2], kind=Kind.DOCUMENT, code="85496NED", address=table)
    assert Iris(BASE).named_in(mention) == table


def test_no_address_is_made_of_what_is_none() -> None:
    assert address("zie boven") is None
    assert address(None) is None


def test_the_official_page_is_linked_only_when_it_is_known_which_paper_it_is(invented: Understanding) -> None:
    report = invented.report
    assert page_of(report) == "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-1"
    guessed = Identity(report.header.identity.identifier, IdentifierBasis.FILENAME)
    assert page_of(replace(report, header=replace(report.header, identity=guessed))) is None
