"""Where everything is: one path is one name, and a page's language is the head of its path."""

from django.urls import include, path, register_converter

from daylight.sites.kit import page
from daylight.sites.kit.language import LangConverter
from daylight.sites.machine import log, ocds
from daylight.sites.portal import case, data, home, instrument, law, methods, parameter, proof, status, until

register_converter(LangConverter, "lang")

urlpatterns = [
    path("", page.front),
    path("<lang:lang>", page.with_slash),
    path("<lang:lang>/", home.home),
    path("<lang:lang>/cases/<str:ocid>/", case.case),
    path("<lang:lang>/cases/<str:ocid>/print/", case.printed),
    path("<lang:lang>/cases/<str:ocid>/bundle.zip", proof.bundle),
    path("<lang:lang>/cases/<str:ocid>/evaluation-<str:lot>.json", proof.inputs),
    path("<lang:lang>/data/", data.data),
    path("<lang:lang>/status/", status.status),
    path("<lang:lang>/law/", law.law),
    path("<lang:lang>/law/coming/", law.what_is_coming),
    path("<lang:lang>/law/methods/", methods.methods),
    path("<lang:lang>/law/until/", until.until),
    path("<lang:lang>/law/values/<str:parameter>/", parameter.parameter),
    path("<lang:lang>/law/texts/<str:digest>/", instrument.text),
    path("<lang:lang>/law/<str:instrument>/", instrument.instrument),
    path("ocds/releases/<str:ocid>/<str:release>.json", ocds.release),
    path("ocds/records/<str:ocid>.json", ocds.record),
    path("ocds/feed", ocds.feed),
    path("ocds/extension/<str:name>", ocds.extension),
    path("log/<path:place>", log.log),
    path("api/", include("daylight.sites.api.urls")),
]

handler400 = page.bad_request
handler404 = page.not_found
handler500 = page.broken
