"""The words of the trail: what somebody did, to be read behind his name, and what he did it to."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, Promise] = {
    "accounts.change_password": _("mengganti kata sandinya"),
    "accounts.create": _("membuat akun %(thing)s"),
    "accounts.issue_code": _("membuat kode sekali pakai untuk %(thing)s"),
    "accounts.revoke_session": _("mengeluarkan satu perangkatnya"),
    "accounts.revoke_other_sessions": _("mengeluarkan semua perangkat lainnya"),
    "accounts.set_active": _("membuka atau menutup akun %(thing)s"),
    "accounts.set_administrator": _("mengubah wewenang admin %(thing)s"),
    "accounts.change": _("mengubah nama masuk %(thing)s"),
    "accounts.set_password_with_code": _("membuat kata sandi dengan kode sekali pakai"),
    "accounts.set_preferences": _("mengubah tampilan atau bahasanya"),
    "accounts.sign_in": _("masuk"),
    "accounts.sign_in_refused": _("Percobaan masuk sebagai %(thing)s ditolak"),
    "accounts.sign_out": _("keluar"),
    "accounts.withdraw_code": _("menarik kode sekali pakai %(thing)s"),
    "files.give_emblem": _("memasang lambang %(thing)s"),
    "files.take_emblem": _("menghapus lambang %(thing)s"),
    "organisation.assign": _("menugaskan %(thing)s pada sebuah jabatan"),
    "organisation.change_person": _("mengubah data %(thing)s"),
    "organisation.change_position": _("mengubah jabatan %(thing)s"),
    "organisation.change_unit": _("mengubah unit %(thing)s"),
    "organisation.create_position": _("membuat jabatan %(thing)s"),
    "organisation.create_unit": _("membuat unit %(thing)s"),
    "organisation.end_assignment": _("mengakhiri penugasan %(thing)s"),
    "organisation.enrol": _("mendaftarkan %(thing)s"),
    "organisation.found": _("memasang kantor %(thing)s"),
    "organisation.set_unit_active": _("membuka atau menutup unit %(thing)s"),
    "procedures.draft.create": _("membuat draf SOP “%(thing)s”"),
    "procedures.draft.discard": _("menghapus draf SOP “%(thing)s”"),
    "procedures.finding.ask_again": _("menghidupkan lagi sebuah temuan pada SOP “%(thing)s”"),
    "procedures.finding.waive": _("mengesampingkan sebuah temuan pada SOP “%(thing)s”"),
}

THINGS: Mapping[str, Promise] = {
    "accounts.user": _("Akun"),
    "files.emblem": _("Lambang"),
    "organisation.person": _("Orang"),
    "organisation.position": _("Jabatan"),
    "organisation.unit": _("Unit kerja"),
    "procedures.procedure": _("SOP"),
    "procedures.version": _("Versi SOP"),
}
