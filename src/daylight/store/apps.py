"""The Django app that holds the journal and the read models."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of the journal, the log and the board."""

    name = "daylight.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
