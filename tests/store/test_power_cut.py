"""A power cut at any step loses nothing that was acknowledged, neither in the vault nor in the log."""

from hashlib import sha256

import pytest

from daylight.office.memory import MemoryLog
from daylight.store import arrivals as arrivals_module
from daylight.store import vault as vault_module
from daylight.store.arrivals import Arrivals
from daylight.store.log import FolderLog
from daylight.store.vault import FolderVault
from logs import sequencer
from store_disk import Disk, PowerCut
from world import found

CONTENTS = tuple(bytes([n]) * 1000 for n in range(3))


def fill(folder, disk, monkeypatch):
    """Put everything until the power is cut; returns what was acknowledged."""
    monkeypatch.setattr(vault_module, "os", disk.module())
    acknowledged = []
    try:
        vault = FolderVault(folder)
        for content in CONTENTS:
            acknowledged.append((vault.put(content), content))
    except PowerCut:
        pass
    finally:
        monkeypatch.undo()
    return acknowledged


def test_what_the_vault_acknowledged_survives_a_power_cut_at_any_step(tmp_path, monkeypatch):
    (tmp_path / "whole").mkdir()
    whole = Disk(tmp_path / "whole")
    assert len(fill(tmp_path / "whole", whole, monkeypatch)) == len(CONTENTS)
    assert whole.steps >= 3 * len(CONTENTS)
    for step in range(1, whole.steps + 1):
        folder = tmp_path / str(step)
        folder.mkdir()
        disk = Disk(folder, step)
        acknowledged = fill(folder, disk, monkeypatch)
        disk.cut()
        vault = FolderVault(folder)
        assert [vault.get(digest) for digest, _ in acknowledged] == [content for _, content in acknowledged]
        assert all(holds for _, holds in vault.checked())
        assert [vault.get(vault.put(content)) for content in CONTENTS] == list(CONTENTS)


def bring_together(folder, disk, monkeypatch):
    """Bring everything in one body until the power is cut; returns what was acknowledged."""
    arrivals = Arrivals(folder / ".arriving", FolderVault(folder))
    body = b"".join(CONTENTS)
    for module in (vault_module, arrivals_module):
        monkeypatch.setattr(module, "os", disk.module())
    try:
        return arrivals.keep_several(body, map(len, CONTENTS), sha256(body).hexdigest())
    except PowerCut:
        return ()
    finally:
        monkeypatch.undo()


def test_files_that_came_together_survive_together_once_acknowledged(tmp_path, monkeypatch):
    step, acknowledged = 0, ()
    while not acknowledged:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        disk = Disk(folder, step)
        acknowledged = bring_together(folder, disk, monkeypatch)
        disk.cut()
        vault = FolderVault(folder)
        assert all(holds for _, holds in vault.checked())
        assert [vault.get(digest) for digest in acknowledged] == list(CONTENTS[: len(acknowledged)])
        again = bring_together(folder, Disk(folder), monkeypatch)
        assert [vault.get(digest) for digest in again] == list(CONTENTS)
    assert step > 3 * len(CONTENTS)


def test_a_disk_without_syncs_does_lose_what_was_written(tmp_path, monkeypatch):
    disk = Disk(tmp_path)
    module = disk.module()
    module.fsync = lambda _: None
    monkeypatch.setattr(vault_module, "os", module)
    digest = FolderVault(tmp_path).put(b"gone")
    monkeypatch.undo()
    disk.cut()
    with pytest.raises(KeyError):
        FolderVault(tmp_path).get(digest)


class BookOnDisk(MemoryLog):
    """Rows in memory, files in a folder: the database is taken to keep what it committed."""

    def __init__(self, journal, folder):
        super().__init__(journal)
        self._folder = FolderLog(folder)
        self.read, self.write = self._folder.read, self._folder.write


def test_no_checkpoint_is_signed_ahead_of_what_survives(tmp_path, monkeypatch):
    journal = found(experts=2).office.journal
    step, cut = 0, True
    while cut:
        step += 1
        folder = tmp_path / str(step)
        book = BookOnDisk(journal, folder)
        sequencer(book, leaves=10).tick()
        disk = Disk(folder, step)
        monkeypatch.setattr(vault_module, "os", disk.module())
        try:
            sequencer(book, leaves=300, seed="cut").tick()
            cut = False
        except PowerCut:
            disk.cut()
        finally:
            monkeypatch.undo()
        risen = sequencer(book, leaves=300, seed="risen")
        risen.check()
        risen.tick()
    assert step > 20
