"""Rows of what follows a framework agreement."""

from daylight.core.acts.agreements import FileAgreements, NotifyUsers, PublishCallOffSummary
from daylight.core.dockets.effects import framework as effects
from daylight.core.dockets.lenses import in_listing
from daylight.core.judgement.row import Row
from daylight.core.procedures.common import mandated
from daylight.core.procedures.framework import agreements as may
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        FileAgreements,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.agreement",
        conditions=(
            mandated("contract.publish"),
            host_acts("contract.publish"),
            may.filed_are_those_that_stand,
        ),
        effect=in_listing(effects.agreements_filed),
    ),
    Row(
        NotifyUsers,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.agreement",
        conditions=(
            mandated("contract.publish"),
            host_acts("contract.publish"),
            may.users_are_told_of_those_that_stand,
        ),
        effect=in_listing(effects.users_notified),
    ),
    Row(
        PublishCallOffSummary,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.summary",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            may.agreements_are_over,
            may.summary_is_what_was_called_off,
        ),
        effect=in_listing(effects.summary_published),
        facets=may.summary_facets,
    ),
)
