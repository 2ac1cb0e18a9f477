"""The worked examples of ``docs/formats``: the code makes the bytes of each page."""

import json
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from daylight.core.acts.bidding import WithdrawBid
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.intent import build_intent, intent_id, signing_bytes
from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.intake import Due, Intake
from daylight.core.ledger.leaf import commitment, leaf_entry
from daylight.core.ledger.note import Signer, open_note, read_vkey, sign
from daylight.core.ledger.proof import LogProof, check_log_proof, read_log_proof
from daylight.core.ledger.tiles import encode_entries, entries_path, tile_content, tiles_of
from daylight.core.ledger.tree import inclusion_proof, leaf_hash, nodes_of, root_of
from daylight.core.sealing import age
from daylight.core.sealing.bech32 import identity_text, read_identity, recipient_text
from daylight.core.sealing.envelope import open_envelope, open_share, seal
from daylight.core.sealing.manifest import KeySet, Manifest
from daylight.core.sealing.parts import Part
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.opened import Keys
from daylight.verifier.shape import FORMAT, Listing, files_of, read_listing
from docs.pages import ROOT, TEXTS, blocks

ORIGIN = "log.example.org/daylight"
KEY = Signer(ORIGIN, bytes([2]) * 32)
SALT = bytes([3]) * 32
LONGEST_PAGE = 120


def example(name):
    """The blocks of the example of a page, each with its last newline."""
    text = TEXTS[f"docs/formats/{name}.md"].partition("\n## Example\n")[2]
    return [block for _, block in blocks(text)]


SPELLED = example("canonical-bytes")[1].strip().encode()
COMMITMENT = commitment(SALT, SPELLED)
ENTRIES = [leaf_entry(one) for one in (COMMITMENT, bytes([4]) * 32, bytes([5]) * 32)]
HASHES = [leaf_hash(entry) for entry in ENTRIES]
CHECKPOINT = sign(Checkpoint(ORIGIN, 3, root_of(HASHES)).text(), (KEY,), OPENSSL).encoded()


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        (Money(1250, "CNY"), '{"amount_minor":1250,"currency":"CNY"}'),
        (Instant(1_800_000_000_000, 480), '{"offset_minutes":480,"utc_ms":1800000000000}'),
        (date(2026, 3, 2), '"2026-03-02"'),
        (Fraction(6, 20), '"3/10"'),
        (Fraction(3), '"3/1"'),
        (Text("…", "…"), '{"en":"…","zh":"…"}'),
        (None, "null"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_spelled_as_the_page_says(value, spelled):
    assert canonical_bytes(value) == spelled.encode()
    assert f"`{spelled}`" in TEXTS["docs/formats/canonical-bytes.md"]


def test_an_intent_is_spelled_hashed_and_signed_as_the_page_says():
    value, spelled, id, signature = example("canonical-bytes")
    intent = build_intent(json.loads(value))
    seed = bytes([1]) * 32
    assert spelled == f"{intent.spelled.decode()}\n"
    assert id == f"{intent_id(intent)}\n"
    assert signature == f"{OPENSSL.ed25519_sign(seed, signing_bytes(intent)).hex()}\n"
    assert f"`{OPENSSL.ed25519_public(seed).hex()}`" in TEXTS["docs/formats/canonical-bytes.md"]
    assert intent.docket == bid_docket(intent.deed_of(WithdrawBid).case, (intent.organisation,))


def test_a_receipt_is_the_note_of_the_page():
    vkey, note = example("note")
    text = Intake(ORIGIN, COMMITMENT, 1_799_999_999_000, Due(1_800_000_439_000, 5_000)).text()
    assert vkey == f"{KEY.verifier(OPENSSL).vkey}\n"
    assert note.encode() == sign(text, (KEY,), OPENSSL).encoded()
    assert open_note(note.encode(), (read_vkey(vkey.strip()),), OPENSSL).text == text


def test_a_leaf_is_that_of_the_page():
    committed, entry, hashed = example("leaf")
    assert committed == f"{COMMITMENT.hex()}\n"
    assert (entry.encode(), len(entry)) == (ENTRIES[0], 62)
    assert hashed == f"{HASHES[0].hex()}\n"


def test_a_log_of_three_leaves_is_that_of_the_page():
    tile, entries, checkpoint, proof, paths = example("tile")
    (only,), nodes = tiles_of(3), nodes_of(HASHES)
    assert bytes.fromhex(tile) == tile_content(only, nodes)
    assert entries == f"{sha256(encode_entries(ENTRIES)).hexdigest()}\n"
    assert f"`{only.path}`" in TEXTS["docs/formats/tile.md"]
    assert (
        f"`{entries_path(0, 3)}`, has {len(encode_entries(ENTRIES))} bytes" in TEXTS["docs/formats/tile.md"]
    )
    assert checkpoint.encode() == CHECKPOINT
    assert proof.encode() == LogProof(0, inclusion_proof(0, 3, nodes), CHECKPOINT, SALT).encoded()
    verifiers = (KEY.verifier(OPENSSL),)
    shown = check_log_proof(read_log_proof(proof.encode()), ENTRIES[0], verifiers, OPENSSL)
    assert shown == open_checkpoint(CHECKPOINT, verifiers, OPENSSL)[0]
    assert paths.split() == [one.path for one in tiles_of(70_000) if one.width < 256 or one.index == 0]


def counting():
    """Randomness of which the n-th draw is the byte n, as often as asked for."""
    drawn = 0

    def draw(length):
        nonlocal drawn
        drawn += 1
        return bytes([drawn]) * length

    return draw


def test_an_envelope_is_that_of_the_page():
    shown, digest, share, identity = example("envelope")
    secrets = [identity_text(bytes([one]) * 32) for one in (0x61, 0x62, 0x63)]
    holders = tuple(recipient_text(age.public_of(read_identity(one), OPENSSL)) for one in secrets)
    manifest = build(Manifest, json.loads(shown))
    sealed = seal(
        (Part("declaration", b"{}"), Part("price", b'{"total":100}')),
        context=manifest.terms.context,
        key_set=KeySet("keys-1", 2, holders),
        randomness=counting(),
        crypto=OPENSSL,
    )
    texts = [
        open_share(file, manifest, secret, OPENSSL)
        for file, secret in zip(sealed.shares, secrets, strict=True)
    ]
    assert plain(sealed.manifest) == json.loads(shown)
    assert digest == f"{manifest.digest().hex()}\n"
    assert share.encode() == texts[0]
    for pair in (texts[:2], texts[1:], texts[::2]):
        assert identity == f"{open_envelope(manifest, sealed.body, pair, OPENSSL).identity}\n"


def test_the_list_of_a_bundle_is_that_of_the_page():
    (note,) = example("bundle")
    key = KEY.verifier(OPENSSL)
    contents = {
        "index/bids.json": b"[]",
        "keys.json": canonical_bytes(Keys(key.vkey, key.vkey, key.vkey)),
        "log/checkpoint": CHECKPOINT,
        "openings.json": b"[]",
        "rulebook.json": b"{}",
        "world.json": b"{}",
    }
    case = f"case-{'0' * 32}"
    listing = Listing(FORMAT, ORIGIN, "public", (case,), 1_800_000_000_000, files_of(contents))
    assert note.encode() == sign(listing.text(), (KEY,), OPENSSL).encoded()
    assert read_listing(open_note(note.encode(), (key,), OPENSSL).text) == listing


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "formats").glob("*.md")), ids=lambda page: page.name)
def test_a_page_of_a_format_is_short(page):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE
