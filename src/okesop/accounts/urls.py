"""Addresses of signing in and of one's own profile."""

from django.urls import path

from okesop.accounts.views import profile, signing

app_name = "accounts"
urlpatterns = [
    path("masuk/", signing.sign_in, name="sign-in"),
    path("masuk/kode/", signing.with_code, name="with-code"),
    path("masuk/contoh/<str:username>/", signing.as_sample, name="as-sample"),
    path("keluar/", signing.sign_out, name="sign-out"),
    path("profil/", profile.profile, name="profile"),
    path("profil/tampilan/", profile.prefer, name="prefer"),
    path("profil/kata-sandi/", profile.password, name="password"),
    path("profil/sesi/lainnya/akhiri/", profile.end_others, name="end-others"),
    path("profil/sesi/<str:handle>/akhiri/", profile.end_session, name="end-session"),
]
