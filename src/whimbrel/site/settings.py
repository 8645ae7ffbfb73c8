"""Django's settings, made of `Environment`."""

import os

import dj_database_url

from whimbrel.site.environment import Environment

HOUSE = Environment.read(os.environ)

SECRET_KEY = HOUSE.secret_key
DEBUG = HOUSE.debug
DATABASES = {"default": dict(dj_database_url.parse(HOUSE.database))}
if HOUSE.database.startswith("sqlite"):
    # Readers do not wait for the writer; a writer takes its turn at once instead of failing late.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
LEDGER_HEAD = HOUSE.head

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "whimbrel.register.apps.RegisterConfig",
]
AUTH_USER_MODEL = "register.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
