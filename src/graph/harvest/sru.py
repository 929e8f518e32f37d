"""The search service of official publications: questions in CQL, answers of SRU 2.0 (OASIS searchRetrieve part 3).

Elements are found by their local names: the service has changed the prefixes and namespaces of its envelope before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from lxml import etree

from graph.errors import HarvestError, ReadError
from graph.harvest.kinds import TABLE, cql_of, is_published_as
from graph.harvest.listed import FORMATS, Choice, Listed, Manifestation, Page, Standing
from graph.harvest.names import is_sound, official_name
from graph.read.formats import XML
from graph.read.limits import Limits, Raw
from graph.read.metadata.official_fields import metadata_in
from graph.read.trees import Element, parse_xml

SIZE = 100
"""Records of a page."""

STRETCH = 5_000
"""Records after which a list goes on from the day of the last one: no service likes large positions."""

_LIMITS = Limits(size=50_000_000)
_BEYOND = "diagnostic/1/61"
"""First record position out of range: the list became shorter while it was read."""

_CHANGED = ("datumTijdstipWijzigingExpression", "datumTijdstipWijzigingWork", "timestamp", "modified")
"""What changes when a paper does, the most exact first."""

_PUBLICATIONS = {wanted.publication for wanted in TABLE.values()}
_PROVISIONAL = "Onopgemaakt"
_NOTICE = re.compile(r"\b(?:uitstel|mededeling)", re.IGNORECASE)
"""A notice that the answers come later, "Uitstel beantwoording vragen", has their number and is not the answer."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ENDING = re.compile(r"\.(\w+)$")


def query_of(choice: Choice, day: str = "") -> str:
    """Ask for papers in CQL, the oldest first: what is published while the list is read stands at its end.

    Args:
        choice: which papers.
        day: of this day and later, where the list is read in stretches.

    >>> query_of(Choice((), ("36800-XX",)))
    'c.product-area=="officielepublicaties" AND (w.dossiernummer=="36800-XX") sortBy dt.date/sort.ascending'
    """
    parts = ['c.product-area=="officielepublicaties"']
    if choice.kinds:
        parts.append(_any(dict.fromkeys(cql_of(kind) for kind in choice.kinds)))
    if choice.dossiers:
        parts.append(_any(f'w.dossiernummer=="{dossier}"' for dossier in choice.dossiers))
    if choice.since:
        parts.append(f'dt.modified>="{choice.since.isoformat()}"')
    if day:
        parts.append(f'dt.date>="{day}"')
    return f"{' AND '.join(parts)} sortBy dt.date/sort.ascending"


def address_of(service: str, choice: Choice, cursor: str) -> str:
    """Give the address of a page.

    Args:
        service: the address of the service.
        choice: which papers.
        cursor: the position of its first record, 1-based; of a stretch with its day before it: ``2019-05-01/1``.
    """
    day, _, start = cursor.rpartition("/")
    asked = {
        "operation": "searchRetrieve",
        "version": "2.0",
        "query": query_of(choice, day),
        "startRecord": start,
        "maximumRecords": SIZE,
    }
    return f"{service}{'&' if '?' in service else '?'}{urlencode(asked)}"


def read_page(data: bytes, choice: Choice, cursor: str) -> Page:
    """Read an answer of the service.

    Args:
        data: the answer.
        choice: what was asked for; records of other kinds that have the same words are left out.
        cursor: what was asked for.

    Raises:
        ReadError: when it is no XML, or no answer of a search.
        HarvestError: when the service refuses the question.
    """
    raw = Raw(data, "the answer of the search service", XML, _LIMITS)
    root = parse_xml(data, raw)
    if _local(root) != "searchRetrieveResponse":
        raise raw.refuse(f"its root is <{_local(root)[:50]}>, not <searchRetrieveResponse>")
    records = list(_all(root, "record"))
    told = " ".join(_texts(root, "message"))
    if not records and told and not any(uri.endswith(_BEYOND) for uri in _texts(root, "uri")):
        raise HarvestError(f"the search service refuses the question ({told[:300]})")
    count = _first(_texts(root, "numberOfRecords"))
    total = int(count) if count.isdecimal() else None
    estimated = any(text.endswith(("/estimate", "/minimum")) for text in _texts(root, "resultCountPrecision"))
    day, sign, start = cursor.rpartition("/")
    behind = int(start) + len(records)
    following = _first(_texts(root, "nextRecordPosition"))
    if following.isdecimal() and int(following) > int(start):
        behind = int(following)
    more = records and (total is None or estimated or behind <= total)
    latest = _latest(records)
    following = f"{latest}/1" if behind > STRETCH and latest > day else f"{day}{sign}{behind}"
    return _page(records, choice, following if more else None, None if estimated or day else total)


