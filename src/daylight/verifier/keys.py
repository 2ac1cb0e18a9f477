"""Whether the keys of a bundle are those the world was founded with, or the last its registrar entered.

A receipt is checked by the key that was in force when its act arrived (``authentic.py``); log and list by the
one in force when the bundle was made, since its docket of the world is as of then.
Shown by ``tests/verifier/test_lying_office.py``.
"""

from __future__ import annotations

from daylight.core.acts.world import KEY_ROLES
from daylight.core.dockets.world import keys_ever
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle, keys_of
from daylight.verifier.shape import KEYS


def check_keys(bundle: Bundle, book: Notebook) -> None:
    """Hold each key in ``keys.json`` against the chain; worlds without an id have nothing to hold."""
    said = keys_of(bundle)
    for role in KEY_ROLES:
        had = keys_ever(bundle.world, bundle.entered, role)
        key = getattr(said, role)
        if key in had[:-1]:
            book.contradict(
                "bundle.replaced-key",
                KEYS,
                f"{role} 密钥已被登记人更换，不应再用",
                f"the key of {role} was replaced by the registrar and signs no more",
                KEYS,
            )
        elif had and key != had[-1]:
            book.contradict(
                "bundle.other-keys",
                KEYS,
                f"{role} 密钥既非本平台成立时的密钥，也非登记人所更换的密钥",
                f"the key of {role} is neither this world's first nor one its registrar entered",
                KEYS,
            )
