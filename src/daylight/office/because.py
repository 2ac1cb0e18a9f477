"""Why an act of the journal was lawful, in full: judged on the states its judge saw, by its own rulebook.

Shown by ``tests/office/test_because.py``.
"""

from __future__ import annotations

from dataclasses import replace

from daylight.core.judgement.because import Held, full_because
from daylight.office.perform import Rules
from daylight.office.ports import Journal, Vault
from daylight.office.publishing import kept_law
from daylight.office.recheck import Dockets


def because_of(journal: Journal, vault: Vault, rules: Rules, docket: str, seq: int) -> tuple[Held, ...]:
    """What an act was held to; ``KeyError`` where there is no such act, ``LawLost`` where its law is."""
    dockets = Dockets(journal)
    acts = dockets.acts(docket)
    if not 0 <= seq < len(acts):
        raise KeyError(f"{docket}/{seq}")
    act = acts[seq]
    its = replace(rules, book=kept_law(vault, rules.book)(act.rulebook))
    matter = replace(dockets.matter(act, its), edition=act.edition)
    return full_because(matter, act.clocks)
