"""Mutations of a bundle: random bytes of any file, by hand or sealed anew by who holds the key of the log."""

from __future__ import annotations

import random
from collections.abc import Mapping

from forgery import resealed

KINDS = ("flip", "insert", "delete", "truncate", "swap")
NOT_PINNED_BY_ACTS = ("world.json", "bundle.note")
"""Files whose bytes only the signed list vouches for; sealed anew, they are that key's own word."""


def mutated(files: Mapping[str, bytes], seed: int) -> tuple[str, dict[str, bytes]]:
    """What was done, and the bundle after it."""
    chance = random.Random(seed)
    sealed = chance.random() < 0.5
    paths = sorted(path for path in files if not sealed or path not in NOT_PINNED_BY_ACTS)
    path, kind = chance.choice(paths), chance.choice(KINDS)
    content = _changed(files[path], kind, chance)
    said = f"{seed} {'sealed' if sealed else 'raw'} {kind} {path}"
    return said, resealed(files, **{path: content}) if sealed else {**files, path: content}


def _changed(content: bytes, kind: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    byte = bytes([chance.randrange(256)])
    if kind == "flip":
        return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
    if kind == "insert":
        return content[:at] + byte + content[at:]
    if kind == "delete":
        return content[:at] + content[at + 1 :]
    if kind == "truncate":
        return content[:at]
    other = chance.randrange(len(content))
    first, last = sorted((at, other))
    swapped = bytearray(content)
    swapped[first], swapped[last] = swapped[last], swapped[first]
    return bytes(swapped) if bytes(swapped) != content else content + byte
