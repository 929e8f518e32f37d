"""What an official list says of one organisation or law, and what of a list was refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Family(StrEnum):
    """The types of organisations in TOOI."""

    MINISTRY = "Ministerie"
    INDEPENDENT = "Zbo"
    OTHER = "Overheidsorganisatie"
    PROVINCE = "Provincie"
    ISLAND = "CaribischOpenbaarLichaam"
    MUNICIPALITY = "Gemeente"
    WATER_BOARD = "Waterschap"
    JOINT_BODY = "Samenwerkingsorganisatie"

    @property
    def governs(self) -> bool:
        """Whether it governs a place, which has an entry of its own."""
        return self in (Family.PROVINCE, Family.ISLAND, Family.MUNICIPALITY)


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as a TOOI value list has it.

    Attributes:
        line: where it stands in the list, 1-based.
        iri: its TOOI IRI.
        label: its official name with its kind: ``gemeente Assen``.
        name: its official name without.
        former: the names of its historical versions.
        code: the CBS code of a municipality, as the list states it.
        same_as: OWMS terms that the list gives.
        begin, end: the first and the last day, as far as the list knows them.
        successors: the TOOI IRIs of those that took its place.
    """

    line: int
    iri: str
    family: Family
    label: str
    name: str
    abbreviation: str = ""
    former: tuple[str, ...] = ()
    code: str = ""
    same_as: tuple[str, ...] = ()
    begin: date | None = None
    end: date | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class LawRow:
    """A law, decree or treaty as a list of laws has it."""

    line: int
    bwb_id: str
    title: str
    citation_titles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    begin: date | None = None
    end: date | None = None

    @property
    def is_treaty(self) -> bool:
        """Whether it is a treaty: the fourth letter of its identifier says so."""
        return self.bwb_id[3] == "V"

    @property
    def label(self) -> str:
        """The name by which it is cited."""
        return self.citation_titles[0] if self.citation_titles else self.title


@dataclass(frozen=True)
class Refusal:
    """What of a list was not taken, where it stands, and why."""

    line: int
    reason: str


@dataclass(frozen=True)
class OfficialList:
    """What was read of one file.

    Attributes:
        file: its name.
        left_out: how many entries are of no use here, such as events in the life of an organisation.
    """

    file: str
    organisations: tuple[OrganisationRow, ...] = ()
    laws: tuple[LawRow, ...] = ()
    refused: tuple[Refusal, ...] = ()
    left_out: int = 0


BWB_ID = re.compile(r"BWB[RVW]\d{7}")
"""An identifier of the register of laws: R for a Dutch law, V for a treaty, W for a work plan."""


class RowError(ValueError):
    """An entry that cannot be taken; its text is the reason."""


def clean(value: str) -> str:
    """Give a value with single spaces, without those around it, and without signs that RDF/XML cannot carry."""
    return "".join(sign for sign in " ".join(value.split()) if sign.isprintable())


def day(value: str, what: str) -> date | None:
    """Read a date; of a moment only its day counts.

    Raises:
        RowError: when it is none.
    """
    text = clean(value)
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise RowError(f"{what} is no date (yyyy-mm-dd): {text[:30]}") from error


def check_days(begin: date | None, end: date | None) -> None:
    """Refuse an entry that ended before it began.

    Raises:
        RowError: when it did.
    """
    if begin and end and end < begin:
        raise RowError(f"it ends ({end}) before it begins ({begin})")


@dataclass
class Reading:
    """Rows and refusals as they come; an identifier that a list has twice counts once."""

    refused: list[Refusal] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def refuse(self, line: int, reason: object) -> None:
        """Note what was not taken."""
        self.refused.append(Refusal(line, str(reason)))

    def first(self, identifier: str, line: int) -> None:
        """Note an identifier.

        Raises:
            RowError: when the list had it before.
        """
        if identifier in self.seen:
            raise RowError(f"{identifier} stands in line {self.seen[identifier]} already")
        self.seen[identifier] = line
