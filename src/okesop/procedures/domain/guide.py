"""The guide: rules by chapter, made from the table that the checker uses, and the keys of the editor."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.core.rules import GROUPS, Rule, Severity, Stage
from okesop.procedures.domain.spoken import spoken

STAGES = {
    Stage.DRAFT: _("sejak draf"),
    Stage.SUBMIT: _("sebelum diajukan"),
    Stage.APPROVE: _("sebelum disahkan"),
}
KEYS: tuple[tuple[str | Promise, Promise, Promise], ...] = (
    ("← ↑ → ↓", _("sel berikutnya"), _("sel berikutnya")),
    (
        "Tab, Shift+Tab",
        _("sel berikutnya, sel sebelumnya; di akhir tabel menambah langkah"),
        _("sama"),
    ),
    (
        "Enter",
        _("simpan lalu turun; pada baris terakhir menambah langkah"),
        _("buka tujuan simbol"),
    ),
    ("F2", _("ubah isi sel"), _("ubah isi simbol")),
    ("Shift+Enter", _("baris baru di dalam sel"), _("tidak ada")),
    ("Esc", _("batalkan perubahan sel ini"), _("tutup jendela kecil")),
    (_("Spasi"), _("mulai mengetik"), _("kosong, kotak, belah ketupat, kapsul, kosong")),
    ("K, B, D", _("mulai mengetik"), _("kapsul, kotak, belah ketupat")),
    ("J", _("mulai mengetik"), _("kerjakan bersama simbol sebelumnya; sekali lagi melepas")),
    ("Delete", _("kosongkan sel"), _("hapus simbol; alur disambung kembali")),
    ("Alt+↑, Alt+↓", _("pindahkan langkah"), _("pindahkan langkah")),
    ("Ctrl+Enter", _("sisipkan langkah di bawah"), _("sama")),
    ("Ctrl+Delete", _("hapus langkah"), _("sama")),
    ("Ctrl+C, Ctrl+X, Ctrl+V", _("salin, potong, tempel sel"), _("salin, potong, tempel simbol")),
    ("Ctrl+Z, Ctrl+Y", _("urungkan, ulangi perubahan sendiri"), _("sama")),
    ("F8, Shift+F8", _("temuan berikutnya, temuan sebelumnya"), _("sama")),
    ("Ctrl+/", _("daftar tombol"), _("sama")),
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as the guide shows it."""

    id: str
    duty: bool
    due: str | Promise
    looks_at: str
    message: str
    source: str
    good: str
    bad: str
    waivable: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules of one group."""

    code: str
    name: str
    lines: tuple[RuleLine, ...]


def chapters() -> list[Chapter]:
    """Return the rules by group, in the order of the table."""
    return [
        Chapter(rules[0].id.partition("-")[0], spoken(name), tuple(map(_line, rules)))
        for name, rules in GROUPS
    ]


def _line(rule: Rule) -> RuleLine:
    return RuleLine(
        id=rule.id,
        duty=rule.severity is Severity.ERROR,
        due=STAGES[rule.stage],
        looks_at=spoken(rule.looks_at),
        message=spoken(rule.told),
        source=spoken(rule.source),
        good=spoken(rule.good),
        bad=spoken(rule.bad),
        waivable=rule.waivable,
    )
