"""Build a release: the source, the verifier as one file, the list of parts, and the digests of all three.

    python release/build.py [OUT]        writes to build/release

The same commit gives the same bytes on any machine: files are those of the commit, sorted, with its date,
owned by nobody. ``tests/docs/test_release.py`` builds twice, from two clones.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERIFIER = (
    "src/daylight/core/",
    "src/daylight/verifier/",
    "src/daylight/crypto/",
    "src/daylight/__init__.py",
)
MAIN = b"import sys\nfrom daylight.verifier.__main__ import main\nsys.exit(main())\n"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==([^ ;\\]+)", re.I)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def git(*words: str) -> bytes:
    """What git says of this checkout."""
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, check=True).stdout


def committed() -> dict[str, bytes]:
    """The files of the commit by their paths, whatever lies in the folder."""
    paths = git("ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
    return {path: git("show", f"HEAD:{path}") for path in sorted(filter(None, paths))}


def source_archive(files: dict[str, bytes], name: str, at: int) -> bytes:
    """The source as a gzipped tar archive."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mtime, entry.mode = len(content), at, 0o644
            archive.addfile(entry, io.BytesIO(content))
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=at) as file:
        file.write(tar.getvalue())
    return packed.getvalue()


def verifier_archive(files: dict[str, bytes]) -> bytes:
    """The verifier as one file that Python runs, with nothing but its standard library."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        own = {path: content for path, content in files.items() if path.startswith(VERIFIER)}
        parts = {path.removeprefix("src/"): content for path, content in own.items()}
        for path, content in {**parts, "__main__.py": MAIN}.items():
            entry = zipfile.ZipInfo(path, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return b"#!/usr/bin/env python3\n" + packed.getvalue()


def bill_of_materials(lock: str, name: str, version: str, commit: str) -> bytes:
    """What runs beside our own code, by the lock file: CycloneDX 1.5."""
    components = []
    for part in re.split(r"\n(?=\S)", lock):
        if found := PIN.match(part):
            components.append(
                {
                    "type": "library",
                    "name": found[1].lower(),
                    "version": found[2],
                    "purl": f"pkg:pypi/{found[1].lower()}@{found[2]}",
                    "hashes": [
                        {"alg": "SHA-256", "content": digest} for digest in sorted(HASH.findall(part))
                    ],
                }
            )
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": name,
                "version": version,
                "purl": f"pkg:generic/{name}@{version}",
            },
            "properties": [{"name": "commit", "value": commit}],
        },
        "components": sorted(components, key=lambda one: one["name"]),
    }
    return (json.dumps(bill, indent=1) + "\n").encode()


def build(out: Path) -> dict[str, str]:
    """Write the release of the commit; returns the digest of each file."""
    files = committed()
    project = tomllib.loads(files["pyproject.toml"].decode())["project"]
    name, version = project["name"], project["version"]
    commit, at = git("rev-parse", "HEAD").decode().strip(), int(git("show", "-s", "--format=%ct", "HEAD"))
    made = {
        f"{name}-{version}.tar.gz": source_archive(files, f"{name}-{version}", at),
        f"{name}-verify-{version}.pyz": verifier_archive(files),
        f"{name}-{version}.cdx.json": bill_of_materials(
            files["requirements/runtime.lock"].decode(), name, version, commit
        ),
    }
    digests = {path: sha256(content).hexdigest() for path, content in made.items()}
    made["SHA256SUMS"] = "".join(f"{digest}  {path}\n" for path, digest in digests.items()).encode()
    out.mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        (out / path).write_bytes(content)
    return digests


if __name__ == "__main__":
    for path, digest in build(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "release").items():
        print(digest, path)
