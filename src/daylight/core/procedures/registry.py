"""Conditions of registry acts."""

from __future__ import annotations

from typing import assert_never

from daylight.core.acts.common import Identifier
from daylight.core.acts.dockets import docket_of_number_as_written, organisation_docket, person_docket
from daylight.core.acts.registry import (
    CorrectOrganisation,
    GrantMandate,
    RegisterOrganisation,
    RegisterPerson,
    ReplaceOrganisation,
    RevokeMandate,
)
from daylight.core.acts.shapes import InTerritory, OfOrganisation, WithReason
from daylight.core.dockets.registry import Mandate, Organisation
from daylight.core.procedures.common import unsaid
from daylight.core.procedures.matter import Matter, UnknownDocket
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.fact import Spelled, codes, this
from daylight.core.values.identifiers import PRACTICE, Scheme, country_of_register, normal_number, wrong_with
from daylight.core.values.keys import key_is_weak
from daylight.core.values.refusal import Refusal, refuse

CORRECTED = ("name", "roles", "territory", "scale", "address", "representative", "phone")
SELF_SERVICE = {"supplier"}
KEY_BYTES = 32


def key_is_sound(m: Matter) -> Refusal | None:
    """A weak key would let anybody sign."""
    key = m.deed(RegisterPerson).public_key
    if _is_sound(key):
        return None
    return refuse("registry.weak-key", "registry.identity", key=Spelled(None, key.hex()))


def _is_sound(key: bytes) -> bool:
    return len(key) == KEY_BYTES and not key_is_weak(key)


def person_has_the_docket_of_her_key(m: Matter) -> Refusal | None:
    """Who is known by a name made of the key cannot be shown to anybody with another key."""
    key = m.deed(RegisterPerson).public_key
    right = person_docket(key)
    if m.intent.docket == right or not _is_sound(key):
        return None  # of a key that is none, another condition says so
    return refuse("registry.not-the-docket-of-the-key", "registry.identity", docket=this(right))


def person_is_named(m: Matter) -> Refusal | None:
    """Who answers has a name."""
    return None if m.deed(RegisterPerson).name.strip() else refuse("registry.no-name", "registry.identity")


def organisation_has_its_own_docket(m: Matter) -> Refusal | None:
    """One organisation, one docket, however its number is spelled."""
    identifier = m.deed(RegisterOrganisation).identifier.normal
    return _has_docket(m, identifier, organisation_docket(identifier))


def organisation_has_the_docket_of_its_number_as_written(m: Matter) -> Refusal | None:
    """The same for the very spelling."""
    identifier = m.deed(RegisterOrganisation).identifier
    return _has_docket(m, identifier, docket_of_number_as_written(identifier))


def _has_docket(m: Matter, identifier: Identifier, right: str) -> Refusal | None:
    if not identifier.id.strip():
        return refuse("registry.no-number", "registry.identity")
    if m.intent.docket == right:
        return None
    return refuse("registry.wrong-docket", "registry.identity", docket=this(right))


def number_is_one_of_its_register(m: Matter) -> Refusal | None:
    """The register is one the country names, or one abroad, and the number is well formed by its rule."""
    identifier = m.deed(RegisterOrganisation).identifier.normal
    rules = {id: one for id, one in m.book.scheme_by_id.items() if one.of == "organisation"}
    if not is_known_register(m.book, identifier.scheme, practice=m.world.practice):
        known = tuple(sorted(rules))
        return refuse(
            "registry.unknown-register", "registry.identity", register=identifier.scheme, known=known
        )
    return _misspelled(rules.get(identifier.scheme), identifier.id)


def identity_is_well_formed(book: Rulebook, opened: str) -> Refusal | None:
    """An identity number is right by its scheme's rule; an act has its digest, so who knows it asks.

    Alone it is of the country's own scheme; a document from abroad is named before it, with a colon, as
    registers are.
    """
    rules = tuple(one for one in book.schemes if one.of == "person")
    named, parted, number = opened.rpartition(":")
    scheme = normal_number(named)
    rule = next((one for one in rules if not parted or one.id == scheme), None)
    if rules and rule is None and country_of_register(scheme) in ("", book.country.upper()):
        known = tuple(one.id for one in rules)
        return refuse("registry.unknown-document", "registry.identity", document=scheme, known=known)
    if rules and not normal_number(number):
        return refuse("registry.no-identity-number", "registry.identity")
    return _misspelled(rule, normal_number(number))


