"""The one Django application of the house."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register."""

    name = "whimbrel.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
