"""Texts of people as a database can keep them."""

import re

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(text: str) -> str:
    """Return the text without control characters (PostgreSQL keeps no NUL) and outer blanks."""
    return CONTROLS.sub("", text).strip()


def one_line(text: str) -> str:
    """Return the text in one line, every run of white space a blank."""
    return " ".join(plain(text).split())