def _misspelled(rule: Scheme | None, number: str) -> Refusal | None:
    wrong = wrong_with(rule, number) if rule and number else None
    if rule is None or wrong is None:
        return None
    register, found, right = Spelled(rule.name, rule.id), wrong.found, wrong.right
    match wrong.code:
        case "length":
            return refuse(
                "registry.number-length", "registry.identity", register=register, found=found, right=right
            )
        case "characters":
            return refuse(
                "registry.number-characters", "registry.identity", register=register, found=found, right=right
            )
        case "digits":
            return refuse(
                "registry.number-digits", "registry.identity", register=register, found=found, right=right
            )
        case "day":
            return refuse(
                "registry.number-day", "registry.identity", register=register, found=found, right=right
            )
        case "check":
            return refuse(
                "registry.number-check", "registry.identity", register=register, found=found, right=right
            )
        case _:
            assert_never(wrong.code)


def is_known_register(book: Rulebook, scheme: str, *, practice: bool) -> bool:
    """Whether numbers of a register are taken: one the book has, one abroad, or the invented one."""
    rule = book.scheme_by_id.get(scheme)
    if rule or (practice and scheme == PRACTICE):
        return rule is None or rule.of == "organisation"
    country = country_of_register(scheme)
    return bool(country) and not (country == book.country.upper() and book.schemes)


def _is_abroad(m: Matter, identifier: Identifier) -> bool:
    """Whether an organisation is entered in a register of another country."""
    return country_of_register(identifier.normal.scheme) not in ("", m.book.country.upper())


def organisation_is_named_and_has_a_role(m: Matter) -> tuple[Refusal, ...]:
    """An entry says who it is, in both languages, and what it may be."""
    deed = m.deed(OfOrganisation)
    roleless = () if deed.roles else (refuse("registry.no-role", "registry.identity"),)
    return (*unsaid("name", deed.name, "registry.identity"), *roleless)


def organisation_is_in_a_territory_or_abroad(m: Matter) -> Refusal | None:
    """Law applies by territory; who is registered abroad has none here, unless it names one."""
    deed = m.deed(OfOrganisation)
    entered = deed.identifier if isinstance(deed, RegisterOrganisation) else _entry(m).identifier
    if not deed.territory.strip() and _is_abroad(m, entered):
        return None
    return territory_is_known(m)


def territory_is_known(m: Matter) -> Refusal | None:
    """Law applies by territory."""
    named = m.deed(InTerritory).territory
    if not named.strip():
        return refuse("registry.no-territory", "registry.identity")
    if named in m.book.territory_by_id:
        return None
    return refuse("registry.unknown-territory", "registry.identity", territory=named)


def suppliers_register_themselves_and_the_registrar_the_others(m: Matter) -> Refusal | None:
    """Nothing stands between a supplier and the market; public bodies are entered by who knows them."""
    deed = m.deed(RegisterOrganisation)
    if m.intent.person == m.world.registrar:
        return None
    if set(deed.roles) <= SELF_SERVICE and deed.representative == m.intent.person:
        return None
    return refuse(
        "registry.only-the-registrar",
        "registry.identity",
        roles=codes("role", sorted(deed.roles)),
    )


def representative_is_registered(m: Matter) -> Refusal | None:
    """Somebody answers for the organisation."""
    person = m.deed(OfOrganisation).representative
    if m.person(person):
        return None
    return refuse("acts.unknown-person", "registry.identity", person=m.named(person))


def _entry(m: Matter) -> RegisterOrganisation:
    return _standing(m).registration


def _standing(m: Matter) -> Organisation:
    if not isinstance(m.state, Organisation):
        raise UnknownDocket("organisation")
    return m.state


def entry_is_corrected_by_whoever_may_make_it(m: Matter) -> Refusal | None:
    """Whoever may enter an organisation corrects it: a supplier its own, of all others the registrar."""
    entry, roles = _entry(m), m.deed(CorrectOrganisation).roles
    if m.intent.person == m.world.registrar:
        return None
    if set(entry.roles) | set(roles) <= SELF_SERVICE:
        if entry.representative == m.intent.person:
            return None
        return refuse("registry.not-the-representative", "registry.identity", person=m.named(m.intent.person))
    held = codes("role", sorted({*entry.roles, *roles}))
    return refuse("registry.only-the-registrar-corrects", "registry.identity", roles=held)


