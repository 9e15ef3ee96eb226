"""The guide page of the rules, made from the table: ``docs/panduan/aturan.md``."""

from collections.abc import Iterable

from okesop.core.rules import GROUPS, RULES
from okesop.core.rules.finding import Severity, Stage
from okesop.core.rules.rule import Rule
from okesop.core.text import Sentence

INTRODUCTION = """\
# Aturan penyusunan SOP

Halaman ini dibuat oleh program dari tabel aturan yang dipakai pemeriksa, sehingga isinya selalu sama dengan yang
diperiksa. Ada {count} aturan dalam {groups} kelompok.

- **Wajib** berarti diminta oleh pedoman atau oleh kelaikan bagan. Draf boleh belum lengkap: temuan wajib baru
  menghalangi pada tahap yang disebut di setiap aturan.
- **Saran** berarti praktik yang baik. Saran tidak pernah menghalangi.
- **Tanda †** berarti pemeriksa menebak dari bahasa. Tebakan dapat keliru.
- Saran dan temuan bertanda † dapat **dikesampingkan dengan alasan**. Alasan itu tersimpan bersama draf, dan temuannya
  tetap terlihat.
- Pada dokumen yang **diimpor**, temuan wajib menjadi saran: SOP lama diselaraskan secara bertahap
  (PermenPAN-RB 35/2012 pasal 2).
"""

DUE = {
    Stage.DRAFT: "wajib sejak draf",
    Stage.SUBMIT: "wajib sebelum diajukan",
    Stage.APPROVE: "wajib sebelum disahkan",
}


def page() -> str:
    """Return the page in Indonesian, as Markdown."""
    parts = [INTRODUCTION.format(count=len(RULES), groups=len(GROUPS))]
    parts += [part for title, rules in GROUPS for part in _chapter(title, rules)]
    return "\n".join(parts)


def _chapter(title: Sentence, rules: Iterable[Rule]) -> list[str]:
    return [f"## {title.id}\n", *(_rule(rule) for rule in rules)]


def _rule(rule: Rule) -> str:
    mark = " †" if rule.heuristic else ""
    weight = DUE[rule.stage] if rule.severity is Severity.ERROR else "saran"
    return (
        f"### {rule.id}{mark} ({weight})\n\n"
        f"{rule.told.id}\n\n"
        f"- Yang diperiksa: {rule.looks_at.id}\n"
        f"- Dasar: {rule.source.id}\n"
        f"- Baik: {rule.good.id}\n"
        f"- Kurang tepat: {rule.bad.id}\n"
    )
