"""Conditions of what the registrar enters in the docket of the world."""

from __future__ import annotations

from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.acts.world import KEY_ROLES, key_name
from daylight.core.dockets.world import NOTHING_ENTERED, WorldFile, keys_ever
from daylight.core.ledger.note import Malformed, Verifier, read_vkey
from daylight.core.procedures.common import unsaid
from daylight.core.procedures.matter import Matter
from daylight.core.values.fact import this
from daylight.core.values.refusal import Refusal, refuse

SERVER_ROLE = "records.complete"


def registrar_acts(m: Matter) -> Refusal | None:
    """The keys and the time of a server are not for its operator to change."""
    if m.intent.person == m.world.registrar:
        return None
    return refuse("server.only-the-registrar", "registry.identity", person=m.named(m.intent.person))


def docket_is_that_of_the_world(m: Matter) -> Refusal | None:
    """There is one chain of keys, in the docket that is named by the world's id."""
    if m.world.founding and m.intent.docket == m.world.id:
        return None
    return refuse("server.other-docket", SERVER_ROLE, docket=this(m.intent.docket))


def key_can_sign_in_its_role(m: Matter) -> Refusal | None:
    """A key is written as ``name+id+key``, is not weak, and has the name that its role signs under."""
    deed = m.deed(ReplaceServerKey)
    name, key = key_name(m.world.origin, deed.role), _key(deed.key)
    if key and key.name == name:
        return None
    return refuse("server.no-key", SERVER_ROLE, key=deed.key, name=name)


def key_is_new_in_its_role(m: Matter) -> Refusal | None:
    """A key that is in force needs no replacing, and one that was replaced does not come back."""
    deed = m.deed(ReplaceServerKey)
    key = _key(deed.key)
    had = [read_vkey(one) for one in keys_ever(m.world, _file(m), deed.role)]
    if key is None or all((one.public, one.key_id) != (key.public, key.key_id) for one in had):
        return None
    return refuse("server.key-had-before", SERVER_ROLE, key=deed.key)


def key_has_one_role(m: Matter) -> Refusal | None:
    """Who steals one key of a server has no other with it."""
    deed = m.deed(ReplaceServerKey)
    key, others = _key(deed.key), [role for role in KEY_ROLES if role != deed.role]
    had = [read_vkey(one) for role in others for one in keys_ever(m.world, _file(m), role)]
    if key is None or all(one.public != key.public for one in had):
        return None
    return refuse("server.key-of-another-role", SERVER_ROLE, key=deed.key)


def reason_is_given(m: Matter) -> tuple[Refusal, ...]:
    """Whoever reads the chain later knows why."""
    deed = m.intent.deed
    return (
        unsaid("reason", deed.reason, SERVER_ROLE)
        if isinstance(deed, ReplaceServerKey | RecoverClock)
        else ()
    )


def time_has_fallen_behind_what_was_false(m: Matter) -> Refusal | None:
    """The clock is right again and the false time lies ahead of it; a step within the tolerance passes."""
    false_from = m.deed(RecoverClock).false_from
    tolerance = m.world.founding.tolerance_ms if m.world.founding else 0
    if m.at.later_by(tolerance) < false_from:
        return None
    return refuse("server.time-not-fallen", SERVER_ROLE, false_from=false_from, at=m.at)


def all_acts_of_the_false_time_are_named(m: Matter) -> Refusal | None:
    """What was received since then is named, each act once, and nothing else.

    The office says what it is; an audit holds the acts it is shown against it.
    """
    named = m.deed(RecoverClock).acts
    sorted_once = named == tuple(sorted(set(named)))
    if named and sorted_once and m.received in (None, frozenset(named)):
        return None
    missing = frozenset(named) ^ (m.received or frozenset())
    return refuse("server.other-acts", SERVER_ROLE, count=len(named), differing=len(missing))


def time_falls_once(m: Matter) -> Refusal | None:
    """A world whose time falls again and again has no order that anybody could check."""
    before = _file(m).recovery
    if before is None:
        return None
    return refuse("server.time-fell-before", SERVER_ROLE, at=before.at)


def _file(m: Matter) -> WorldFile:
    return m.state if isinstance(m.state, WorldFile) else NOTHING_ENTERED


def _key(written: str) -> Verifier | None:
    try:
        return read_vkey(written)
    except Malformed:
        return None
