"""Addresses of SOPs. ``key`` is the public key of an SOP, which nobody guesses."""

from django.urls import path

from okesop.procedures.views import (
    catalogue,
    compare,
    create,
    detail,
    draft,
    editor,
    guide,
    home,
    life,
    notes,
    paper,
    pinned,
    public,
    review,
)

app_name = "procedures"
SOP = "sop/<slug:key>"
DRAFT = f"{SOP}/draft"
VERSION = f"{SOP}/versi/<int:number>"
PAGE = "<slug:paper>/<slug:state>/<int:page>.svg"
urlpatterns = [
    path("", home.home, name="home"),
    path("bantuan/", guide.guide, name="guide"),
    path("v/<str:code>", public.public, name="public"),
    path("v/<str:code>/pdf/", public.pdf, name="public-pdf"),
    path("sop/", catalogue.listing, name="catalogue"),
    path("sop/daftar.xlsx", catalogue.download, name="download"),
    path("sop/baru/", create.create, name="create"),
    path("sop/baru/<slug:name>.svg", create.preview, name="ready-preview"),
    path(f"{SOP}/", detail.detail, name="detail"),
    path(f"{SOP}/hapus/", detail.discard, name="discard"),
    path(f"{SOP}/pdf/", paper.pdf, name="pdf"),
    path(f"{SOP}/preview/", paper.preview, name="preview"),
    path(f"{SOP}/riwayat/", detail.history, name="history"),
    path(f"{SOP}/ajukan/", life.submit, name="submit"),
    path(f"{VERSION}/", detail.detail, name="version"),
    path(f"{VERSION}/pdf/", paper.pdf, name="version-pdf"),
    path(f"{VERSION}/preview/", paper.preview, name="version-preview"),
    path(f"{VERSION}/preview/{PAGE}", paper.picture, name="preview-page"),
    path(f"{VERSION}/kode.svg", public.picture, name="public-code"),
    path(f"{VERSION}/tinjau/", review.review, name="review"),
    path(f"{VERSION}/tinjau/catatan/", pinned.add, name="note"),
    path(f"{VERSION}/tinjau/catatan/<int:pk>/jawab/", pinned.answer, name="note-answer"),
    path(f"{VERSION}/tinjau/catatan/<int:pk>/tindak-lanjut/", pinned.settle, name="note-settle"),
    path(f"{VERSION}/verifikasi/", review.verify, name="verify"),
    path(f"{VERSION}/kembalikan/", review.send_back, name="send-back"),
    path(f"{VERSION}/setujui/", review.approve, name="approve"),
    path(f"{VERSION}/tarik/", life.take_back, name="take-back"),
    path(f"{VERSION}/revisi/", life.revise, name="revise"),
    path(f"{VERSION}/cabut/", life.revoke, name="revoke"),
    path(f"{SOP}/banding/", compare.newest, name="compare-newest"),
    path(f"{SOP}/banding/<slug:old>/<slug:new>/", compare.compare, name="compare"),
    path(f"{SOP}/editor/", editor.editor, name="editor"),
    path(f"{DRAFT}/changes/", draft.exchange, name="draft-changes"),
    path(f"{DRAFT}/undo/", draft.undo, name="draft-undo"),
    path(f"{DRAFT}/drawing/", draft.drawing, name="draft-drawing"),
    path(f"{DRAFT}/paste/", draft.paste, name="draft-paste"),
    path(f"{DRAFT}/waivers/", notes.waive, name="draft-waivers"),
    path(f"{DRAFT}/comments/", notes.comment, name="draft-comments"),
    path(f"{DRAFT}/comments/<int:pk>/done/", notes.settle, name="draft-comment-done"),
    path(f"{DRAFT}/history/", notes.past, name="draft-history"),
    path(f"{DRAFT}/positions/", notes.positions, name="draft-positions"),
    path(f"{DRAFT}/related/", notes.related, name="draft-related"),
    path(f"{DRAFT}/regulations/", notes.regulations, name="draft-regulations"),
]
