"""Which paper a file says that it is, where the register has only a number of its own for it."""

from __future__ import annotations

from graph.errors import KamergraafError
from graph.harvest.names import is_sound
from graph.model import IdentifierBasis, Metadata


def stated_name(data: bytes, suffix: str, metadata: Metadata) -> str | None:
    """Give the identifier that a paper states, where the register does not know it.

    The Tweede Kamer receives papers before they are numbered: ``2025D42695`` then says ``36 820 XX, nr. 3`` itself.

    Args:
        data: the file.
        suffix: its format.
        metadata: what the register says of it; an identifier that follows from it stands.
    """
    if metadata.basis is not IdentifierBasis.METADATA:
        return None
    from graph.parse import parse  # heavy, and needed for few papers
    from graph.read import read

    try:
        identity = parse(read(data, f"paper.{suffix}")).header.identity
    except KamergraafError:
        return None  # what cannot be read is told by `build`, with the reason
    if identity.basis is not IdentifierBasis.STATED or not is_sound(identity.identifier):
        return None
    return identity.identifier
