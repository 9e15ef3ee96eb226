from datetime import timedelta

import pytest
from django.urls import reverse

from okesop.notifications.domain import sending
from okesop.notifications.domain.sending import About
from okesop.notifications.models import Notification, Preference
from okesop.tasks.domain import progress
from okesop.tasks.models import Progress

LIST = "/pemberitahuan/"
NOTED, SUBMITTED = "procedures.noted", "procedures.submitted"


@pytest.fixture
def told(author, colleague, noon):
    """The colleague was told about a note."""
    about = About("Surat Masuk", "/profil/", "Ganti ini")
    sending.notify(NOTED, [colleague], about=about, by=author, at=noon)
    return Notification.objects.get()


def html(client, url=LIST):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


class TestList:
    def test_it_tells_and_opens(self, signed_in, colleague, told):
        client = signed_in(colleague)

        page = html(client)
        assert "La Ode Fadlan menulis catatan pada “Surat Masuk”" in page
        assert "24 November 2026, 12.00 WITA" in page
        assert "Pemberitahuan, 1 belum dibaca" in page

        answer = client.get(reverse("notifications:open", args=[told.pk]))
        assert answer.url == "/profil/"
        assert "belum dibaca" not in html(client, "/profil/")

    def test_what_another_was_told_is_not_there(self, signed_in, author, told):
        client = signed_in(author)

        assert "Surat Masuk" not in html(client)
        for name in ("open", "mark"):
            url = reverse(f"notifications:{name}", args=[told.pk])
            answer = client.get(url) if name == "open" else client.post(url, {"dibaca": "1"})
            assert answer.status_code == 404
        told.refresh_from_db()
        assert told.read_at is None

    def test_one_can_be_marked_and_unmarked(self, signed_in, colleague, told):
        client = signed_in(colleague)
        url = reverse("notifications:mark", args=[told.pk])

        assert client.post(url, {"dibaca": "1"}).url == LIST
        told.refresh_from_db()
        assert told.read_at is not None
        assert client.post(url, {"dibaca": "0", "tampil": "belum"}).url == f"{LIST}?tampil=belum"
        told.refresh_from_db()
        assert told.read_at is None

    @pytest.mark.usefixtures("told")
    def test_all_can_be_marked(self, signed_in, colleague):
        client = signed_in(colleague)
        client.post("/pemberitahuan/baca-semua/")

        page = html(client, f"{LIST}?tampil=belum")
        assert "Tidak ada yang belum dibaca" in page

    def test_looking_ahead_reads_nothing(self, signed_in, colleague, told):
        signed_in(colleague).head(reverse("notifications:open", args=[told.pk]))

        told.refresh_from_db()
        assert told.read_at is None

    def test_old_ones_stand_on_the_next_page(self, signed_in, author, colleague, noon):
        for n in range(35):
            about = About(f"SOP {n:02}", f"/sop/{n}/")
            at = noon + timedelta(minutes=n // 2)  # pairs at the same moment
            sending.notify(SUBMITTED, [colleague], about=about, by=author, at=at)
        client = signed_in(colleague)

        first = html(client)
        after = first.split('href="?sebelum=')[1].split('"')[0]
        second = html(client, f"{LIST}?sebelum={after}")

        seen = [f"SOP {n:02}" in first for n in range(35)]
        assert sum(seen) == 30
        assert all((f"SOP {n:02}" in second) is not seen[n] for n in range(35))

    @pytest.mark.parametrize("place", ["x", "2026-13-01_1", "2026-11-24T00:00:00_1", "_", "9_٣"])
    @pytest.mark.usefixtures("told")
    def test_a_mistyped_place_is_the_first_page(self, signed_in, colleague, place):
        assert "Surat Masuk" in html(signed_in(colleague), f"{LIST}?sebelum={place}")

    @pytest.mark.usefixtures("told")
    def test_its_cost_does_not_grow(
        self, signed_in, author, colleague, noon, django_assert_max_num_queries
    ):
        for n in range(30):
            about = About(f"SOP {n}", f"/sop/{n}/")
            sending.notify(SUBMITTED, [colleague], about=about, by=author, at=noon)
        client = signed_in(colleague)

        with django_assert_max_num_queries(12):
            html(client)


class TestPreferences:
    URL = "/profil/pemberitahuan/"

    def test_without_a_server_only_the_bell_is_chosen(self, signed_in, colleague):
        client = signed_in(colleague)
        page = html(client, self.URL)
        assert "belum diatur oleh pengelola" in page
        assert 'name="address"' not in page

        client.post(self.URL, {"here:procedures.answered": "on"})

        assert Preference.objects.get().muted == [
            "procedures.verified",
            "procedures.in_force",
            "procedures.noted",
        ]

    def test_with_a_server_address_and_rhythm_are_asked(self, signed_in, colleague, settings):
        settings.MAILING, settings.PUBLIC_ADDRESS = True, "https://sop.kota.go.id"
        client = signed_in(colleague)

        answer = client.post(self.URL, {"rhythm": "daily", "address": ""})
        assert answer.status_code == 422
        assert "Isi alamat e-mail" in answer.content.decode()

        form = {"rhythm": "daily", "address": "dewi@kota.go.id", f"mail:{NOTED}": "on"}
        assert client.post(self.URL, form).url == self.URL
        kept = Preference.objects.get()
        assert (kept.rhythm, kept.address, kept.confirmed_at) == ("daily", "dewi@kota.go.id", None)
        assert NOTED not in kept.unmailed
        assert SUBMITTED in kept.unmailed
        assert "belum dikonfirmasi" in html(client, self.URL)
        assert client.post(f"{self.URL}tautan/").url == self.URL

    def test_a_wrong_link_is_told_in_words(self, signed_in, colleague):
        answer = signed_in(colleague).get(f"{self.URL}nonsense/", follow=True)

        assert "tidak berlaku lagi" in answer.content.decode()


def test_long_work_shows_in_the_bell_and_to_nobody_else(signed_in, colleague, author, noon):
    asked = Progress.objects.create(user=colleague, title="Menghitung", asked_at=noon)
    progress.reporter(asked.handle)(3, 1200)
    client = signed_in(colleague)

    page = html(client)
    assert "3 dari 1.200" in page
    assert "Boleh meninggalkan halaman" in page
    piece = client.get(f"/pekerjaan/{asked.handle}/", headers={"HX-Request": "true"})
    assert piece.content.decode().lstrip().startswith("<div")

    assert signed_in(author).get(f"/pekerjaan/{asked.handle}/").status_code == 404
