"""``python -m graph``: the command line, where the command is not on the path."""

from __future__ import annotations

from graph.cli import main

if __name__ == "__main__":
    main()
