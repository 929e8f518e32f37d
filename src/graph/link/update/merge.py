"""Merges official lists over the registers, by identifier: what is new, what changed, what ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from graph.link.update import terms as t
from graph.link.update.rows import Family, LawRow, OfficialList, OrganisationRow
from graph.link.update.terms import Thing, Things, texts
from graph.registers import slugify

_WITHOUT_KIND = frozenset({Family.INDEPENDENT, Family.OTHER})
"""The families whose name without its kind is their label; of the others it is a field or a place."""


class Fate(StrEnum):
    """What became of an entry of a list."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Change:
    """What became of one entry."""

    fate: Fate
    label: str
    identifier: str


@dataclass(frozen=True)
class Merged:
    """The things that differ from what was known, whole, and what became of each entry in the order of the lists."""

    things: Things
    changes: tuple[Change, ...]


def merge(known: Mapping[str, Thing], lists: Iterable[OfficialList]) -> Merged:
    """Merge lists over what is known; the order of the entries does not matter to the result.

    Args:
        known: everything in the registers, by IRI.
        lists: the official lists.
    """
    registers = _Registers(known)
    changes = []
    read = list(lists)
    for row in sorted((row for each in read for row in each.organisations), key=lambda row: row.iri):
        registers.subject(row)  # all of them first: a list names successors before it describes them
    for each in read:
        for row in sorted(each.organisations, key=lambda row: row.iri):
            changes.append(registers.organisation(row))
        for law in sorted(each.laws, key=lambda law: law.bwb_id):
            changes.append(registers.law(law))
    return Merged(registers.changed, tuple(changes))


class _Registers:
    """What is known, found by identifier, and what was changed of it."""

    def __init__(self, known: Mapping[str, Thing]) -> None:
        self._known = known
        self.changed: Things = {}
        self._bodies: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._laws: dict[str, str] = {}
        self._taken: set[str] = set(known)
        for subject, thing in sorted(known.items()):
            if subject.startswith(t.ORGANISATION):
                self._bodies.update(dict.fromkeys(t.addresses(thing, t.SAME_AS), subject))
            elif subject.startswith(t.PLACE):
                self._places.update(dict.fromkeys(t.addresses(thing, t.SEE_ALSO), subject))
            elif subject.startswith(t.LAW):
                self._laws.update(dict.fromkeys(texts(thing, t.IDENTIFIER), subject))

    def subject(self, row: OrganisationRow) -> str:
        """Give the IRI of an organisation; a new one when it is not known."""
        if row.iri not in self._bodies:
            self._bodies[row.iri] = self._new(t.ORGANISATION, _label(row), row.iri)
        return self._bodies[row.iri]

    def organisation(self, row: OrganisationRow) -> Change:
        """Take one organisation, and the place that it governs."""
        label = _label(row)
        subject = self.subject(row)
        before = self._get(subject)
        after = t.copy(before)
        t.add_classes(after, t.ORGANISATION_CLASSES, t.TOOI + row.family)
        short = "" if row.family.governs else row.abbreviation  # those of provinces are of other bodies as well
        t.rename(after, label, {row.label, row.name}, {row.label, row.name, *row.former, short})
        if short:
            t.put(after, t.NOTATION, Literal(short))
        after.setdefault(t.SAME_AS, set()).update(map(NamedNode, (row.iri, *row.same_as)))
        later = {NamedNode(self._bodies[iri]) for iri in row.successors if iri in self._bodies}
        if later:
            after.setdefault(t.REPLACED_BY, set()).update(later)
        if row.family.governs:
            t.put(after, t.AREA, NamedNode(self._place(row)))
        _date(after, t.BEGIN, t.END, row.begin, row.end)
        return Change(self._keep(subject, before, after, t.END), label, row.iri)

    def _place(self, row: OrganisationRow) -> str:
        """Take the place that an organisation governs, and give its IRI."""
        subject = self._places.get(row.iri) or self._new(t.PLACE, row.label, row.iri)
        self._places[row.iri] = subject
        before = self._get(subject)
        after = t.copy(before)
        t.add_classes(after, t.PLACE_CLASSES)
        t.rename(after, row.name, {row.name}, {row.label, *row.former})
        after.setdefault(t.SEE_ALSO, set()).add(NamedNode(row.iri))
        if row.code:
            t.put(after, t.IDENTIFIER, Literal(row.code))
        _date(after, t.BEGIN, t.END, row.begin, row.end)
        self._keep(subject, before, after, t.END)
        return subject

    def law(self, row: LawRow) -> Change:
        """Take one law: by its identifier, or by its name where we had only that."""
        subject = self._laws.get(row.bwb_id) or self._without_code(row) or self._new(t.LAW, row.label, row.bwb_id)
        self._laws[row.bwb_id] = subject
        before = self._get(subject)
        after = t.copy(before)
        names = {*row.citation_titles, *row.abbreviations}
        t.add_classes(after, (t.LEGAL_RESOURCE,))
        t.rename(after, row.label, {*names, row.title}, names)
        t.put(after, t.IDENTIFIER, Literal(row.bwb_id))
        after.setdefault(t.TYPE, {NamedNode(t.KIND + ("treaty" if row.is_treaty else "law"))})
        after.setdefault(t.PAGE, set()).add(NamedNode(f"https://wetten.overheid.nl/{row.bwb_id}"))
        _date(after, t.IN_FORCE, t.NO_LONGER, row.begin, row.end)
        return Change(self._keep(subject, before, after, t.NO_LONGER), row.label, row.bwb_id)

    def _without_code(self, row: LawRow) -> str | None:
        """Give the law of that name that we know without its identifier."""
        subject = t.LAW + slugify(row.label)
        held = self._get(subject)
        return subject if held and not texts(held, t.IDENTIFIER) else None

    def _get(self, subject: str) -> Thing:
        return self.changed.get(subject) or self._known.get(subject) or {}

    def _new(self, collection: str, label: str, identifier: str) -> str:
        """Give a new IRI; where the name is taken the end of the identifier tells the two apart."""
        subject = collection + slugify(label)[:80].strip("-")
        if subject in self._taken:
            subject = f"{subject}-{slugify(identifier.rpartition('/')[2])}"
        self._taken.add(subject)
        return subject

    def _keep(self, subject: str, before: Thing, after: Thing, end: str) -> Fate:
        """Note what changed of a thing, and say what that comes to."""
        if after == before:
            return Fate.UNCHANGED
        self.changed[subject] = after
        if not before:
            return Fate.ADDED
        return Fate.ENDED if end in after and end not in before else Fate.CHANGED


def _label(row: OrganisationRow) -> str:
    """Give the name by which papers know an organisation."""
    return row.name if row.family in _WITHOUT_KIND else row.label


def _date(thing: Thing, first: str, last: str, begin: date | None, end: date | None) -> None:
    """Set the days that a list states; what it is silent about stays."""
    for term, day in ((first, begin), (last, end)):
        if day is not None:
            t.put(thing, term, t.date_literal(day))
