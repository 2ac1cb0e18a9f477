"""On what kind of disk a home lies: file systems of a network lose locks and syncs that a journal rests on.

Shown by ``tests/store/test_disks.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
OVER_A_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|9p|afs|ceph|lustre|gpfs|beegfs|pvfs2|orangefs|coda"
    r"|fuse\.(sshfs|glusterfs|ceph.*|s3fs|goofys|rclone|davfs|juicefs|mfs|gcsfuse|blobfuse2?)"
)
ESCAPED = re.compile(r"\\([0-7]{3})")


def network_kind(place: Path, mounts: str | None = None) -> str:
    """The kind of the network file system a place lies on; empty where it is none, or nobody can say."""
    if mounts is None:
        mounts = MOUNTS.read_text(errors="replace") if MOUNTS.exists() else ""
    kind = kind_of(place.resolve(), mounts)
    return kind if OVER_A_NETWORK.fullmatch(kind) else ""


def kind_of(place: Path, mounts: str) -> str:
    """The type of the file system mounted last at or above a place, from the lines of ``mountinfo``."""
    found, nearest = "", -1
    for line in mounts.splitlines():
        fields, _, after = line.partition(" - ")
        if len(fields.split()) < 5 or not after:
            continue
        at = Path(ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields.split()[4]))
        if len(at.parts) >= nearest and place.is_relative_to(at):
            found, nearest = after.split()[0], len(at.parts)
    return found


def network_warning(place: Path, kind: str) -> str:
    """What an operator is told about it."""
    return (
        f"警告：{place} 位于网络文件系统（{kind}）。其锁与同步不可靠，断电后已受理的内容可能丢失；"
        "请改用本地磁盘，或使用 PostgreSQL 并仅将目录放在本地磁盘。"
        f" Warning: {place} lies on a network file system ({kind}). Its locks and syncs can't be relied on,"
        " and what was acknowledged may be lost with the power; use a local disk."
    )