def correction_changes_the_entry(m: Matter) -> Refusal | None:
    """What reads as before is no correction."""
    deed, entry = m.deed(CorrectOrganisation), _entry(m)
    same = all(getattr(deed, name) == getattr(entry, name) for name in CORRECTED)
    return refuse("registry.nothing-corrected", "registry.identity") if same else None


def correction_has_its_reason(m: Matter) -> tuple[Refusal, ...]:
    """A change of who somebody is has its reason."""
    return unsaid("reason", m.deed(WithReason).reason, "registry.identity", least=1)


def replaced_by_whoever_answers_for_both(m: Matter) -> Refusal | None:
    """The registrar, or the one person who represents the old entry and the new."""
    new = m.organisation(m.deed(ReplaceOrganisation).successor)
    both = {_entry(m).representative, new.registration.representative if new else ""}
    if m.intent.person == m.world.registrar or both == {m.intent.person}:
        return None
    return refuse("registry.not-of-both", "registry.identity", person=m.named(m.intent.person))


def successor_stands(m: Matter) -> Refusal | None:
    """What takes its place is another entry, which nothing has replaced itself; and it is named once."""
    named, old = m.deed(ReplaceOrganisation).successor, _standing(m)
    if old.successor:
        return refuse("registry.replaced-before", "registry.identity", organisation=this(old.successor))
    new = m.organisation(named)
    if new is None or new.id == old.id or new.successor:
        return refuse("registry.no-successor", "registry.identity", organisation=this(named))
    lacking = sorted(set(old.roles) - set(new.roles))
    if lacking:
        return refuse("registry.successor-lacks-roles", "registry.identity", roles=codes("role", lacking))
    return None


def entry_is_not_replaced(m: Matter) -> Refusal | None:
    """An entry that another has replaced is corrected no more."""
    return _replaced(_standing(m))


def organisation_is_not_replaced(m: Matter) -> Refusal | None:
    """An organisation entered under a wrong number finishes what it began, and begins nothing new."""
    here = m.organisation(m.intent.organisation)
    return _replaced(here) if here else None


def grantor_is_not_replaced(m: Matter) -> Refusal | None:
    """Who gives mandates is an organisation that stands."""
    here = m.organisation(m.deed(GrantMandate).organisation)
    return _replaced(here) if here else None


def _replaced(here: Organisation) -> Refusal | None:
    if not here.successor:
        return None
    return refuse("registry.replaced", "registry.identity", organisation=this(here.successor))


def representative_grants(m: Matter) -> Refusal | None:
    """Only who represents the organisation gives mandates."""
    deed = m.deed(GrantMandate)
    organisation = m.organisation(deed.organisation)
    if organisation is None:
        return refuse(
            "acts.unknown-organisation", "registry.identity", organisation=m.named(deed.organisation)
        )
    if organisation.registration.representative == m.intent.person:
        return None
    return refuse("registry.not-the-representative", "mandate.in_force", person=m.named(m.intent.person))


def mandated_person_is_registered(m: Matter) -> Refusal | None:
    """A mandate goes to somebody."""
    person = m.deed(GrantMandate).person
    return (
        None
        if m.person(person)
        else refuse("acts.unknown-person", "registry.identity", person=m.named(person))
    )


def mandate_has_functions_and_time(m: Matter) -> tuple[Refusal, ...]:
    """A mandate says in what and how long."""
    deed = m.deed(GrantMandate)
    first, until = deed.valid_from, deed.valid_until
    empty = () if deed.functions else (refuse("registry.no-function", "mandate.in_force"),)
    if first < until:
        return empty
    return (*empty, refuse("registry.no-time", "mandate.in_force", first=first, until=until))


def representative_revokes(m: Matter) -> Refusal | None:
    """Who gives takes back, once."""
    mandate, named = m.state, m.deed(RevokeMandate).organisation
    if not isinstance(mandate, Mandate) or mandate.organisation != named:
        return refuse("registry.no-such-mandate", "mandate.in_force", organisation=m.named(named))
    if mandate.revoked_at:
        return refuse("registry.revoked-before", "mandate.in_force", at=mandate.revoked_at)
    organisation = m.organisation(named)
    if organisation and organisation.registration.representative == m.intent.person:
        return None
    return refuse("registry.not-the-representative", "mandate.in_force", person=m.named(m.intent.person))
