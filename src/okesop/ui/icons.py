"""Tabler's outline icons: a page carries a sprite of those that it uses, a fragment carries them itself.

Templates write `{% icon "plus" %}`, which becomes `<use href="#i-plus"/>`. `gather` puts the symbols of all that
were used where the base template says so; `unfold` writes the lines of each icon into its place, because a
fragment cannot know what the page around it carries.
"""

import json
import re
from functools import cache
from importlib.resources import files

USE = re.compile(r'<use href="#i-([a-z0-9-]+)"/>')
PLACED = re.compile(r'<svg((?: [^>]*)?)><use href="#i-([a-z0-9-]+)"/>')
WANTED = re.compile(r"<!--icons ([a-z0-9 -]*)-->")
PLACE = "<!--sprite-->"


@cache
def drawings() -> dict[str, str]:
    """Return name → the lines of the icon in a 24 × 24 box."""
    text = files("okesop.ui").joinpath("icons.json").read_text(encoding="utf-8")
    loaded: dict[str, str] = json.loads(text)
    return loaded


def gather(html: str) -> str:
    """Return the page with a sprite of the icons that it uses or that its script asked for."""
    names = set(USE.findall(html))
    for wanted in WANTED.findall(html):
        names.update(wanted.split())
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{drawings()[name]}</symbol>'
        for name in sorted(names)
    )
    sprite = f"<svg hidden>{symbols}</svg>" if symbols else ""
    return WANTED.sub("", html).replace(PLACE, sprite, 1)


def unfold(html: str) -> str:
    """Return the fragment with the lines of each icon in place of a reference."""
    return WANTED.sub("", PLACED.sub(_in_place, html))


def _in_place(match: re.Match[str]) -> str:
    attributes, name = match.groups()
    return f'<svg viewBox="0 0 24 24"{attributes}>{drawings()[name]}'
