"""Addresses of the office: units, positions, people."""

from django.urls import path

from okesop.organisation.views import grants, people, positions, standing, units

app_name = "organisation"
PEOPLE = "pengaturan/orang"
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
    path("profil/jabatan/", standing.mine, name="standing"),
    path("profil/jabatan/<int:pk>/delegasi/", standing.choose, name="lend-to"),
    path("profil/jabatan/<int:pk>/delegasi/<int:person>/", standing.lend, name="lend"),
    path("profil/delegasi/<int:pk>/akhiri/", standing.take_back, name="take-back"),
    path("pengaturan/penugasan/<int:pk>/akhiri/", people.end, name="end-assignment"),
]
