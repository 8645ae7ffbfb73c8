"""Django's settings, made of `Environment`."""

import os
from pathlib import Path

import dj_database_url

from whimbrel.site.environment import DEVELOPMENT_KEY, Environment

HOUSE = Environment.read(os.environ)

SECRET_KEY = HOUSE.secret_key
KEY_OF_DEVELOPMENT = HOUSE.secret_key == DEVELOPMENT_KEY
DEBUG = HOUSE.debug
# A connection is kept for the next page: making one takes as long as many questions to it.
DATABASES = {
    "default": dict(dj_database_url.parse(HOUSE.database, conn_max_age=60, conn_health_checks=True))
}
if HOUSE.database.startswith("sqlite"):
    # Readers do not wait for the writer; a writer takes its turn at once instead of failing late.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
LEDGER_HEAD = HOUSE.head

ALLOWED_HOSTS = [name.strip() for name in HOUSE.hosts.split(",") if name.strip()]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "whimbrel.register.apps.RegisterConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whimbrel.web.headers.content_security",
]
ROOT_URLCONF = "whimbrel.site.urls"
WSGI_APPLICATION = "whimbrel.site.wsgi.application"
WEB = Path(__file__).parent.parent / "web"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "libraries": {"whimbrel": "whimbrel.web.vocabulary"},
            "context_processors": [
                "django.template.context_processors.request",
                "whimbrel.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
WHITENOISE_USE_FINDERS = True
LOGIN_URL = "sign-in"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HOUSE.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HOUSE.https else None
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
AUTH_USER_MODEL = "register.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LOCALE_PATHS = [WEB / "locale"]
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
