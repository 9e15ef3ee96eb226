"""What people are told about SOPs."""

from django.utils.translation import gettext_lazy as _

from okesop.notifications.kinds import Kind

SUBMITTED = Kind(
    "procedures.submitted",
    _("SOP menunggu verifikasi saya"),
    _("{actor} mengajukan “{subject}” untuk diverifikasi"),
    "send",
)
TO_APPROVE = Kind(
    "procedures.to_approve",
    _("SOP menunggu pengesahan saya"),
    _("“{subject}” menunggu pengesahan Anda"),
    "writing-sign",
)
SENT_BACK = Kind(
    "procedures.sent_back",
    _("SOP saya dikembalikan"),
    _("{actor} mengembalikan “{subject}” dengan catatan"),
    "arrow-back-up",
)
VERIFIED = Kind(
    "procedures.verified",
    _("SOP saya diverifikasi"),
    _("{actor} memverifikasi “{subject}”"),
    "checks",
    optional=True,
)
APPROVED = Kind(
    "procedures.approved",
    _("SOP saya disetujui"),
    _("“{subject}” disetujui oleh {actor}"),
    "circle-check",
)
IN_FORCE = Kind(
    "procedures.in_force",
    _("SOP baru untuk unit saya"),
    _("SOP “{subject}” disetujui untuk unit Anda"),
    "file-check",
    optional=True,
)
REVOKED = Kind(
    "procedures.revoked",
    _("SOP unit saya dicabut"),
    _("{actor} mencabut “{subject}”"),
    "ban",
)
NOTED = Kind(
    "procedures.noted",
    _("Catatan pada SOP saya"),
    _("{actor} menulis catatan pada “{subject}”"),
    "message-plus",
    text_many=_("{count} catatan baru pada “{subject}”"),
    optional=True,
)
ANSWERED = Kind(
    "procedures.answered",
    _("Jawaban atas catatan saya"),
    _("{actor} menjawab catatan Anda pada “{subject}”"),
    "message-check",
    text_many=_("{count} jawaban atas catatan Anda pada “{subject}”"),
    optional=True,
)
KINDS = (SUBMITTED, TO_APPROVE, SENT_BACK, VERIFIED, APPROVED, IN_FORCE, REVOKED, NOTED, ANSWERED)
