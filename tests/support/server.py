"""What the registrar enters of the server, and a clock that runs ahead."""

from __future__ import annotations

from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.acts.world import KeyRole
from daylight.core.values.instant import DAY_MS, Instant
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.practice.town import register_supplier
from world import LATER, TestWorld

WHY = Text("例行更换", "by routine")
TEN_YEARS = 3652 * DAY_MS
NEWCOMER = Text("迟到的供应商", "a supplier of another time")


def later_key(role: KeyRole, which: int = 0) -> str:
    """The public side of a key that the server has made beside the first one."""
    return LATER[which].held(role)[0].verifier(OPENSSL).vkey


def replace_key(world: TestWorld, role: KeyRole, which: int = 0):
    """The registrar replaces a key of the server."""
    deed = ReplaceServerKey(role, later_key(role, which), WHY)
    return world.stage.acts(world.town.registrar.in_person(), deed, world.stage.world.id)


def at_a_false_time(world: TestWorld, ahead_ms: int = TEN_YEARS) -> Instant:
    """A supplier registers while the clock is ahead; gives from when on the time was false."""
    now = world.clock.now()
    world.clock.move_to(now.later_by(ahead_ms))
    register_supplier(world.stage, NEWCOMER, territory="CN-37")
    world.clock.move_to(now.later_by(1))
    return now.later_by(ahead_ms)


def recovery(world: TestWorld, since: Instant) -> RecoverClock:
    """What the registrar signs where he names all acts received since then."""
    acts = (one.digest for one in world.office.journal.received_since(since.utc_ms))
    return RecoverClock(since, tuple(sorted(acts)), WHY)


def recover(world: TestWorld, since: Instant):
    """The registrar sets the time right."""
    return world.stage.acts(world.town.registrar.in_person(), recovery(world, since), world.stage.world.id)
