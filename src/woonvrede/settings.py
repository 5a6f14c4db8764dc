# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Every setting, from the environment alone; an unknown or wrong one refuses to start.

Which variables there are is listed in ``running/environment.py``.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from environs import Env

from woonvrede.running import environment, keys, places, ports
from woonvrede.running.database import addresses
from woonvrede.running.serving import logs, origin

environment.refuse_unknown()
env = Env(prefix=environment.PREFIX)

DEBUG = False
DEMO = env.bool("DEMO", False)
STATE = places.state()
AGREEMENTS = places.agreements()
SECRET_KEY = keys.key("WOONVREDE_SECRET_KEY", env.str("SECRET_KEY", ""))
HASH_KEY = keys.key("WOONVREDE_HASH_KEY", env.str("HASH_KEY", ""))

ORIGIN = env.str("ORIGIN", "") or f"http://localhost:{ports.wanted()}"
origin.refuse_unsafe(ORIGIN, demo=DEMO)
HTTPS = urlsplit(ORIGIN).scheme == "https"
ALLOWED_HOSTS = origin.hosts(ORIGIN, env.list("HOSTS", []))
CSRF_TRUSTED_ORIGINS = [ORIGIN]

DATABASES = {"default": addresses.as_django_has_it(env.str("DATABASE_ROLE", "app"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "woonvrede.records",
    "woonvrede.web",
    "woonvrede.jobs",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "template_partials",
]

MIDDLEWARE = [
    "woonvrede.running.serving.headers.private_answers",
    "woonvrede.running.serving.origin.one_address",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "woonvrede.running.serving.sessions.sessions_end",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "woonvrede.web.gate.Gate",
]

ROOT_URLCONF = "woonvrede.urls"
WSGI_APPLICATION = "woonvrede.wsgi.application"
FORM_RENDERER = "woonvrede.web.forms.Renderer"
CSRF_FAILURE_VIEW = "woonvrede.web.errors.csrf_failed"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "woonvrede.web.context.shell",
            ],
        },
    },
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
APPEND_SLASH = True

# Static files: ours, and the look that npm fetched.
STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
NPM = places.CHECKOUT / "node_modules"
STATICFILES_DIRS = [
    ("vendor/utrecht", NPM / "@utrecht/component-library-css/dist"),
    ("vendor/voorbeeld", NPM / "@nl-design-system-unstable/voorbeeld-design-tokens/dist"),
    ("vendor/noto-sans", NPM / "@fontsource-variable/noto-sans"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Signing in: by e-mail address, with a second factor; nobody signs up by themselves.
AUTH_USER_MODEL = "records.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "woonvrede.web.entry.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "woonvrede.web.entry.forms.SignIn",
    "reauthenticate": "woonvrede.web.entry.forms.Password",
    "reset_password_from_key": "woonvrede.web.entry.forms.NewPassword",
}
MFA_ADAPTER = "woonvrede.web.entry.adapters.FactorAdapter"
MFA_FORMS = {
    "authenticate": "woonvrede.web.entry.forms.Code",
    "reauthenticate": "woonvrede.web.entry.forms.CodeAgain",
    "activate_totp": "woonvrede.web.entry.forms.FirstCode",
    "add_webauthn": "woonvrede.web.entry.forms.NewPasskey",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # invited by somebody who knew the address
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Woonvrede"
MFA_TOTP_TOLERANCE = 1  # a code that was just replaced still holds, for who types slowly (RFC 6238)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
USERSESSIONS_TRACK_ACTIVITY = False
LOGIN_REDIRECT_URL = "/mijn-werk/"
LOGIN_URL = "account_login"

# Sessions: half an hour without a click, ten hours in all.
SESSION_IDLE = timedelta(minutes=30)
SESSION_ABSOLUTE = timedelta(hours=10)
SESSION_COOKIE_AGE = int(SESSION_ABSOLUTE.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = origin.cookie("session", ORIGIN)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = origin.cookie("csrf", ORIGIN)
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "woonvrede.web.errors.csrf_failed"

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    },
}
# It blocks htmx's swap, so for now it only tells.
CONTENT_SECURITY_POLICY_REPORT_ONLY = {
    "DIRECTIVES": {"default-src": None, "require-trusted-types-for": ["'script'"]},
}

# Text only: files come with their own issue.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["woonvrede.web.uploads.OnlyPhotos"]

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

LOGGING_CONFIG = None
logs.configure()

PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 2, "listen_notify": True}
