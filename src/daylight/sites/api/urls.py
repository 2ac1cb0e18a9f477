"""Addresses of the interface."""

from django.urls import path

from daylight.sites.api import views

urlpatterns = [
    path("cases/<str:case>/docket/<str:bidders>", views.bid_docket),
    path("cases/<str:case>/view/<str:beside>/<int:since>", views.view),
    path("rulebooks/<str:digest>", views.rulebook_of),
    path("intents", views.intents),
    path("world", views.world),
    path("world/view", views.view_of_the_world),
    path("ocids/<str:ocid>", views.case_of_ocid),
    path("rulebook", views.rulebook),
    path("dockets/<str:docket>", views.docket),
    path("dockets/<str:docket>/acts/<int:seq>/because", views.because),
    path("cases/<str:case>/bids", views.bids),
    path("cases/<str:case>/enquiries", views.enquiries),
    path("cases/<str:case>/opening", views.opening),
    path("cases/<str:case>/applications", views.applications),
    path("cases/<str:case>/applications/<str:bid>", views.application),
    path("proofs/<str:intent_id>", views.proof),
    path("cases/<str:case>/files/<str:digest>", views.file),
]
