"""A participant's home: the device key, case keys and what was sealed, in a folder only he can read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import Any, TypeVar

from daylight.client.device import Capacity, Device, new_device
from daylight.client.holder import CaseKey
from daylight.client.pin import Pin, Seen
from daylight.core.acts.world import World
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import build, plain
from daylight.core.values.text import Text, Told

T = TypeVar("T")


@dataclass(frozen=True)
class Home:
    """The folder of one participant; ``crypto`` names a new key."""

    folder: Path
    crypto: Crypto

    def device(self) -> Device:
        """The device key, made when it is first asked for."""
        place = self.folder / "device.json"
        if not place.exists():
            device = new_device(token_bytes, self.crypto)
            self._write("device.json", {"person": device.person, "seed": device.seed.hex()})
        return self._read(place.name, lambda said: Device(said["person"], bytes.fromhex(said["seed"])))

    def capacity(self) -> Capacity:
        """For whom the person acts."""
        place = self.folder / "capacity.json"
        return self._read(place.name, lambda said: Capacity(**said)) if place.exists() else Capacity()

    @property
    def registered(self) -> bool:
        """Whether the person has been registered from here."""
        return (self.folder / "capacity.json").exists()

    def keep_capacity(self, capacity: Capacity) -> None:
        """Remember for whom the person acts."""
        self._write("capacity.json", plain(capacity))

    def case_key(self, case: str) -> CaseKey:
        """The key made for a case; ``FileNotFoundError`` where there is none."""
        return self._read(f"{case}.key.json", lambda said: CaseKey(**said))

    def has_case_key(self, case: str) -> bool:
        """Whether a key was made here for a case."""
        return (self.folder / f"{case}.key.json").exists()

    def keep_case_key(self, case: str, key: CaseKey) -> None:
        """Keep the key made for a case."""
        self._write(f"{case}.key.json", plain(key))

    def pin(self) -> Pin:
        """The world this participant pinned; ``FileNotFoundError`` where none is."""
        return self._read("pin.json", lambda said: Pin(build(World, said["world"]), tuple(said["laws"])))

    def keep_pin(self, pin: Pin) -> None:
        """Remember the world, once and for all views to come."""
        self._write("pin.json", plain(pin))

    def seen(self) -> Seen:
        """What was shown so far."""
        place = self.folder / "seen.json"
        if not place.exists():
            return Seen()
        return self._read(place.name, _seen)

    def remember(self, seen: Seen) -> None:
        """Keep what was shown last."""
        dockets = {id: list(acts) for id, acts in seen.dockets.items()}
        self._write("seen.json", {"checkpoint": seen.checkpoint.decode(), "dockets": dockets})

    def keep_contribution(self, draw: str, kept: object) -> None:
        """Keep the nonce of a draw until it is revealed."""
        self._write(f"{_named(draw)}.nonce.json", plain(kept))

    def contribution(self, draw: str) -> dict[str, str]:
        """The nonce kept for a draw; ``FileNotFoundError`` where there is none."""
        return self._read(f"{_named(draw)}.nonce.json", dict)

    def keep_receipt(self, name: str, receipt: object) -> Path:
        """Keep a receipt; anyone who has it can show offline what he was promised."""
        self._write(f"{name}.receipt.json", plain(receipt))
        return self.folder / f"{name}.receipt.json"

    def keep_refusal(self, name: str, refusal: object) -> Path:
        """Keep a refusal with what was refused; both together show that it arrived, when, and why not."""
        self._write(f"{name}.refusal.json", plain(refusal))
        return self.folder / f"{name}.refusal.json"

    def _read(self, name: str, made: Callable[[Any], T]) -> T:
        """What a file of the home says; ``DamagedHome`` where it says something else."""
        place = self.folder / name
        try:
            return made(json.loads(place.read_text()))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedHome(place, repr(error)) from None

    def _write(self, name: str, said: object) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self.folder / f".{name}.new"
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.folder / name)


class DamagedHome(Told):
    """A file of the home cannot be read."""

    def __init__(self, place: Path, why: str) -> None:
        super().__init__(
            Text(
                f"{place} 已损坏（{why}）。请从备份恢复该文件，或换一个目录（--home）重新开始。",
                f"{place} is damaged ({why}). Restore it from a backup, or begin anew in another folder"
                " (--home).",
            )
        )


def _seen(said: Any) -> Seen:
    return Seen(said["checkpoint"].encode(), {id: tuple(acts) for id, acts in said["dockets"].items()})


def _named(draw: str) -> str:
    """A draw's name as the name of a file."""
    return draw.replace("/", "_")
