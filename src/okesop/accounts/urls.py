"""Addresses of signing in and of one's own profile."""

app_name = "accounts"
urlpatterns: list[object] = []
