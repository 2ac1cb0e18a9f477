"""A slow second draw, spelled by hand: its own HMAC and lengths, orders made by taking one out at a time.

It shares no code with the core.
"""

import hashlib
import struct


def joined(*listed):
    spelled = b""
    for part in listed:
        part = part.encode() if isinstance(part, str) else part
        spelled += struct.pack(">Q", len(part)) + part
    return spelled


def sha(message):
    return hashlib.sha256(message).digest()


def mac(key, message):
    key = (sha(key) if len(key) > 64 else key).ljust(64, b"\0")
    inner = sha(bytes(byte ^ 0x36 for byte in key) + message)
    return sha(bytes(byte ^ 0x5C for byte in key) + inner)


def root(leaves):
    """RFC 6962 from the bottom: join neighbours, carry a lone last one up."""
    row = [sha(b"\0" + leaf) for leaf in leaves]
    while len(row) > 1:
        pairs = [sha(b"\1" + row[at] + row[at + 1]) for at in range(0, len(row) - 1, 2)]
        row = pairs + ([row[-1]] if len(row) % 2 else [])
    return row[0]


def seed(draw_id, rules, pool_root, contributions, beacon):
    given = [joined(who, nonce) for who, nonce in sorted(contributions)]
    return sha(joined("daylight-draw/v1", draw_id, rules, pool_root, *given, beacon))


def order(seed, category, handles):
    left, called, block, used = sorted(handles), [], 0, 4
    while len(left) > 1:
        while True:
            if used == 4:
                words, used = mac(seed, joined(category, struct.pack(">Q", block))), 0
                block += 1
            (word,) = struct.unpack_from(">Q", words, 8 * used)
            used += 1
            if word < 2**64 - 2**64 % len(left):
                break
        chosen = word % len(left)
        called.append(left[chosen])
        left[chosen] = left[0]
        left = left[1:]
    return called + left
