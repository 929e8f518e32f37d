"""Has a wheel contain the scripts of the pages: they are built where they are not, with a Node that pip brings."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _maker() -> ModuleType:
    """Load `make.py` beside this file, which is in no package."""
    spec = spec_from_file_location("kamergraaf_web_make", Path(__file__).with_name("make.py"))
    if spec is None or spec.loader is None:
        raise ImportError("web/make.py is not there")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look for their module
    spec.loader.exec_module(module)
    return module


class ScriptsHook(BuildHookInterface[Any]):
    """Builds the scripts before files are collected."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for a Node where the machine has none."""
        make = _maker()
        return [] if make.up_to_date() or make.machine_node() else [make.NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build; an editable install is not built: `make` does that when sources change."""
        make = _maker()
        if version == "editable" or make.up_to_date():
            return
        try:
            make.build(make.find_node())
        except (make.BuildError, OSError) as error:
            self.app.display_warning(f"The pages will work without scripts, which were not built: {error}")
