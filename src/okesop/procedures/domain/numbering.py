"""The template language of SOP numbers: ``{klasifikasi}/{urut:000}/{unit}/{bulan_romawi}/{tahun}``.

``{urut}`` is the serial, with as many digits at least as zeros stand behind the colon. Everything outside braces is
printed as it stands.
"""

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from okesop.procedures.models.number import LONGEST

FIELD = re.compile(r"\{([a-z_]+)(?::(0+))?\}")
FIELDS = ("klasifikasi", "urut", "unit", "bulan", "bulan_romawi", "tahun")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
EXAMPLE = 7


class WrongTemplate(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A template that makes no number."""


def checked(template: str) -> str:
    """Return the template without spaces at its ends.

    Raises:
        WrongTemplate: a field that does not exist, no serial, a stray brace, or too long.
    """
    template = template.strip()
    unknown = [name for name, _zeros in FIELD.findall(template) if name not in FIELDS]
    if unknown:
        raise WrongTemplate(
            _("Bagian {%(name)s} tidak dikenal. Yang ada: %(known)s.")
            % {"name": unknown[0], "known": ", ".join(f"{{{name}}}" for name in FIELDS)}
        )
    if re.search(r"[{}]", FIELD.sub("", template)):
        raise WrongTemplate(_("Ada kurung kurawal yang tidak berpasangan."))
    if [name for name, _zeros in FIELD.findall(template)].count("urut") != 1:
        raise WrongTemplate(_("Templat harus memuat {urut} tepat satu kali."))
    if len(template) > LONGEST - 40:
        raise WrongTemplate(_("Templat paling panjang %(most)d huruf.") % {"most": LONGEST - 40})
    return template


def written(template: str, *, serial: int, suffix: str, on: date, names: Mapping[str, str]) -> str:
    """Return a number; ``names`` are ``klasifikasi`` and ``unit``."""
    values = {
        **names,
        "bulan": f"{on.month:02}",
        "bulan_romawi": ROMAN[on.month - 1],
        "tahun": f"{on.year:04}",
    }

    def filled(field: re.Match[str]) -> str:
        name, zeros = field[1], field[2] or ""
        if name == "urut":
            return str(serial).zfill(len(zeros)) + (f".{suffix}" if suffix else "")
        return values.get(name, "")

    return FIELD.sub(filled, template)[:LONGEST]
