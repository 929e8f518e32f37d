"""Files inside a ZIP container (a DOCX is one), taken out within limits: nothing is unpacked to disk or followed."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from graph.read.limits import Raw

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
)
"""What zipfile raises, by itself or from the packing that a file is in, where a container is damaged or unusual."""

_FREE = 1_000_000
"""The bytes that a part may unpack to whatever its packed size is: a page of blanks packs well and harms nobody."""

_CHUNK = 1 << 20


class Packed:
    """The files of a ZIP container by their names.

    Raises:
        ReadError: when it is damaged, encrypted, or would unpack to more than the limits.
    """

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._left = raw.limits.unpacked
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw.data))
            self.names = tuple(info.filename for info in self._zip.infolist() if not info.is_dir())
            self._known = frozenset(self.names)
        except DAMAGE as error:
            raise raw.refuse(f"the file is damaged ({error}): get it again") from error
        if len(self.names) > raw.limits.members:
            raise raw.refuse(f"it holds {len(self.names):,} files, more than the limit of {raw.limits.members:,}")

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def read(self, name: str) -> bytes:
        """Give the bytes of one file.

        Raises:
            ReadError: when it is not there, is damaged or encrypted, or unpacks to more than the limits.
        """
        try:
            info = self._zip.getinfo(name)
            most = min(self._left, max(_FREE, info.compress_size * self._raw.limits.ratio))
            with self._zip.open(info) as file:
                chunks: list[bytes] = []
                while chunk := file.read(_CHUNK):
                    most -= len(chunk)
                    self._left -= len(chunk)
                    if most < 0:
                        raise self._raw.refuse(f"{name} inside it unpacks to more than the limit: is this an attack?")
                    chunks.append(chunk)
        except KeyError as error:
            raise self._raw.refuse(f"{name} is missing inside it: the file is damaged, get it again") from error
        except DAMAGE as error:
            raise self._raw.refuse(f"{name} inside it is damaged ({error}): get the file again") from error
        except RuntimeError as error:  # zipfile says so of an encrypted part
            raise self._raw.refuse(f"{name} inside it is encrypted: give it without a password") from error
        return b"".join(chunks)
