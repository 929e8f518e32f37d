"""What names lead to: the things in the registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a mention names (DESIGN section 5)."""

    ORGANISATION = "organisation"
    POST = "post"
    PERSON = "person"
    LAW = "law"
    BILL = "bill"
    TREATY = "treaty"
    EU_ACT = "eu-act"
    CASE = "case"
    DOCUMENT = "document"
    URL = "url"
    PLACE = "place"


@dataclass(frozen=True)
class Authority:
    """A thing in the registers that names lead to; its IRI is ``{base}id/{collection}/{slug}``.

    Attributes:
        code: the abbreviation of an organisation, alpha-2 of a country, BWB id, CELEX or ECLI of law.
        aliases: all other names as they are used in text.
        same_as: IRIs elsewhere of the same thing; only verified ones.
        begin, end: the first and the last day on which it existed; None where not known.
    """

    kind: Kind
    slug: str
    label: str
    code: str | None = None
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    page: str | None = None
    begin: date | None = None
    end: date | None = None

    @property
    def collection(self) -> str:
        """The folder of its IRI: bills, treaties and EU acts are laws there (DESIGN section 6)."""
        return "law" if self.kind in (Kind.LAW, Kind.BILL, Kind.TREATY, Kind.EU_ACT) else str(self.kind)

    def exists_on(self, day: date | None) -> bool:
        """Whether it existed on a day; an unknown day or an unknown bound excludes nothing."""
        return day is None or not ((self.begin and day < self.begin) or (self.end and day > self.end))


@dataclass(frozen=True)
class Membership:
    """Who held a post, and from the first to the last day that is known; its IRI is ``{base}id/membership/{slug}``."""

    slug: str
    post: Authority
    person: Authority
    begin: date | None = None
    end: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether it lasted on a day; on the day of a change both the old and the new holder hold the post."""
        return day is not None and not ((self.begin and day < self.begin) or (self.end and day > self.end))
