"""Kill at random moments under load: no acknowledged act may be lost, no signature be ahead of the data.

A child process takes acts from eight threads at once while its log ticks; it says each acknowledged intent on
its standard output. The parent kills it with SIGKILL, starts it anew on the same database and folder, and at
the end asks database, receipts and log for every intent that was acknowledged.
Run: ``python benchmarks/prove/kills.py [--kills N] [--postgresql] [--result FILE]``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from machine import database

THREADS = 8
ORIGIN = "practice.example/daylight/kills"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    options.add_argument("--result", type=Path)
    options.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--check", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        take_acts(asked.child)
    elif asked.check:
        check(asked.check)
    else:
        with tempfile.TemporaryDirectory() as folder, database(asked.postgresql) as url:
            said = campaign(Path(folder), asked.kills, url, random.Random(asked.seed))
        print(json.dumps(said, indent=1))
        if asked.result:
            asked.result.write_text(json.dumps(said, indent=1) + "\n")
        sys.exit(bool(said["lost"] or said["findings"]))


def campaign(folder: Path, kills: int, url: str, dice: random.Random) -> dict[str, object]:
    """Kill and restart; then count what was acknowledged and what is there."""
    world = {"DAYLIGHT_HOME": str(folder), "DAYLIGHT_ORIGIN": ORIGIN, "DAYLIGHT_COUNTRY": "daylight_cn"}
    environment = {**os.environ, **world, "DATABASE_URL": url}
    acknowledged: set[str] = set()
    for _ in range(kills):
        child = subprocess.Popen(
            [sys.executable, __file__, "--child", str(folder)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        acknowledged |= killed_after(child, dice.uniform(0.05, 0.6))
    place = folder / "acknowledged.json"
    place.write_text(json.dumps(sorted(acknowledged)))
    done = subprocess.run(
        [sys.executable, __file__, "--check", str(place)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    database = "postgresql" if url else "sqlite"
    return {
        "database": database,
        "kills": kills,
        "acknowledged": len(acknowledged),
        **json.loads(done.stdout),
    }


def killed_after(child: subprocess.Popen[str], seconds: float) -> set[str]:
    """Everything a child acknowledged until it was killed, some time after its first word."""
    assert child.stdout is not None
    said = [child.stdout.readline().strip()]
    if not said[0]:
        raise RuntimeError("the child did not start; it refused or failed")
    threading.Timer(seconds, lambda: child.send_signal(signal.SIGKILL)).start()
    lines = child.stdout.read().split("\n")
    child.wait()
    return {*said, *lines[:-1]} - {""}


def take_acts(folder: Path) -> None:
    """Serve a world until killed: eight threads act, the log ticks, every acknowledgement is said aloud."""
    from daylight.settings import Settings
    from daylight.wiring import build_office, build_sequencer, configure, found_world

    settings = Settings()
    configure(settings, urls="")
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if not (folder / "world.json").exists():
        found_world(settings, "person-" + "0" * 32)
    office, sequencer = build_office(settings), build_sequencer(settings)
    sequencer.check()
    lock = threading.Lock()
    for _ in range(THREADS):
        threading.Thread(target=act_for_ever, args=(office, lock), daemon=True).start()
    while True:
        sequencer.tick()
        time.sleep(0.05)


def act_for_ever(office, lock: threading.Lock) -> None:
    """Register one person after the other."""
    from secrets import token_bytes

    from daylight.client.device import Capacity, intend, new_device, sign_intent
    from daylight.core.acts.answer import Receipt
    from daylight.core.acts.common import private_digest
    from daylight.core.acts.intent import intent_id
    from daylight.core.acts.registry import RegisterPerson
    from daylight.crypto.openssl import OPENSSL

    private = private_digest("00" * 32, "x")
    while True:
        device = new_device(token_bytes, OPENSSL)
        deed = RegisterPerson("某人", OPENSSL.ed25519_public(device.seed), private, private)
        intent = intend(
            deed,
            world=office.rules.world.id,
            docket=device.person,
            device=device,
            capacity=Capacity(),
            nonce=token_bytes(16),
            expires_at=office.gateway.stamp().later_by(60_000),
        )
        answer = office.perform(sign_intent(intent, device, OPENSSL))
        if not isinstance(answer, Receipt):
            raise SystemExit(f"refused: {answer.refusals}")
        with lock:
            print(intent_id(intent), flush=True)


def check(place: Path) -> None:
    """Say how many acknowledged intents are missing, and what recomputing everything finds."""
    from daylight.settings import Settings
    from daylight.wiring import build_sequencer, configure

    settings = Settings()
    configure(settings, urls="")
    from daylight.cli.fsck import recomputed
    from daylight.store.models import Entry

    acknowledged = set(json.loads(place.read_text()))
    kept = set(Entry.objects.values_list("intent_id", flat=True))
    sequencer = build_sequencer(settings)
    sequencer.check()
    sequencer.drain()
    unproved = sum(proof is None for proof in sequencer.proofs_of(tuple(sorted(acknowledged & kept))))
    findings = [str(finding) for finding in recomputed(settings).findings]
    print(json.dumps({"lost": len(acknowledged - kept), "unproved": unproved, "findings": findings}))


if __name__ == "__main__":
    main()
