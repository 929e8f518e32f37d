"""Invented papers in the formats of the services: their files, and how the services list them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape


def kamerstuk(number: str, dikes: int = 12) -> bytes:
    """Give an invented paper of dossier 39 999 as official XML."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel>
</kamerstukkop><dossier><dossiernummer><dossiernr>39 999</dossiernr></dossiernummer>
<titel>Wijziging van de Dijkwet</titel>
</dossier><stuk><stuknr>Nr. {number}</stuknr><titel>LIJST VAN VRAGEN EN ANTWOORDEN</titel>
<datumtekst>Vastgesteld 14 november 2024</datumtekst>
<tussenkop>1</tussenkop><al>Hoeveel dijken zijn er?</al><al>Antwoord:</al>
<al>Op 1 oktober 2024 waren er {dikes} dijken.</al></stuk></kamerstuk></officiele-publicatie>""".encode()


def page(words: str) -> bytes:
    """Give a paper as HTML, as the official publications have it."""
    meta = '<meta name="OVERHEIDop.publicationName" content="Kamerstuk" />'
    return (
        f"<!DOCTYPE html><html><head><title>x</title>{meta}</head><body><p>{escape(words)}</p></body></html>".encode()
    )


def docx(*lines: str) -> bytes:
    """Give a paper as DOCX."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
        )
        packed.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        )
    return out.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
"""Enough of a PDF to be fetched."""


@dataclass
class Record:
    """A paper as the search service lists it."""

    identifier: str
    formats: tuple[str, ...] = ("xml",)
    publication: str = "Kamerstuk"
    heading: str = "Lijst van vragen en antwoorden"
    title: str = "Lijst van vragen en antwoorden over dijken"
    modified: str = "2024-11-20"
    day: str = "2024-11-14"
    fields: dict[str, str] = field(default_factory=dict)
    address: str = ""

    def path(self, suffix: str) -> str:
        """Give the path of a file."""
        return f"/frbr/{self.identifier}/1/{suffix}/{self.identifier}.{suffix}"

    def xml(self, base: str, position: int) -> str:
        """Give the record of SRU."""
        more = "".join(
            f"<overheidwetgeving:{name}>{escape(value)}</overheidwetgeving:{name}>"
            for name, value in self.fields.items()
        )
        heading = f"<overheidwetgeving:subrubriek>{self.heading}</overheidwetgeving:subrubriek>" if self.heading else ""
        items = "".join(
            f'<gzd:itemUrl manifestation="{suffix}">{self.address or base + self.path(suffix)}</gzd:itemUrl>'
            for suffix in self.formats
        )
        return f"""<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema>
<sru:recordPacking>xml</sru:recordPacking><sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta>
<overheidwetgeving:owmskern><dcterms:identifier>{escape(self.identifier)}</dcterms:identifier>
<dcterms:title>Dijken; {escape(self.title)}</dcterms:title><dcterms:language>nl</dcterms:language>
<dcterms:type scheme="OVERHEIDop.Parlementair">{escape(self.publication)}</dcterms:type>
<dcterms:creator>Tweede Kamer der Staten-Generaal</dcterms:creator>
<dcterms:modified>{self.modified}</dcterms:modified></overheidwetgeving:owmskern>
<overheidwetgeving:owmsmantel><dcterms:date>{self.day}</dcterms:date>
<dcterms:issued>{self.day}</dcterms:issued></overheidwetgeving:owmsmantel>
<overheidwetgeving:tpmeta><c:product-area>officielepublicaties</c:product-area>
<overheidwetgeving:documenttitel>{escape(self.title)}</overheidwetgeving:documenttitel>{heading}{more}
<overheidwetgeving:publicatienaam>{escape(self.publication)}</overheidwetgeving:publicatienaam>
<overheidwetgeving:vergaderjaar>2024-2025</overheidwetgeving:vergaderjaar>
</overheidwetgeving:tpmeta></overheidwetgeving:meta></gzd:originalData>
<gzd:enrichedData>{items}</gzd:enrichedData></gzd:gzd></sru:recordData>
<sru:recordPosition>{position}</sru:recordPosition></sru:record>"""


def sru(records: list[str], total: int | None) -> bytes:
    """Give an answer of the search service."""
    count = "" if total is None else f"<sru:numberOfRecords>{total}</sru:numberOfRecords>"
    return f"""<?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse
 xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:gzd="http://standaarden.overheid.nl/sru"
 xmlns:c="http://standaarden.overheid.nl/collectie/"><sru:version>2.0</sru:version>{count}
<sru:records>{"".join(records)}</sru:records></sru:searchRetrieveResponse>""".encode()


DIAGNOSTIC = b"""<?xml version="1.0" encoding="UTF-8"?>
<searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse"
 xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic"><version>2.0</version><diagnostics><d:diagnostic>
<d:uri>info:srw/diagnostic/1/10</d:uri><d:message>line 1:3 no such thing</d:message></d:diagnostic></diagnostics>
</searchRetrieveResponse>"""


def guid(number: int) -> str:
    """Give the GUID of an invented document."""
    return f"{number:08d}-0000-4000-8000-000000000000"


def row(number: int, **more: object) -> dict[str, object]:
    """Give a document as OData lists it."""
    return {
        "Id": guid(number),
        "Soort": "Antwoord schriftelijke vragen",
        "DocumentNummer": f"2024D{number:05d}",
        "Onderwerp": "Antwoord op vragen over dijken",
        "Datum": "2024-11-14T00:00:00+01:00",
        "Kamer": 2,
        "ContentType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "GewijzigdOp": "2024-11-15T10:00:00+01:00",
        "Verwijderd": False,
        "Kamerstukdossier": [],
        "Zaak": [],
        **more,
    }


def entry(key: str, following: str, *, deleted: bool = False, sort: str = "Antwoord schriftelijke vragen") -> str:
    """Give an entry of the feed of changes."""
    inside = "" if deleted else f"<soort>{sort}</soort><documentNummer>2024D1</documentNummer>"
    return f"""<entry xmlns="http://www.w3.org/2005/Atom"><title>{key}</title><updated>2024-11-20T10:00:00Z</updated>
<category term="document"/><link rel="next" href="{escape(following)}"/><content type="application/xml">
<document xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0"
 id="{key}" tk:bijgewerkt="2024-11-20T10:00:00Z" tk:verwijderd="{str(deleted).lower()}">{inside}</document>
</content></entry>"""


def feed(entries: list[str], resume: str = "") -> bytes:
    """Give a page of the feed of changes."""
    link = f'<link rel="resume" href="{escape(resume)}"/>' if resume else ""
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>{link}{"".join(entries)}</feed>'.encode()
