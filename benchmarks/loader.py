"""A home with many cases, made quickly: every act is signed, judged, receipted, logged and published.

Some cases are under way, as many whatever the size of the home; of the others the intention is public.
One process plays them through the one door; what is saved is the waiting: acts are committed some hundreds at
a time, and the log takes them up in large ticks. ``daylight fsck`` finds nothing in such a home.
"""

from __future__ import annotations

import random
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import machine  # noqa: F401 - sets the paths

from daylight.settings import Settings

CASES_TOGETHER = 100
LEAVES_TOGETHER = 16_384
CHOSEN_EVERY, SOLICITED, CONTRACTED = 10, 50, 3
REGIONS = ("CN-37", "CN-35", "CN-44", "CN-51")


@dataclass(frozen=True)
class Loaded:
    """A home that was filled: its world, the people who act in it, its cases in order."""

    settings: Settings
    office: object
    stage: object
    town: object
    cases: tuple[str, ...]
    contracted: tuple[str, ...]


def configured(home: Path) -> Settings:
    """Settings of a practice world in a folder, with Django set up for it."""
    import os

    from daylight.wiring import configure

    os.environ |= {
        "DAYLIGHT_HOME": str(home), "DAYLIGHT_COUNTRY": "daylight_cn", "DAYLIGHT_TERRITORY": "CN-37",
        "DAYLIGHT_PRACTICE": "1", "DATABASE_URL": "",
    }  # fmt: skip
    settings = Settings()
    configure(settings)
    return settings


def load(home: Path, cases: int, seed: int = 1) -> Loaded:
    """Fill a new home with so many cases."""
    from django.core.management import call_command

    settings = configured(home)
    call_command("migrate", verbosity=0)
    office, stage, town, log = opened(settings, seed)
    scripts = list(_scripts(cases))
    played = []
    for start in range(0, cases, CASES_TOGETHER):
        with office.journal.together():
            played += [_planned(stage, town, script) for script in scripts[start : start + CASES_TOGETHER]]
    contracted = _further(office, stage, town, played)
    log.drain()
    return Loaded(settings, office, stage, town, tuple(one.case for one in played), contracted)


def opened(settings: Settings, seed: int):
    """Found a world in the home, with people, an office that commits in groups, and a log."""
    from daylight.client.device import new_device
    from daylight.core.values.instant import instant_of
    from daylight.core.values.plain import canonical_bytes
    from daylight.crypto.openssl import OPENSSL
    from daylight.office.gateway import Gateway
    from daylight.office.perform import Office
    from daylight.office.ports import Chance
    from daylight.office.receipts import ReceiptBook
    from daylight.practice.pocket import SetClock
    from daylight.practice.stage import OfficeDoor, Stage
    from daylight.practice.town import settle
    from daylight.store.vault import FolderVault
    from daylight.wiring import DOCKETS, build_sequencer, found_world, key_ring, rules_of, secret

    chance = random.Random(seed).randbytes
    clock = SetClock(instant_of("2026-03-02T09:00:00+08:00"))
    registrar = new_device(chance, OPENSSL)
    found_world(settings, registrar.person)
    secret(settings, DOCKETS)
    rules, vault, journal = rules_of(settings), FolderVault(settings.home / "vault"), grouped()
    vault.put(canonical_bytes(rules.book))
    office = Office(
        rules, journal, vault, Gateway(clock, 0),
        receipts=ReceiptBook(rules.world, key_ring(settings, journal)), chance=Chance(chance),
    )  # fmt: skip
    stage = Stage(OfficeDoor(office), clock, rules.world, rules.book, OPENSSL, chance)
    with journal.together():
        town = settle(stage, registrar, experts=12, territory="CN-37")
    log = build_sequencer(settings.model_copy(update={"log_leaves_per_tick": LEAVES_TOGETHER}))
    return office, stage, town, log


def grouped():
    """A journal that appends as the lane does, many acts in one transaction."""
    from django.db import transaction

    from daylight.store import journal as lane

    class Grouped(lane.JournalReader):
        @contextmanager
        def together(self):
            with transaction.atomic():
                yield

        def commit(self, draft):
            waiting = lane._Waiting(draft)
            for _, broken in lane._commit([waiting]):
                if broken:
                    raise broken

    return Grouped()


def _scripts(cases: int):
    from daylight.core.values.text import Text
    from daylight.practice.script import MethodScript
    from scripts import SCANNER, SMALL, yuan

    chosen = MethodScript(
        "competitive_negotiation", ("urgent_need",), Text("设备突发故障", "the device failed"),
    )  # fmt: skip
    for number in range(cases):
        named = Text(f"第{number}号 设备采购", f"Purchase {number} of devices")
        lot = replace(SCANNER, budget=yuan(1_900_000), bid_security=None)
        script = replace(SMALL, title=named, lots=(lot,), agency=False, territory=REGIONS[number % 4])
        if number % CHOSEN_EVERY == 1:
            script = replace(script, chosen=replace(chosen, budget_item=f"item {number}"))
        yield script


def _planned(stage, town, script):
    from daylight.practice import methods, play

    played = play.prepare(stage, town, script)
    if script.chosen:
        methods.choose(stage, town, played)
    return played


def _further(office, stage, town, played) -> tuple[str, ...]:
    """Some cases are solicited, and a few go to their contract."""
    from daylight.practice import play
    from scripts import SMALL, to_contract
    from world import TestWorld

    solicited = [one for one in played[:: max(1, len(played) // SOLICITED)] if not one.script.chosen]
    contracts = []
    with office.journal.together():
        for _ in range(CONTRACTED):
            world = TestWorld(office, stage, town, stage.clock)
            contracts.append(to_contract(world, replace(SMALL, expected_month="2026-05")).case)
    with office.journal.together():
        for one in solicited:
            play.appoint_holders(stage, town, one)
        play.pass_days(stage, play.INTENTION_DAYS)
        for one in solicited:
            stage.confirms(play.host(town, one), play.solicitation_of(stage, one), one.case)
    return tuple(contracts)
