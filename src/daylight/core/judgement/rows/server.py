"""Rows of the server phase: each in the docket of the world, by its registrar in person."""

from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.dockets import world
from daylight.core.dockets.lenses import begins_or_changes
from daylight.core.dockets.world import WorldFile
from daylight.core.judgement.row import Row
from daylight.core.procedures import server as may
from daylight.core.procedures.common import actor_acts_in_person
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        ReplaceServerKey,
        docket=DocketKind.WORLD,
        opens="may",
        role=may.SERVER_ROLE,
        conditions=(
            actor_acts_in_person,
            may.registrar_acts,
            may.docket_is_that_of_the_world,
            may.key_can_sign_in_its_role,
            may.key_is_new_in_its_role,
            may.key_has_one_role,
            may.reason_is_given,
        ),
        effect=begins_or_changes(WorldFile, world.key_replaced),
    ),
    Row(
        RecoverClock,
        docket=DocketKind.WORLD,
        opens="may",
        role=may.SERVER_ROLE,
        conditions=(
            actor_acts_in_person,
            may.registrar_acts,
            may.docket_is_that_of_the_world,
            may.time_has_fallen_behind_what_was_false,
            may.all_acts_of_the_false_time_are_named,
            may.time_falls_once,
            may.reason_is_given,
        ),
        effect=begins_or_changes(WorldFile, world.clock_recovered),
        recounts=lambda intent: intent.deed_of(RecoverClock).false_from,
    ),
)
