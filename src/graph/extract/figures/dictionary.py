"""The Dutch dictionary of simplemma, kept on this machine as it is used: unpacking it takes a third of a second.

That is a good part of what reading a short paper takes, each time that the command is started. Where the folder cannot
be written to, or what stands there cannot be read, the dictionary is unpacked as ever.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import (
    DefaultDictionaryFactory,
    DictionaryFactory,
    MappingStrToByteString,
)

from graph.errors import StoreError
from graph.files import cache_folder, written_whole


class KeptDictionaries(DictionaryFactory):
    """Gives dictionaries from a folder, and puts there what is not yet in it.

    Args:
        folder: where they stand; that of the user when none is given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._given = lru_cache(maxsize=None)(self._read)

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Give the dictionary of a language, such as ``nl``.

        Raises:
            ValueError: when there is none of that language.
        """
        return self._given(lang)

    def _read(self, lang: str) -> Mapping[str, str]:
        # What marshal writes holds for one version of Python, as compiled code does.
        name = f"{lang}-{version('simplemma')}-{sys.implementation.cache_tag}.marshal"
        try:
            path = (self._folder or cache_folder()) / "dictionaries" / name
        except RuntimeError:  # nobody knows where this user is at home
            return DefaultDictionaryFactory().get_dictionary(lang)
        with suppress(OSError, EOFError, ValueError, TypeError):
            kept = marshal.loads(path.read_bytes())  # noqa: S302 - the user's own folder, as compiled code is
            if isinstance(kept, dict) and kept:
                return MappingStrToByteString(kept)
        shipped = DefaultDictionaryFactory().get_dictionary(lang)
        unpacked = {word.encode(): lemma.encode() for word, lemma in shipped.items()}
        with suppress(OSError, StoreError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as out:
                out.write(marshal.dumps(unpacked))
        return MappingStrToByteString(unpacked)
