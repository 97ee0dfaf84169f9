"""The command `chidao`."""

from __future__ import annotations

import sys

from api.cli.ways_out import run, use_utf8


def main() -> None:
    """Run the command. Every way out is an exit code of design §6 and at most a line on stderr for each failure."""
    use_utf8()
    sys.exit(run(sys.argv[1:]))
