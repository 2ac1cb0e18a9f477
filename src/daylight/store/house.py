"""What the checks of ``fsck`` read, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from daylight.core.ledger.note import Verifier
from daylight.core.values.text import Text
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
    """Everything a check reads; a key is missing where the home has none, and nothing makes it."""

    log: FolderLog
    vault: FolderVault
    log_key: Verifier | None
    intake_key: Verifier | None
    rules: Rules


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
