"""The shape of a bundle ``daylight-bundle/v1``: a folder whose ``bundle.note`` signs a line for every file.

```
daylight-bundle/v1
<origin>
<scope: public, party or auditor>
<case>
<created, ms since 1970 UTC>
<path> <size> <sha256>        one line a file, sorted by path
```

The office writes it and the verifier reads it with the same few functions. Reading is strict: one spelling.
Shown by ``tests/verifier/test_shape.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, cast, get_args

from daylight.core.ledger.checkpoint import read_number
from daylight.core.ledger.note import Malformed

FIRST_LINE = "daylight-bundle/v1"
NOTE = "bundle.note"
WORLD = "world.json"
RULEBOOK = "rulebook.json"
KEYS = "keys.json"
CHECKPOINT = "log/checkpoint"
INDEX = "index/bids.json"
OPENINGS = "openings.json"
ONE_EACH = (WORLD, RULEBOOK, KEYS, CHECKPOINT, INDEX, OPENINGS)

Scope = Literal["public", "party", "auditor"]
CASE = r"case-[0-9a-f]{1,64}"
DOCKET = r"(?:person|org|mandate|case|bid|enquiry)-[0-9a-f]{1,64}"
PLACE = re.compile(rf"(acts|proofs|receipts)/({DOCKET})/(0|[1-9][0-9]{{0,5}})\.(json|tlog-proof|note)")
EVALUATION = re.compile(r"evaluation/([0-9a-f]{64})\.json")
RELEASE = re.compile(r"releases/(0|[1-9][0-9]{0,5})\.json")
SUFFIXES = {"acts": "json", "proofs": "tlog-proof", "receipts": "note"}
SHA256 = re.compile(r"[0-9a-f]{64}")
HEADER_LINES = 5
FIELDS = 3


@dataclass(frozen=True)
class File:
    """A file as the note promises it."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Listing:
    """The signed text: what the bundle is about, and every file in it."""

    origin: str
    scope: Scope
    case: str
    created_ms: int
    files: tuple[File, ...]

    def text(self) -> str:
        """The text that is signed."""
        head = (FIRST_LINE, self.origin, self.scope, self.case, str(self.created_ms))
        lines = (f"{file.path} {file.size} {file.sha256}" for file in self.files)
        return "".join(f"{line}\n" for line in (*head, *lines))


def files_of(contents: Mapping[str, bytes]) -> tuple[File, ...]:
    """The lines of these contents."""
    return tuple(
        File(path, len(content), sha256(content).hexdigest()) for path, content in sorted(contents.items())
    )


def read_listing(text: str) -> Listing:
    """Read the signed text; whatever is not exactly a listing is ``Malformed``."""
    lines = text.split("\n")
    if lines.pop() or len(lines) < HEADER_LINES or lines[0] != FIRST_LINE:
        raise Malformed(f"a bundle begins with {FIRST_LINE} and four lines about itself")
    _, origin, scope, case, created = lines[:HEADER_LINES]
    if scope not in get_args(Scope) or not re.fullmatch(CASE, case):
        raise Malformed("a bundle names its scope and its case")
    files = tuple(_file(line) for line in lines[HEADER_LINES:])
    paths = [file.path for file in files]
    if paths != sorted(set(paths)):
        raise Malformed("the files of a bundle are sorted, each once")
    return Listing(origin, cast(Scope, scope), case, read_number(created), files)


def is_known(path: str) -> bool:
    """Whether a bundle has a file of this name."""
    placed = PLACE.fullmatch(path)
    if placed:
        return SUFFIXES[placed[1]] == placed[4]
    return path in ONE_EACH or any(known.fullmatch(path) for known in (EVALUATION, RELEASE))


def place_of(folder: str, docket: str, seq: int) -> str:
    """Where the act, the proof or the receipt of a place in a docket lies."""
    return f"{folder}/{docket}/{seq}.{SUFFIXES[folder]}"


def evaluation_path(lot: str) -> str:
    """Where the evaluation of a lot lies; lots are named by people, so their digest names the file."""
    return f"evaluation/{sha256(lot.encode()).hexdigest()}.json"


def release_path(seq: int) -> str:
    """Where the release lies that the act at this place of the case discloses."""
    return f"releases/{seq}.json"


def _file(line: str) -> File:
    parts = line.split(" ")
    if len(parts) != FIELDS or not SHA256.fullmatch(parts[2]) or not is_known(parts[0]):
        raise Malformed(f"not a line for a file of a bundle: {line!r}")
    return File(parts[0], read_number(parts[1]), parts[2])
