"""The registrar and the operator of a served world: keys are replaced, a false time is set right."""

import os
import subprocess
import sys
from datetime import date

import httpx
import pytest
from click.testing import CliRunner

from daylight.cli.keys import keys
from daylight.cli.run import free_port
from daylight.client.device import new_device
from daylight.client.door import ServerSaysNo
from daylight.client.session import Party
from daylight.core.acts.registry import RegisterPerson
from daylight.core.ledger.note import open_note, read_vkey
from daylight.core.values.instant import DAY_MS
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.practice.server import ParticipantFailed, environment, open_world
from daylight.practice.town import register_supplier

RESTARTED = """
from daylight.settings import Settings
from daylight.wiring import build_office, configure
configure(Settings(), urls="")
print(build_office(Settings()).gateway.stamp().iso())
"""
WHY = ("--reason", "例行更换", "--reason-en", "by routine")


@pytest.fixture
def world(tmp_path):
    world = open_world(
        tmp_path / "world",
        port=free_port("127.0.0.1"),
        country="daylight_cn",
        territory="CN-37",
        begin=date(2026, 3, 2),
    )
    world.participant("registrar", "registrar", "register")
    yield world
    world.stop()


def operated(world, *words):
    """Exit code, output and errors of an operator's command."""
    done = subprocess.run(
        [sys.executable, *words], env=environment(world.settings), capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def daylight(world, *words):
    return operated(world, "-m", "daylight", *words)


def is_sound(world):
    code, said, _ = daylight(world, "fsck", "--lang", "en")
    return (code, "No fault was found." in said) == (0, True)


def somebody(world):
    """A party who registers herself, her deed and her docket."""
    device = new_device(world.stage.randomness, OPENSSL)
    number, _ = world.stage.private("identity_number", "370100")
    deed = RegisterPerson("新人", OPENSSL.ed25519_public(device.seed), number, number)
    return Party("新人", device), deed, device.person


def entered(world, role):
    """A new key of a role, made by the operator and entered by the registrar; the place of its secret."""
    code, key, said = daylight(world, "keys", "new", role)
    key = key.strip()
    assert (code, "signs nothing yet" in said) == (0, True)
    world.participant("registrar", "registrar", "replace-key", "--role", role, "--key", key, *WHY)
    return key, world.settings.home / "keys" / f"{role}-{read_vkey(key).key_id.hex()}"


def test_a_key_the_registrar_enters_is_used_at_once(world):
    before = httpx.get(f"{world.base}/api/world").json()
    made = {role: entered(world, role) for role in ("intake", "log", "bundles")}
    code, said, _ = daylight(world, "keys", "show", "--lang", "en")
    assert (code, said.splitlines()) == (
        0,
        [f"{role}: {made[role][0]} (its secret is here)" for role in ("log", "intake", "bundles")],
    )
    for _, secret in made.values():
        assert (len(secret.read_bytes()), secret.stat().st_mode & 0o077) == (32, 0)
    now = httpx.get(f"{world.base}/api/world").json()
    assert [now[role] for role in ("intake", "log")] == [made[role][0] for role in ("intake", "log")]
    assert now["intake"] != before["intake"] != now["log"] != before["log"]
    answer = world.stage.door.perform(world.stage.intent(*somebody(world)))
    assert open_note(answer.note, (read_vkey(now["intake"]),), OPENSSL).others == ()
    assert is_sound(world)


def test_a_server_without_the_secret_of_the_key_in_force_stops_and_does_not_start(world):
    _, secret = entered(world, "intake")
    secret.unlink()
    world.stop()
    code, _, said = daylight(world, "run")
    assert (code, "The secret of the intake key in force" in said) == (1, True), said
    code, said, _ = daylight(world, "keys", "show", "--lang", "en")
    assert (code, said.count("its secret is missing")) == (1, 1)
    assert not is_sound(world)
    assert not secret.exists()


def test_a_time_that_ran_ahead_is_set_right_by_the_registrar(world, tmp_path):
    clock, listed = world.stage.clock, tmp_path / "false.json"
    code, said, _ = daylight(world, "clock", "--lang", "en")
    assert (code, "no act was received later" in said) == (0, True)
    now = clock.now()
    clock.move_to(now.later_by(3652 * DAY_MS))
    register_supplier(world.stage, Text("未来", "future"), territory="CN-37")
    clock.move_to(now)
    with pytest.raises(ServerSaysNo, match="daylight clock"):
        register_supplier(world.stage, Text("现在", "now"), territory="CN-37")
    code, said, _ = daylight(world, "clock", "--lang", "en", "--out", str(listed))
    assert (code, "2 acts were received later" in said, said.count("RegisterPerson")) == (1, True, 1)
    world.participant("registrar", "registrar", "recover-clock", str(listed), *WHY)
    register_supplier(world.stage, Text("现在", "now"), territory="CN-37")
    assert daylight(world, "clock")[0] == 0
    with pytest.raises(ParticipantFailed, match="set right once already"):
        world.participant("registrar", "registrar", "recover-clock", str(listed), *WHY)
    assert is_sound(world)
    code, said, _ = operated(world, "-c", RESTARTED)
    assert (code, said[:4]) == (0, "2026")


def test_a_home_without_a_world_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("DAYLIGHT_HOME", str(tmp_path / "nowhere"))
    told = CliRunner().invoke(keys, ["new", "log"])
    assert (told.exit_code, "daylight found" in told.output, os.listdir(tmp_path)) == (1, True, [])
