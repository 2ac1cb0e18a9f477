"""Recompute what is kept and say what does not hold; restore what follows from the journal.

Checked are acts, log, vault and private fields, and all that is made of acts: publications, board, indexes.
``fsck`` reads only, all of it of one moment, and says what it has nothing to compare with; memory holds a
page of rows at a time, and the findings. Shown by ``tests/store/test_log.py``,
``tests/store/test_derived.py``, ``tests/store/test_hand_edits.py``, ``tests/store/test_only_reads.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from daylight.core.acts.world import KEY_ROLES
from daylight.core.values.text import Text
from daylight.office.keys import NoSecret
from daylight.store import models
from daylight.store.check_acts import check_acts, check_positions, check_private
from daylight.store.check_log import check_log, published_checkpoint
from daylight.store.derived import Derived, Difference, Restored, derived, remove, restore
from daylight.store.house import Finding, Findings, House
from daylight.store.journal import JournalReader, cases, moment, turn
from daylight.store.owing import lacking
from daylight.store.search import mend_search, search_is_sound
from daylight.store.shapes import as_it_lies, odd

ROWS_AT_ONCE = 500
UNCHECKED = (
    Text(
        "行为是否合法：请用 daylight verify 核验其验证包",
        "whether acts were lawful: verify their bundles with daylight verify",
    ),
    Text(
        "案卷末尾的行为连同一切痕迹是否被删除（编号、检查点所记行为数、公告、索引链）：只有回执持有人能够证明",
        "whether the last acts of a docket were deleted with every trace (their numbers, the count of acts "
        "in checkpoints, notices, links): who holds a receipt can show it",
    ),
    Text(
        "PostgreSQL 上尚未进入日志的最后行为是否被删除：其编号可以有空缺",
        "on PostgreSQL, whether the last acts were deleted before they left for the log: it may skip numbers",
    ),
    Text(
        "以前的检查点是否齐全，旧版本签署的检查点所含行为数",
        "whether every earlier checkpoint is there, and how many acts those signed by older versions took up",
    ),
    Text(
        "行为所称文件是否都曾存入保管库，保管库中的文件是否都为行为所指",
        "whether every document that acts name was ever handed in, and whether the vault "
        "has files no act names",
    ),
    Text(
        "非公开字段的内容是否缺失：删除后行为依然有效",
        "whether the contents of private fields are missing: they may be erased",
    ),
    Text(
        "导入的采购意向、导入的法规文本、检查点的签署时刻、设置：没有可比对的来源",
        "imported intentions and texts of law, when a checkpoint was signed, settings: "
        "there is nothing to compare them with",
    ),
)


@dataclass(frozen=True)
class Report:
    """What was recomputed, what does not hold, what is worth a look, and what was not looked at."""

    acts: int
    links: int
    leaves: int
    checkpoints: int
    files: int
    publications: int
    cases: int
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    unchecked: tuple[Text, ...]


def fsck(house: House) -> Report:
    """Recompute all that has something to compare with, and list every finding."""
    findings, published = Findings(), published_checkpoint(house)
    with as_it_lies(), moment():
        _keys(house, findings)
        leaves = check_log(house, findings, published)
        acts, unsound = check_acts(house, findings)
        check_positions(findings)
        check_private(findings)
        _shapes(findings)
        with derived(house.rules, house.vault, unsound) as made:
            _derived(made, findings)
        for case in lacking(JournalReader(), _sound(unsound)):
            said = "somebody owes something in it, and the list of such cases lacks it"
            findings.add(f"owing/{case}", "有待办事项，而待办名单缺少此案", said)
        kept = (models.IndexLink, models.SignedCheckpoint, models.Publication, models.CaseRow)
        links, checkpoints, publications, cases = (model.objects.count() for model in kept)
    files = _vault(house, findings)
    return Report(
        acts, links, leaves, checkpoints, files, publications, cases,
        tuple(findings.wrong), tuple(findings.notes), UNCHECKED,
    )  # fmt: skip


@dataclass(frozen=True)
class Rebuilt:
    """How many rows were put right, what was left as it is, and names that no surplus row has."""

    restored: int
    left: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def rebuild(house: House, names: Set[str] = frozenset()) -> Rebuilt:
    """Restore what follows from the journal; rows that no act gives are left unless they are named."""
    unknown: tuple[str, ...] = ()
    with as_it_lies(), turn():
        _, unsound = check_acts(house, Findings())
        if names:
            with derived(house.rules, house.vault, unsound) as made:
                unknown = remove(made, names)
        with derived(house.rules, house.vault, unsound) as made:
            restored: Restored = restore(made)
            left = tuple(sorted({*made.left, *restored.left}))
        missing = [models.Owing(case=case) for case in lacking(JournalReader(), _sound(unsound))]
        models.Owing.objects.bulk_create(missing)
        mend_search()
    return Rebuilt(restored.count + len(missing), left, unknown)


def _sound(unsound: Set[str]) -> Iterator[str]:
    return (case for case in cases() if case not in unsound)


def _keys(house: House, findings: Findings) -> None:
    for role in KEY_ROLES:
        try:
            house.keys.signer(role)
        except NoSecret:
            zh, en = (
                "现行密钥的私钥缺失或不是 32 字节",
                "the secret of the key in force is missing or has not 32 bytes",
            )
            checked = (
                ("", "") if house.public(role) else ("，其签署未核对", "; what it signed was not checked")
            )
            findings.add(f"keys/{role}", zh + checked[0], en + checked[1])


def _vault(house: House, findings: Findings) -> int:
    count = 0
    for digest, holds in house.vault.checked():
        count += 1
        if not holds:
            findings.add(f"vault/{digest}", "保管文件已损坏", "the vault file is damaged")
    return count


def _shapes(findings: Findings) -> None:
    """Checkpoints with something of another kind in a column; other tables are compared value by value."""
    for row in models.SignedCheckpoint.objects.iterator(ROWS_AT_ONCE):
        if columns := ", ".join(odd(row)):
            said = f"columns that hold something of another kind: {columns}"
            findings.add(f"checkpoint/{row.size}", f"列中内容的类型不对：{columns}", said)


def _derived(made: Derived, findings: Findings) -> None:
    """Publications, board and indexes are what the journal gives; the search index is that of the board."""
    for name, reason in sorted(made.left.items()):
        findings.add(name, f"无法由日志重新生成：{reason}", f"cannot be made again: {reason}")
    for stray in made.strays():
        findings.add(stray.name, "没有行为产生此行", "no act gives this row")
    for table in made.tables():
        for one in made.differences(table):
            _tell(one, findings)
    if not search_is_sound():
        findings.add("search", "检索索引与项目列表不符", "the search index differs from the board")


def _tell(one: Difference, findings: Findings) -> None:
    row, where = one.row, one.name
    if isinstance(row, models.Publication):
        where = f"{where} {row.ocid} {row.kind}"
    elif isinstance(row, models.CaseRow):
        where = f"{where} {row.ocid}"
    if one.true is None:
        findings.add(where, "没有行为产生此行", "no act gives this row")
    elif one.kept is None:
        findings.add(where, "缺少此行", "the row is missing")
    else:
        names = ", ".join(one.columns)
        said = f"differs from what the journal gives: {names}"
        findings.add(where, f"与由日志重新生成的不符：{names}", said)
