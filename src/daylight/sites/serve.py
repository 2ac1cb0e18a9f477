"""The application the server loads: settings from the environment, one office and one log in the process.

The log is checked before the first request: where database and tiles disagree, nothing is served. While
another process serves the same world, this one does not.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from daylight.sites.front.life import end_when_told, end_with_parent

if TYPE_CHECKING:
    from daylight.settings import Settings
    from daylight.sites.front.app import Front


def application() -> Front:
    """What is served; loading it takes a moment in which a signal must end it all the same."""
    end_when_told()
    end_with_parent()
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415 - only now, signals first

    from daylight import wiring  # noqa: PLC0415 - the same
    from daylight.settings import Settings  # noqa: PLC0415 - the same
    from daylight.sites.front.app import front  # noqa: PLC0415 - the same
    from daylight.store.serving import AlreadyServed  # noqa: PLC0415 - the same

    settings = Settings()
    wiring.configure(settings)
    try:
        wiring.the_house().take()
    except AlreadyServed as other:
        raise SystemExit(str(other)) from None
    wiring.the_office()
    wiring.the_log().start()
    _run_beside(settings)
    return front(settings, WSGIHandler(), wiring.the_office, wiring.the_arrivals(), wiring.the_watch())


def _run_beside(settings: Settings) -> None:
    """Start what runs beside the answers, until the process ends: the log, and who looks after the house."""
    from daylight import wiring  # noqa: PLC0415 - the same
    from daylight.sites.front.upkeep import Upkeep  # noqa: PLC0415 - the same

    never, watch = threading.Event(), wiring.the_watch()
    log, house = wiring.the_log(), wiring.the_house()
    upkeep = Upkeep(watch, wiring.the_arrivals(), house.holds, log.recheck, settings.time_source)
    threading.Thread(target=log.run_forever, args=(never, watch), name="log", daemon=True).start()
    threading.Thread(target=upkeep.run_forever, args=(never,), name="upkeep", daemon=True).start()
