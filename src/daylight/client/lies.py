"""What a participant says when a server showed or answered what cannot be true. Exit code 4 of the commands.

Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Iterable

from daylight.core.values.text import Text
from daylight.verifier.findings import Finding

WORDS = {
    "case.misnamed": Text(
        "平台对公开编号给出的项目不是该编号的项目",
        "the case the server names for this public id has another one",
    ),
    "view": Text("平台出示的 {where} 不成立：{zh}", "what the server shows of {where} does not hold: {en}"),
    "docket.misnamed": Text(
        "平台所称的投标案卷编号不成其为编号", "the server calls your bid what is no name of a bid"
    ),
    "docket.renamed": Text(
        "平台所称的投标案卷不是您此前的投标案卷",
        "the server names another docket for your bid than the one it had before, or that of another bid",
    ),
    "docket.shorter": Text(
        "案卷 {docket} 比此前所见更短或不同",
        "the docket {docket} is shorter than what was seen before, or another",
    ),
    "file.differs": Text("平台给出的不是所要的文件", "the server gave another file than was asked for"),
    "file.received": Text("平台称收到的是另一文件", "the server says that it received another file"),
    "index.not-shown": Text(
        "截止时间已过，平台却未出示 {case} 的投标（申请）索引",
        "the deadline has passed, and the server shows no index of what was handed in for {case}",
    ),
    "law.differs": Text("平台给出的法规库与其摘要不符", "the law that the server gives has another digest"),
    "law.unknown": Text(
        "平台依据的法规库 {digest} 不是您认可的，也不是所安装法律包公布的版本",
        "the server judges by the law {digest}, which you did not pin and no installed package has published",
    ),
    "log.forked": Text("日志不是此前所见日志的延续", "the log does not continue the one you saw before"),
    "log.shorter": Text("日志比此前所见更短", "the log is shorter than the one you saw before"),
    "opening.other-bids": Text(
        "开标记录与出示给您的投标不符", "the opening record is not that of the bids you were shown"
    ),
    "opening.opens": Text(
        "开标记录称某份文件无法开启，而它可以开启",
        "the record calls an envelope unopenable which opens",
    ),
    "opening.other-content": Text(
        "开标记录所宣读的不是密封文件中的内容",
        "what the record reads out of an envelope is not what was sealed in it",
    ),
    "opening.other-fault": Text(
        "开标记录所载无法开启的原因与所释放的份额和文件不符",
        "the record gives another reason why an envelope does not open than shares and files do",
    ),
    "opening.withheld": Text(
        "平台据以作成开标记录的密封文件，没有给出供您重新开启",
        "the record rests on a sealed file which the server does not give you to open again",
    ),
    "opening.other-secret": Text(
        "开标记录所公开的密值得不出投标案卷的编号",
        "the secret in the record does not give the names of the bids",
    ),
    "receipt.none": Text("回执不成立（{why}）", "this is no receipt of this platform ({why})"),
    "receipt.differs": Text(
        "回执与所附行为、时间或入日志期限不符",
        "the receipt is for another act, another instant or another day of its leaf",
    ),
    "receipt.other-intent": Text("回执所附行为不是您所提交的", "the receipt holds what you did not send"),
    "receipt.before-sending": Text(
        "回执时间早于您提交前已见到的行为", "the receipt is dated before acts that you saw before you sent it"
    ),
    "receipt.after-deadline": Text(
        "回执时间不早于截止时间，依法不应受理",
        "the receipt is dated at or after the deadline, when the law admits nothing",
    ),
    "receipt.saw-less": Text(
        "受理所依据的案卷少于出示给您的", "what you sent was judged by less than you were shown"
    ),
    "receipt.saw-other-bids": Text(
        "受理所依据的投标（申请）索引不是出示给您的那一份",
        "what you sent was judged by another index of bids than you were shown",
    ),
    "receipt.no-leaf": Text(
        "叶子已于 {due} 到期，日志却没有它。请保留回执：它可证明平台失信",
        "the leaf was due at {due}, and the log does not have it. Keep the receipt: it convicts the platform",
    ),
    "refusal.none": Text("拒绝通知不成立（{why}）", "this is no refusal of this platform ({why})"),
    "refusal.differs": Text(
        "拒绝通知针对的不是您所提交的，或理由不符",
        "the refusal is of what you did not send, or gives other reasons than were signed",
    ),
    "refusal.before-deadline": Text(
        "通知称迟到，而其所署时间早于截止时间",
        "the refusal says too late, and is dated before the deadline",
    ),
    "view.was-old": Text("平台曾向您出示过时的案卷", "the server showed you the case as it had been earlier"),
    "world.other": Text(
        "这不是您所指定的平台。请核对 --base 地址和从平台以外取得的平台标识（world-…）",
        "this is not the world you named. Check the address in --base, and the id (world-…) you have from"
        " another source than the platform",
    ),
}


class Lied(Exception):
    """The server showed what cannot be true; nothing more is sent to it."""

    def __init__(self, code: str, findings: Iterable[Finding] = (), **facts: str) -> None:
        self.code, self.findings = code, tuple(findings)
        self.text = WORDS[code if code in WORDS else "view"].fill(**facts)
        super().__init__(f"{self.text.zh}。 {self.text.en[0].upper()}{self.text.en[1:]}.")
