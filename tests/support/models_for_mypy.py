"""Django's settings as far as the type checker needs them to know the models; nothing runs by these."""

SECRET_KEY = "for types only"
INSTALLED_APPS = ["daylight.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
