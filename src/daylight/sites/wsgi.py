"""The application a WSGI server runs: settings from the environment, one office and one log in the process.

The log is checked before the first request: where database and tiles disagree, nothing is served.
"""

import threading

from django.core.handlers.wsgi import WSGIHandler

from daylight.settings import Settings
from daylight.wiring import configure, the_log, the_office

settings = Settings()
configure(settings)
the_office()
the_log().start()
threading.Thread(target=the_log().run_forever, args=(threading.Event(),), name="log", daemon=True).start()
application = WSGIHandler()
