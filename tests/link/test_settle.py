"""What a name led to on the day of a paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.link import Authorities, link
from graph.model import Authority, DocumentKind, Header, IdentifierBasis, Identity, Kind, Mention, Part, Span, Words

REGISTERS = Authorities.load()
HEADER = Header(
    Identity("kst-1-2", IdentifierBasis.STATED),
    DocumentKind.REPORT,
    answered=date(2025, 11, 12),
    answered_by=("minister van Asiel en Migratie", "minister voor Asiel en Migratie"),
)
OLD = Authority(Kind.ORGANISATION, "oud", "ministerie van Zaken", end=date(2010, 10, 13))
NEW = Authority(Kind.ORGANISATION, "nieuw", "ministerie van Zaken", begin=date(2010, 10, 14))


def mention(label: str, kind: Kind, rule: str, *candidates: Authority) -> Mention:
    return Mention(1, "1", Part.ANSWER, kind, Span(0, 1), Words("x", 1), label, rule, candidates=candidates)


def settled(one: Mention, header: Header = HEADER) -> Mention:
    return link((one,), header)[0]


def test_day_decides_between_two_bodies_of_one_name() -> None:
    name = mention("EZ", Kind.ORGANISATION, "abbreviation", OLD, NEW)
    assert settled(name).authority == NEW
    assert settled(name, replace(HEADER, answered=date(2009, 1, 1))).authority == OLD


def test_name_that_may_be_two_is_left_open() -> None:
    name = mention("EZ", Kind.ORGANISATION, "abbreviation", OLD, NEW)
    assert settled(name, replace(HEADER, answered=None)).authority is None


def test_own_ministry_is_that_of_the_posts_that_answer() -> None:
    ministry = settled(mention("mijn ministerie", Kind.ORGANISATION, "own-ministry"))
    assert ministry.label == "ministerie van Asiel en Migratie"


def test_own_ministry_of_nobody_is_no_mention() -> None:
    nobody = replace(HEADER, answered_by=())
    assert link((mention("mijn ministerie", Kind.ORGANISATION, "own-ministry"),), nobody) == ()


def test_minister_by_name_is_who_held_a_post_that_day() -> None:
    person = settled(mention("Van Weel", Kind.PERSON, "minister-name"))
    assert person.authority is not None
    assert person.label == "David van Weel"
    earlier = settled(mention("Van Weel", Kind.PERSON, "minister-name"), replace(HEADER, answered=date(2013, 1, 1)))
    assert earlier.authority is None


def test_member_is_left_as_named() -> None:
    assert settled(mention("Van Weel", Kind.PERSON, "member")).authority is None


def test_title_of_a_post_leads_to_it() -> None:
    post = settled(mention("minister voor Asiel en Migratie", Kind.POST, "post-head"))
    assert post.authority == REGISTERS.post("minister voor Asiel en Migratie")
