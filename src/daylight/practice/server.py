"""A practice world served by a process of its own, and participants as processes with homes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_bytes

import httpx

from daylight.client.device import Capacity
from daylight.client.door import HttpDoor
from daylight.client.home import Home
from daylight.client.pin import InMemory, Pin
from daylight.client.verified import Trust, VerifiedDoor
from daylight.clocks import PracticeClock
from daylight.core.disclosure.rights import Who
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.instant import Instant, start_of
from daylight.crypto.openssl import OPENSSL
from daylight.practice.stage import Stage
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.wiring import found_world

TICK_SECONDS = 0.2
NINE_HOURS_MS = 9 * 3_600_000
WAIT_SECONDS = 30
COMMAND = [sys.executable, "-m", "daylight"]


class ParticipantFailed(Exception):
    """A participant's process did not succeed; carries what it said."""

    def __init__(self, code: int, said: str) -> None:
        self.code, self.said = code, said
        super().__init__(said)


@dataclass(frozen=True)
class PatientClock(PracticeClock):
    """A clock that is set only when the log has taken up what was done: days later it would have."""

    checkpoint: Path

    def move_to(self, instant: Instant) -> None:
        """Let the log tick twice, then set the clock."""
        if self.checkpoint.exists():
            for _ in range(2):
                self._wait_for_a_tick(self.checkpoint.read_bytes())
        super().move_to(instant)

    def _wait_for_a_tick(self, before: bytes) -> None:
        for _ in range(WAIT_SECONDS * 20):
            if self.checkpoint.read_bytes() != before:
                return
            time.sleep(TICK_SECONDS / 4)
        raise RuntimeError("日志没有推进。 The log does not move.")


@dataclass
class PracticeWorld:
    """A served practice world: its folder, its server, and the stage of those who act in this process."""

    folder: Path
    settings: Settings
    base: str
    server: subprocess.Popen[bytes]
    stage: Stage
    registrar: Home
    capacities: dict[str, Capacity]
    pin: Pin

    def participant(self, name: str, *words: str) -> str:
        """Run a participant's own client in its own home; ``ParticipantFailed`` says what it said."""
        place = self.folder / "homes" / name
        Home(place, OPENSSL).keep_pin(self.pin)  # everybody here knows the world he takes part in
        home = ["--home", str(place), "--base", self.base]
        done = subprocess.run(
            [*COMMAND, *words, *home],
            env=environment(self.settings),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ParticipantFailed(done.returncode, done.stderr.strip())
        return done.stdout.strip()

    def operate(self, *words: str) -> str:
        """Run an operator's command in the server's home."""
        done = subprocess.run(
            [*COMMAND, *words], env=environment(self.settings), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise ParticipantFailed(done.returncode, done.stderr.strip())
        return done.stdout

    def stop(self) -> None:
        """Stop the server."""
        self.server.terminate()
        self.server.wait(WAIT_SECONDS)


def environment(settings: Settings) -> dict[str, str]:
    """What the processes of a practice world know of it."""
    return {
        **os.environ,
        "DAYLIGHT_HOME": str(settings.home),
        "DAYLIGHT_COUNTRY": settings.country,
        "DAYLIGHT_TERRITORY": settings.territory,
        "DAYLIGHT_PRACTICE": "1",
        "DAYLIGHT_ORIGIN": settings.origin,
        "DAYLIGHT_PRACTICE_CLOCK": str(settings.home / "clock"),
        "DAYLIGHT_LOG_TICK_SECONDS": str(TICK_SECONDS),
        "DAYLIGHT_LOG_LEAVES_PER_TICK": "64",
        "DATABASE_URL": "",
    }


def practice_settings(folder: Path, country: str, territory: str) -> Settings:
    """The settings of the practice world."""
    return Settings(
        home=folder / "server",
        practice=True,
        origin="practice.example/daylight/demo",
        country=country,
        territory=territory,
    )


def open_world(folder: Path, *, port: int, country: str, territory: str, begin: date) -> PracticeWorld:
    """Found a practice world in an emptied folder and serve it; it begins at nine in the morning."""
    settings = practice_settings(folder, country, territory)
    book = load_rulebook(country_folder(country))
    shutil.rmtree(folder, ignore_errors=True)
    registrar = Home(folder / "homes" / "registrar", OPENSSL)
    world = found_world(settings, registrar.device().person)
    offset = law_in_force(book, world.territory, begin).territory.offset_minutes
    base = f"http://127.0.0.1:{port}"
    clock = PatientClock(settings.home / "clock", offset, settings.home / "log" / "checkpoint")
    clock.move_to(start_of(begin, offset).later_by(NINE_HOURS_MS))
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(
        [*COMMAND, "run", "--port", str(port)],
        env=environment(settings),
        stdout=log,
        stderr=log,
    )
    wait_for(base, server, folder / "server.log")
    pin = Pin(world, (book.digest,))
    capacities: dict[str, Capacity] = {}
    wire = HttpDoor(base, world.id, OPENSSL, clock.now, registrar.device(), capacities)
    stage = Stage(_verified(wire, pin, clock, capacities), clock, world, book, OPENSSL, token_bytes)
    return PracticeWorld(folder, settings, base, server, stage, registrar, capacities, pin)


def _verified(
    wire: HttpDoor, pin: Pin, clock: PracticeClock, capacities: dict[str, Capacity]
) -> VerifiedDoor:
    """The door of all who act in this process, each with a memory of his own."""
    memories: defaultdict[str, InMemory] = defaultdict(InMemory)
    return VerifiedDoor(
        wire,
        Trust(pin, {}, clock.now, OPENSSL),
        lambda device: memories[device.person],
        lambda device: Who(device.person, capacities.get(device.person, Capacity()).organisation),
    )


def wait_for(base: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; its own words if it does not."""
    for _ in range(WAIT_SECONDS * 10):
        if server.poll() is not None:
            break
        try:
            httpx.get(f"{base}/api/world").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"服务没有启动。 The server did not start:\n{log.read_text(errors='replace')[-2000:]}")
