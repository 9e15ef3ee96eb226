"""Addresses of the office: units, positions, people."""

from django.urls import path

from okesop.organisation.views import (
    calendar,
    grants,
    handovers,
    importing,
    people,
    positions,
    standing,
    units,
)

app_name = "organisation"
PEOPLE = "pengaturan/orang"
IMPORT = "pengaturan/impor"
CALENDAR = "pengaturan/kalender"
urlpatterns = [
    path("pengaturan/", units.settings, name="settings"),
    path("pengaturan/unit/baru/", units.create, name="unit-new"),
    path("pengaturan/unit/<int:pk>/", units.change, name="unit"),
    path("pengaturan/unit/<int:pk>/keadaan/", units.set_active, name="unit-active"),
    path("pengaturan/unit/<int:pk>/gabung/", units.merge, name="unit-merge"),
    path("pengaturan/unit/<int:pk>/peran/", grants.roles, name="roles"),
    path("pengaturan/unit/<int:pk>/jabatan/", positions.create, name="position-new"),
    path("pengaturan/jabatan/<int:pk>/", positions.change, name="position"),
    path(f"{PEOPLE}/", people.listing, name="people"),
    path(f"{PEOPLE}/baru/", people.enrol, name="person-new"),
    path(f"{PEOPLE}/<int:pk>/", people.person, name="person"),
    path(f"{PEOPLE}/<int:pk>/jabatan/", people.assign, name="assign"),
    path(f"{PEOPLE}/<int:pk>/kode/", people.issue_code, name="issue-code"),
    path(f"{PEOPLE}/<int:pk>/akun/", people.set_account, name="account"),
    path(f"{IMPORT}/", importing.upload, name="import"),
    path(f"{IMPORT}/berkas.xlsx", importing.workbook, name="import-workbook"),
    path(f"{IMPORT}/pratinjau/", importing.preview, name="import-preview"),
    path(f"{IMPORT}/tulis/", importing.write, name="import-write"),
    path(f"{CALENDAR}/", calendar.calendar, name="calendar"),
    path(f"{CALENDAR}/libur/", calendar.add_holiday, name="holiday-new"),
    path(f"{CALENDAR}/libur/nasional/", calendar.fill, name="holidays-fill"),
    path(f"{CALENDAR}/libur/<int:pk>/", calendar.holiday, name="holiday"),
    path(f"{CALENDAR}/jam/", calendar.week, name="week"),
    path(f"{CALENDAR}/jam/<int:pk>/hapus/", calendar.take_week_away, name="week-remove"),
    path("profil/jabatan/", standing.mine, name="standing"),
    path("profil/jabatan/<int:pk>/delegasi/", standing.choose, name="lend-to"),
    path("profil/jabatan/<int:pk>/delegasi/<int:person>/", standing.lend, name="lend"),
    path("profil/delegasi/<int:pk>/akhiri/", standing.take_back, name="take-back"),
    path("pengaturan/penugasan/<int:pk>/akhiri/", people.end, name="end-assignment"),
    path("pengaturan/penugasan/<int:pk>/serah-terima/", handovers.hand_over, name="hand-over"),
    path("serah-terima/<int:pk>/", handovers.handover, name="handover"),
    path("serah-terima/<int:pk>/serah-terima.pdf", handovers.paper, name="handover-paper"),
]
