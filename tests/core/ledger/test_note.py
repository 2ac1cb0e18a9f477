"""Signed notes: the examples of golang.org/x/mod/sumdb/note, accepted and refused as there."""

from __future__ import annotations

from base64 import b64decode, b64encode

import pytest

from daylight.core.ledger.note import (
    BadSignature,
    Malformed,
    NoKnownKey,
    Note,
    Signer,
    Verifier,
    key_id,
    open_note,
    read_note,
    read_vkey,
    sign,
)
from daylight.core.values.keys import LOW_ORDER
from daylight.crypto.openssl import OPENSSL

PETER_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH_VKEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
PETER_SEED = b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcEl"
    "ZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOX"
    "m2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)
PETER, ENOCH = read_vkey(PETER_VKEY), read_vkey(ENOCH_VKEY)
BOTH = f"{TEXT}\n{PETER_LINE}{ENOCH_LINE}".encode()


def test_vkey_is_read_and_written_alike() -> None:
    assert (PETER.name, PETER.key_id.hex(), PETER.vkey) == ("PeterNeumann", "c74f20a3", PETER_VKEY)


def test_no_part_of_a_vkey_is_a_vkey() -> None:
    for start in range(len(PETER_VKEY)):
        for end in range(start + 1, len(PETER_VKEY) + 1):
            if (start, end) != (0, len(PETER_VKEY)):
                with pytest.raises(Malformed):
                    read_vkey(PETER_VKEY[start:end])


@pytest.mark.parametrize("at", range(len(PETER_VKEY)))
def test_no_altered_vkey_is_a_vkey(at: int) -> None:
    with pytest.raises(Malformed):
        read_vkey(PETER_VKEY[:at] + chr(ord(PETER_VKEY[at]) + 1) + PETER_VKEY[at + 1 :])


@pytest.mark.parametrize(
    "vkey",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ],
    ids=["key of another length", "unknown algorithm"],
)
def test_vkey_of_another_kind_is_refused(vkey: str) -> None:
    with pytest.raises(Malformed):
        read_vkey(vkey)


@pytest.mark.parametrize("point", sorted(LOW_ORDER), ids=bytes.hex)
def test_vkey_of_a_weak_key_is_refused(point: bytes) -> None:
    typed = b"\x01" + point
    with pytest.raises(Malformed):
        read_vkey(f"weak+{key_id('weak', typed).hex()}+{b64encode(typed).decode()}")


def test_signing_gives_the_note_of_the_example() -> None:
    signer = Signer("PeterNeumann", PETER_SEED)
    assert sign(TEXT, (signer,), OPENSSL).encoded() == f"{TEXT}\n{PETER_LINE}".encode()


def test_signer_does_not_show_its_seed() -> None:
    assert repr(Signer("gate", bytes(32))) == "Signer('gate')"


def test_note_is_opened_by_its_known_keys_and_others_are_kept() -> None:
    opened = open_note(BOTH, (PETER,), OPENSSL)
    assert (opened.text, opened.by) == (TEXT, (PETER,))
    assert [other.line() for other in opened.others] == [ENOCH_LINE]
    assert open_note(BOTH, (PETER, ENOCH), OPENSSL).by == (PETER, ENOCH)


def test_note_is_written_as_it_was_read() -> None:
    assert read_note(BOTH).encoded() == BOTH


def test_repeated_signature_counts_once() -> None:
    assert open_note(f"{TEXT}\n{PETER_LINE}{PETER_LINE}".encode(), (PETER,), OPENSSL).by == (PETER,)


def test_note_without_a_known_key_is_refused() -> None:
    with pytest.raises(NoKnownKey):
        open_note(BOTH, (), OPENSSL)


def test_key_under_another_name_is_another_key() -> None:
    with pytest.raises(NoKnownKey):
        open_note(BOTH, (Verifier("Somebody", PETER.public),), OPENSSL)


def test_bad_signature_by_a_known_key_spoils_the_note() -> None:
    bad = PETER_LINE[:60] + "ABCD" + PETER_LINE[60:]
    with pytest.raises(BadSignature):
        open_note(f"{TEXT}\n{ENOCH_LINE}{bad}".encode(), (PETER, ENOCH), OPENSSL)
    with pytest.raises(BadSignature):
        open_note(BOTH.replace(b"answer", b"Answer"), (PETER,), OPENSSL)


def test_key_given_twice_is_one_key() -> None:
    assert open_note(BOTH, (PETER, PETER), OPENSSL).by == (PETER,)


@pytest.mark.parametrize(
    "message",
    [
        TEXT,
        TEXT + "\n",
        TEXT + "\n" + PETER_LINE[:-1],
        TEXT + PETER_LINE,
        "\x01" + TEXT + "\n" + PETER_LINE,
        TEXT + "\r\n\n" + PETER_LINE,
        TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad Name"),
        TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad+Name"),
        TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad\u3000Name"),
        TEXT + "\n" + PETER_LINE.replace("PeterNeumann", ""),
        TEXT + "\n" + PETER_LINE.replace("—", "-"),
        TEXT + "\n" + PETER_LINE.replace("=", ""),
        TEXT + "\n" + PETER_LINE.replace("nAM=", "nAN="),
        TEXT + "\n— PeterNeumann x08gow==\n",
        TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
        TEXT + "\n" + PETER_LINE * 101,
    ],
)
def test_malformed_note_is_refused(message: str) -> None:
    with pytest.raises(Malformed):
        open_note(message.encode(), (PETER,), OPENSSL)


def test_note_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(Malformed):
        read_note(b"\xff" + BOTH)


def test_hundred_signatures_are_still_a_note() -> None:
    assert len(read_note(f"{TEXT}\n{PETER_LINE * 100}".encode()).signatures) == 100


def test_text_may_hold_empty_lines() -> None:
    signer = Signer("gate", bytes(32))
    note = sign("one\n\ntwo\n", (signer,), OPENSSL)
    assert read_note(note.encoded()) == note
    assert open_note(note.encoded(), (signer.verifier(OPENSSL),), OPENSSL).text == "one\n\ntwo\n"


def test_text_without_a_final_newline_cannot_be_signed() -> None:
    with pytest.raises(Malformed):
        sign("abc", (), OPENSSL)
    assert Note("abc\n", ()).encoded() == b"abc\n\n"
