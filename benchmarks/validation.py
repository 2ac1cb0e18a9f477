"""Validate releases: our check before each publication, beside ``jsonschema`` on the patched OCDS schema.

The releases are those of whole purchases played in memory. Ours reads the bytes anew each time and holds them
against the profile (``office.publishing.release_faults``); the other side gets them parsed already.
Run: ``python benchmarks/validation.py [--cases N]``. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from machine import per_second, rates


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=4)
    asked = options.parse_args()
    with TemporaryDirectory() as folder:
        print(json.dumps(measure(asked.cases) | rates(Path(folder)), indent=1))


def measure(cases: int) -> dict[str, object]:
    """Both sides on the same releases; the other side is left out where the schema is missing."""
    from daylight.office.publishing import release_faults

    releases = releases_of(cases)
    assert not any(release_faults(release) for release in releases), "every release fits our profile"
    ours = len(releases) * per_second(lambda: [release_faults(release) for release in releases])
    said = {"releases": len(releases), "ours_per_second": round(ours)}
    validator = plain_validator()
    if validator is None:
        return {**said, "skipped": "../shared with the patched OCDS schema is missing"}
    parsed = [json.loads(release) for release in releases]
    plain = len(parsed) * per_second(lambda: [list(validator.iter_errors(one)) for one in parsed])
    return {**said, "plain_jsonschema_per_second": round(plain, 1), "ratio": round(ours / plain, 1)}


def releases_of(cases: int) -> list[bytes]:
    """Everything that whole purchases publish, from intention to contract."""
    from scripts import FULL, to_contract
    from world import found

    world = found()
    played = [to_contract(world, FULL).case for _ in range(cases)]
    return [release for case in played for release in world.office.journal.published(case)]


def plain_validator():
    """``jsonschema`` as people use it, with formats, or nothing where the schema is missing."""
    import jsonschema

    from shared import SHARED

    place = SHARED / "data" / "ocds" / "release-schema-1.1.5-with-extensions.json"
    if not place.is_file():
        return None
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    return jsonschema.Draft4Validator(json.loads(place.read_bytes()), format_checker=checker)


if __name__ == "__main__":
    main()
