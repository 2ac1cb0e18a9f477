"""What is missing from journal, log and vault is missed: each by a trace that its deletion leaves."""

import pytest
from django.db import connection

import scripts
from daylight.core.acts.act import read_act
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.ledger.tiles import entries_path, tile_path
from daylight.core.procedures.bidding import sealed_files
from daylight.store import models
from daylight.store.log import FolderLog
from kept_world import checked, kept_in, sql
from logs import sequencer


@pytest.fixture
def kept(database, tmp_path, monkeypatch):
    yield from kept_in(tmp_path, monkeypatch)


def told(lines):
    """Whether ``fsck`` finds a fault and says each of these lines."""
    code, said = checked()
    missing = [line for line in lines if line not in said.splitlines()]
    assert (code, missing) == (1, []), said


def last_act():
    return models.Entry.objects.order_by("-position").first()


def test_an_act_that_lost_the_number_of_its_leaf_is_named(kept):
    for row in (last_act(), models.Entry.objects.order_by("position").first()):
        sql("UPDATE store_entry SET leaf = NULL WHERE position = %s", row.position)
        told([f"{row.docket}/{row.seq}: is leaf {row.leaf} of the log, and its row does not say so"])
        sql("UPDATE store_entry SET leaf = %s WHERE position = %s", row.leaf, row.position)
    assert checked()[0] == 0


def test_an_act_that_never_left_though_later_ones_did_is_named(kept):
    row = models.Entry.objects.order_by("position").first()
    sql("UPDATE store_entry SET leaf = NULL, salt = %s WHERE position = %s", bytes(32), row.position)
    told([f"{row.docket}/{row.seq}: has no leaf, but acts after it have"])


def test_the_last_checkpoint_deleted_is_named(kept, tmp_path):
    sequencer(FolderLog(tmp_path / "log"), leaves=100, seed="more").tick()
    assert checked()[0] == 0
    models.SignedCheckpoint.objects.filter(size=200).delete()
    told(["checkpoint/200: was signed and published, but its row is missing"])


def test_all_checkpoints_deleted_are_missed_even_by_a_log_without_its_published_one(kept, tmp_path):
    models.SignedCheckpoint.objects.all().delete()
    told(["checkpoint/100: was signed and published, but its row is missing"])
    (tmp_path / "log" / "checkpoint").unlink()
    row = last_act()
    told([f"{row.docket}/{row.seq}: differs from leaf {row.leaf} of the log"])


def test_a_published_checkpoint_that_is_gone_or_another_is_named(kept, tmp_path):
    log = FolderLog(tmp_path / "log")
    old = log.read("checkpoint")
    sequencer(log, leaves=100, seed="more").tick()
    (tmp_path / "log" / "checkpoint").write_bytes(old)
    assert checked()[0] == 0  # as a crash between signing and publishing leaves it: the next tick mends it
    (tmp_path / "log" / "checkpoint").write_bytes(old[:-9] + b"AAAAAAA=\n")
    told(["checkpoint: its signature does not hold"])
    (tmp_path / "log" / "checkpoint").unlink()
    told(["checkpoint: the published checkpoint is missing"])


def bids():
    return list(models.Entry.objects.filter(kind=SubmitBid.__name__).order_by("position"))


def test_a_sealed_file_that_is_gone_from_the_vault_is_named(kept, tmp_path):
    row = bids()[0]
    for envelope in read_act(bytes(row.source)).deed(SubmitBid).envelopes:
        for digest in sealed_files(envelope.manifest):
            place = tmp_path / "vault" / digest[:2] / digest
            content = place.read_bytes()
            place.unlink()
            told([f"vault/{digest}: is missing: {row.docket}/{row.seq} has sealed it"])
            place.write_bytes(content)
    assert checked()[0] == 0


def test_a_vault_that_was_emptied_is_told_file_by_file(kept, tmp_path):
    for place in (tmp_path / "vault").glob("??/*"):
        place.unlink()
    book = kept.office.rules.book.digest
    sealed = read_act(bytes(bids()[-1].source)).deed(SubmitBid).envelopes[0].manifest
    where = f"{bids()[-1].docket}/{bids()[-1].seq}"
    told(
        [f"vault/{book}: is missing: the rulebook that acts were judged by"]
        + [f"vault/{digest}: is missing: {where} has sealed it" for digest in sealed_files(sealed)]
    )


def test_a_document_that_is_not_kept_is_worth_a_look_and_no_fault(kept, tmp_path):
    row = models.Entry.objects.get(kind=IssueSolicitation.__name__)
    digest = read_act(bytes(row.source)).deed(IssueSolicitation).contract_terms.sha256
    (tmp_path / "vault" / digest[:2] / digest).unlink(missing_ok=True)
    code, said = checked()
    note = f"  vault/{digest}: is not kept: {row.docket}/{row.seq} names it as a document"
    assert (code, note in said.splitlines()) == (0, True), said


def test_the_last_act_of_a_docket_deleted_is_missed_by_the_count_of_its_checkpoint(kept):
    row = last_act()
    count = models.Entry.objects.count()
    models.PrivateField.objects.filter(intent_id=row.intent_id).delete()
    models.Publication.objects.order_by("-seq").first().delete()
    models.Entry.objects.filter(pk=row.pk).delete()
    lines = [f"checkpoint/100: {count} of the leaves that left with it were acts, and {count - 1} are left"]
    if connection.vendor == "sqlite":
        lines.append(f"journal/{row.position}: what was entered here was deleted")
    told(lines)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL may skip numbers")
def test_an_act_deleted_before_it_left_for_the_log_is_missed_by_its_number(kept):
    before = last_act().position
    scripts.to_issue(kept, scripts.SMALL)
    first, last = before + 1, last_act().position
    assert checked()[0] == 0
    models.Entry.objects.filter(position__gte=first).delete()
    told([f"journal/{first}-{last}: what was entered here was deleted"])


def flipped(place, at=-2):
    content = bytearray(place.read_bytes())
    content[at] ^= 1
    place.write_bytes(content)


def test_a_byte_flipped_in_any_file_of_the_log_is_named(kept, tmp_path):
    log = FolderLog(tmp_path / "log")
    for seed in range(5):
        sequencer(log, leaves=100, seed=str(seed)).tick()
    assert checked()[0] == 0
    files = [place for place in (tmp_path / "log").rglob("*") if place.is_file() and place.name != ".turn"]
    names = {str(place.relative_to(tmp_path / "log")) for place in files}
    assert {tile_path(0, 0), entries_path(0), tile_path(1, 0, 1), tile_path(1, 0, 2), "checkpoint"} <= names
    for place in files:
        name = str(place.relative_to(tmp_path / "log"))
        flipped(place)
        code, said = checked()
        assert (code, any(line.startswith(f"{name}: ") for line in said.splitlines())) == (1, True), (
            name,
            said,
        )
        flipped(place)
    assert checked()[0] == 0


def test_a_file_of_the_log_that_is_gone_or_cannot_be_read_is_named(kept, tmp_path):
    for name in (tile_path(0, 0, 100), entries_path(0, 100)):
        place = tmp_path / "log" / name
        content = place.read_bytes()
        place.unlink()
        told([f"{name}: the file is missing"])
        place.mkdir()
        told([f"{name}: the file cannot be read: Is a directory"])
        place.rmdir()
        place.write_bytes(content)
    assert checked()[0] == 0