def _page(records: list[Element], choice: Choice, following: str | None, total: int | None) -> Page:
    """Put the records of a page together."""
    papers: list[Listed] = []
    keys: list[str] = []
    problems: list[str] = []
    for record in records:
        key = _first(_texts(record, "identifier"))
        keys.append(key or f"position {_first(_texts(record, 'recordPosition'))}")
        try:
            if _is_wanted(record, choice):
                papers.append(listed_of(record))
        except (HarvestError, ReadError) as error:
            problems.append(f"{keys[-1]}: {error}")
    return Page(tuple(papers), tuple(keys), following, total=total, problems=tuple(problems))


def _latest(records: list[Element]) -> str:
    """Give the day of the last record; nothing when the records are not in the order of their days after all."""
    days = [_first(_texts(record, "date"))[:10] for record in records]
    ordered = all(_DAY.fullmatch(day) for day in days) and days == sorted(days)
    return days[-1] if days and ordered else ""


def listed_of(record: Element) -> Listed:
    """Read one record.

    Raises:
        HarvestError: when it names no paper, or by a name that cannot be that of a file.
    """
    meta = next((each for each in _all(record, "meta")), None)
    if meta is None:
        raise HarvestError("the record has no metadata")
    labels: dict[str, tuple[str, ...]] = {}
    for field in (field for part in meta for field in part if len(field) == 0 and field.text):
        name = _local(field)
        labels[name] = (*labels.get(name, ()), " ".join((field.text or "").split()))
    stated = metadata_in(labels, "", strict=False)
    ordinal = _first((*labels.get("ondernummer", ()), *labels.get("aanhangselnummer", ())))
    metadata = official_name(stated, ordinal, labels.get("creator", ()))
    name = metadata.identifier or ""
    if stated.identifier is None or not is_sound(name):
        raise HarvestError(f"the record has no identifier that can be the name of a file ({name[:80]!r})")
    notice = any(map(_NOTICE.search, (*labels.get("documenttitel", ()), *labels.get("title", ()))))
    provisional = _first(labels.get("documentstatus", ())) == _PROVISIONAL
    return Listed(
        key=stated.identifier,
        name=name,
        version=next((text for tag in _CHANGED for text in _texts(record, tag)), ""),
        files=tuple(_files(record)),
        metadata=metadata,
        record=_owms(meta) if name == stated.identifier else None,
        standing=Standing.PROVISIONAL if provisional else Standing.OFFICIAL,
        question_numbers=() if notice else labels.get("vraagnummer", ()),
    )


def _is_wanted(record: Element, choice: Choice) -> bool:
    """Whether a record is of a kind that is wanted; attachments and the reports of debates are papers of no kind."""
    publication = _first(_texts(record, "publicatienaam"))
    headings = tuple(_texts(record, "subrubriek"))
    titles = (*_texts(record, "documenttitel"), *_texts(record, "title"))
    if not choice.kinds:
        return publication in _PUBLICATIONS
    return any(is_published_as(kind, publication, headings, titles) for kind in choice.kinds)


def _files(record: Element) -> Iterator[Manifestation]:
    """Give the files of a record that can be read, best format first."""
    found: dict[str, str] = {}
    for item in _all(record, "itemUrl"):
        found.setdefault(item.get("manifestation", ""), (item.text or "").strip())
    for address in _texts(record, "url"):
        ending = _ENDING.search(address)
        if ending:
            found.setdefault(ending[1], address)
    if not any(suffix in found for suffix in FORMATS):
        # Records of older papers name the page only; the other formats stand at the same address.
        for address in _texts(record, "preferredUrl"):
            stem = _ENDING.sub("", address)
            found |= {suffix: f"{stem}.{suffix}" for suffix in ("xml", "html", "pdf")}
    for suffix in FORMATS:
        if found.get(suffix):
            yield Manifestation(suffix, found[suffix])


def _owms(meta: Element) -> bytes:
    """Give the metadata of a record as a file of OWMS metadata, as it stands beside a publication."""
    root = etree.Element("owms-metadata", nsmap=dict(meta.nsmap))
    for part in meta:
        root.append(etree.fromstring(etree.tostring(part, with_tail=False)))
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _any(clauses: Iterable[str]) -> str:
    return f"({' OR '.join(clauses)})"


def _all(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter(etree.Element) if _local(each) == name)


def _texts(root: Element, name: str) -> Iterator[str]:
    """Give the texts of elements of a name that have one."""
    return (each.text.strip() for each in _all(root, name) if each.text and each.text.strip())


def _first(values: Iterable[str]) -> str:
    return next(iter(values), "")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
