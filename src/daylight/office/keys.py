"""The keys of a server: of its log, its gateway and its bundles; each signs one thing.

A world is founded with three; its registrar replaces them by acts, and from such an act on the new key signs.
Shown by ``tests/office/test_keys.py``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from daylight.core.acts.act import read_act
from daylight.core.acts.world import Founding, KeyRole, Pace, World, key_name
from daylight.core.dockets.world import NOTHING_ENTERED, WorldFile, keys_ever
from daylight.core.judgement.fold import apply
from daylight.core.ledger.note import Signer, Verifier, read_vkey
from daylight.core.values.crypto import Crypto
from daylight.core.values.text import Text
from daylight.office.gateway import NotNow
from daylight.office.ports import Entries

TOLERANCE_MS = 60_000
"""How long an intent may be under way at most, from its last byte to the journal."""

PACE = Pace(tick_ms=20_000, leaves=256, rush=5_000)
"""Whole tiles leave, so no partial ones are kept but the last."""

Held = Callable[[KeyRole], Iterable[Signer]]
"""The secrets of a role that lie here."""


class NoSecret(NotNow):
    """The key in force can't sign here, because its secret is not here."""

    def __init__(self, role: KeyRole, key: str) -> None:
        super().__init__(
            Text(
                f"{role} 现行密钥 {key or '（无）'} 的私钥不在 DAYLIGHT_HOME/keys 中。请放回该文件，"
                "或运行 daylight keys new 并请登记人更换密钥。",
                f"The secret of the {role} key in force, {key or '(none)'}, is not in DAYLIGHT_HOME/keys. Put"
                " it back, or run daylight keys new and ask the registrar to replace the key.",
            )
        )


@dataclass(frozen=True)
class ServerKeys:
    """A signer for each thing that is signed."""

    log: Signer
    intake: Signer
    bundles: Signer

    def founding(self, crypto: Crypto, pace: Pace = PACE) -> Founding:
        """What a world is founded with, so that its id covers it."""
        log, intake, bundles = (one.verifier(crypto).vkey for one in (self.log, self.intake, self.bundles))
        return Founding(log, intake, bundles, TOLERANCE_MS, pace)

    def held(self, role: KeyRole) -> tuple[Signer, ...]:
        """The one secret of a role."""
        return ({"log": self.log, "intake": self.intake, "bundles": self.bundles}[role],)


def server_keys(origin: str, seed_of: Callable[[str], bytes]) -> ServerKeys:
    """The keys under an origin; ``seed_of`` brings the 32 secret bytes of each by its name."""
    return ServerKeys(
        Signer(key_name(origin, "log"), seed_of("log")),
        Signer(key_name(origin, "intake"), seed_of("intake")),
        Signer(key_name(origin, "bundles"), seed_of("bundles")),
    )


class KeyRing:
    """The secrets a server holds, and which of them signs: the one whose public side is in force.

    ``read`` takes in what the world's docket has added; who signs for long asks for it before.
    """

    def __init__(self, world: World, held: Held, crypto: Crypto, journal: Entries) -> None:
        self.world, self.crypto = world, crypto
        self._held, self._journal = held, journal
        self._file, self._length = NOTHING_ENTERED, -1
        self._found: dict[str, Signer] = {}
        self._lock = threading.Lock()

    @property
    def entered(self) -> WorldFile:
        """What the registrar has entered, as it was last read."""
        return self.read() if self._length < 0 else self._file

    def read(self) -> WorldFile:
        """What the registrar has entered by now."""
        with self._lock:
            self._length = max(self._length, 0)
            for entry in self._journal.entries(self.world.id, self._length):
                file = apply(self._file if self._length else None, read_act(entry.source))
                assert isinstance(file, WorldFile), "the docket of a world has no other acts"
                self._file, self._length = file, self._length + 1
            return self._file

    def verifier(self, role: KeyRole) -> Verifier:
        """The public side of the key in force."""
        return self.verifiers(role)[-1]

    def verifiers(self, role: KeyRole) -> tuple[Verifier, ...]:
        """All keys a role has had, the one in force last; a world older than its id has the one held here."""
        had = tuple(read_vkey(key) for key in keys_ever(self.world, self.entered, role))
        return had or (self.signer(role).verifier(self.crypto),)

    def signer(self, role: KeyRole) -> Signer:
        """Who signs now; raises ``NoSecret`` where his secret is not here."""
        had = keys_ever(self.world, self.entered, role)
        if had:
            return self.signer_of(role, had[-1])
        first = next(iter(self._held(role)), None)
        if first is None:
            raise NoSecret(role, "")
        return first

    def signer_of(self, role: KeyRole, key: str) -> Signer:
        """Who signs with a key; raises ``NoSecret`` where his secret is not here."""
        if key not in self._found:
            public = (one for one in self._held(role) if one.verifier(self.crypto).vkey == key)
            found = next(public, None)
            if found is None:
                raise NoSecret(role, key)
            self._found[key] = found
        return self._found[key]
