"""Registry: who is there, and who may act for whom. Each has a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.acts.common import Identifier, Private
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

OrganisationRole = Literal[
    "purchaser", "agency", "supplier", "finance_department", "notary", "expert_body", "operator"
]
Scale = Literal["micro", "small", "medium", "large", "unknown"]


@dataclass(frozen=True)
class RegisterPerson:
    """A person registers herself: the intent is signed with the very key it registers."""

    name: str
    public_key: bytes
    identity_number: Private
    phone: Private


@dataclass(frozen=True)
class RegisterOrganisation:
    """An organisation enters the register; anyone who registers it represents it.

    Suppliers register themselves at once; every other role is entered by the registrar, who names the
    representative.
    """

    name: Text
    identifier: Identifier
    roles: tuple[OrganisationRole, ...]
    territory: str
    scale: Scale
    address: Text
    representative: str
    phone: Private


@dataclass(frozen=True)
class CorrectOrganisation:
    """What the register says of an organisation is put right: from this act on all of it reads as here.

    The number stays; a wrong number is put right by ``ReplaceOrganisation``. A supplier's representative
    corrects his own entry, of other bodies and of roles the registrar does.
    """

    name: Text
    roles: tuple[OrganisationRole, ...]
    territory: str
    scale: Scale
    address: Text
    representative: str
    phone: Private
    reason: Text


@dataclass(frozen=True)
class ReplaceOrganisation:
    """An organisation was entered under a wrong number: its docket names the one that takes its place.

    From here on the old docket finishes what it began and begins nothing new.
    """

    successor: str
    reason: Text


@dataclass(frozen=True)
class GrantMandate:
    """The representative lets a person act for the organisation in named functions."""

    organisation: str
    person: str
    functions: tuple[str, ...]
    valid_from: Instant
    valid_until: Instant


@dataclass(frozen=True)
class RevokeMandate:
    """The representative takes a mandate back."""

    organisation: str
    reason: str


KINDS = (
    RegisterPerson,
    RegisterOrganisation,
    CorrectOrganisation,
    ReplaceOrganisation,
    GrantMandate,
    RevokeMandate,
)
