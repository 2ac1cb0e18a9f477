"""Recompute everything that is kept and say what does not hold: journal, indexes, log, vault, private fields.

It reads only. Every finding names what is wrong and where; an empty list means that every digest, link,
leaf, tile, signature and file was recomputed and agrees. Shown by ``tests/store/test_log.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daylight.core.acts.act import Act, act_digest, read_act
from daylight.core.acts.common import Opening, opening_holds
from daylight.core.acts.intent import intent_id
from daylight.core.judgement.fold import index_link
from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.leaf import commitment, leaf_entry
from daylight.core.ledger.note import Verifier, open_note
from daylight.core.ledger.tiles import (
    Tile,
    entries_match,
    entries_path,
    parse_entries,
    tiles_of,
    unauthenticated,
)
from daylight.core.ledger.tree import CompactRange, leaf_hash
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import Misshapen
from daylight.core.values.text import Text
from daylight.store import models
from daylight.store.log import FolderLog
from daylight.store.vault import FolderVault

ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold."""

    where: str
    text: Text


@dataclass(frozen=True)
class House:
    """Everything a check reads."""

    log: FolderLog
    vault: FolderVault
    log_key: Verifier
    intake_key: Verifier
    crypto: Crypto


@dataclass(frozen=True)
class Report:
    """What was recomputed, and what does not hold."""

    acts: int
    links: int
    leaves: int
    checkpoints: int
    files: int
    findings: tuple[Finding, ...]


def fsck(house: House) -> Report:
    """Recompute everything and list every finding."""
    findings: list[Finding] = []
    entries = list(_log(house, findings))
    acts = _acts(house, entries, findings)
    links = _links(findings)
    findings.extend(_private())
    damaged, files = house.vault.damaged(), house.vault.count()
    findings.extend(
        _wrong(f"vault/{digest}", "保管文件已损坏", "the vault file is damaged") for digest in damaged
    )
    checkpoints = models.SignedCheckpoint.objects.count()
    return Report(acts, links, len(entries), checkpoints, files, tuple(findings))


def _acts(house: House, leaves: list[bytes], findings: list[Finding]) -> int:
    """Every act parses, follows the one before it, and is what its row, its leaf and its receipt say."""
    count, docket, previous = 0, "", ""
    rows = models.Entry.objects.order_by("docket", "seq")
    for row in rows.iterator(ROWS_AT_ONCE):
        if row.docket != docket:
            docket, previous, seq = row.docket, "", 0
        else:
            seq += 1
        where, source = f"{row.docket}/{row.seq}", bytes(row.source)
        if row.seq != seq:
            findings.append(
                _wrong(where, f"序号应为 {seq}，案卷有缺口", f"seq should be {seq}; the docket has a gap")
            )
            seq = row.seq
        try:
            act = read_act(source)
        except Misshapen as error:
            findings.append(_wrong(where, f"行为字节不可读：{error}", f"the act cannot be read: {error}"))
        else:
            findings.extend(_row(row, act, where, previous))
        findings.extend(_leaf(house, row, where, leaves))
        previous = act_digest(source)
        count += 1
    return count


def _row(row: models.Entry, act: Act, where: str, previous: str) -> Iterator[Finding]:
    said = (row.docket, row.seq, row.kind, row.intent_id, row.received_ms)
    true = (act.docket, act.seq, act.intent.kind, intent_id(act.intent), act.received_at.utc_ms)
    if said != true:
        yield _wrong(where, "数据库各列与行为不符", "the columns of the row differ from the act")
    if act.previous != previous:
        yield _wrong(where, "与前一行为的链接断开", "the link to the act before it is broken")
    if row.digest != act_digest(bytes(row.source)):
        yield _wrong(where, "行为摘要不符", "the digest of the act differs")


def _leaf(house: House, row: models.Entry, where: str, leaves: list[bytes]) -> Iterator[Finding]:
    committed = commitment(bytes(row.salt), bytes(row.source))
    if row.leaf is not None and (row.leaf >= len(leaves) or leaves[row.leaf] != leaf_entry(committed)):
        yield _wrong(where, f"与日志叶子 {row.leaf} 不符", f"differs from leaf {row.leaf} of the log")
    try:
        opened = open_note(bytes(row.note), (house.intake_key,), house.crypto)
        holds = read_intake(opened.text).commitment == committed
    except ValueError:
        holds = False
    if not holds:
        yield _wrong(where, "回执不成立", "the receipt does not hold")


