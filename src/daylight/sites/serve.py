"""The application the server loads: settings from the environment, one office and one log in the process.

The log is checked before the first request: where database and tiles disagree, nothing is served. While
another process serves the same world, this one does not.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from daylight.sites.front.life import end_when_told, end_with_parent

if TYPE_CHECKING:
    from daylight.sites.front.app import Front


def application() -> Front:
    """What is served; loading it takes a moment in which a signal must end it all the same."""
    end_when_told()
    end_with_parent()
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415 - only now, signals first

    from daylight.settings import Settings  # noqa: PLC0415 - the same
    from daylight.sites.front.app import front  # noqa: PLC0415 - the same
    from daylight.store.serving import AlreadyServed  # noqa: PLC0415 - the same
    from daylight.wiring import (  # noqa: PLC0415 - the same
        configure,
        the_arrivals,
        the_house,
        the_log,
        the_office,
    )

    settings = Settings()
    configure(settings)
    try:
        the_house().take()
    except AlreadyServed as other:
        raise SystemExit(str(other)) from None
    the_office()
    the_log().check()
    threading.Thread(target=the_log().run_forever, args=(threading.Event(),), name="log", daemon=True).start()
    return front(settings, WSGIHandler(), the_office, the_arrivals())
