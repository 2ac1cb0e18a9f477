"""Proof files: read strictly, and believed only under a signature."""

from __future__ import annotations

import pytest

from daylight.core.ledger import tree
from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.note import BadSignature, Malformed, NoKnownKey, Signer, sign
from daylight.core.ledger.proof import LogProof, NotIncluded, check_log_proof, read_log_proof
from daylight.crypto.openssl import OPENSSL

ENTRIES = [f"entry {n}\n".encode() for n in range(11)]
NODES = tree.nodes_of([tree.leaf_hash(entry) for entry in ENTRIES])
SIGNER = Signer("log.example/daylight/test", bytes(32))
LOG = (SIGNER.verifier(OPENSSL),)
HEAD = Checkpoint(SIGNER.name, len(ENTRIES), tree.compact(len(ENTRIES), NODES).root())
NOTE = sign(HEAD.text(), (SIGNER,), OPENSSL).encoded()


def proof_of(index: int, extra: bytes | None = None) -> LogProof:
    return LogProof(index, tree.inclusion_proof(index, len(ENTRIES), NODES), NOTE, extra)


@pytest.mark.parametrize("extra", [None, b"", b"salt"])
@pytest.mark.parametrize("index", range(len(ENTRIES)))
def test_every_entry_is_proved_by_its_file(index: int, extra: bytes | None) -> None:
    proof = proof_of(index, extra)
    read = read_log_proof(proof.encoded())
    assert read == proof
    assert check_log_proof(read, ENTRIES[index], LOG, OPENSSL) == HEAD


def test_proof_in_a_log_of_one_has_no_hashes() -> None:
    one = Checkpoint(SIGNER.name, 1, tree.leaf_hash(b"only"))
    proof = LogProof(0, (), sign(one.text(), (SIGNER,), OPENSSL).encoded())
    assert proof.encoded().startswith(b"c2sp.org/tlog-proof@v1\nindex 0\n\nlog.example")
    assert check_log_proof(read_log_proof(proof.encoded()), b"only", LOG, OPENSSL) == one


def test_another_entry_is_not_included() -> None:
    with pytest.raises(NotIncluded):
        check_log_proof(proof_of(4), ENTRIES[5], LOG, OPENSSL)


def test_root_is_not_believed_without_its_signature() -> None:
    forged = Checkpoint(SIGNER.name, 1, tree.leaf_hash(b"forged")).text().encode()
    signature = NOTE[len(HEAD.text()) :]
    with pytest.raises(BadSignature):
        check_log_proof(LogProof(0, (), forged + signature), b"forged", LOG, OPENSSL)
    with pytest.raises(NoKnownKey):
        check_log_proof(proof_of(4), ENTRIES[4], (), OPENSSL)


GOOD = proof_of(4, b"salt").encoded()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"proof@v1", b"proof@v2"),
        (b"index 4", b"index 04"),
        (b"index 4", b"index -4"),
        (b"index 4", b"Index 4"),
        (b"index 4\n", b""),
        (b"extra c2FsdA==", b"extra c2FsdA"),
        (b"extra c2FsdA==", b"extra c2FsdA==\nextra c2FsdA=="),
        (b"index 4\n", b"index 4\nAAAA\n"),
        (b"index 4\n", b"index 4\n" + (b"A" * 43 + b"=\n") * 64),
        (b"index 4\n", "index 4\n—\n".encode()),
        (b"\n\n", b"\n"),
    ],
)
def test_malformed_proof_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(Malformed):
        read_log_proof(GOOD.replace(old, new))
