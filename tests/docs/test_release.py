"""A release is the same bytes wherever it is built, and what it holds runs by itself."""

import json
import shutil
import subprocess
import sys

import pytest

from bundles import full_bundle
from daylight.cli.bundle import write_folder
from world import SRC

ROOT = SRC.parent


@pytest.fixture(scope="module")
def clones(tmp_path_factory):
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, so there is no commit to release")
    places = [tmp_path_factory.mktemp("clone") / name for name in ("one", "another-name")]
    head = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, check=True
    ).stdout
    for place in places:
        subprocess.run(["git", "clone", "-q", str(ROOT), str(place)], check=True)
        subprocess.run(["git", "-C", str(place), "checkout", "-q", head.decode().strip()], check=True)
        if not (place / "release").exists():
            pytest.skip("the commit has no release yet")
        subprocess.run([sys.executable, "release/build.py"], cwd=place, check=True, capture_output=True)
    return [place / "build" / "release" for place in places]


def test_two_clones_give_the_same_bytes(clones):
    one, other = ({path.name: path.read_bytes() for path in place.iterdir()} for place in clones)
    assert one == other
    assert len(one) == 4


def test_the_verifier_of_the_release_verifies_by_itself(clones, tmp_path):
    write_folder(tmp_path / "bundle", full_bundle().items())
    (pyz,) = clones[0].glob("*.pyz")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(pyz), str(tmp_path / "bundle"), "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Everything holds" in done.stdout) == (0, True)


def test_the_bill_of_materials_names_every_locked_part_with_its_digests(clones):
    (place,) = clones[0].glob("*.cdx.json")
    parts = json.loads(place.read_text())["components"]
    locked = [
        line for line in (ROOT / "requirements" / "runtime.lock").read_text().splitlines() if "==" in line
    ]
    assert len(parts) == len(locked) > 10
    assert all(part["hashes"] for part in parts)
