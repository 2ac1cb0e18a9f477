"""The register: persons, organisations, mandates, each in a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.act import Act
from daylight.core.acts.edition import reaches
from daylight.core.acts.registry import GrantMandate, RegisterOrganisation, RegisterPerson
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Person:
    """A registered person."""

    id: str
    name: str
    public_key: bytes


@dataclass(frozen=True)
class Organisation:
    """A registered organisation."""

    id: str
    registration: RegisterOrganisation

    @property
    def roles(self) -> tuple[str, ...]:
        """What the organisation may be in a procedure."""
        return self.registration.roles


@dataclass(frozen=True)
class Mandate:
    """Who may act for whom in what, and until when."""

    id: str
    organisation: str
    person: str
    functions: tuple[str, ...]
    valid_from: Instant
    valid_until: Instant
    revoked_at: Instant | None = None


def person_registered(act: Act) -> Person:
    """A person enters the register."""
    deed = act.deed(RegisterPerson)
    return Person(act.docket, deed.name, deed.public_key)


def organisation_registered(act: Act) -> Organisation:
    """An organisation enters the register."""
    deed = act.deed(RegisterOrganisation)
    if reaches(act.edition, "2026.12.5"):
        deed = replace(deed, identifier=deed.identifier.normal)
    return Organisation(act.docket, deed)


def mandate_granted(act: Act) -> Mandate:
    """A mandate begins."""
    deed = act.deed(GrantMandate)
    return Mandate(
        act.docket, deed.organisation, deed.person, deed.functions, deed.valid_from, deed.valid_until
    )


def mandate_revoked(mandate: Mandate, act: Act) -> Mandate:
    """A mandate ends with the act that takes it back."""
    return replace(mandate, revoked_at=act.received_at)
