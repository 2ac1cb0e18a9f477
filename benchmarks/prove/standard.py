"""What the demonstration publishes, held against libcoveocds: its release package and its record package.

``python benchmarks/prove/standard.py`` runs the demonstration in a home of its own and exits with 1 where any
of the five lists of libcoveocds is not empty, but for the fields our own extension declares. Fifty generated
cases are held against it by ``tests/scenarios/test_generated.py``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from conformance.ocds import cove
from daylight.core.disclosure.merge import record
from daylight.core.disclosure.packages import Publisher, record_package, release_package
from daylight.core.values.instant import instant_of

INTENTIONS = ROOT.parent / "shared" / "data" / "intentions-shandong"
RESULT = HERE / "results" / "standard.json"
HEAD = {
    "publisher": Publisher(
        "Daylight", "https://example.org", "https://example.org/l", "https://example.org/p"
    ),
    "at": instant_of("2026-11-23T00:00:00+08:00"),
}


def main() -> None:
    """Run the demonstration, check both packages, and keep what was found."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "demo"
        command = [sys.executable, "-m", "daylight", "demo", "--no-serve", "--home", str(home)]
        command += ["--country", "daylight_cn", "--territory", "CN-37", "--intentions", str(INTENTIONS)]
        subprocess.run(command, cwd=ROOT / "src", check=True, capture_output=True)
        places = sorted((home / "bundle" / "releases").glob("*.json"), key=lambda place: int(place.stem))
        releases = [json.loads(place.read_bytes()) for place in places]
    found = {
        "releases": len(releases),
        "release_package": cove(release_package(releases, uri="https://example.org/r", **HEAD)),
        "record_package": cove(record_package([record(releases)], uri="https://example.org/c", **HEAD)),
    }
    RESULT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    print(RESULT.read_text(), end="")
    sys.exit(bool(found["release_package"] or found["record_package"]) or not releases)


if __name__ == "__main__":
    main()
