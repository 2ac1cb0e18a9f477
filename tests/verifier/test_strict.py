"""The folder must be exactly what was signed: no file more, none less, no link, no byte changed."""

import pytest

from bundles import full_bundle
from daylight.cli.bundle import write_folder
from daylight.core.ledger.note import Signer, sign
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.opened import Pins
from daylight.verifier.shape import NOTE, ONE_EACH
from daylight.verifier.verify import verify, verify_folder
from logs import LOG_KEY


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "bundle", full_bundle().items())
    return tmp_path / "bundle"


def codes(verdict):
    return [finding.code for finding in (*verdict.contradictions, *verdict.gaps)]


def test_reading_leaves_the_folder_as_it_was(folder):
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}
    for path in folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    folder.chmod(0o555)
    assert verify_folder(folder, OPENSSL).exit_code == 0
    folder.chmod(0o755)
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")} == before


@pytest.mark.parametrize("path", [*ONE_EACH, NOTE])
def test_a_missing_file_lets_nothing_be_concluded(folder, path):
    (folder / path).unlink()
    assert verify_folder(folder, OPENSSL).exit_code == 2


@pytest.mark.parametrize("part", ["acts", "proofs", "receipts", "evaluation"])
def test_a_missing_act_proof_receipt_or_evaluation_lets_nothing_be_concluded(folder, part):
    next(path for path in sorted((folder / part).rglob("*")) if path.is_file()).unlink()
    assert verify_folder(folder, OPENSSL).exit_code == 2


@pytest.mark.parametrize("name", ["notes.txt", "acts/case-1/0.json", "log/checkpoint2", ".hidden"])
def test_a_file_nobody_signed_is_a_contradiction(folder, name):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"{}")
    verdict = verify_folder(folder, OPENSSL)
    assert (verdict.exit_code, codes(verdict)) == (1, ["bundle.unknown-file"])


def test_links_are_refused_even_to_the_right_bytes(folder):
    (folder / "world.json").rename(folder.parent / "world.json")
    (folder / "world.json").symlink_to(folder.parent / "world.json")
    verdict = verify_folder(folder, OPENSSL)
    assert (verdict.exit_code, codes(verdict)) == (1, ["bundle.strange-file"])


def test_what_is_not_a_folder_lets_nothing_be_concluded(tmp_path):
    assert verify_folder(tmp_path / "nothing", OPENSSL).exit_code == 2
    (tmp_path / "file").write_bytes(b"")
    assert verify_folder(tmp_path / "file", OPENSSL).exit_code == 2


def test_another_key_than_the_pinned_one_lets_nothing_be_concluded():
    other = Signer(LOG_KEY.name, bytes(32)).verifier(OPENSSL)
    verdict = verify(full_bundle(), OPENSSL, pins=Pins((other.vkey,)))
    assert (verdict.exit_code, codes(verdict)) == (2, ["bundle.not-pinned"])
    assert verify(full_bundle(), OPENSSL, pins=Pins((other.vkey, LOG_KEY.vkey))).exit_code == 0


def test_a_second_signature_under_the_list_is_refused():
    other = sign("x\n", (Signer("other", bytes(32)),), OPENSSL).encoded().rpartition(b"\n\n")[2]
    files = {**full_bundle(), NOTE: full_bundle()[NOTE] + other}
    assert codes(verify(files, OPENSSL)) == ["bundle.malformed"]
