"""The log in a folder beside the database: one sequence of leaves, refused where the two differ."""

import pytest
from click.testing import CliRunner

import server
from daylight.cli import fsck as command
from daylight.core.ledger.leaf import leaf_entry
from daylight.core.ledger.note import read_note, sign
from daylight.core.ledger.proof import check_log_proof
from daylight.core.values.plain import canonical_bytes, plain
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import TOLERANCE_MS
from daylight.office.logbook import LogRefused
from daylight.practice.town import register_supplier
from daylight.store import models
from daylight.store.fsck import fsck
from daylight.store.house import House
from daylight.store.journal import DatabaseJournal
from daylight.store.log import FolderLog
from daylight.store.vault import FolderVault
from logs import LOG_KEY, DyingBook, Killed, sequencer
from world import KEYS, found


@pytest.fixture
def kept(database, tmp_path):
    """A settled world whose acts are in the database, its log, and a check of everything."""
    journal, vault = DatabaseJournal(), FolderVault(tmp_path / "vault")
    world = found(journal=journal, vault=vault, experts=2)
    vault.put(b"a document")
    vault.put(canonical_bytes(world.office.rules.book))
    book = FolderLog(tmp_path / "log")
    house = House(book, vault, world.office.keys, world.office.rules)
    yield world, book, lambda: fsck(house), tmp_path
    journal.close()


def where(report):
    return sorted({finding.where for finding in report.findings})


def test_every_act_is_proved_and_everything_recomputes(kept):
    _, book, check, _ = kept
    log = sequencer(book, leaves=20)
    log.drain()
    log.check()
    for row in models.Entry.objects.all():
        proof = log.proof_of(row.intent_id)
        leaf = next(leaf for leaf in book.numbered() if leaf.number == row.leaf)
        check_log_proof(proof, leaf_entry(leaf.commitment), (LOG_KEY,), OPENSSL)
    report = check()
    acts = models.Entry.objects.count()
    said = plain(report)
    assert len(said.pop("unchecked")) == 7
    assert said == {
        "acts": acts, "links": 0, "leaves": -(-acts // 20) * 20, "checkpoints": -(-acts // 20), "files": 2,
        "publications": 0, "cases": 0, "findings": [], "notes": [],
    }  # fmt: skip


def test_a_crash_at_any_step_leaves_nothing_signed_ahead(kept):
    _, book, check, _ = kept
    sequencer(book, leaves=5).tick()
    for steps in range(1, 6):
        for after in (False, True):
            with pytest.raises(Killed):
                sequencer(DyingBook(book, steps, after=after), leaves=5, seed=f"{steps}{after}").tick()
            sequencer(book, leaves=5).check()
            sequencer(book, leaves=5, seed=f"risen {steps}{after}").tick()
    assert where(check()) == []


def harm_act(folder):
    row = models.Entry.objects.filter(kind="RegisterPerson").first()
    models.Entry.objects.filter(pk=row.pk).update(source=bytes(row.source).replace(b'"world"', b'"WORLD"'))
    return [f"{row.docket}/{row.seq}", f"private/{row.intent_id}/phone"]


def harm_number(folder):
    first, second = models.Entry.objects.order_by("docket", "seq")[:2]
    models.Entry.objects.filter(pk=first.pk).update(leaf=second.leaf)
    return [f"{first.docket}/{first.seq}"]


def harm_kind(folder):
    row = models.Entry.objects.order_by("docket", "seq").first()
    models.Entry.objects.filter(pk=row.pk).update(received_ms=row.received_ms + 1)
    return [f"{row.docket}/{row.seq}"]


def harm_receipt(folder):
    first, second = models.Entry.objects.order_by("docket", "seq")[:2]
    models.Entry.objects.filter(pk=first.pk).update(note=second.note)
    return [f"{first.docket}/{first.seq}"]


def harm_private(folder):
    row = models.PrivateField.objects.order_by("pk").first()
    models.PrivateField.objects.filter(pk=row.pk).update(value="somebody else")
    return [f"private/{row.intent_id}/{row.path}"]


def harm_checkpoint(folder):
    row = models.SignedCheckpoint.objects.order_by("size").first()
    models.SignedCheckpoint.objects.filter(pk=row.pk).update(root="00" * 32)
    return [f"checkpoint/{row.size}"]


def harm_tile(folder):
    return [harmed(folder, next((folder / "log/tile/0").rglob("*.p/40"))), "tile/entries/000.p/40"]


def harm_bundle(folder):
    return [harmed(folder, next((folder / "log/tile/entries").rglob("*.p/40")))]


def harm_vault(folder):
    path = next(path for path in (folder / "vault").rglob("*") if path.is_file())
    harmed(folder, path)
    return [f"vault/{path.name}"]


def harmed(folder, path):
    content = bytearray(path.read_bytes())
    content[-2] ^= 1
    path.write_bytes(content)
    return str(path.relative_to(folder / "log")) if path.is_relative_to(folder / "log") else ""


HARMS = (
    harm_act, harm_number, harm_kind, harm_receipt, harm_private, harm_checkpoint, harm_tile, harm_bundle,
    harm_vault,
)  # fmt: skip


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_what_was_harmed_is_found_where_it_lies(kept, harm):
    _, book, check, folder = kept
    sequencer(book, leaves=40).tick()
    assert where(check()) == []
    harmed_at = harm(folder)
    assert set(harmed_at) <= set(where(check()))
    assert len(where(check())) <= 3


def test_the_log_does_not_start_on_another_database(kept):
    _, book, _, _ = kept
    log = sequencer(book, leaves=40)
    log.tick()
    log.check()
    row = models.Entry.objects.order_by("-position").first()
    models.Entry.objects.filter(pk=row.pk).update(salt=bytes(32))
    with pytest.raises(LogRefused):
        log.check()


def test_the_command_says_what_it_found(kept, monkeypatch):
    _, book, check, _ = kept
    sequencer(book, leaves=40).tick()
    monkeypatch.setattr(command, "recomputed", lambda settings: check())
    sound = CliRunner().invoke(command.fsck, ["--lang", "en"])
    assert sound.exit_code == 0
    assert "No fault was found" in sound.output
    where_harmed = harm_kind(None)[0]
    harmed = CliRunner().invoke(command.fsck, ["--lang", "zh"])
    assert harmed.exit_code == 1
    assert f"{where_harmed}: 数据库各列与行为不符" in harmed.output


def test_what_earlier_keys_signed_holds_and_what_a_replaced_one_signs_does_not(kept):
    world, book, check, _ = kept
    log = sequencer(book, leaves=40, keys=world.office.keys)
    log.tick()
    for role in ("log", "intake"):
        server.replace_key(world, role)
    log.tick()
    world.clock.move_to(world.clock.now().later_by(2 * TOLERANCE_MS))
    register_supplier(world.stage, server.NEWCOMER, territory="CN-37")
    log.tick()
    assert where(check()) == []
    row = models.Entry.objects.order_by("-position").first()
    read = read_note(bytes(row.note)).text
    models.Entry.objects.filter(pk=row.pk).update(note=sign(read, (KEYS.intake,), OPENSSL).encoded())
    assert where(check()) == [f"{row.docket}/{row.seq}"]


def test_acts_of_a_false_time_hold_under_the_keys_of_before(kept):
    world, book, check, _ = kept
    since = server.at_a_false_time(world)
    server.recover(world, since)
    server.replace_key(world, "intake")
    sequencer(book, leaves=40).drain()
    assert where(check()) == []
