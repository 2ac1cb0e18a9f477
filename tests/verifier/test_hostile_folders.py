"""A folder made to harm its reader: nothing can be concluded, and it is said in visible words."""

import os
import subprocess
import sys

import pytest

from bundles import full_bundle
from daylight.cli.bundle import write_folder
from daylight.crypto.openssl import OPENSSL
from daylight.verifier import contents
from daylight.verifier.command import Asked, run
from daylight.verifier.opened import Pins
from daylight.verifier.report import visible
from world import SRC


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "bundle"
    write_folder(place, full_bundle().items())
    return place


def verified(folder):
    done = subprocess.run(
        [sys.executable, "-m", "daylight.verifier", str(folder), "--lang", "en"],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    said = (done.stdout + done.stderr).decode()
    assert all(line.isprintable() for line in said.splitlines())
    return done.returncode, said


@pytest.mark.parametrize(
    "name", [b"\x1b[2Jacts", b"new\nline", b"\xff\xfe", b"right\xe2\x80\xaeleft", b"\x07"], ids=repr
)
def test_names_that_are_no_text_let_nothing_be_concluded(folder, name):
    with open(os.path.join(os.fsencode(folder), name), "wb"):
        pass
    code, said = verified(folder)
    assert (code, "has a name no file of a bundle has" in said) == (2, True)


def test_a_folder_that_goes_down_for_ever_is_left_early(folder):
    place = os.open(folder, os.O_DIRECTORY)
    for _ in range(300):
        os.mkdir("d", dir_fd=place)
        below = os.open("d", os.O_DIRECTORY, dir_fd=place)
        os.close(place)
        place = below
    os.close(place)
    code, said = verified(folder)
    assert (code, "too deep" in said) == (2, True)


def test_a_file_that_is_too_large_is_not_read(folder, monkeypatch):
    monkeypatch.setattr(contents, "LARGEST", 10)
    with pytest.raises(contents.Unreadable, match="too large"):
        contents.read_folder(folder)["bundle.note"]


@pytest.mark.parametrize("name", ["bundle.note", "keys.json", "world.json"])
def test_a_huge_file_in_place_of_a_true_one_lets_nothing_be_concluded(folder, name):
    with (folder / name).open("r+b") as file:
        file.truncate(contents.LARGEST + 1)  # sparse: it takes no room
    assert verified(folder)[0] == 2


@pytest.mark.parametrize("name", ["bundle.note", "keys.json", "world.json", "rulebook.json", "openings.json"])
@pytest.mark.parametrize("content", [b"", b"\x1b[31m", b"[" * 100_000, b"\x00" * 1_000, b'{"a":' * 50_000])
def test_no_content_ends_in_a_traceback(folder, name, content):
    (folder / name).write_bytes(content)
    code, said = run(Asked(folder, Pins(), "en", as_json=False, evidence=None), OPENSSL)
    assert code in (1, 2) and "verifier failed" not in said
    assert all(line.isprintable() for line in said.splitlines())


def test_what_is_invisible_is_spelled_out():
    assert visible("a\x1b[2J\u202e\ud800b采购") == "a\\x1b[2J\\u202e\\ud800b采购"
