"""Whether a file that was fetched is whole, and is what it was fetched as; one that is not is never kept."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from graph.errors import HarvestError, ReadError
from graph.harvest.pages import message_in
from graph.read.formats import DOCX, HTML, PDF, XML, known_format
from graph.read.limits import LIMITS, Raw
from graph.read.packed import DAMAGE
from graph.read.trees import parse_xml
from graph.read.xml.elements import name_of
from graph.read.xml.vocabulary import ROOTS

_MEDIA_TYPES = {"xml": XML, "html": HTML, "docx": DOCX, "pdf": PDF}
_TAIL = 4096
"""The bytes in which the end of a file is looked for: some servers and programs add a few behind it."""

_ENDS = {HTML: b"</html", PDF: b"%%EOF"}


def check_body(data: bytes, suffix: str) -> None:
    """Check a file.

    Args:
        data: its bytes.
        suffix: the format it should have: ``xml``, ``html``, ``docx`` or ``pdf``.

    Raises:
        HarvestError: when it is of another format, cut short or damaged, or a message of the service in its place.
    """
    if not data.strip():
        raise HarvestError("the file is empty")
    wanted = _MEDIA_TYPES[suffix]
    known = known_format(data)
    if known is None or known.media_type != wanted:
        raise HarvestError(f"the file is {known.name if known else 'of an unknown format'}, not {suffix.upper()}")
    if wanted == XML:
        try:
            root = name_of(parse_xml(data, Raw(data, "the file", XML)))
        except ReadError as error:
            raise HarvestError(f"the file is cut short or damaged: {error.reason}") from error
        if root not in ROOTS:
            raise HarvestError(f"the file is no official publication (its root is <{root[:50]}>)")
    elif wanted == DOCX:
        _check_zip(data)
    elif _ENDS[wanted].lower() not in data[-_TAIL:].lower():
        raise HarvestError(f"the file is cut short: its end ({_ENDS[wanted].decode()}) is not there")
    elif wanted == HTML:
        _check_page(data)


def _check_page(data: bytes) -> None:
    """Refuse what a service says in place of a paper, with a status as if it were one."""
    try:
        message = message_in(data)
    except ReadError as error:
        raise HarvestError(f"the file is damaged: {error.reason}") from error
    if message is not None:
        raise HarvestError(f"the file is no paper: {message}")


def _check_zip(data: bytes) -> None:
    """Check every part of a container against its checksum."""
    try:
        with ZipFile(BytesIO(data)) as container:
            if sum(part.file_size for part in container.infolist()) > LIMITS.unpacked:
                raise HarvestError(f"the file would unpack to more than {LIMITS.unpacked:,} bytes")
            bad = container.testzip()
    except (RuntimeError, *DAMAGE) as error:
        raise HarvestError(f"the file is cut short or damaged: {error}") from error
    if bad is not None:
        raise HarvestError(f"the file is damaged: {bad} does not have its checksum")
