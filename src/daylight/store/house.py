"""What the checks of ``fsck`` read, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from daylight.core.acts.world import KeyRole
from daylight.core.dockets.world import keys_then
from daylight.core.ledger.note import Verifier, read_vkey
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.office.keys import KeyRing, NoSecret
from daylight.office.perform import Rules
from daylight.store.log import FolderLog
from daylight.store.vault import FolderVault


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold, or is worth a look."""

    where: str
    text: Text


@dataclass(frozen=True)
class House:
    """Everything a check reads.

    A world that is older than its id has its public keys from the secrets alone: without them it has none.
    """

    log: FolderLog
    vault: FolderVault
    keys: KeyRing
    rules: Rules

    def public(self, role: KeyRole) -> tuple[Verifier, ...]:
        """The keys a role has had; none where nobody can tell."""
        try:
            return self.keys.verifiers(role)
        except NoSecret:
            return ()

    def intake_then(self, at: Instant, digest: str) -> tuple[Verifier, ...]:
        """The keys that could sign the receipt of an act."""
        then = keys_then(self.rules.world, self.keys.entered, "intake", at=at, digest=digest)
        return tuple(map(read_vkey, then)) or self.public("intake")


@dataclass
class Findings:
    """What does not hold; and ``notes``, which are no fault by themselves."""

    wrong: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def add(self, where: str, zh: str, en: str) -> None:
        """Something does not hold."""
        self.wrong.append(Finding(where, Text(zh, en)))

    def note(self, where: str, zh: str, en: str) -> None:
        """Something is worth a look."""
        self.notes.append(Finding(where, Text(zh, en)))
