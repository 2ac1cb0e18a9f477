"""Rows of the registry phase."""

from daylight.core.acts.registry import (
    CorrectOrganisation,
    GrantMandate,
    RegisterOrganisation,
    RegisterPerson,
    ReplaceOrganisation,
    RevokeMandate,
)
from daylight.core.dockets import registry
from daylight.core.dockets.lenses import begins, changes
from daylight.core.dockets.registry import Mandate, Organisation
from daylight.core.judgement.row import Row, looks_at
from daylight.core.procedures import registry as may
from daylight.core.procedures.common import capacity_is_registered, not_asked, since
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        RegisterPerson,
        docket=DocketKind.PERSON,
        opens="yes",
        role="registry.identity",
        conditions=(
            capacity_is_registered,
            may.key_is_sound,
            since("2026.12.4", may.person_has_the_docket_of_her_key, before=not_asked),
            may.person_is_named,
        ),
        effect=begins(registry.person_registered),
    ),
    Row(
        RegisterOrganisation,
        docket=DocketKind.ORGANISATION,
        opens="yes",
        role="registry.identity",
        conditions=(
            capacity_is_registered,
            since(
                "2026.12.5",
                may.organisation_has_its_own_docket,
                before=may.organisation_has_the_docket_of_its_number_as_written,
            ),
            since("2026.12.5", may.number_is_one_of_its_register, before=not_asked),
            may.organisation_is_named_and_has_a_role,
            since(
                "2026.12.5",
                may.organisation_is_in_a_territory_or_abroad,
                before=may.territory_is_known,
            ),
            may.suppliers_register_themselves_and_the_registrar_the_others,
            may.representative_is_registered,
        ),
        effect=begins(registry.organisation_registered),
        facets=looks_at(
            RegisterOrganisation, lambda deed: {f"person:{deed.representative}": deed.representative}
        ),
    ),
    Row(
        CorrectOrganisation,
        docket=DocketKind.ORGANISATION,
        opens="no",
        role="registry.identity",
        conditions=(
            capacity_is_registered,
            may.entry_is_not_replaced,
            may.entry_is_corrected_by_whoever_may_make_it,
            may.organisation_is_named_and_has_a_role,
            may.organisation_is_in_a_territory_or_abroad,
            may.representative_is_registered,
            may.correction_changes_the_entry,
            may.correction_has_its_reason,
        ),
        effect=changes(Organisation, registry.organisation_corrected),
        facets=looks_at(
            CorrectOrganisation, lambda deed: {f"person:{deed.representative}": deed.representative}
        ),
    ),
    Row(
        ReplaceOrganisation,
        docket=DocketKind.ORGANISATION,
        opens="no",
        role="registry.identity",
        conditions=(
            capacity_is_registered,
            may.replaced_by_whoever_answers_for_both,
            may.successor_stands,
            may.correction_has_its_reason,
        ),
        effect=changes(Organisation, registry.organisation_replaced),
        facets=looks_at(ReplaceOrganisation, lambda deed: {f"organisation:{deed.successor}": deed.successor}),
    ),
    Row(
        GrantMandate,
        docket=DocketKind.MANDATE,
        opens="yes",
        role="mandate.in_force",
        conditions=(
            capacity_is_registered,
            may.representative_grants,
            may.grantor_is_not_replaced,
            may.mandated_person_is_registered,
            may.mandate_has_functions_and_time,
        ),
        effect=begins(registry.mandate_granted),
        facets=looks_at(
            GrantMandate,
            lambda deed: {
                f"organisation:{deed.organisation}": deed.organisation,
                f"person:{deed.person}": deed.person,
            },
        ),
    ),
    Row(
        RevokeMandate,
        docket=DocketKind.MANDATE,
        opens="no",
        role="mandate.in_force",
        conditions=(capacity_is_registered, may.representative_revokes),
        effect=changes(Mandate, registry.mandate_revoked),
        facets=looks_at(RevokeMandate, lambda deed: {f"organisation:{deed.organisation}": deed.organisation}),
    ),
)
