"""Rows of replenishments: a case that calls more suppliers, and those who join the list."""

from daylight.core.acts.replenishment import OpenReplenishment, TakeUpSuppliers
from daylight.core.dockets.effects import framework as effects
from daylight.core.dockets.lenses import begins, lists
from daylight.core.judgement.row import Row
from daylight.core.procedures.common import mandated
from daylight.core.procedures.framework import replenishment as may
from daylight.core.procedures.framework.listing import lot_is_listed
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        OpenReplenishment,
        docket=DocketKind.CASE,
        opens="yes",
        role="framework.replenish",
        conditions=(
            mandated("planning.define"),
            may.convenor_replenishes,
            may.replenishing_was_agreed,
            may.agreement_still_runs,
            may.too_few_are_left,
            may.shortage_hurts,
            may.call_is_the_first_one_again,
        ),
        effect=begins(effects.replenishment_opened),
        facets=may.replenishment_facets,
    ),
    Row(
        TakeUpSuppliers,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.replenish",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            lot_is_listed,
            may.those_taken_up_are_those_listed,
        ),
        effect=lists(effects.suppliers_taken_up),
        facets=may.joining_facets,
        clocks=may.joining_clock,
        confirms=True,
    ),
)
