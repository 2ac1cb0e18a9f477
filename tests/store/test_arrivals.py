"""Files on their way into the vault: what is unfinished is counted, and cleared after a day."""

import os
import time
from hashlib import sha256

import pytest

from daylight.store.arrivals import DAY_SECONDS, PART_BYTES, Arrivals, NotAsDeclared, Upload
from daylight.store.vault import FolderVault


@pytest.fixture
def arrivals(tmp_path):
    vault = FolderVault(tmp_path)
    return Arrivals(tmp_path / ".arriving", vault)


def brought(arrivals, content):
    arrival = arrivals.begin()
    arrival.write(content)
    return arrival, sha256(content).hexdigest()


def keep_part(arrivals, upload, number, content):
    arrival, digest = brought(arrivals, content)
    arrivals.keep_part(arrival, digest, upload, number)
    arrival.drop()


def test_a_file_comes_in_parts_of_four_mebibytes_and_a_rest():
    assert [Upload("p", "d", size).parts for size in (1, PART_BYTES, PART_BYTES + 1, 25 * PART_BYTES)] == [
        1, 1, 2, 25,
    ]  # fmt: skip
    assert [Upload("p", "d", PART_BYTES + 7).part_size(number) for number in (0, 1)] == [PART_BYTES, 7]


def test_a_whole_file_is_moved_into_the_vault_once(arrivals, tmp_path):
    for _ in range(2):
        arrival, digest = brought(arrivals, b"content")
        arrivals.keep(arrival, digest)
        arrival.drop()
    assert FolderVault(tmp_path).get(digest) == b"content"
    assert list(FolderVault(tmp_path).checked()) == [(digest, True)]


def test_what_has_another_digest_never_enters_the_vault(arrivals, tmp_path):
    arrival, _ = brought(arrivals, b"content")
    with pytest.raises(NotAsDeclared):
        arrivals.keep(arrival, sha256(b"other").hexdigest())
    arrival.drop()
    assert list(FolderVault(tmp_path).checked()) == []
    assert list((tmp_path / ".arriving").iterdir()) == []


def test_unfinished_uploads_are_counted_and_cleared_after_a_day(arrivals, tmp_path):
    old, new = Upload("p", "a" * 64, PART_BYTES + 3), Upload("q", "b" * 64, PART_BYTES + 3)
    for upload in (old, new):
        keep_part(arrivals, upload, 1, b"end")
    assert (arrivals.held("p"), arrivals.held("q"), arrivals.held()) == (3, 3, 6)
    yesterday = time.time() - DAY_SECONDS - 1
    os.utime(tmp_path / ".arriving" / "p" / f"{old.sha256}-{old.size}", (yesterday, yesterday))
    assert arrivals.clear() == 1
    assert (arrivals.held("p"), arrivals.held("q")) == (0, 3)
    assert (arrivals.missing(old), arrivals.missing(new)) == ((0, 1), (0,))


def test_the_files_of_the_vault_are_no_arrivals_and_arrivals_no_files_of_the_vault(arrivals, tmp_path):
    vault = FolderVault(tmp_path)
    kept = vault.put(b"kept")
    keep_part(arrivals, Upload("p", "a" * 64, PART_BYTES + 3), 1, b"end")
    assert [name for name, _ in vault.checked()] == [kept]
