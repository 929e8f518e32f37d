"""Which paper a listing is about: official identifiers from the parts that a register states; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import IdentifierBasis, Metadata

_SERIAL = re.compile(r"(kst|ah)-\d{5,}")
"""A number of the typesetter, ``kst-1259252``: the paper itself states its dossier and number."""

_ORDINAL = re.compile(r"\d{1,4}|[A-Z]{1,2}")
_APPENDIX = re.compile(r"(\d\d)(\d\d)(\d{1,5})")
"""``151601580``: 2015-2016, nr. 1580."""

_CHAMBERS = {"Tweede Kamer der Staten-Generaal": "tk", "Eerste Kamer der Staten-Generaal": "ek"}
_SOUND = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,99}")


def is_sound(name: str) -> bool:
    """Whether an identifier can be the name of a file, wherever it comes from.

    >>> is_sound("kst-36800-XX-7"), is_sound("../kst-1-2")
    (True, False)
    """
    return _SOUND.fullmatch(name) is not None


def official_name(metadata: Metadata, ordinal: str, creators: tuple[str, ...]) -> Metadata:
    """Give metadata with the identifier that the paper itself states, where the register has a serial number for it.

    Args:
        metadata: what the register says, with its identifier.
        ordinal: its ``ondernummer`` or ``aanhangselnummer``.
        creators: who published it; the chamber is part of the identifier of an Aanhangsel.

    >>> listed = Metadata("kst-1259252", dossier="36867")
    >>> official_name(listed, "D", ()).identifier
    'kst-36867-D'
    """
    serial = _SERIAL.fullmatch(metadata.identifier or "")
    if serial is None:
        return metadata
    chambers = {_CHAMBERS[creator] for creator in creators if creator in _CHAMBERS}
    if serial[1] == "kst" and metadata.dossier and _ORDINAL.fullmatch(ordinal):
        name, parts = f"kst-{metadata.dossier}-{ordinal}", "dossier- en ondernummer"
    elif serial[1] == "ah" and metadata.session_year and ordinal.isdecimal() and len(chambers) == 1:
        session = metadata.session_year.replace("-", "")
        name, parts = f"ah-{chambers.pop()}-{session}-{ordinal}", "kamer, vergaderjaar en aanhangselnummer"
    else:
        return metadata
    note = f"Volgt uit {parts} in de officiële metadata, waar het stuk {metadata.identifier} heet."
    return replace(metadata, identifier=name, basis=IdentifierBasis.DERIVED, note=note)


def appendix_of(number: str | None) -> str | None:
    """Give the identifier of an Aanhangsel from the number that the Tweede Kamer gives it.

    >>> appendix_of("151601580"), appendix_of("12")
    ('ah-tk-20152016-1580', None)
    """
    match = _APPENDIX.fullmatch(number or "")
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    century = 19 if int(match[1]) > 80 else 20
    after = century + (match[1] == "99")
    return f"ah-tk-{century}{match[1]}{after}{match[2]}-{int(match[3])}"


def folder_of(name: str) -> str:
    """Give the folder of a paper, by its name alone: small enough to look into, the same at every run.

    >>> folder_of("kst-36867-B"), folder_of("kst-37020-IX-40")
    ('kst/36867', 'kst/37020-IX')
    >>> folder_of("ah-tk-20192020-4046"), folder_of("2025D42695"), folder_of("blg-1253259")
    ('ah-tk/20192020', 'tk/2025', 'blg')
    """
    if re.fullmatch(r"\d{4}[DZ]\d+", name):
        return f"tk/{name[:4]}"
    parts = name.split("-")
    if parts[0] == "kst" and len(parts) > 2:
        return f"kst/{'-'.join(parts[1:-1])}"
    if len(parts) > 3:
        return f"{parts[0]}-{parts[1]}/{parts[2]}"
    return parts[0]
