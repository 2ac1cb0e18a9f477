"""Where everything is."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("daylight.sites.api.urls")),
]
