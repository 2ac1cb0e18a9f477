"""The application a WSGI server runs: settings from the environment, one office in the process."""

from django.core.handlers.wsgi import WSGIHandler

from daylight.settings import Settings
from daylight.wiring import configure, the_office

configure(Settings())
the_office()
application = WSGIHandler()
