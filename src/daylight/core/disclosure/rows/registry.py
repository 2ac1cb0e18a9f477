"""How acts of registry become public."""

from __future__ import annotations

from daylight.core.acts.registry import (
    CorrectOrganisation,
    GrantMandate,
    RegisterOrganisation,
    RegisterPerson,
    ReplaceOrganisation,
    RevokeMandate,
)
from daylight.core.disclosure.row import AT_ONCE, Publication
from daylight.core.values.text import Text

NO_CASE = Text("登记事项不属于任何采购项目", "the register belongs to no case")


ROWS: tuple[Publication, ...] = (
    Publication(RegisterPerson, Text("人员登记", "A person registers"), AT_ONCE, silent=NO_CASE),
    Publication(
        RegisterOrganisation, Text("单位登记", "An organisation is registered"), AT_ONCE, silent=NO_CASE
    ),
    Publication(
        CorrectOrganisation,
        Text("更正单位登记", "The entry of an organisation is corrected"),
        AT_ONCE,
        silent=NO_CASE,
    ),
    Publication(
        ReplaceOrganisation,
        Text("单位登记由另一登记取代", "The entry of an organisation is replaced by another"),
        AT_ONCE,
        silent=NO_CASE,
    ),
    Publication(GrantMandate, Text("授权", "A mandate is granted"), AT_ONCE, silent=NO_CASE),
    Publication(RevokeMandate, Text("撤回授权", "A mandate is revoked"), AT_ONCE, silent=NO_CASE),
)
