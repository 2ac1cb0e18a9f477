"""Recompute what is kept and say what does not hold; restore what follows from the journal.

Checked are acts, log, vault and private fields, and all that is made of acts: publications, board, indexes.
``fsck`` reads only, and says what it has nothing to compare with. Shown by ``tests/store/test_log.py``,
``tests/store/test_derived.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from daylight.core.acts.act import Act, Seen, act_digest, read_act
from daylight.core.acts.common import Opening, opening_holds
from daylight.core.acts.intent import intent_id
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
from daylight.core.values.docket import is_index
from daylight.core.values.plain import Misshapen
from daylight.core.values.text import Text
from daylight.office.perform import Rules
from daylight.store import models
from daylight.store.derived import Difference, derived, restore
from daylight.store.journal import turn
from daylight.store.log import FolderLog
from daylight.store.search import mend_search, search_is_sound
from daylight.store.vault import FolderVault

ROWS_AT_ONCE = 500
UNCHECKED = (
    Text(
        "行为是否合法：请用 daylight verify 核验其验证包",
        "whether acts were lawful: verify their bundles with daylight verify",
    ),
    Text(
        "案卷末尾的行为连同一切痕迹是否被删除：只有回执持有人能够证明",
        "whether the last acts of a docket were deleted with every trace: who holds a receipt can show it",
    ),
    Text(
        "行为所指的文件是否都在保管库中，保管库中的文件是否都为行为所指",
        "whether the vault has every file that acts name, and no other",
    ),
    Text(
        "非公开字段的内容是否缺失：删除后行为依然有效",
        "whether the contents of private fields are missing: they may be erased",
    ),
    Text(
        "导入的采购意向、导入的法规文本、检查点的签署时刻、密钥与设置：没有可比对的来源",
        "imported intentions and texts of law, when a checkpoint was signed, keys and settings: "
        "there is nothing to compare them with",
    ),
)


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
    rules: Rules


@dataclass(frozen=True)
class Report:
    """What was recomputed, what does not hold, and what was not looked at."""

    acts: int
    links: int
    leaves: int
    checkpoints: int
    files: int
    publications: int
    cases: int
    findings: tuple[Finding, ...]
    unchecked: tuple[Text, ...]


def fsck(house: House) -> Report:
    """Recompute all that has something to compare with, and list every finding."""
    findings: list[Finding] = []
    entries = list(_log(house, findings))
    acts, unsound = _acts(house, entries, findings)
    findings.extend(_private())
    findings.extend(
        _wrong(f"vault/{digest}", "保管文件已损坏", "the vault file is damaged")
        for digest in house.vault.damaged()
    )
    findings.extend(_derived(house, unsound))
    kept = (models.IndexLink, models.SignedCheckpoint, models.Publication, models.CaseRow)
    links, checkpoints, publications, cases = (model.objects.count() for model in kept)
    return Report(
        acts, links, len(entries), checkpoints, house.vault.count(), publications, cases,
        tuple(findings), UNCHECKED,
    )  # fmt: skip


def rebuild(house: House) -> tuple[int, tuple[str, ...]]:
    """Restore what follows from the journal: how many rows were wrong, and what was left as it is."""
    with turn():
        _, unsound = _acts(house, [], [])
        with derived(house.rules, house.vault, unsound) as made:
            restored = restore(made)
        mend_search()
    return restored, tuple(sorted(made.left))


def _acts(house: House, leaves: list[bytes], findings: list[Finding]) -> tuple[int, Set[str]]:
    """Every act parses, follows the one before it, and is what its row, its leaf and its receipt say.

    Gives how many there are, and the dockets where that does not hold.
    """
    count, docket, previous, position = 0, "", "", 0
    unsound: set[str] = set()
    rows = models.Entry.objects.order_by("docket", "seq")
    for row in rows.iterator(ROWS_AT_ONCE):
        if row.docket != docket:
            docket, previous, position, seq = row.docket, "", 0, 0
        else:
            seq += 1
        before = len(findings)
        rests_on: tuple[Seen, ...] = ()
        where, source = f"{row.docket}/{row.seq}", bytes(row.source)
        if row.seq != seq:
            findings.append(
                _wrong(where, f"序号应为 {seq}，案卷有缺口", f"seq should be {seq}; the docket has a gap")
            )
            seq = row.seq
        if row.position <= position:
            findings.append(_wrong(where, "早于前一行为入库", "was entered before the act before it"))
        try:
            act = read_act(source)
        except Misshapen as error:
            findings.append(_wrong(where, f"行为字节不可读：{error}", f"the act cannot be read: {error}"))
        else:
            findings.extend(_row(row, act, where, previous))
            rests_on = act.seen
        findings.extend(_receipt(house, row, where))
        if len(findings) > before:
            unsound.add(docket)
        findings.extend(_leaf(row, where, leaves))
        findings.extend(_gone(rests_on, where))
        previous, position = act_digest(source), row.position
        count += 1
    return count, unsound


def _row(row: models.Entry, act: Act, where: str, previous: str) -> Iterator[Finding]:
    said = (row.docket, row.seq, row.kind, row.intent_id, row.received_ms)
    true = (act.docket, act.seq, act.intent.kind, intent_id(act.intent), act.received_at.utc_ms)
    if said != true:
        yield _wrong(where, "数据库各列与行为不符", "the columns of the row differ from the act")
    if act.previous != previous:
        yield _wrong(where, "与前一行为的链接断开", "the link to the act before it is broken")
    if row.digest != act_digest(bytes(row.source)):
        yield _wrong(where, "行为摘要不符", "the digest of the act differs")


def _gone(rests_on: tuple[Seen, ...], where: str) -> Iterator[Finding]:
    """A head that an act rests on: a docket or an index that was shortened behind it has it no more."""
    for seen in rests_on:
        rows = models.Entry.objects.filter(docket=seen.docket, seq=seen.length - 1).values_list("digest")
        links = models.IndexLink.objects.filter(index=seen.docket, place=seen.length - 1).values_list("head")
        if (seen.digest,) != ((links if is_index(seen.docket) else rows).first() or ("",)):
            name = f"{seen.docket}/{seen.length}"
            yield _wrong(where, f"所依据的 {name} 已不存在", f"rests on {name}, which is no longer there")


def _leaf(row: models.Entry, where: str, leaves: list[bytes]) -> Iterator[Finding]:
    entry = leaf_entry(commitment(bytes(row.salt), bytes(row.source)))
    if row.leaf is not None and (row.leaf >= len(leaves) or leaves[row.leaf] != entry):
        yield _wrong(where, f"与日志叶子 {row.leaf} 不符", f"differs from leaf {row.leaf} of the log")


def _receipt(house: House, row: models.Entry, where: str) -> Iterator[Finding]:
    committed = commitment(bytes(row.salt), bytes(row.source))
    try:
        opened = open_note(bytes(row.note), (house.intake_key,), house.rules.crypto)
        holds = read_intake(opened.text).commitment == committed
    except ValueError:
        holds = False
    if not holds:
        yield _wrong(where, "回执不成立", "the receipt does not hold")


def _derived(house: House, unsound: Set[str]) -> Iterator[Finding]:
    """Publications, board and indexes are what the journal gives; the search index is that of the board."""
    with derived(house.rules, house.vault, unsound) as made:
        for name, reason in sorted(made.left.items()):
            yield _wrong(name, f"无法由日志重新生成：{reason}", f"cannot be made again: {reason}")
        for table in made.tables():
            yield from (_told(one) for one in made.differences(table))
    if not search_is_sound():
        yield _wrong("search", "检索索引与项目列表不符", "the search index differs from the board")


def _told(one: Difference) -> Finding:
    row = one.row
    if isinstance(row, models.Publication):
        where = f"publication/{row.seq} {row.ocid} {row.kind}"
    else:
        link = isinstance(row, models.IndexLink)
        where = f"{row.index}/{row.place}" if link else f"board/{row.place} {row.ocid}"
    if one.true is None:
        return _wrong(where, "没有行为产生此行", "no act gives this row")
    if one.kept is None:
        return _wrong(where, "缺少此行", "the row is missing")
    names = ", ".join(one.columns)
    return _wrong(where, f"与由日志重新生成的不符：{names}", f"differs from what the journal gives: {names}")


def _private() -> Iterator[Finding]:
    """Every private field that is kept opens the digest in its intent."""
    sources = models.Entry.objects.values_list("source", flat=True)
    for row in models.PrivateField.objects.iterator(ROWS_AT_ONCE):
        where = f"private/{row.intent_id}/{row.path}"
        try:
            field = getattr(read_act(bytes(sources.get(intent_id=row.intent_id))).intent.deed, row.path)
            holds = opening_holds(field, Opening(row.path, row.salt, row.value))
        except (models.Entry.DoesNotExist, AttributeError, ValueError):
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
            signed, _ = open_checkpoint(bytes(row.note), (house.log_key,), house.rules.crypto)
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
