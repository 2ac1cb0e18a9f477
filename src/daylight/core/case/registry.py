"""Effects of registry acts: persons, organisations, mandates."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.registry import GrantMandate, RegisterOrganisation, RegisterPerson
from daylight.core.case.state import Mandate, Organisation, Person


def person_registered(_: None, act: Act) -> Person:
    """A person enters the register."""
    deed = act.deed(RegisterPerson)
    return Person(act.docket, deed.name, deed.public_key)


def organisation_registered(_: None, act: Act) -> Organisation:
    """An organisation enters the register."""
    return Organisation(act.docket, act.deed(RegisterOrganisation))


def mandate_granted(_: None, act: Act) -> Mandate:
    """A mandate begins."""
    deed = act.deed(GrantMandate)
    return Mandate(
        act.docket, deed.organisation, deed.person, deed.functions, deed.valid_from, deed.valid_until
    )


def mandate_revoked(mandate: Mandate, act: Act) -> Mandate:
    """A mandate ends with the act that takes it back."""
    return replace(mandate, revoked_at=act.received_at)
