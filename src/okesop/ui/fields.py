"""How a field of a form is drawn: label, help, control, hint, error, tied together for screen readers."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxInput, RadioSelect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a control."""

    hint: str = ""
    help: str = ""
    optional: bool = False
    placeholder: str = ""
    link: str = ""
    link_label: str = ""
    row: bool = False


def draw(bound: BoundField, words: Words) -> SafeString:
    """Return the field as HTML; the kind of its widget decides its shape."""
    context = {"bound": bound, "words": words, "control": _control(bound, words)}
    if isinstance(bound.field.widget, RadioSelect):
        return render_to_string("ui/field_options.html", context)
    if isinstance(bound.field.widget, CheckboxInput):
        return render_to_string("ui/field_check.html", context)
    return render_to_string("ui/field.html", context)


def _control(bound: BoundField, words: Words) -> SafeString:
    described = [
        f"{bound.id_for_label}-{part}"
        for part, there in (("hint", words.hint), ("error", bound.errors))
        if there
    ]
    given = bound.field.widget.attrs
    attrs: dict[str, Any] = {"class": f"input {given.get('class', '')}".strip()}
    if isinstance(bound.field.widget, CheckboxInput | RadioSelect):
        attrs.pop("class")
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if words.placeholder:
        attrs["placeholder"] = words.placeholder
    return bound.as_widget(attrs=attrs)
