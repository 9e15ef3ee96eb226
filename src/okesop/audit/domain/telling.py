"""What is wrong with the trail, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.audit.domain.verification import Fault, Wrong

ONE = {
    Wrong.ALTERED: gettext_lazy(
        "Catatan %(first)d diubah: isinya tidak cocok lagi dengan hash-nya."
    ),
    Wrong.RENUMBERED: gettext_lazy("Catatan %(first)d berganti nomor: semula bernomor %(was)d."),
    Wrong.REPLACED: gettext_lazy(
        "Catatan %(first)d ditulis ulang: rantai sesudahnya menyebut hash yang lain."
    ),
    Wrong.REMOVED: gettext_lazy("Catatan %(first)d dihapus."),
    Wrong.INSERTED: gettext_lazy("Catatan %(first)d disisipkan: rantai tidak mengenalnya."),
    Wrong.HEADLESS: gettext_lazy("Ujung rantai dihapus; catatan terakhir bernomor %(first)d."),
    Wrong.REWRITTEN: gettext_lazy(
        "Catatan %(first)d tidak cocok dengan jangkarnya: ditulis ulang."
    ),
}
MANY = {
    Wrong.REMOVED: gettext_lazy("Catatan %(first)d sampai %(last)d dihapus."),
    Wrong.REWRITTEN: gettext_lazy(
        "Di antara catatan %(first)d dan %(last)d ada yang ditulis ulang: tidak cocok dengan jangkarnya."
    ),
}


def sentence(fault: Fault) -> str:
    """Return what is wrong with an entry or a row of entries."""
    told = (MANY if fault.last > fault.first else ONE)[fault.wrong]
    return str(told) % {"first": fault.first, "last": fault.last, "was": fault.was}


def guard_is_missing() -> str:
    """Return the warning about a database that lets the trail be changed."""
    return _(
        "Penjaga jejak audit tidak terpasang di basis data; jalankan “okesop manage migrate audit 0002”"
        " lalu “okesop manage migrate audit”."
    )
