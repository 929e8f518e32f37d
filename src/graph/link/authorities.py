"""The registers that names lead to: organisations, posts, persons, laws and countries."""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path

from graph.extract.lexicon import Names
from graph.link.forms import forms_of
from graph.link.turtle import DEFAULT_BASE, Node, nodes
from graph.model import Authority, Kind, Membership
from graph.registers import Stamp, operator_folder, stamp

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PREF_LABEL, _ALT_LABEL, _HIDDEN_LABEL = (f"{_SKOS}{name}" for name in ("prefLabel", "altLabel", "hiddenLabel"))
_ORG = "http://www.w3.org/ns/org#"
_MEMBER = f"{_ORG}member"
_DCT = "http://purl.org/dc/terms/"
_OWL_SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
_PAGE = "http://xmlns.com/foaf/0.1/page"
_BEGIN = "https://schema.org/foundingDate"
_END = "https://schema.org/dissolutionDate"
_IN_FORCE = "http://data.europa.eu/eli/ontology#first_date_entry_in_force"
_NO_LONGER = "http://data.europa.eu/eli/ontology#date_no_longer_in_force"
_KG = f"{DEFAULT_BASE}def/"
_ID = f"{DEFAULT_BASE}id/"
_COLLECTIONS = {
    "organisation": Kind.ORGANISATION,
    "post": Kind.POST,
    "person": Kind.PERSON,
    "case": Kind.CASE,
    "place": Kind.PLACE,
}


@dataclass(frozen=True)
class Authorities:
    """Everything that a name can lead to, and who held which post when."""

    entries: tuple[Authority, ...]
    memberships: tuple[Membership, ...] = ()
    adjectives: tuple[tuple[Authority, tuple[str, ...]], ...] = ()
    ministries: tuple[tuple[Authority, Authority], ...] = ()

    @classmethod
    def load(cls, path: Path | None = None) -> Authorities:
        """Read the registers, once for each state of their files.

        Args:
            path: a folder of Turtle files to read alone; those that ship and the operator's when none is given.
        """
        folder = path or operator_folder()
        return _load(path, folder, stamp(folder))

    @cached_property
    def names(self) -> Names:
        """Every way in which the registers' names are written."""
        return Names(forms_of(self.entries, dict(self.adjectives), dict(self.ministries)))

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str], Authority]:
        return {(entry.collection, entry.slug): entry for entry in self.entries}

    @cached_property
    def _by_title(self) -> dict[str, tuple[Authority, ...]]:
        titles: defaultdict[str, list[Authority]] = defaultdict(list)
        for post in self.of_kind(Kind.POST):
            for title in (post.label, *post.aliases):
                titles[_fold(title)].append(post)
        return {title: tuple(dict.fromkeys(posts)) for title, posts in titles.items()}

    def get(self, kind: Kind, slug: str) -> Authority | None:
        """Give the entry of a kind with a slug."""
        collection = Authority(kind, slug, slug).collection
        return self._by_slug.get((collection, slug))

    def of_kind(self, kind: Kind) -> tuple[Authority, ...]:
        """Give all entries of a kind, by slug."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def post(self, title: str, day: date | None = None) -> Authority | None:
        """Find the post with a title, such as ``minister voor Asiel en Migratie``.

        Args:
            title: as papers write it; articles and capitals do not matter.
            day: decides between posts of one title: the one that somebody held that day.
        """
        posts = self._by_title.get(_fold(title), ())
        if len(posts) > 1:
            posts = tuple(post for post in posts if self.holders(post, day)) or posts
        return posts[0] if len(posts) == 1 else None

    def holders(self, post: Authority, day: date | None) -> tuple[Membership, ...]:
        """Give who held a post on a day: more than one on the day of a change, or where two share its name."""
        return tuple(held for held in self.memberships if held.post.slug == post.slug and held.holds_on(day))

    def ministry(self, post: Authority) -> Authority | None:
        """Give the ministry that a post belongs to."""
        return dict(self.ministries).get(post)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause the collector of cycles: reading makes many objects, all of which stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
@_without_collection()
def _load(path: Path | None, _folder: Path, _state: Stamp) -> Authorities:
    subjects = nodes(path)
    entries: dict[str, Authority] = {}
    for address, node in sorted(subjects.items()):
        entry = _entry(address, node)
        if entry is not None:
            entries[address] = entry
    members = sorted((address, node) for address, node in subjects.items() if _MEMBER in node)
    held = [_membership(address, node, subjects, entries) for address, node in members]
    adjectives = {
        entries[address]: tuple(node[_HIDDEN_LABEL])
        for address, node in subjects.items()
        if address in entries and _HIDDEN_LABEL in node
    }
    ministries = {
        entries[address]: entries[node[_ORG + "postIn"][0]]
        for address, node in subjects.items()
        if address in entries and node.get(_ORG + "postIn", [""])[0] in entries
    }
    return Authorities(
        tuple(entries.values()),
        tuple(membership for membership in held if membership is not None),
        tuple(adjectives.items()),
        tuple(ministries.items()),
    )


def _entry(address: str, node: Node) -> Authority | None:
    """Read one entry; what is none (a membership, a period, a role) gives None."""
    collection, _, slug = address.removeprefix(_ID).partition("/")
    labels = node.get(_PREF_LABEL)
    if collection not in (*_COLLECTIONS, "law") or not labels:
        return None
    kind = _COLLECTIONS.get(collection) or Kind(node[_DCT + "type"][0].removeprefix(f"{_KG}kind/"))
    codes = node.get(_DCT + "identifier" if collection in ("law", "case") else _SKOS + "notation") or ()
    pages = node.get(_PAGE) or ()
    return Authority(
        kind,
        slug,
        labels[0],
        codes[0] if codes else None,
        tuple(sorted(node.get(_ALT_LABEL, ()))),
        tuple(sorted(node.get(_OWL_SAME_AS, ()))),
        pages[0] if pages else None,
        _day(node.get(_BEGIN) or node.get(_IN_FORCE)),
        _last_day(node),
    )


def _membership(
    address: str, node: Node, subjects: dict[str, Node], entries: dict[str, Authority]
) -> Membership | None:
    """Read one membership; what is none gives None."""
    post, person = (entries.get(node.get(term, [""])[0]) for term in (f"{_KG}post", _MEMBER))
    if post is None or person is None:
        return None
    period = subjects[node[f"{_ORG}memberDuring"][0]]
    slug = address.rpartition("/")[2]
    return Membership(slug, post, person, _day(period.get(f"{_KG}periodStart")), _day(period.get(f"{_KG}periodEnd")))


def _last_day(node: Node) -> date | None:
    """Give the last day on which a thing existed; a law names the first day on which it is not in force any more."""
    ceased = _day(node.get(_NO_LONGER))
    return ceased - timedelta(days=1) if ceased else _day(node.get(_END))


def _day(values: list[str] | None) -> date | None:
    return date.fromisoformat(values[0]) if values else None


def _fold(title: str) -> str:
    """Give a title without its article, capitals and double spaces."""
    return " ".join(re.sub(r"^(?:de|het) ", "", title.strip().lower()).split())
