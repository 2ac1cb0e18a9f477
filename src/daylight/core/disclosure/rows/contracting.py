"""How acts of contracting become public."""

from __future__ import annotations

from daylight.core.acts.contracting import FileContract, PublishContract, SignContract
from daylight.core.disclosure.notices import contracting as notices
from daylight.core.disclosure.row import (
    AT_ONCE,
    AWARD,
    PUBLIC,
    SUPERVISED,
    Files,
    Publication,
    Reader,
    Right,
    tells,
)
from daylight.core.values.text import Text

ROWS: tuple[Publication, ...] = (
    Publication(
        SignContract,
        Text("签订合同", "A party signs the contract"),
        AWARD,
        silent=Text("随合同公告公开", "it is told with the contract notice"),
        files=(Files("text", (*SUPERVISED, Right(Reader.CONCERNED))),),
    ),
    Publication(
        PublishContract,
        Text("合同公告", "Contract notice"),
        AT_ONCE,
        notice=tells(PublishContract, notices.contract_published),
        files=(Files("public_text", PUBLIC),),
    ),
    Publication(
        FileContract,
        Text("合同副本备案", "A copy of the contract is filed"),
        AWARD,
        silent=Text("合同已经公告", "the contract was published"),
        files=(Files("copy", (*SUPERVISED, Right(Reader.CONCERNED))),),
    ),
)