def _links(findings: list[Finding]) -> int:
    """Every index is the chain of the acts it names."""
    digests = {
        (docket, seq): digest
        for docket, seq, digest in models.Entry.objects.values_list("docket", "seq", "digest")
    }
    count, index, head, place = 0, "", "", 0
    for row in models.IndexLink.objects.order_by("index", "place").iterator(ROWS_AT_ONCE):
        if row.index != index:
            index, head, place = row.index, "", 0
        head = index_link(head, digests.get((row.docket, row.seq), ""))
        if (row.place, row.head) != (place, head):
            findings.append(
                _wrong(f"{row.index}/{row.place}", "索引链断开", "the chain of the index is broken")
            )
            head = row.head
        place = row.place + 1
        count += 1
    return count


def _private() -> Iterator[Finding]:
    """Every private field that is kept opens the digest in its intent."""
    sources = dict(models.Entry.objects.values_list("intent_id", "source"))
    for row in models.PrivateField.objects.iterator(ROWS_AT_ONCE):
        where = f"private/{row.intent_id}/{row.path}"
        try:
            field = getattr(read_act(bytes(sources[row.intent_id])).intent.deed, row.path)
            holds = opening_holds(field, Opening(row.path, row.salt, row.value))
        except (KeyError, AttributeError, ValueError):
            holds = False
        if not holds:
            yield _wrong(where, "不能打开其承诺", "does not open its digest")


def _log(house: House, findings: list[Finding]) -> Iterator[bytes]:
    """Yield every entry of the log, after checking tiles, bundles and every checkpoint ever signed."""
    rows = list(models.SignedCheckpoint.objects.order_by("size"))
    if not rows:
        return
    size, root = rows[-1].size, bytes.fromhex(rows[-1].root)
    tiles: dict[Tile, bytes] = {}
    for tile in tiles_of(size):
        if (content := _read(house.log.read, tile.path, findings)) is not None:
            tiles[tile] = content
    for tile in unauthenticated(tiles, size, root):
        findings.append(_wrong(tile.path, "与已签署的根不符", "does not lead to the signed root"))
    entries = [
        entry for tile in tiles_of(size) if tile.level == 0 for entry in _bundle(house, tile, tiles, findings)
    ]
    if len(entries) == size:
        findings.extend(_checkpoints(house, rows, entries))
    yield from entries


def _bundle(house: House, tile: Tile, tiles: dict[Tile, bytes], findings: list[Finding]) -> Iterator[bytes]:
    path = entries_path(tile.index, tile.width)
    content = _read(house.log.read, path, findings)
    if content is None:
        return
    try:
        entries = parse_entries(content, tile.width)
        holds = tile in tiles and entries_match(entries, tile, tiles[tile])
    except ValueError:
        entries, holds = (), False
    if not holds:
        findings.append(_wrong(path, "与其散列瓦片不符", "differs from its tile of hashes"))
    yield from entries


def _checkpoints(
    house: House, rows: list[models.SignedCheckpoint], entries: list[bytes]
) -> Iterator[Finding]:
    grown = CompactRange()
    for row in rows:
        grown = grown.extend(leaf_hash(entry) for entry in entries[grown.size : row.size])
        where, true = f"checkpoint/{row.size}", Checkpoint(house.log_key.name, row.size, grown.root())
        if row.root != true.root.hex():
            yield _wrong(where, "根与日志条目不符", "the root differs from the entries of the log")
        if not row.note and row is rows[-1]:
            continue  # recorded, not yet signed: the next tick signs it
        try:
            signed, _ = open_checkpoint(bytes(row.note), (house.log_key,), house.crypto)
        except ValueError as error:
            yield _wrong(where, f"签署不成立：{error}", f"the signature does not hold: {error}")
            continue
        if signed != true:
            yield _wrong(where, "签署的内容与日志不符", "what was signed differs from the log")


def _read(read: Callable[[str], bytes], path: str, findings: list[Finding]) -> bytes | None:
    try:
        return read(path)
    except KeyError:
        findings.append(_wrong(path, "文件缺失", "the file is missing"))
        return None


def _wrong(where: str, zh: str, en: str) -> Finding:
    return Finding(where, Text(zh, en))
