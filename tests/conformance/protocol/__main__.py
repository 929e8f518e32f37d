"""Print the table with its result and write docs/conformance.md; 1 when a row fails."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.conformance.protocol.run import page, run
from tests.conformance.protocol.serving import serving

PAGE = Path(__file__).parents[3] / "docs" / "conformance.md"


def main() -> int:
    """Run every row."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        found = run(address)
    text = page(found)
    sys.stdout.write(text)
    PAGE.write_text(text, encoding="utf-8")
    return int(any(lacking for rows in found.values() for lacking in rows.values()))


if __name__ == "__main__":
    sys.exit(main())
