"""Every IRI that the product mints is made here (DESIGN section 6); those of facts are named in `fact_iris`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from graph.describe.concepts import concept_key, is_bare
from graph.describe.kinds import kind_of
from graph.model import Authority, IdentifierBasis, Mention, Part, Period, Report, Span

_NOT_IN_A_SEGMENT = re.compile(r"[^\w\-.~!$'()*+,;=:@&]")
_WORD = re.compile(r"\w+")
_SIGNS = {"%": "procent", "€": "euro", "+": "plus", "<": "onder", ">": "boven", "≤": "hoogstens", "≥": "minstens"}
_LONGEST_NAME = 80
_OFFICIAL = re.compile(r"(?:kst|ah-tk|ah-ek|kv-tk|kv-ek|h-tk|h-ek|stb|stcrt|trb|blg)-[0-9].*", re.IGNORECASE)
_CHAMBER_NUMBER = re.compile(r"\d{4}[DZ]\d{5}")
_PUBLICATIONS = "https://zoek.officielebekendmakingen.nl/"
_TABLES = "https://opendata.cbs.nl/ODataApi/OData/"
_KNOWN_WELL = (IdentifierBasis.STATED, IdentifierBasis.METADATA, IdentifierBasis.DERIVED)


def segment(text: str) -> str:
    """Give a text as one segment of an IRI: what IRIs cannot carry is percent-encoded.

    >>> segment("brief 2025/10"), segment("geïnd")
    ('brief%202025%2F10', 'geïnd')
    """
    return _NOT_IN_A_SEGMENT.sub(lambda sign: quote(sign.group(), safe=""), unicodedata.normalize("NFC", text))


def slug(label: str) -> str:
    """Give the slug of a label: lower case, no accents, words joined by hyphens; signs that tell labels apart stay.

    >>> slug("Noodopvang amv (18+)"), slug("aandeel ≥ 50%")
    ('noodopvang-amv-18-plus', 'aandeel-minstens-50-procent')
    """
    told = "".join(f" {_SIGNS[sign]} " if sign in _SIGNS else sign for sign in label)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", told) if not unicodedata.combining(sign))
    return shorten("-".join(_WORD.findall(plain.lower().replace("_", " ")))) or "-"


def shorten(name: str) -> str:
    """Give a name that is not longer than an address should be; the digest keeps long ones apart."""
    if len(name) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST_NAME - 9].rstrip('-')}-{digest}"


@dataclass(frozen=True, slots=True)
class Iris:
    """The addresses below one base, such as ``https://w3id.org/kamergraaf/``.

    >>> Iris("https://w3id.org/kamergraaf/").answer("kst-36800-XX-7", "11")
    'https://w3id.org/kamergraaf/id/document/kst-36800-XX-7/answer/11'
    """

    base: str

    def term(self, name: str) -> str:
        """Give the IRI of a term of the ontology or of a concept: ``qualifier/about``."""
        return f"{self.base}def/{name}"

    def rule(self, name: str) -> str:
        """Give the concept of a rule of the grammar."""
        return self.term(f"rule/{segment(name)}")

    def graph(self, name: str) -> str:
        """Give the named graph of a document, or of a shared part such as ``authorities``."""
        return f"{self.base}graph/{segment(name)}"

    def thing(self, collection: str, name: str) -> str:
        """Give the IRI of a thing: ``organisation``, ``coa``."""
        return f"{self.base}id/{collection}/{segment(name)}"

    def document(self, identifier: str) -> str:
        """Give the IRI of a document."""
        return self.thing("document", identifier)

    def text(self, identifier: str, sha256: str) -> str:
        """Give the IRI of a text layer."""
        return f"{self.document(identifier)}/text/{sha256[:12]}"

    def stretch(self, layer: str, span: Span) -> str:
        """Give the IRI of a stretch of a text layer: characters counted from zero, the end exclusive (RFC 5147).

        >>> Iris("https://example.org/").stretch("https://example.org/text", Span(12, 40))
        'https://example.org/text#char=12,40'
        """
        return f"{layer}#char={span.start},{span.end}"

    def file(self, identifier: str, sha256: str) -> str:
        """Give the IRI of the file that a layer was read from."""
        return f"{self.document(identifier)}/file/{sha256[:12]}"

    def question(self, identifier: str, key: str) -> str:
        """Give the IRI of a question."""
        return self.part(identifier, Part.QUESTION, key)

    def answer(self, identifier: str, key: str) -> str:
        """Give the IRI of an answer by the lowest key that it covers."""
        return self.part(identifier, Part.ANSWER, key)

    def part(self, identifier: str, part: Part, key: str) -> str:
        """Give the IRI of a question or an answer."""
        return f"{self.document(identifier)}/{part}/{segment(key)}"

    def authority(self, authority: Authority) -> str:
        """Give the IRI of a thing in the registers."""
        return self.thing(authority.collection, authority.slug)

    def indicator(self, label: str, unit: str = "count", where: str = "") -> str:
        """Give the IRI of what is measured.

        Args:
            label: the words for it.
            unit: what it is counted in: a share, a sum of money and a number of things are different indicators.
            where: the paper and the answer that say so; they count only where the label is one bare noun.

        >>> iris = Iris("https://example.org/")
        >>> iris.indicator("opvangplekken", "count", "kst-1-2.7"), iris.indicator("voorschotten", "EUR", "kst-1-2.7")
        ('https://example.org/id/indicator/opvangplek', 'https://example.org/id/indicator/voorschot.bedrag.kst-1-2.7')
        """
        kind = slug(kind_of(unit)) if kind_of(unit) else ""
        parts = (slug(concept_key(label)), kind, where if is_bare(label) else "")
        return self.thing("indicator", ".".join(filter(None, parts)))

    def breakdown(self, label: str | None) -> str:
        """Give the IRI of the part that a figure is about; without one it is the total."""
        return self.thing("breakdown", slug(concept_key(label)) if label else "total")

    def period(self, period: Period) -> str:
        """Give the IRI of a period: ``2025-01-01--2025-09-30``, nothing for an open end, or ``unknown``."""
        return self.thing("period", f"{_day(period.start)}--{_day(period.end)}" if period else "unknown")

    def place(self, place: Authority | None) -> str:
        """Give the IRI of the country that a figure is about, or ``not-stated``."""
        return self.authority(place) if place else self.thing("place", "not-stated")

    def dossier(self, dossier: str) -> str:
        """Give the IRI of a dossier: ``36800-XX``."""
        return self.thing("dossier", dossier_number(dossier))

    def named_in(self, mention: Mention) -> str | None:
        """Give the IRI of what a mention leads to; None where it could not be settled.

        A paper is known by its official number, an address and a table of the CBS are their own names; a letter known
        only by its date is not settled: several may bear one date.
        """
        if mention.authority:
            return self.authority(mention.authority)
        is_name = mention.kind == "url" or (mention.address or "").startswith(_TABLES)
        return self.cited(mention.code) or (address(mention.address) if is_name else None)

    def cited(self, code: str | None) -> str | None:
        """Give the IRI of a paper by its official number, None for anything else."""
        return self.document(code) if code and is_official(code) else None


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def dossier_number(dossier: str) -> str:
    """Give a dossier as official publications write it.

    >>> dossier_number("36 800 XX"), dossier_number("36 600-XX")
    ('36800-XX', '36600-XX')
    """
    number = re.sub(r"(?<=\d)[\s.]+(?=\d)", "", dossier.strip())
    return re.sub(r"[\s-]+", "-", number)


def is_official(code: str) -> bool:
    """Whether a code names exactly one paper: a publication number or a number of the chamber's own register."""
    return bool(_OFFICIAL.fullmatch(code) or _CHAMBER_NUMBER.fullmatch(code))


def official_page(identifier: str) -> str | None:
    """Give the official page of a published paper, None for papers that have none."""
    return _PUBLICATIONS + segment(identifier) if _OFFICIAL.fullmatch(identifier) else None


def page_of(report: Report) -> str | None:
    """Give the official page of a paper itself, where it is well known which paper it is (DESIGN section 4)."""
    identity = report.header.identity
    return official_page(identity.identifier) if identity.basis in _KNOWN_WELL else None


def address(text: str | None) -> str | None:
    """Give a web address as an IRI, None where it is none.

    >>> address("www.coa.nl/een pad"), address("zie hierboven")
    ('https://www.coa.nl/een%20pad', None)
    """
    if not text:
        return None
    found = text if "://" in text else f"https://{text}"
    if not re.match(r"https?://[\w.-]+\.\w{2,}(?::\d+)?(?:[/?#]|$)", found):
        return None
    return re.sub(r"[^\w\-.~!$'()*+,;=:@&/?#%\[\]]", lambda sign: quote(sign.group(), safe=""), found)
