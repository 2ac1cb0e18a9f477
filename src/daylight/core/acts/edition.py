"""Judgement editions: an act is judged, folded and told as on its day, also when the code has moved on.

``EDITIONS`` grows at its end whenever a condition, clock, effect or release decides otherwise for acts that
could exist already; the older way stays beside the newer one. Conditions and clocks are parted by
``core/procedures/common.py``, effects and releases ask ``reaches(act.edition, …)``.
Shown by ``tests/verifier/test_editions.py``; ``tests/verifier/test_corpus.py`` proves bundles that were
kept.
"""

from __future__ import annotations

EDITIONS = ("2026.12.1", "2026.12.2", "2026.12.3", "2026.12.4", "2026.12.5", "2026.12.6")
"""Every edition this code can judge by, oldest first."""

EDITION = EDITIONS[-1]
"""The edition acts are judged by today."""


def is_known(edition: str) -> bool:
    """Whether this code can judge by an edition."""
    return edition in EDITIONS


def reaches(edition: str, since: str) -> bool:
    """Whether an edition is that one or a later one; one this code does not know is later than all."""
    return not is_known(edition) or EDITIONS.index(edition) >= EDITIONS.index(since)
