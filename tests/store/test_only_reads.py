"""``daylight fsck`` only reads: on a home as it lies, it changes no byte and no row, and makes nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOME = """
import sys
from secrets import token_bytes
from daylight.settings import Settings
from daylight.wiring import build_office, build_sequencer, configure, found_world
settings = Settings()
configure(settings, urls="")
from daylight.cli.run import prepare
from daylight.client.device import Capacity, intend, new_device, sign_intent
from daylight.core.acts.common import private_digest
from daylight.core.acts.registry import RegisterPerson
from daylight.crypto.openssl import OPENSSL
prepare()
registrar = new_device(token_bytes, OPENSSL)
found_world(settings, registrar.person)
office = build_office(settings)
for device in (registrar, new_device(token_bytes, OPENSSL)):
    hidden = private_digest("00" * 32, "x")
    deed = RegisterPerson("Somebody", OPENSSL.ed25519_public(device.seed), hidden, hidden)
    intent = intend(
        deed, world=office.rules.world.id, docket=device.person, device=device, capacity=Capacity(),
        nonce=token_bytes(16), expires_at=office.gateway.stamp().later_by(60_000),
    )
    office.perform(sign_intent(intent, device, OPENSSL))
build_sequencer(settings).drain()
office.journal.close()
"""


def run(home, *words):
    world = {"DAYLIGHT_HOME": str(home), "DAYLIGHT_COUNTRY": "daylight_cn", "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "DATABASE_URL": "", **world},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    home = tmp_path_factory.mktemp("made") / "home"
    done = run(home, "-c", HOME)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(made, tmp_path):
    return shutil.copytree(made, tmp_path / "home")


def looked_at(home):
    """Exit code and words of a check, after which everything is as it was."""
    before = everything(home)
    done = run(home, "-m", "daylight", "fsck", "--lang", "en")
    assert "Traceback" not in done.stderr
    assert everything(home) == before
    return done.returncode, done.stdout + done.stderr


def everything(folder):
    """Every path below a folder, with its bytes and the instant it was last written."""
    return {
        str(place.relative_to(folder)): (place.stat().st_mtime_ns, place.is_file() and place.read_bytes())
        for place in folder.rglob("*")
        if place.suffix != ".sqlite3-shm"  # readers and writers count themselves in it
    }


def test_a_sound_home_is_as_it_was_after_a_check(home):
    assert not (home / "daylight.sqlite3-wal").exists()
    code, said = looked_at(home)
    assert (code, "No fault was found." in said) == (0, True), said


def test_a_home_whose_server_was_killed_is_as_it_was_after_a_check(home):
    killed = (
        "import os, sqlite3; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "[c.execute(f'UPDATE store_entry SET received_ms = received_ms + {n}') for n in (1, -1)]; os._exit(9)"
    )
    done = run(home, "-c", f"import sys; {killed}", str(home / "daylight.sqlite3"))
    assert (done.returncode, (home / "daylight.sqlite3-wal").stat().st_size > 0) == (9, True)
    assert looked_at(home)[0] == 0


def test_missing_keys_are_told_and_not_made(home):
    shutil.rmtree(home / "keys")
    code, said = looked_at(home)
    told = "the secret of the key in force is missing or has not 32 bytes"
    roles = ("log", "intake", "bundles")
    assert (code, [f"keys/{role}: {told}\n" in said for role in roles]) == (1, [True] * 3), said
    done = run(home, "-m", "daylight", "rebuild", "--lang", "en")
    assert (done.returncode, "0 rows were restored" in done.stdout) == (0, True)
    assert not (home / "keys" / "intake").exists()


def test_without_its_keys_nobody_can_check_what_a_world_older_than_its_id_signed(home):
    shutil.rmtree(home / "keys")
    said = json.loads((home / "world.json").read_bytes())
    del said["founding"]
    (home / "world.json").write_text(json.dumps(said))
    code, said = looked_at(home)
    told = "is missing or has not 32 bytes; what it signed was not checked"
    assert (code, f"key in force {told}" in said) == (1, True), said
    done = run(home, "-m", "daylight", "rebuild", "--lang", "en")
    assert (done.returncode, "keys/intake is missing" in done.stderr) == (1, True)


def test_a_key_that_is_cut_short_is_told(home):
    (home / "keys" / "log").write_bytes(b"short")
    code, said = looked_at(home)
    assert (code, "keys/log: the secret of the key in force is missing or has not 32 bytes" in said) == (
        1,
        True,
    ), said


def test_missing_folders_are_told_and_not_made(home):
    shutil.rmtree(home / "log")
    shutil.rmtree(home / "vault")
    code, said = looked_at(home)
    assert code == 1
    assert "is missing: the rulebook that acts were judged by" in said
    assert "checkpoint" in said


def test_what_is_no_home_is_told_in_words(home, tmp_path):
    code, said = looked_at(tmp_path / "nowhere")
    assert (code, "There is no world here yet" in said) == (1, True)
    (home / "world.json").write_bytes(b"{")
    code, said = looked_at(home)
    assert (code, "world.json is damaged" in said) == (1, True)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda place: place.unlink(), "The database"),
        (lambda place: place.write_bytes(b""), "The tables of the database are of an earlier version"),
        (lambda place: place.write_bytes(bytes(8192)), "The database"),
        (lambda place: place.write_bytes(place.read_bytes()[:20_000]), "The database is damaged"),
    ],
)
def test_a_database_that_is_gone_or_broken_is_told_in_words(home, harm, told):
    harm(home / "daylight.sqlite3")
    code, said = looked_at(home)
    assert (code, told in said) == (1, True), said
