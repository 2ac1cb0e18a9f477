"""Entries of the register put right: what a correction says where it changes one thing, and both acts."""

from __future__ import annotations

from daylight.client.device import new_device
from daylight.core.acts.registry import CorrectOrganisation, ReplaceOrganisation
from daylight.core.values.text import Text
from daylight.practice.town import enter_invented, register_supplier

WHY = Text("营业执照已变更", "the licence has changed")


def correction(made, party, **changes):
    """All that the register says of a party's organisation, but what changes."""
    entry = made.office.views.of(party.organisation, fresh=True).state.registration
    kept = ("name", "roles", "territory", "scale", "address", "representative", "phone")
    fields = {name: getattr(entry, name) for name in kept} | {"reason": WHY}
    return CorrectOrganisation(**(fields | changes))


def device(made):
    """A key of somebody new."""
    return new_device(made.stage.randomness, made.stage.crypto)


def twice_entered(made):
    """A supplier, and the same again under another number, represented by the same person."""
    party = register_supplier(made.stage, Text("甲", "A"), territory="CN-37")
    return party, enter_invented(
        made.stage, party.in_person(), Text("甲", "A"), territory="CN-37", scale="small"
    )


def put_right(made):
    """An entry is corrected, another replaced."""
    old, new = twice_entered(made)
    made.stage.acts(old.in_person(), correction(made, old, scale="micro"), old.organisation)
    made.stage.acts(old.in_person(), ReplaceOrganisation(new.organisation, WHY), old.organisation)
