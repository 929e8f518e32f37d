"""The command `kamergraaf`: one module for each command, and one place where errors become one line.

Every command imports what it works with when it runs, so that help and mistakes answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from graph.errors import KamergraafError

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


def main() -> None:
    """Run the command line of this process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: what stands after ``kamergraaf``.

    Returns:
        the exit code: 0 done, 1 nothing or something invalid (one line on standard error), 2 wrong usage.
    """
    from graph.cli.app import app

    try:
        app(list(arguments), prog_name="kamergraaf")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KamergraafError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        _fail("interrupted; nothing is left half done")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough. Point it elsewhere, or Python complains when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = error.filename or "output"
        return _fail(f"{where}: {error.strerror or error}")
    return 0


def _fail(message: str) -> int:
    """Say in one line what went wrong."""
    sys.stderr.write(f"kamergraaf: {' '.join(message.split())}\n")
    return 1
