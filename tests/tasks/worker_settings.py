"""The product's settings for a worker that a test starts: its database is that of the test."""

import os

from okesop.config.settings import *  # noqa: F403 -- all of them

INSTALLED_APPS += ["tests.tasks.sample"]  # noqa: F405
DATABASES["default"]["NAME"] = os.environ["OKESOP_TEST_NAME"]  # noqa: F405
