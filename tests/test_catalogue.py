"""The English catalogue is complete, says the same placeholders, and is compiled from its source."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).parent.parent / "src" / "okesop"
LOCALE = Path("locale") / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+>")
NUMBERS = {"%(n)s", "%(n)d", "%(least)d"}


def forms(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def read(folder: Path) -> list[Message]:
    content = (folder / LOCALE / "django.po").read_bytes()
    return [message for message in read_po(BytesIO(content)) if message.id]


def key(message: Message) -> tuple[str | None, str]:
    context = message.context
    # The reader of .mo leaves contexts undecoded.
    return context.decode() if isinstance(context, bytes) else context, forms(message.id)[0]


@pytest.fixture(scope="module")
def catalogue() -> list[Message]:
    return read(SOURCE)


def test_every_text_has_its_english(catalogue):
    assert [m.id for m in catalogue if m.fuzzy or not all(forms(m.string))] == []


def test_the_english_keeps_the_placeholders(catalogue):
    """Only a form for one thing may leave the number out."""
    wrong = []
    for message in catalogue:
        asked = sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
        for form in forms(message.string):
            said = sorted(PLACEHOLDER.findall(form))
            if said != asked and not (message.pluralizable and set(asked) - set(said) <= NUMBERS):
                wrong.append((message.id, form))
    assert wrong == []


def test_the_english_keeps_markup_and_the_blanks_around(catalogue):
    wrong = [
        (message.id, form)
        for message in catalogue
        for source, form in [(forms(message.id)[0], f) for f in forms(message.string)]
        if TAG.findall(source) != TAG.findall(form)
        or source[: len(source) - len(source.lstrip())] != form[: len(form) - len(form.lstrip())]
        or source[len(source.rstrip()) :] != form[len(form.rstrip()) :]
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_current(catalogue):
    compiled = read_mo(BytesIO((SOURCE / LOCALE / "django.mo").read_bytes()))
    assert {key(m): forms(m.string) for m in compiled if m.id} == {
        key(m): forms(m.string) for m in catalogue
    }


def test_no_text_of_the_sources_is_missing(catalogue, tmp_path):
    if shutil.which("xgettext") is None:
        pytest.skip("xgettext is not installed (apt-get install gettext)")
    copy = tmp_path / "okesop"
    leave_out = shutil.ignore_patterns("*.ttf", "*.woff2", "__pycache__", "var")
    shutil.copytree(SOURCE, copy, ignore=leave_out)
    # Without settings it writes beside the copy; with them into the real catalogue.
    plain = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "en", "--no-obsolete"],
        cwd=copy,
        env=plain,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    known = {key(m) for m in catalogue}
    assert [m.id for m in read(copy) if key(m) not in known] == []
