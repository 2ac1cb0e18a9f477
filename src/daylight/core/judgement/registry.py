"""Rows of the registry phase."""

from daylight.core.acts.registry import GrantMandate, RegisterOrganisation, RevokeMandate
from daylight.core.case import registry as effects
from daylight.core.judgement.row import Row, looks_at
from daylight.core.procedures import registry as may
from daylight.core.procedures.common import capacity_is_registered

ROWS = {
    "RegisterPerson": Row(
        docket="person",
        opens="yes",
        role="registry.identity",
        conditions=(capacity_is_registered, may.key_is_sound, may.person_is_named),
        effect=effects.person_registered,
        public_from="at_once",
    ),
    "RegisterOrganisation": Row(
        docket="org",
        opens="yes",
        role="registry.identity",
        conditions=(
            capacity_is_registered,
            may.organisation_has_its_own_docket,
            may.organisation_is_named_and_has_a_role,
            may.territory_is_known,
            may.suppliers_register_themselves_and_the_registrar_the_others,
            may.representative_is_registered,
        ),
        effect=effects.organisation_registered,
        public_from="at_once",
        facets=looks_at(
            RegisterOrganisation, lambda deed: {f"person:{deed.representative}": deed.representative}
        ),
    ),
    "GrantMandate": Row(
        docket="mandate",
        opens="yes",
        role="mandate.in_force",
        conditions=(
            capacity_is_registered,
            may.representative_grants,
            may.mandated_person_is_registered,
            may.mandate_has_functions_and_time,
        ),
        effect=effects.mandate_granted,
        public_from="at_once",
        facets=looks_at(
            GrantMandate,
            lambda deed: {
                f"organisation:{deed.organisation}": deed.organisation,
                f"person:{deed.person}": deed.person,
            },
        ),
    ),
    "RevokeMandate": Row(
        docket="mandate",
        opens="no",
        role="mandate.in_force",
        conditions=(capacity_is_registered, may.representative_revokes),
        effect=effects.mandate_revoked,
        public_from="at_once",
        facets=looks_at(RevokeMandate, lambda deed: {f"organisation:{deed.organisation}": deed.organisation}),
    ),
}
