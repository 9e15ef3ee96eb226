"""All settings. Values come from the environment alone; each variable is explained on its line."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from okesop.config import env

PACKAGE = Path(__file__).resolve().parent.parent
DATA = env.folder("OKESOP_DATA", "var")  # database, files, secret key
DEBUG = env.flag("OKESOP_DEBUG", default=False)  # developers only: shows errors with their values
DEMO = env.flag("OKESOP_DEMO", default=False)  # set by `okesop demo`: one click signs in
HTTPS = env.flag("OKESOP_HTTPS", default=False)  # served behind TLS: secure cookies, HSTS
PROXIES = env.integer("OKESOP_PROXIES", 0)  # how many reverse proxies of ours stand in front
SECRET_KEY = env.secret("OKESOP_SECRET_KEY", DATA / "secret-key")  # else made on the first start
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
HOSTS = env.listing("OKESOP_HOSTS") or LOOPBACK  # names by which it is opened
ALLOWED_HOSTS = LOOPBACK if DEMO else HOSTS  # the demo answers to this machine alone
CSRF_TRUSTED_ORIGINS = env.listing("OKESOP_ORIGINS")  # https://sop.kota.go.id, behind a proxy

# --- the application
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "rules.apps.AutodiscoverRulesConfig",
    "template_partials",
    "okesop.ui",
    "okesop.audit",
    "okesop.tasks",
    "okesop.accounts",
    "okesop.organisation",
    "okesop.files",
    "okesop.notifications",
    "okesop.search",
    "okesop.procedures",
    "okesop.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "okesop.audit.middleware.origin",
    "okesop.organisation.reach.middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "okesop.accounts.middleware.language",
    "okesop.accounts.middleware.SignedInMiddleware",
    "okesop.accounts.middleware.activity",
    "okesop.accounts.middleware.own_password",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "okesop.config.urls"
WSGI_APPLICATION = "okesop.config.wsgi.application"
NAVIGATION = "okesop.config.navigation"
SEARCH = "okesop.config.searching"  # what the quick search looks through
BELONGINGS = "okesop.config.belongings"  # what a position has in hand
BEGINNING = "okesop.config.beginning"  # the way to the first SOP
TRAIL = "okesop.config.trail"  # words and readers of the audit trail
NOTICES = "okesop.config.notices"  # what people are told about
SAMPLE = "okesop.config.sample"  # the office of the demo
PUBLIC_ADDRESS = env.text("OKESOP_ADDRESS", "").rstrip("/")  # https://sop.kota.go.id, on paper
DEMO_ADDRESS = env.text("OKESOP_DEMO_ADDRESS", "http://127.0.0.1:8000")  # set by `okesop demo`
SIGNER = "okesop.adapters.signing.InSystem"  # approval in the system, no certified signature
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "okesop.ui.navigation.menu",
                "okesop.organisation.context.held_position",
                "okesop.organisation.context.office",
                "okesop.organisation.context.beginning",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "okesop.ui.templatetags.ui",
                "okesop.ui.templatetags.written",
            ],
        },
    }
]

# --- stored things
DATABASES = {
    "default": env.database("OKESOP_DATABASE_URL", DATA / "okesop.sqlite3")
}  # postgresql://…
INSTALLED_APPS += env.engine_apps(DATABASES["default"])
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MEDIA_ROOT = DATA / "files"
BACKUPS = env.folder_or_none("OKESOP_BACKUPS", DATA / "backups")  # of every night; off = none
BACKUPS_KEPT = env.integer("OKESOP_BACKUPS_KEPT", 14, least=1)  # the newest

# --- background work
TASK_ENGINE = env.engine("OKESOP_TASKS", DATABASES["default"])  # embedded, or procrastinate
TASK_WORKERS = env.integer("OKESOP_TASK_WORKERS", 1)  # started with the server; 0: `okesop work`
TASK_THREADS = env.integer("OKESOP_TASK_THREADS", 4, least=1)  # of a Procrastinate worker
TASK_LEASE = env.seconds("OKESOP_TASK_LEASE", 60, least=1)  # then a silent worker counts as dead
TASK_BACKOFF = env.seconds("OKESOP_TASK_BACKOFF", 10)  # before the second attempt; then × 4
TASK_KEPT = timedelta(days=env.integer("OKESOP_TASK_DAYS", 14, least=1))  # what is done
TASK_FAILED_KEPT = timedelta(days=env.integer("OKESOP_TASK_FAILED_DAYS", 180, least=1))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None  # our own declarations are read by room `tasks`

# --- e-mail
MAILING = bool(
    env.text("OKESOP_SMTP", "")
)  # smtp://user:password@host:587, smtps://…, smtp+plain://…
globals().update(env.mail("OKESOP_SMTP"))
MAIL_GATHERING = env.seconds("OKESOP_MAIL_GATHER", 60)  # what happens together is one message
DEFAULT_FROM_EMAIL = env.text("OKESOP_MAIL_FROM", "OKE SOP DIBAGI <okesop@localhost>")

# --- people
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "okesop.accounts.backends.NameBackend",
    "okesop.accounts.backends.CodeBackend",
    "rules.permissions.ObjectPermissionBackend",
]
LOGIN_URL = "accounts:sign-in"
FIRST_PAGE = "found"  # the set-up, until there is an administrator
LOGIN_REDIRECT_URL = "procedures:home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # Argon2id
PASSWORD_LENGTH = env.integer("OKESOP_PASSWORD_LENGTH", 12, least=12)  # letters at least
PASSWORD_MIXED = env.flag("OKESOP_PASSWORD_MIXED", default=False)  # ask for small, capital, figure
PASSWORD_VALID = timedelta(days=env.integer("OKESOP_PASSWORD_DAYS", 0))  # then renewed; 0 = never
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "okesop.accounts.passwords.LongEnough", "OPTIONS": {"least": PASSWORD_LENGTH}},
    {"NAME": "okesop.accounts.passwords.NotListed"},
    {"NAME": "okesop.accounts.passwords.NotAboutThePerson"},
    {"NAME": "okesop.accounts.passwords.Mixed", "OPTIONS": {"asked": PASSWORD_MIXED}},
]
CODE_VALID = timedelta(hours=env.integer("OKESOP_CODE_HOURS", 72, least=1))  # a one-time code
SESSION_ENGINE = "okesop.accounts.sessions"
SESSION_IDLE = timedelta(minutes=env.integer("OKESOP_SESSION_IDLE_MINUTES", 30, least=1))
SESSION_LONGEST = timedelta(hours=env.integer("OKESOP_SESSION_HOURS", 12, least=1))
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "okesop.ui.views.errors.stale_form"

# Attempts are counted for each account, whatever name was typed for it, and for each unknown name; never for an
# address alone, because a whole office shares one.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "okesop.accounts.attempts.account_name"
AXES_CLIENT_IP_CALLABLE = "okesop.audit.origin.address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # our own trail tells it
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "name", "code", "new_password", "repeated"]
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # the sign-in view answers a locked account itself
    "axes.W006",  # not per address, see above
]

# --- safety in the browser
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": [SELF],
        "img-src": [
            SELF,
            "data:",
        ],  # data: the arrow of a select and the tick of a box, in the stylesheet
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024  # a document of 5 MB travels with its escapes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

# --- words, days, figures
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = env.text(
    "OKESOP_TIME_ZONE", "Asia/Makassar"
)  # WITA; Asia/Jakarta WIB, Asia/Jayapura WIT
USE_TZ = True

# --- static files
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
COLLECTED = env.flag("OKESOP_COLLECTED", default=False)  # `okesop serve` collects and sets it
WHITENOISE_USE_FINDERS = not COLLECTED  # else straight from the package
WHITENOISE_AUTOREFRESH = not COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "okesop.config.static.CollectedStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- log
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django.request": {"level": "ERROR"},  # a refused form is no news
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # nor is a scanner
    },
    "root": {"handlers": ["console"], "level": env.text("OKESOP_LOG_LEVEL", "WARNING")},
}
