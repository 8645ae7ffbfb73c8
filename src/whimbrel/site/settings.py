"""Django's settings, made of `Environment`."""

import os
from pathlib import Path

import dj_database_url

from whimbrel.site import logs, mail
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
else:
    # As in SQLite: who waits longer for another writer is told to try again.
    given = dj_database_url.parse(HOUSE.database).get("OPTIONS", {})
    DATABASES["default"]["OPTIONS"] = {"options": "-c lock_timeout=20000", **given}
LEDGER_HEAD = HOUSE.head
SPOOL = HOUSE.spool_folder

ALLOWED_HOSTS = [name.strip() for name in HOUSE.hosts.split(",") if name.strip()]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
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
    "whimbrel.tasks.apps.TasksConfig",
]
MIDDLEWARE = [
    "whimbrel.web.journal.told",
    "whimbrel.web.headers.small_enough",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "whimbrel.web.headers.kept_by_nobody",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whimbrel.web.headers.content_security",
    "whimbrel.web.glance.glanced",
]
ROOT_URLCONF = "whimbrel.site.urls"
WSGI_APPLICATION = "whimbrel.site.wsgi.application"
WEB = Path(__file__).parent.parent / "web"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        # The pages of accounts are those of allauth, in our frame.
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {
                "whimbrel": "whimbrel.web.vocabulary",
                "drafting": "whimbrel.web.drafting",
                "reasons": "whimbrel.web.reasons",
            },
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "whimbrel.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
WHITENOISE_USE_FINDERS = True
LOGIN_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HOUSE.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HOUSE.https else None
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
# For a year browsers then ask for these pages over HTTPS only. They are not put on the list that
# browsers carry with them (preload): a secretariat decides that for its whole domain, not we.
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HOUSE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT = HOUSE.https
SECURE_REDIRECT_EXEMPT = [r"^alive$", r"^ready$"]
CSRF_TRUSTED_ORIGINS = [
    f"https://{'*' * name.startswith('.')}{name}" for name in ALLOWED_HOSTS if name != "*"
] if HOUSE.https else []  # fmt: skip
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
AUTH_USER_MODEL = "register.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LOCALE_PATHS = [WEB / "locale"]
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]

# Counted here: wrong passwords. In the database, for all processes of the server must see the same.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "whimbrel_cache",
    }
}

API_RATE = HOUSE.rate
"""Calls of a program in a minute; 0: as many as it likes."""

MAIL_SET = bool(HOUSE.mail)
"""Whether the house can send mail; a forgotten password is mended by mail only then."""
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
    )
]
ACCOUNT_ADAPTER = "whimbrel.web.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # An administrator entered the address.
ACCOUNT_EMAIL_NOTIFICATIONS = MAIL_SET
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Whimbrel: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HOUSE.https else "http"
ACCOUNT_SESSION_REMEMBER = True  # For the twelve hours above, and not asked for.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/10m/ip,5/10m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HOUSE.https else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Whimbrel"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HOUSE.https  # Browsers allow it for localhost only.
SOCIALACCOUNT_ADAPTER = "whimbrel.web.adapters.Providers"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
OIDC_URL = HOUSE.oidc_url if HOUSE.oidc_client and HOUSE.oidc_secret else ""
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": HOUSE.oidc_name,
                "client_id": HOUSE.oidc_client,
                "secret": HOUSE.oidc_secret,
                "settings": {"server_url": HOUSE.oidc_url},
            }
        ]
        if OIDC_URL
        else [],
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
vars().update(mail.settings(HOUSE.mail))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = HOUSE.mail_from
ADDRESS = HOUSE.address.rstrip("/")
LOGGING = logs.LOGGING
