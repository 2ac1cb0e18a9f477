"""The shape of a bundle: a folder whose ``bundle.note`` signs a line for every file.

```
daylight-bundle/v2
<world>                       the id of the world
<scope: public, party or auditor>
<case>                        or several, sorted, a blank between
<created, ms since 1970 UTC>
<path> <size> <sha256>        one line a file, sorted by path
```

``rulebook.json`` is the law the office judges by today; acts made under an earlier one rest on
``rulebooks/<digest>.json``. What belongs to one case alone (its index of bids, evaluations, releases) lies at
the root of a bundle about one case, and in a folder of the case's name in a bundle about several; the
register is there once, each docket of it as it was when the bundle was created. An auditor's has
``purchases/<purchaser>.json`` too, and what that enters. ``daylight-bundle/v1``,
signed by the key of the log, names the origin and has of the register what its acts saw; it is still read.
The office writes it and the verifier reads it with the same few functions. Reading is strict: one spelling.
Shown by ``tests/verifier/test_shape.py``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, cast, get_args

from daylight.core.ledger.checkpoint import read_number
from daylight.core.ledger.note import Malformed

FIRST_LINES = ("daylight-bundle/v1", "daylight-bundle/v2")
FORMAT = FIRST_LINES[-1]
NOTE = "bundle.note"
WORLD = "world.json"
RULEBOOK = "rulebook.json"
KEYS = "keys.json"
CHECKPOINT = "log/checkpoint"
INDEX = "index/bids.json"
OPENINGS = "openings.json"
OF_ALL = (WORLD, RULEBOOK, KEYS, CHECKPOINT, OPENINGS)
ONE_EACH = (*OF_ALL, INDEX)

Scope = Literal["public", "party", "auditor"]
CASE = r"case-[0-9a-f]{1,64}"
DOCKET = r"(?:world|person|org|mandate|case|bid|enquiry|listing|prequalification)-[0-9a-f]{1,64}"
PLACE = re.compile(rf"(acts|proofs|receipts)/({DOCKET})/(0|[1-9][0-9]{{0,5}})\.(json|tlog-proof|note)")
OF_CASE = re.compile(
    rf"(?:({CASE})/)?(?:(index)/bids|(evaluation)/[0-9a-f]{{64}}|(releases)/(?:0|[1-9][0-9]{{0,5}}))\.json"
)
PURCHASES = re.compile(r"purchases/(org-[0-9a-f]{1,64})\.json")
EARLIER = re.compile(r"rulebooks/([0-9a-f]{64})\.json")
SUFFIXES = {"acts": "json", "proofs": "tlog-proof", "receipts": "note"}
SHA256 = re.compile(r"[0-9a-f]{64}")
HEADER_LINES = 5
FIELDS = 3


@dataclass(frozen=True, slots=True)
class File:
    """A file as the note promises it."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Listing:
    """The signed text: what the bundle is about, and every file in it."""

    format: str
    world: str
    scope: Scope
    cases: tuple[str, ...]
    created_ms: int
    files: tuple[File, ...]

    @property
    def shows_whole_register(self) -> bool:
        """Whether each docket of the register is there as it was when the bundle was created."""
        return self.format != FIRST_LINES[0]

    def text(self) -> str:
        """The text that is signed."""
        head = (self.format, self.world, self.scope, " ".join(self.cases), str(self.created_ms))
        lines = (f"{file.path} {file.size} {file.sha256}" for file in self.files)
        return "".join(f"{line}\n" for line in (*head, *lines))


def file_of(path: str, content: bytes) -> File:
    """The line of a file."""
    return File(path, len(content), sha256(content).hexdigest())


def files_of(contents: Mapping[str, bytes]) -> tuple[File, ...]:
    """The lines of these contents."""
    return tuple(file_of(path, content) for path, content in sorted(contents.items()))


def read_listing(text: str) -> Listing:
    """Read the signed text; whatever is not exactly a listing is ``Malformed``."""
    lines = text.split("\n")
    if lines.pop() or len(lines) < HEADER_LINES or lines[0] not in FIRST_LINES:
        raise Malformed(f"a bundle begins with {FIRST_LINES[-1]} and four lines about itself")
    format, world, scope, named, created = lines[:HEADER_LINES]
    cases = tuple(named.split(" "))
    if scope not in get_args(Scope) or not all(re.fullmatch(CASE, case) for case in cases):
        raise Malformed("a bundle names its scope and its cases")
    if list(cases) != sorted(set(cases)):
        raise Malformed("the cases of a bundle are sorted, each once")
    homes = {home_of(cases, case) for case in cases}
    files = tuple(_file(line, homes) for line in lines[HEADER_LINES:])
    paths = [file.path for file in files]
    if paths != sorted(set(paths)):
        raise Malformed("the files of a bundle are sorted, each once")
    return Listing(format, world, cast(Scope, scope), cases, read_number(created), files)


def is_known(path: str, homes: Collection[str] = ("",)) -> bool:
    """Whether a bundle has a file of this name, where what is of one case alone lies in these folders."""
    if placed := PLACE.fullmatch(path):
        return SUFFIXES[placed[1]] == placed[4]
    of_case = OF_CASE.fullmatch(path)
    if of_case is None:
        return path in OF_ALL or any(of.fullmatch(path) for of in (EARLIER, PURCHASES))
    return home_in(of_case) in homes


def home_of(cases: tuple[str, ...], case: str) -> str:
    """Where the files of one case begin: at the root, if the bundle is about no other."""
    return "" if len(cases) == 1 else f"{case}/"


def home_in(of_case: re.Match[str]) -> str:
    """The folder that a path of a case names."""
    return f"{of_case[1]}/" if of_case[1] else ""


def rulebook_path(digest: str) -> str:
    """Where a rulebook lies that is no longer the office's own."""
    return f"rulebooks/{digest}.json"


def purchases_path(purchaser: str) -> str:
    """Where the index of a purchaser's choices of method lies, as far as they were seen."""
    return f"purchases/{purchaser}.json"


def place_of(folder: str, docket: str, seq: int) -> str:
    """Where the act, the proof or the receipt of a place in a docket lies."""
    return f"{folder}/{docket}/{seq}.{SUFFIXES[folder]}"


def evaluation_path(lot: str) -> str:
    """Where the evaluation of a lot lies; lots are named by people, so their digest names the file."""
    return f"evaluation/{sha256(lot.encode()).hexdigest()}.json"


def release_path(seq: int) -> str:
    """Where the release lies that the act at this place of the case discloses."""
    return f"releases/{seq}.json"


def _file(line: str, homes: Collection[str]) -> File:
    parts = line.split(" ")
    if len(parts) != FIELDS or not SHA256.fullmatch(parts[2]) or not is_known(parts[0], homes):
        raise Malformed(f"not a line for a file of a bundle: {line!r}")
    return File(parts[0], read_number(parts[1]), parts[2])
