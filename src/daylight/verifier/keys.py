"""Whether the keys of a bundle are those the world was founded with, or later ones its registrar entered.

Shown by ``tests/verifier/test_lying_office.py``.
"""

from __future__ import annotations

from daylight.verifier.findings import Notebook
from daylight.verifier.opened import keys_of
from daylight.verifier.seen import Judged
from daylight.verifier.shape import KEYS


def check_keys(register: Judged, book: Notebook) -> None:
    """Hold each key in ``keys.json`` against the founding; worlds without an id have nothing to hold."""
    founding = register.bundle.world.founding
    if founding is None:
        return
    said = keys_of(register.bundle)
    for role in ("log", "intake", "bundles"):
        if getattr(said, role) != getattr(founding, role):
            book.contradict(
                "bundle.other-keys",
                KEYS,
                f"{role} 密钥不是本平台成立时的密钥",
                f"the key of {role} is not the one this world was founded with",
                KEYS,
            )
