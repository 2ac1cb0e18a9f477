"""``python -m daylight.verifier BUNDLE``: what anyone runs, with nothing but Python's standard library.

Exit codes: 0 proved, 1 contradiction, 2 nothing can be concluded, 64 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from daylight.crypto.pure import PURE
from daylight.verifier.command import Asked, Misused, run
from daylight.verifier.findings import USAGE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{message}\n")


def main(arguments: list[str] | None = None) -> int:
    """Verify the bundle named on the command line."""
    parser = _Parser(prog="daylight.verifier", description="离线核验一个验证包。 Verify a bundle offline.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--vkey", action="append", default=[], help="可信日志公钥 a key of a log you trust")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--evidence", type=Path, help="矛盾的证据写到此处 where to write the evidence")
    said = parser.parse_args(arguments)
    try:
        code, text = run(Asked(said.bundle, tuple(said.vkey), said.lang, said.as_json, said.evidence), PURE)
    except Misused as error:
        parser.error(str(error))
    print(text)
    return code


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
