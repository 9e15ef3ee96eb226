"""The tags that templates are built from. Each is typed: a mistyped argument is a `TemplateSyntaxError`."""

import re
from zlib import crc32

from django import template
from django.db.models import Model
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from okesop.ui import fields, icons

register = template.Library()
STATES = {  # stored code → look, icon, word
    "draft": ("draf", "pencil", _("Draf")),
    "submitted": ("diajukan", "send", _("Diajukan")),
    "returned": ("perbaikan", "arrow-back-up", _("Perlu Perbaikan")),
    "verified": ("diverifikasi", "checks", _("Diverifikasi")),
    "approved": ("disetujui", "check", _("Disetujui")),
    "in_force": ("berlaku", "circle-check", _("Berlaku")),
    "superseded": ("digantikan", "replace", _("Digantikan")),
    "revoked": ("dicabut", "ban", _("Dicabut")),
}
HUES = ("", " avatar-b", " avatar-c")


# --- icons


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


# --- states of a document


@register.simple_tag
def badge(state: str) -> SafeString:
    """Draw the state of a version: shape, icon and word tell it, not the colour alone."""
    if state not in STATES:
        raise template.TemplateSyntaxError(f"A version has no state {state!r}.")
    look, drawn, word = STATES[state]
    return format_html('<span class="badge badge-{}">{}{}</span>', look, icon(drawn), word)


# --- people


@register.simple_tag
def avatar(name: str, *, small: bool = False) -> SafeString:
    """Draw a person's initials; the same name always has the same hue."""
    hue = HUES[crc32(name.encode()) % len(HUES)]
    size = " avatar-s" if small else ""
    return format_html(
        '<span class="avatar{}{}" aria-hidden="true">{}</span>', hue, size, initials(name)
    )


@register.filter
def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name, without titles behind a comma."""
    words = re.findall(r"[^\W\d_][\w’'-]*", name.split(",", maxsplit=1)[0])
    words = [word for word in words if word[0].isupper()] or words
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


@register.filter
def untitled(name: str) -> str:
    """Return a name without the titles behind its first comma, for narrow places."""
    return name.split(",", maxsplit=1)[0]


# --- rights


@register.simple_tag(takes_context=True)
def may(context: template.Context, permission: str, obj: Model | None = None) -> bool:
    """Ask a permission for whoever looks at the page: `{% may "organisation.manage_office" as keeps %}`."""
    return bool(context["request"].user.has_perm(permission, obj))


# --- forms


@register.simple_tag
def field(  # noqa: PLR0913 -- the parts of a field
    bound: BoundField,
    *,
    hint: str = "",
    help: str = "",  # noqa: A002 -- the word of the design
    optional: bool = False,
    placeholder: str = "",
    link: str = "",
    link_label: str = "",
    row: bool = False,
) -> SafeString:
    """Draw a form's field: label above, `help` behind a "?", control, hint and error below.

    `link` and `link_label` stand across from the label; `row` lays short options beside each other.
    """
    words = fields.Words(
        hint=hint or str(bound.help_text),
        help=help,
        optional=optional,
        placeholder=placeholder,
        link=link,
        link_label=link_label,
        row=row,
    )
    return fields.draw(bound, words)


# --- blocks


@register.simple_block_tag
def notice(
    content: str, *, tone: str = "", icon: str = "info-circle", alert: bool = False
) -> SafeString:
    """Say something about the page: `tone` is "", "brand", "amber" (needs a hand) or "red" (wrong)."""
    if tone not in {"", "brand", "amber", "red"}:
        raise template.TemplateSyntaxError(f"A notice has no tone {tone!r}.")
    context = {"content": content, "tone": tone, "icon": icon, "alert": alert}
    return render_to_string("ui/notice.html", context)


@register.simple_block_tag
def empty(content: str, *, title: str, level: int = 2) -> SafeString:
    """Say what is missing; the block holds who can add it (`<p>`) and the way (`<div class="row">`)."""
    return render_to_string("ui/empty.html", {"content": content, "title": title, "level": level})


@register.simple_block_tag
def dialog(content: str, *, id: str, title: str) -> SafeString:  # noqa: A002 -- HTML's word
    """Hold a `<dialog>` that a button with `data-opens="<id>"` opens; close with `data-closes`."""
    return render_to_string("ui/dialog.html", {"content": content, "id": id, "title": title})


@register.simple_block_tag
def drop(
    content: str,
    *,
    label: str,
    icon: str = "",
    start: bool = False,
    quiet: bool = False,
    small: bool = False,
) -> SafeString:
    """Hold a menu that a button opens, such as Unduh ▾; the block holds links and buttons."""
    context = {
        "content": content,
        "label": label,
        "icon": icon,
        "start": start,
        "quiet": quiet,
        "small": small,
    }
    return render_to_string("ui/drop.html", context)
