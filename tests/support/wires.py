"""Doors for tests: the wire of an office in the same process, and a session that checks what it says."""

from __future__ import annotations

from dataclasses import replace

from bundles import bundler
from daylight.client.pin import InMemory, Pin
from daylight.client.verified import Trust, VerifiedDoor
from daylight.core.acts.intent import read_signed
from daylight.core.disclosure.rights import Who
from daylight.office.bundle import Bundler
from daylight.office.showing import Wanted, view_of, view_of_world
from daylight.practice.stage import OfficeDoor
from known import KNOWN
from world import TestWorld


class OfficeWire(OfficeDoor):
    """An honest wire to an office; it notes what was sent, and who asks in which capacity."""

    def __init__(self, office, bundler: Bundler, capacities: dict[str, str]) -> None:
        self.__dict__.update(office=office, bundler=bundler, capacities=capacities, sent=[])

    def __setattr__(self, name, value):
        self.__dict__[name] = value  # a test puts a lie in the place of a method

    def perform(self, source, openings=()):
        self.sent.append(read_signed(source).intent.kind)
        return self.office.perform(source, openings)

    def put(self, content, bid=""):
        self.sent.append("put")
        return self.office.vault.put(content)

    def put_all(self, contents, bid=""):
        return tuple(self.put(one, bid) for one in contents)

    def put_file(self, file, sha256, bid=""):
        return self.put(b"".join(file), bid)

    def show(self, case, device, *, beside="", since=0):
        person = device.person if device else ""
        who = Who(person, self.capacities.get(person, ""))
        return view_of(self.bundler, Wanted(case, who, self.office.gateway.stamp(), beside, since))

    def show_world(self):
        return view_of_world(self.bundler, self.office.gateway.now())

    def law(self, digest):
        assert digest == self.office.rules.book.digest
        return self.office.rules.book


def honest(world: TestWorld, *parties) -> OfficeWire:
    """A wire over which these parties ask."""
    return OfficeWire(world.office, bundler(world), {one.device.person: one.organisation for one in parties})


def checked(world: TestWorld, wire: OfficeWire, memory: InMemory | None = None):
    """A session behind a door that checks everything, with the memory of its home."""
    pin = Pin(world.office.rules.world, (world.office.rules.book.digest,))
    kept = memory or InMemory()
    door = VerifiedDoor(
        wire,
        Trust(pin, {}, world.clock.now, KNOWN),
        lambda _: kept,
        lambda device: Who(device.person, wire.capacities.get(device.person, "")),
    )
    return replace(world.stage, door=door)
