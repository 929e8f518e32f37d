"""Pages of the feed of changes."""

from __future__ import annotations

from datetime import date

import pytest
from tests.harvest.papers import entry, feed, guid

from graph.errors import ReadError
from graph.harvest.kinds import Kind
from graph.harvest.listed import Choice
from graph.harvest.syncfeed import read_page

ALL = Choice(())


def test_page_leads_to_the_next_by_its_last_entry() -> None:
    page = read_page(feed([entry(guid(1), "https://x/1&a=b"), entry(guid(2), "https://x/2&a=b")]), ALL)
    assert (page.changed, page.next, page.resume) == ((guid(1), guid(2)), "https://x/2&a=b", None)


def test_last_page_says_where_to_come_back() -> None:
    page = read_page(feed([], "https://x/9"), ALL)
    assert (page.entries, page.next, page.resume) == (0, None, "https://x/9")


def test_last_change_of_a_document_counts() -> None:
    there, gone = entry(guid(1), "n"), entry(guid(1), "n", deleted=True)
    assert read_page(feed([there, gone]), ALL).deleted == (guid(1),)
    again = read_page(feed([gone, there]), ALL)
    assert (again.deleted, again.changed) == ((), (guid(1),))


def test_attributes_may_have_no_namespace_and_a_capital() -> None:
    plain = entry(guid(1), "n", deleted=True).replace('tk:verwijderd="true"', 'verwijderd="True"')
    assert read_page(feed([plain]), ALL).deleted == (guid(1),)


def test_other_kinds_and_earlier_days_are_passed_over() -> None:
    page = feed([entry(guid(1), "n"), entry(guid(2), "n", sort="Motie")])
    assert read_page(page, ALL).changed == (guid(1),)
    assert read_page(page, Choice((Kind.LETTERS,))).changed == ()
    assert read_page(page, Choice((), since=date(2024, 11, 21))).changed == ()


@pytest.mark.parametrize("answer", [b"", b"<html/>", b"<feed", b"{}"])
def test_other_answers_are_refused(answer: bytes) -> None:
    with pytest.raises(ReadError):
        read_page(answer, ALL)
