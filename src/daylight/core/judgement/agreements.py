"""Rows of what follows a framework agreement."""

from daylight.core.case import agreements as effects
from daylight.core.judgement.row import Row
from daylight.core.procedures import agreements as may
from daylight.core.procedures.common import mandated
from daylight.core.procedures.planning import host_acts

ROWS = {
    "FileAgreements": Row(
        docket="case",
        opens="no",
        role="framework.agreement",
        conditions=(mandated("contract.publish"), host_acts, may.filed_are_those_that_stand),
        effect=effects.agreements_filed,
        public_from="at_once",
    ),
    "NotifyUsers": Row(
        docket="case",
        opens="no",
        role="framework.agreement",
        conditions=(mandated("contract.publish"), host_acts, may.users_are_told_of_those_that_stand),
        effect=effects.users_notified,
        public_from="at_once",
    ),
    "PublishCallOffSummary": Row(
        docket="case",
        opens="no",
        role="framework.summary",
        conditions=(
            mandated("award.notify"),
            host_acts,
            may.agreements_are_over,
            may.summary_is_what_was_called_off,
        ),
        effect=effects.summary_published,
        public_from="at_once",
        facets=may.summary_facets,
    ),
}
