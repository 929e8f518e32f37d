"""Settles what each name leads to, on the day on which the paper speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.link.authorities import Authorities
from graph.model import Authority, Header, Kind, Mention


def link(mentions: tuple[Mention, ...], header: Header, authorities: Authorities | None = None) -> tuple[Mention, ...]:
    """Settle each mention on the day of the paper; a name that cannot be settled keeps no authority.

    Args:
        mentions: as they were found, with their candidates.
        header: of the paper: its day, and the posts that answer.
        authorities: the registers; those that ship when none are given.
    """
    registers = authorities or Authorities.load()
    settled = (_settled(mention, header, registers) for mention in mentions)
    return tuple(mention for mention in settled if mention.authority or mention.rule != "own-ministry")


def _settled(mention: Mention, header: Header, registers: Authorities) -> Mention:
    """Settle one mention."""
    if mention.kind is Kind.PERSON:
        return _person(mention, header.day, registers)
    candidates = mention.candidates
    if mention.rule == "own-ministry":
        candidates = _own_ministries(header, registers)
    authority = _only(candidates, header.day)
    if mention.kind is Kind.POST and authority is None:
        authority = registers.post(mention.label, header.day)
    if authority is None:
        return mention
    known = registers.get(authority.kind, authority.slug) or authority
    return replace(mention, authority=known, label=known.label, kind=known.kind, code=known.code)


def _only(candidates: Iterable[Authority], day: date | None) -> Authority | None:
    """Give the one candidate that existed on a day; None when there is none, or more than one."""
    existing = [candidate for candidate in candidates if candidate.exists_on(day)]
    return existing[0] if len(existing) == 1 else None


def _own_ministries(header: Header, registers: Authorities) -> tuple[Authority, ...]:
    """Give the ministries of the posts that answer."""
    posts = (registers.post(title, header.day) for title in header.answered_by)
    ministries = (registers.ministry(post) for post in posts if post is not None)
    return tuple(dict.fromkeys(ministry for ministry in ministries if ministry is not None))


def _person(mention: Mention, day: date | None, registers: Authorities) -> Mention:
    """Settle a person by family name: a minister is who held a post that day, a member is left as named."""
    if mention.rule != "minister-name" or day is None:
        return mention
    name = mention.label.lower()
    holders = [held.person for held in registers.memberships if held.holds_on(day)]
    named = list(dict.fromkeys(person for person in holders if person.label.lower().endswith(f" {name}")))
    if len(named) != 1:
        return mention
    return replace(mention, authority=named[0], label=named[0].label)
