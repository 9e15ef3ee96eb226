"""The tags that templates are built from. Each is typed: a mistyped argument is a `TemplateSyntaxError`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from okesop.ui import icons

register = template.Library()


@register.simple_tag
def icon(name: str, *, small: bool = False, inline: bool = False, label: str = "") -> SafeString:
    """Draw an outline icon; `label` speaks it where no word stands beside it."""
    if name not in icons.drawings():
        raise template.TemplateSyntaxError(f"There is no icon {name!r} in ui/icons.json.")
    classes = "icon" + (" icon-s" if small else "") + (" inline" if inline else "")
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="#i-{}"/></svg>',
            classes,
            label,
            name,
        )
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="#i-{}"/></svg>', classes, name
    )


@register.simple_tag
def needs_icons(names: str) -> SafeString:
    """Put icons into the page's sprite that a script will draw: `<use href="#i-…"/>`."""
    unknown = set(names.split()) - set(icons.drawings())
    if unknown:
        raise template.TemplateSyntaxError(f"There are no icons {sorted(unknown)}.")
    return mark_safe(f"<!--icons {' '.join(names.split())}-->")  # noqa: S308 -- names that were checked


@register.simple_tag
def sprite() -> SafeString:
    """Say where the page's sprite goes; the base template does."""
    return mark_safe(icons.PLACE)  # noqa: S308 -- a constant
