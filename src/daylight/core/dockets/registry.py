"""The register: persons, organisations, mandates, each in a docket of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.act import Act
from daylight.core.acts.edition import reaches
from daylight.core.acts.registry import (
    CorrectOrganisation,
    GrantMandate,
    RegisterOrganisation,
    RegisterPerson,
    ReplaceOrganisation,
)
from daylight.core.values.instant import Instant


@dataclass(frozen=True)
class Person:
    """A registered person."""

    id: str
    name: str
    public_key: bytes


TOLD_AFTER_MS = 600_000
"""How long after its act a correction is told in notices: by then no act stamped before it is on its way."""


@dataclass(frozen=True)
class Organisation:
    """A registered organisation: ``registration`` as it stands, ``earlier`` each until it was corrected."""

    id: str
    registration: RegisterOrganisation
    earlier: tuple[tuple[Instant, RegisterOrganisation], ...] = ()
    successor: str = ""

    def entered(self, at: Instant) -> RegisterOrganisation:
        """What the register said at an instant; before the first entry, what that says."""
        return next((entry for until, entry in self.earlier if at < until), self.registration)

    def told(self, at: Instant) -> RegisterOrganisation:
        """What a notice of an act received then says of it: the same for whoever makes the notice again."""
        return self.entered(at.later_by(-TOLD_AFTER_MS))

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


def organisation_corrected(organisation: Organisation, act: Act) -> Organisation:
    """The entry reads as corrected, and what it read before is kept with the instant until which it did."""
    deed, before = act.deed(CorrectOrganisation), organisation.registration
    corrected = replace(
        before,
        name=deed.name,
        roles=deed.roles,
        territory=deed.territory,
        scale=deed.scale,
        address=deed.address,
        representative=deed.representative,
        phone=deed.phone,
    )
    return replace(
        organisation, registration=corrected, earlier=(*organisation.earlier, (act.received_at, before))
    )


def organisation_replaced(organisation: Organisation, act: Act) -> Organisation:
    """Another docket stands for the organisation from here on."""
    return replace(organisation, successor=act.deed(ReplaceOrganisation).successor)


def mandate_granted(act: Act) -> Mandate:
    """A mandate begins."""
    deed = act.deed(GrantMandate)
    return Mandate(
        act.docket, deed.organisation, deed.person, deed.functions, deed.valid_from, deed.valid_until
    )


def mandate_revoked(mandate: Mandate, act: Act) -> Mandate:
    """A mandate ends with the act that takes it back."""
    return replace(mandate, revoked_at=act.received_at)
