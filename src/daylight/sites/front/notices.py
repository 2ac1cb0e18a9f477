"""What the operator is told of attacks: how often what happened, never by whom, on what or exactly when.

A line that names a person, an address or a moment would tell who bids.
Shown by ``tests/sites/test_front.py``.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter

LOGGER = "daylight.security"
WORDS = {
    "signature.bad": "签名、时间或授权不成立 signatures, times or mandates that do not hold",
    "size.refused": "大小超限 sizes refused",
    "shape.refused": "请求头有误 heads refused",
    "body.slow": "过慢而中断的连接 slow sockets cut",
    "body.made-room": "为他人让位的连接 sockets that made room for others",
    "brake.uploads": "上传限速 uploads braked",
    "brake.registrations": "登记限速 registrations braked",
    "digest.other": "与声明不符的文件 files that were not as declared",
}
_counted: Counter[str] = Counter()
_lock = threading.Lock()


def notice(kind: str) -> None:
    """Count something; it is told with the next summary."""
    with _lock:
        _counted[kind] += 1


def tell(log: logging.Logger | None = None) -> dict[str, int]:
    """Log what was counted since the last time, a line for each kind."""
    with _lock:
        told = dict(_counted)
        _counted.clear()
    for kind, times in sorted(told.items()):
        (log or logging.getLogger(LOGGER)).warning("%s ×%d: %s", kind, times, WORDS[kind])
    return told
