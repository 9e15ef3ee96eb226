"""Addresses of SOPs. ``key`` is the public key of an SOP, which nobody guesses."""

from django.urls import path

from okesop.procedures.views import (
    catalogue,
    create,
    detail,
    draft,
    editor,
    guide,
    home,
    notes,
    paper,
)

app_name = "procedures"
SOP = "sop/<slug:key>"
DRAFT = f"{SOP}/draft"
urlpatterns = [
    path("", home.home, name="home"),
    path("bantuan/", guide.guide, name="guide"),
    path("sop/", catalogue.listing, name="catalogue"),
    path("sop/daftar.xlsx", catalogue.download, name="download"),
    path("sop/baru/", create.create, name="create"),
    path("sop/baru/<slug:name>.svg", create.preview, name="ready-preview"),
    path(f"{SOP}/", detail.detail, name="detail"),
    path(f"{SOP}/hapus/", detail.discard, name="discard"),
    path(f"{SOP}/pdf/", paper.pdf, name="pdf"),
    path(f"{SOP}/preview/", paper.preview, name="preview"),
    path(
        f"{SOP}/preview/<slug:paper>/<slug:state>/<int:number>.svg",
        paper.picture,
        name="preview-page",
    ),
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
