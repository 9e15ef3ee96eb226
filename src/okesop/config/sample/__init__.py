"""The sample office of the demo: a city's secretariat with invented people and drafts of 25 SOPs."""

from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OFFERED: dict[str, Promise] = {
    "ode.fadlan": _("Penyusun, Kepala Subbagian Perlengkapan"),
    "sri.melania": _("Pengurus Barang, menyunting draf bersama penyusun"),
    "sitti.jumrana": _("Penyusun, Kepala Subbagian Tata Usaha"),
    "hasbullah.moita": _("Verifikator seluruh kantor, Bagian Organisasi"),
    "ridwan.tamboraki": _("Pengesah, Kepala Bagian Umum"),
    "malik.lasandara": _("Pimpinan, Sekretaris Daerah"),
    "hasrun.pombala": _("Pelaksana, Petugas Gudang"),
    "syahrir.lapandewa": _("Arsiparis, Subbagian Tata Usaha"),
    "nurhayati.lakudo": _("Auditor, membaca semua dan tidak mengubah apa pun"),
    "dedi.lambuya": _("Pengelola unit kerja, jabatan, orang, dan akun"),
}
"""The people to try the product as, by user name, in the order in which the sign-in page offers them."""


@transaction.atomic
def seed(at: datetime) -> None:
    """Make the sample office as it stands ``at`` a moment; where an office exists already, nothing is done."""
    # Settings name this package, so its models may only be asked for once all rooms are open.
    from okesop.config.sample.housing import build  # noqa: PLC0415 -- app ready
    from okesop.config.sample.writing import write  # noqa: PLC0415 -- app ready
    from okesop.organisation.models import Unit  # noqa: PLC0415 -- app ready

    if Unit.objects.roots().exists():
        return
    write(build(at), at)
