"""Envelopes open for k holders and for nobody else; every change is refused and put where it belongs."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chance import chance
from daylight.core.sealing import age
from daylight.core.sealing.bech32 import identity_text, read_identity, recipient_text
from daylight.core.sealing.envelope import (
    OpenedEnvelope,
    SealedEnvelope,
    check_share,
    open_envelope,
    open_share,
    seal,
    seal_into,
    share_text,
    verify_part,
)
from daylight.core.sealing.faults import FAULTS, Blame, OpeningFault, fault, fault_words
from daylight.core.sealing.manifest import KeySet, Manifest, PartSeal, ShareSeal, Terms, read_manifest
from daylight.core.sealing.parts import BadBody, LargePart, Part, encode_body
from daylight.core.values.plain import Misshapen
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE

IDENTITIES = [identity_text(bytes([n]) * 32) for n in range(1, 6)]
HOLDERS = tuple(recipient_text(age.public_of(read_identity(each), OPENSSL)) for each in IDENTITIES)
KEYS = KeySet("keys-1", 3, HOLDERS)
PARTS = (Part("declarations", b"we are small"), Part("price", b"100"), Part("proposal", b"plan"))
SEALED = seal(PARTS, context="case-7/lot-1/price", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL)
MANIFEST = SEALED.manifest


def texts_of(sealed: SealedEnvelope) -> list[bytes]:
    opened = [
        open_share(file, sealed.manifest, identity, OPENSSL)
        for file, identity in zip(sealed.shares, IDENTITIES, strict=True)
    ]
    return [text for text in opened if isinstance(text, bytes)]


TEXTS = texts_of(SEALED)


def opened_with(texts: list[bytes], manifest: Manifest = MANIFEST) -> OpenedEnvelope | OpeningFault:
    return open_envelope(manifest, SEALED.body, texts, OPENSSL)


OPENED = opened_with(TEXTS)


def resealed(body: bytes | None = None, **change: object) -> SealedEnvelope:
    """What a dishonest sealer makes: any terms, with shares and hashes that agree with them."""
    terms = replace(MANIFEST.terms, **change)  # type: ignore[arg-type]
    if body is not None:
        terms = replace(terms, body_sha256=sha256(body).digest(), body_size=len(body))
    shares = [share_text(terms, b64decode(text.split(b"\n")[3])) for text in TEXTS]
    return with_texts(terms, shares, SEALED.body if body is None else body)


def with_texts(terms: Terms, texts: list[bytes], body: bytes) -> SealedEnvelope:
    draw = chance("dishonest")
    files = tuple(
        age.encrypt(text, (holder,), age.chances(draw, 1), OPENSSL)
        for text, holder in zip(texts, HOLDERS, strict=True)
    )
    seals = tuple(
        ShareSeal(sha256(file).digest(), sha256(text).digest())
        for file, text in zip(files, texts, strict=True)
    )
    return SealedEnvelope(Manifest(terms, seals), body, files)


@pytest.mark.parametrize("chosen", list(combinations(range(5), 3)), ids=str)
def test_any_three_of_five_holders_open_the_envelope(chosen: tuple[int, ...]) -> None:
    opened = opened_with([TEXTS[place] for place in chosen])
    assert opened == OPENED
    assert isinstance(opened, OpenedEnvelope)
    assert tuple(each.part for each in opened.parts) == PARTS


def test_more_shares_than_needed_open_it_too_and_repeated_ones_count_once() -> None:
    assert opened_with(TEXTS) == OPENED
    assert opened_with([TEXTS[0]] * 3) == fault("shares.too-few")


def test_order_of_shares_does_not_matter() -> None:
    assert opened_with(TEXTS[::-1]) == OPENED


def test_share_handed_in_is_known_by_its_holder() -> None:
    assert tuple(check_share(text, MANIFEST) for text in TEXTS) == HOLDERS
    assert check_share(TEXTS[0] + b"\n", MANIFEST) == fault("share.altered-by-holder")


@given(st.integers(2, 4), st.lists(st.binary(max_size=200), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_any_parts_sealed_for_any_threshold_come_back(k: int, contents: list[bytes]) -> None:
    parts = tuple(Part(f"part-{place}", content) for place, content in enumerate(contents))
    keys = KeySet("keys-2", k, HOLDERS)
    sealed = seal(parts, context="c", key_set=keys, randomness=chance(str(contents)), crypto=OPENSSL)
    texts = texts_of(sealed)
    opened = open_envelope(sealed.manifest, sealed.body, texts[-k:], OPENSSL)
    assert isinstance(opened, OpenedEnvelope)
    assert tuple(each.part for each in opened.parts) == parts
    short = open_envelope(sealed.manifest, sealed.body, texts[: k - 1], OPENSSL)
    assert short == fault("shares.too-few")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_k_shares_do_not_open_it(count: int) -> None:
    assert opened_with(TEXTS[:count]) == fault("shares.too-few")


def test_it_opens_with_nothing_but_the_standard_library() -> None:
    text = open_share(SEALED.shares[0], MANIFEST, IDENTITIES[0], PURE)
    assert text == TEXTS[0]
    assert open_envelope(MANIFEST, SEALED.body, TEXTS[2:], PURE) == OPENED


def test_published_identity_re_opens_the_body_with_any_age_tool() -> None:
    assert isinstance(OPENED, OpenedEnvelope)
    assert age.decrypt(SEALED.body, [OPENED.identity], OPENSSL) == encode_body(OPENED.parts)


def test_same_chance_seals_alike_and_other_chance_shares_nothing() -> None:
    again = seal(PARTS, context="case-7/lot-1/price", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL)
    other = seal(PARTS, context="case-7/lot-1/price", key_set=KEYS, randomness=chance("b2"), crypto=OPENSSL)
    assert again == SEALED
    assert other.manifest.terms.rcpt != MANIFEST.terms.rcpt
    assert {each.commitment for each in other.manifest.terms.parts}.isdisjoint(
        each.commitment for each in MANIFEST.terms.parts
    )


def test_part_is_shown_alone_with_its_salt() -> None:
    assert isinstance(OPENED, OpenedEnvelope)
    price = OPENED.parts[1]
    assert verify_part(MANIFEST, price.part, price.salt) is True
    assert verify_part(MANIFEST, Part("price", b"99"), price.salt) is False
    assert verify_part(MANIFEST, Part("proposal", price.part.content), price.salt) is False
    assert verify_part(MANIFEST, price.part, bytes(32)) is False
    assert verify_part(MANIFEST, price.part, b"") is False


def test_stranger_to_the_key_set_has_no_share() -> None:
    stranger = identity_text(b"\x77" * 32)
    recipient = recipient_text(age.public_of(b"\x77" * 32, OPENSSL))
    found = open_share(SEALED.shares[0], MANIFEST, stranger, OPENSSL)
    assert found == OpeningFault("share.not-a-holder", Blame.UNKNOWN, recipient)


def test_share_of_another_holder_is_not_his() -> None:
    found = open_share(SEALED.shares[1], MANIFEST, IDENTITIES[0], OPENSSL)
    assert found == fault("share.file-differs", HOLDERS[0])


def changed(source: bytes, step: int = 1) -> list[bytes]:
    """The same bytes with one of them another, for every place or every few."""
    return [source[:at] + bytes([source[at] ^ 1]) + source[at + 1 :] for at in range(0, len(source), step)]


def test_share_file_with_any_byte_changed_is_laid_to_the_carrier() -> None:
    found = {open_share(file, MANIFEST, IDENTITIES[0], OPENSSL) for file in changed(SEALED.shares[0])}
    assert found == {OpeningFault("share.file-differs", Blame.CARRIER, HOLDERS[0])}


def test_body_with_any_byte_changed_is_laid_to_the_carrier() -> None:
    found = {open_envelope(MANIFEST, body, TEXTS, OPENSSL) for body in changed(SEALED.body, 1009)}
    assert found == {OpeningFault("body.differs", Blame.CARRIER)}


def test_share_with_any_byte_changed_is_laid_to_the_holder() -> None:
    found = {opened_with([text, *TEXTS[1:3]]) for text in changed(TEXTS[0])}
    assert found == {OpeningFault("share.altered-by-holder", Blame.HOLDER)}


def test_manifest_with_any_byte_changed_is_refused() -> None:
    """Every byte where one part is sealed to three holders; of more of the same, every seventh."""
    three = replace(KEYS, k=2, holders=HOLDERS[:3])
    small = seal(PARTS[:1], context="case-7", key_set=three, randomness=chance("small"), crypto=OPENSSL)
    for sealed, step in ((small, 1), (SEALED, 7)):
        source = sealed.manifest.encoded()
        assert is_accepted(source, sealed)
        assert [one for one in changed(source, step) if is_accepted(one, sealed)] == []


def is_accepted(source: bytes, sealed: SealedEnvelope) -> bool:
    """Whether holders and opening would take this manifest for what was sealed."""
    try:
        manifest = read_manifest(source)
    except Misshapen:
        return False
    texts = []
    for file, identity in zip(sealed.shares, IDENTITIES, strict=False):
        text = open_share(file, manifest, identity, OPENSSL)
        if isinstance(text, OpeningFault):
            return False
        texts.append(text)
    return isinstance(open_envelope(manifest, sealed.body, texts, OPENSSL), OpenedEnvelope)


@pytest.mark.parametrize(
    "change",
    [{"context": "case-8/lot-1/price"}, {"key_set": replace(KEYS, id="keys-2")}, {"nonce": b"n" * 32}],
    ids=["another context", "another key set", "another nonce"],
)
def test_share_replayed_under_other_terms_is_refused(change: dict[str, object]) -> None:
    terms = replace(MANIFEST.terms, **change)  # type: ignore[arg-type]
    replayed = Manifest(terms, MANIFEST.shares)
    found = open_share(SEALED.shares[0], replayed, IDENTITIES[0], OPENSSL)
    assert found == OpeningFault("share.other-terms", Blame.SEALER, HOLDERS[0])
    assert opened_with(TEXTS, replayed) == OpeningFault("share.other-terms", Blame.SEALER, HOLDERS[0])


def test_share_file_that_does_not_decrypt_is_laid_to_the_sealer() -> None:
    seals = (ShareSeal(sha256(b"junk").digest(), bytes(32)), *MANIFEST.shares[1:])
    found = open_share(b"junk", Manifest(MANIFEST.terms, seals), IDENTITIES[0], OPENSSL)
    assert found == OpeningFault("share.does-not-decrypt", Blame.SEALER, HOLDERS[0])


def test_share_sealed_with_another_hash_is_laid_to_the_sealer() -> None:
    seals = (replace(MANIFEST.shares[0], plaintext=bytes(32)), *MANIFEST.shares[1:])
    found = open_share(SEALED.shares[0], Manifest(MANIFEST.terms, seals), IDENTITIES[0], OPENSSL)
    assert found == OpeningFault("share.sealed-otherwise", Blame.SEALER, HOLDERS[0])


def test_shares_that_give_another_key_are_laid_to_the_sealer() -> None:
    other = resealed(rcpt=HOLDERS[0])
    found = open_envelope(other.manifest, other.body, texts_of(other), OPENSSL)
    assert found == OpeningFault("shares.do-not-fit", Blame.SEALER)


def test_shares_of_which_one_is_off_the_curve_are_laid_to_the_sealer() -> None:
    terms = MANIFEST.terms
    texts = [*TEXTS[:4], share_text(terms, bytes(32) + b"\5")]
    other = with_texts(terms, texts, SEALED.body)
    assert open_envelope(other.manifest, SEALED.body, texts, OPENSSL) == fault("shares.do-not-fit")


def test_body_that_does_not_decrypt_is_laid_to_the_sealer() -> None:
    other = resealed(b"not an age file")
    found = open_envelope(other.manifest, other.body, texts_of(other), OPENSSL)
    assert found == OpeningFault("body.does-not-decrypt", Blame.SEALER)


def test_body_without_parts_is_laid_to_the_sealer() -> None:
    body = age.encrypt(b"free text", (MANIFEST.terms.rcpt,), age.chances(chance("b"), 1), OPENSSL)
    other = resealed(body)
    found = open_envelope(other.manifest, other.body, texts_of(other), OPENSSL)
    assert found == OpeningFault("body.malformed", Blame.SEALER)


@pytest.mark.parametrize(
    ("parts", "which"),
    [
        (tuple(replace(seal, commitment=bytes(32)) for seal in MANIFEST.terms.parts), "declarations"),
        ((*MANIFEST.terms.parts[:2], PartSeal("proposal", bytes(32))), "proposal"),
        (MANIFEST.terms.parts[:2], ""),
    ],
    ids=["all", "one", "fewer"],
)
def test_part_that_was_not_committed_to_is_laid_to_the_sealer(
    parts: tuple[PartSeal, ...], which: str
) -> None:
    other = resealed(parts=parts)
    found = open_envelope(other.manifest, other.body, texts_of(other), OPENSSL)
    assert found == OpeningFault("part.differs", Blame.SEALER, which)


def test_every_fault_has_words_in_both_languages() -> None:
    for code in FAULTS:
        words = fault_words(fault(code))
        assert words.zh and words.en and words.zh != words.en


def test_envelope_without_parts_cannot_be_sealed() -> None:
    with pytest.raises(ValueError):
        seal((), context="c", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL)


class InPieces:
    """A content that comes piece by piece, as often as it is asked for."""

    def __init__(self, content: bytes, step: int, size: int | None = None) -> None:
        self._content, self._step, self.size = content, step, len(content) if size is None else size

    def __iter__(self) -> Iterator[bytes]:
        return (self._content[at : at + self._step] for at in range(0, len(self._content), self._step))


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("step", [999, 65_536, 70_001])
def test_a_part_that_comes_in_pieces_is_sealed_to_the_same_bytes_as_one_that_is_held(length, step):
    content = chance("content")(length)
    sealed = seal(
        [*PARTS, Part("technical", content)],
        context="case-7/lot-1/price", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL,
    )  # fmt: skip
    body: list[bytes] = []
    manifest, shares = seal_into(
        body.append,
        [LargePart("technical", InPieces(content, step)), *PARTS],
        context="case-7/lot-1/price", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL,
    )  # fmt: skip
    assert SealedEnvelope(manifest, b"".join(body), shares) == sealed
    assert max(map(len, body)) <= age.CHUNK + age.TAG_SIZE
    opened = open_envelope(manifest, b"".join(body), texts_of(sealed), OPENSSL)
    assert isinstance(opened, OpenedEnvelope)
    assert [each.part.content for each in opened.parts][-1] == content


@pytest.mark.parametrize("said", [9, 11])
def test_a_part_that_is_not_as_long_as_it_said_is_not_sealed(said):
    part = LargePart("technical", InPieces(b"ten bytes.", 4, said))
    with pytest.raises(BadBody, match="technical"):
        seal_into(lambda _: None, [part], context="", key_set=KEYS, randomness=chance("bid"), crypto=OPENSSL)
