"""Pages for what went wrong: what happened, what to do, a short code."""

import logging
import secrets
from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.ui.http import page

logger = logging.getLogger(__name__)
FORBIDDEN = gettext_lazy("Anda tidak berwenang")
OUT_OF_REACH = gettext_lazy("Halaman atau tindakan ini di luar wewenang Anda.")
ASK = gettext_lazy("Hubungi pengelola jika seharusnya bisa.")
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def short_code() -> str:
    """Return a code such as K-7F2A that stands on the page and in the log."""
    return "K-" + "".join(secrets.choice(SIGNS) for _sign in range(4))


def answer(
    request: HttpRequest,
    status: int,
    title: str,
    text: str,
    *,
    template: str = "ui/error.html",
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """Answer with the error page, or one that extends it with ``more``, and note the code in the log."""
    code = short_code()
    logger.warning("%s %s %s %s", code, status, request.method, request.path)
    context = {"title": title, "text": text, "code": code, **(more or {})}
    return page(request, template, context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent cannot be read, or came to a name that this server does not go by."""
    if isinstance(exception, DisallowedHost):
        text = _("Pengelola perlu menambahkan nama ini pada pengaturan OKESOP_HOSTS di server.")
        return answer(request, 400, _("Server tidak dikenal dengan nama ini"), text)
    text = _("Data yang dikirim tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.")
    return answer(request, 400, _("Permintaan tidak dapat dibaca"), text)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """403: somebody asked for what he may not do."""
    return answer(request, 403, str(FORBIDDEN), f"{OUT_OF_REACH} {ASK}")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """404: nothing here, or nothing for this person."""
    text = _("Alamatnya salah ketik, halamannya dihapus, atau bukan untuk unit Anda.")
    return answer(request, 404, _("Halaman tidak ditemukan"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the page needs neither database nor session."""
    code = short_code()
    logger.error("%s 500 %s %s", code, request.method, request.path)
    context = {
        "title": _("Terjadi kesalahan di sisi kami"),
        "text": _(
            "Isian yang sudah tersimpan aman. Coba lagi sebentar; jika berulang, sampaikan kode ini."
        ),
        "code": code,
        "plain": True,
    }
    return page(request, "ui/error.html", context, status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """403: the form is older than the session, or came from elsewhere."""
    text = _("Formulir ini sudah kedaluwarsa. Kembali, muat ulang halaman, lalu kirim lagi.")
    return answer(request, 403, _("Formulir kedaluwarsa"), text)
