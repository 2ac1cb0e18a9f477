"""Opening a body that nobody holds: the same as opening one in memory, whatever the pieces."""

from collections.abc import Iterator

import pytest

from chance import chance
from daylight.core.sealing import age
from daylight.core.sealing.bech32 import identity_text, recipient_text
from daylight.core.sealing.envelope import OpenedInto, open_envelope, open_into, open_share, seal
from daylight.core.sealing.faults import fault
from daylight.core.sealing.manifest import KeySet
from daylight.core.sealing.parts import LARGEST_LIST, BadBody, Part, read_body, read_pieces
from daylight.crypto.openssl import OPENSSL

SEEDS = [bytes([number]) * 32 for number in (1, 2, 3)]
KEYS = KeySet("keys-1", 2, tuple(recipient_text(age.public_of(seed, OPENSSL)) for seed in SEEDS))
PARTS = (Part("price", b"12"), Part("technical", chance("technical")(300_000)), Part("zero", b""))
SEALED = seal(PARTS, context="case-7/1", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL)
TEXTS = [
    open_share(file, SEALED.manifest, identity_text(seed), OPENSSL)
    for file, seed in zip(SEALED.shares, SEEDS, strict=True)
]
IDENTITY = open_envelope(SEALED.manifest, SEALED.body, TEXTS, OPENSSL).identity


class OnDisk:
    """A body that is read in pieces of some size, and counts how often it was begun."""

    def __init__(self, content: bytes, step: int) -> None:
        self._content, self._step, self.size, self.begun = content, step, len(content), 0

    def __iter__(self) -> Iterator[bytes]:
        self.begun += 1
        return (self._content[at : at + self._step] for at in range(0, len(self._content), self._step))


def pieces(content: bytes, step: int) -> Iterator[bytes]:
    return iter(OnDisk(content, step))


@pytest.mark.parametrize("step", [1_000, 65_535, 65_552, 1_000_000])
@pytest.mark.parametrize("length", [0, 1, 65_536, 65_537, 131_072, 200_001])
def test_a_file_in_pieces_decrypts_to_what_it_held(length, step):
    content = chance("content")(length)
    source = age.encrypt(content, KEYS.holders[:1], age.chances(chance("age"), 1), OPENSSL)
    identity = (identity_text(SEEDS[0]),)
    given = list(age.decrypted(pieces(source, step), identity, OPENSSL))
    assert b"".join(given) == content
    assert max(map(len, given), default=0) <= age.CHUNK
    for wrong in (source[:-1], source + b"0", source[: -age.TAG_SIZE]):
        with pytest.raises(age.PayloadFailure):
            list(age.decrypted(pieces(wrong, step), identity, OPENSSL))


@pytest.mark.parametrize("step", [1, 70_000])
def test_a_header_that_never_ends_is_not_read_to_its_end(step):
    endless = age.VERSION + b"-> X25519 a\n" * 50_000
    read = 0

    def counted() -> Iterator[bytes]:
        nonlocal read
        for piece in pieces(endless, step):
            read += len(piece)
            yield piece

    with pytest.raises(age.HeaderFailure):
        list(age.decrypted(counted(), (identity_text(SEEDS[0]),), OPENSSL))
    assert read <= age.LARGEST_HEADER + step


@pytest.mark.parametrize("step", [997, 65_536, 1_000_000])
def test_an_envelope_in_pieces_opens_to_the_parts_that_were_sealed(step):
    written: dict[str, bytes] = {}
    body = OnDisk(SEALED.body, step)
    opened = open_into(
        lambda name, piece: written.update({name: written.get(name, b"") + piece}),
        SEALED.manifest, body, TEXTS, OPENSSL,
    )  # fmt: skip
    assert isinstance(opened, OpenedInto)
    assert (opened.identity, [name for name, _ in opened.salts]) == (IDENTITY, ["price", "technical", "zero"])
    assert written == {part.name: part.content for part in PARTS if part.content}
    assert body.begun == 2


def test_with_too_few_shares_the_body_is_not_touched():
    body = OnDisk(SEALED.body, 65_536)
    found = open_into(lambda *_: None, SEALED.manifest, body, TEXTS[:1], OPENSSL)
    assert (found, body.begun) == (fault("shares.too-few"), 0)


@pytest.mark.parametrize("step", [1, 1_000, 10_000_000])
def test_what_is_no_body_is_none_in_pieces_either(step):
    plain = age.decrypt(SEALED.body, (IDENTITY,), OPENSSL)
    wrong = (plain[:70_000], plain[:-1], plain + b"\0", plain[:-1] + b"1", plain[:30], b"")
    for body in wrong if step > 1 else wrong[4:]:
        with pytest.raises(BadBody):
            read_body(body)
        with pytest.raises(BadBody):
            read_pieces(pieces(body, step), lambda *_: None)


@pytest.mark.parametrize("over", [0, 1])
@pytest.mark.parametrize("step", [4_096, 10_000_000])
def test_a_list_of_parts_without_end_is_refused_in_any_pieces(step, over):
    body = b"daylight-body/v1\n" + b" " * (LARGEST_LIST + over) + b"\n"
    with pytest.raises(BadBody, match="at most" if over else "not readable"):
        read_pieces(pieces(body, step), lambda *_: None)
