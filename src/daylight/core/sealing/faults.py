"""Why an envelope does not open, and who answers for it as far as the hashes can tell.

The sealer fixed every hash in the manifest. So what differs from the manifest was changed after him, and
what agrees with it and still does not open was sealed wrongly. Nobody is blamed beyond that.
Shown by ``tests/core/sealing/test_envelope.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from daylight.core.values.text import Text


class Blame(Enum):
    """Who answers for a fault."""

    SEALER = "sealer"
    HOLDER = "holder"
    CARRIER = "carrier"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class OpeningFault:
    """What is wrong, who answers for it, and which holder or part it concerns (empty: the whole)."""

    code: str
    blame: Blame
    which: str = ""


FAULTS: dict[str, tuple[Blame, Text]] = {
    "share.not-a-holder": (
        Blame.UNKNOWN,
        Text("该密钥不属于本密钥组", "This key is not in the key set."),
    ),
    "share.file-differs": (
        Blame.CARRIER,
        Text(
            "份额文件与清单所载摘要不符，请取回原文件",
            "The share file is not the one sealed; fetch the original.",
        ),
    ),
    "share.does-not-decrypt": (
        Blame.SEALER,
        Text("份额文件无法用持有人密钥解开", "The share file does not decrypt with the holder's key."),
    ),
    "share.sealed-otherwise": (
        Blame.SEALER,
        Text("份额内容与清单所载摘要不符", "The share holds something else than its seal says."),
    ),
    "share.altered-by-holder": (
        Blame.HOLDER,
        Text("所提交的份额不在清单之列", "A share was handed in that the manifest does not know."),
    ),
    "share.other-terms": (
        Blame.SEALER,
        Text("份额属于另一份投标文件", "The share belongs to another envelope."),
    ),
    "shares.too-few": (
        Blame.UNKNOWN,
        Text("份额不足，尚不能解密", "There are too few shares to open with; ask further holders."),
    ),
    "shares.do-not-fit": (
        Blame.SEALER,
        Text("份额合成的密钥与清单不符", "The shares do not give the key that the manifest names."),
    ),
    "body.differs": (
        Blame.CARRIER,
        Text("密文与清单所载摘要不符，请取回原文件", "The body is not the one sealed; fetch the original."),
    ),
    "body.does-not-decrypt": (
        Blame.SEALER,
        Text("密文无法用合成的密钥解开", "The body does not decrypt with the key of the shares."),
    ),
    "body.malformed": (
        Blame.SEALER,
        Text("密文内容格式不合要求", "The body is not in the form daylight-body/v1."),
    ),
    "part.differs": (
        Blame.SEALER,
        Text("文件与清单所载承诺不符", "A part is not the one committed to."),
    ),
}


def fault(code: str, which: str = "") -> OpeningFault:
    """The fault of a code, with anyone who answers for it."""
    return OpeningFault(code, FAULTS[code][0], which)


def fault_words(fault: OpeningFault) -> Text:
    """The fault in words for people."""
    return FAULTS[fault.code][1]
