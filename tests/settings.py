"""The product's settings with a data folder that vanishes; `OKESOP_TEST_DATABASE` names a PostgreSQL."""

import os
import tempfile
from pathlib import Path

_made_here = tempfile.mkdtemp(prefix="okesop-test-")
os.environ["OKESOP_DATA"] = _made_here
os.environ["OKESOP_SECRET_KEY"] = "tests only"
os.environ["OKESOP_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["OKESOP_DATABASE_URL"] = os.environ.get("OKESOP_TEST_DATABASE", "")
for _name in ("OKESOP_DEBUG", "OKESOP_DEMO", "OKESOP_HTTPS", "OKESOP_PROXIES", "OKESOP_TIME_ZONE"):
    os.environ.pop(_name, None)

from okesop.config.settings import *  # noqa: E402, F403 -- the environment comes first

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # quick; Argon2 has its own test
MEDIA_ROOT = Path(_made_here) / "files"
if not os.environ["OKESOP_DATABASE_URL"]:
    # A file, as in the product: writers in several threads wait for each other there, in memory they fail.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_made_here) / "test.sqlite3")}  # noqa: F405
