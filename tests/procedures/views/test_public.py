from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from tests.factories import procedures as sops

from okesop.procedures.domain import approving, revising


@pytest.fixture(autouse=True)
def forgotten():
    cache.clear()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def version(general, cast, now):
    yesterday = now - timedelta(days=1)
    return sops.approved(sops.draft(general, cast[0], at=yesterday), cast, at=yesterday)


def said(client, version, **options):
    response = client.get(f"/v/{version.code}", **options)
    return response, " ".join(response.content.decode().split())


def test_paper_in_force_is_told_so_without_signing_in(client, version):
    response, words = said(client, version)

    assert response.status_code == 200
    assert "<h1>Berlaku</h1>" in words
    assert version.number_text in words


def test_replaced_paper_names_the_version_to_use(client, version, cast, now):
    second = revising.revise(version, by=cast[0], at=now)
    sops.approved(second, cast, at=now)

    _response, words = said(client, version)

    assert "<h1>Sudah digantikan</h1>" in words
    assert "Gunakan versi 2." in words


def test_revoked_paper_says_since_when_and_why(client, version, cast, now):
    hand = sops.hand(version, cast[2], now)
    approving.revoke(version, on=timezone.localdate(), reason="Tugas pindah.", hand=hand)

    _response, words = said(client, version)

    assert "<h1>Dicabut</h1>" in words
    assert "Tugas pindah." in words


def test_paper_of_tomorrow_is_not_in_force_yet(client, general, cast, now):
    tomorrow = timezone.localdate() + timedelta(days=1)
    coming = sops.approved(sops.draft(general, cast[0]), cast, at=now, on=tomorrow)

    assert "<h1>Belum berlaku</h1>" in said(client, coming)[1]


def test_no_person_and_no_nip_is_told(client, version, cast):
    _response, words = said(client, version)

    for user in cast:
        assert user.name not in words
        assert user.nip not in words


def test_an_internal_sop_tells_its_state_and_not_its_title(client, version):
    version.procedure.reach = "internal"
    version.procedure.save()

    _response, words = said(client, version)

    assert "<h1>Berlaku</h1>" in words
    assert str(version) not in words
    assert client.get(f"/v/{version.code}/pdf/").status_code == 404


def test_a_public_sop_gives_its_pdf(client, version):
    assert client.get(f"/v/{version.code}/pdf/").status_code == 404
    version.procedure.reach = "public"
    version.procedure.save()

    response = client.get(f"/v/{version.code}/pdf/")

    assert response.content.startswith(b"%PDF-1.7")
    assert f"/v/{version.code}/pdf/" in said(client, version)[1]


def test_a_code_has_128_random_bits(version):
    assert len(version.code) == 22


def test_whoever_guesses_is_slowed_down(client, version):
    answers = [client.get(f"/v/{'A' * 21}{n}").status_code for n in range(12)]
    assert answers[:10] == [404] * 10
    assert answers[10:] == [429] * 2
    assert said(client, version)[0].status_code == 429
    assert said(client, version, REMOTE_ADDR="10.0.0.9")[0].status_code == 200


def test_whoever_asks_too_often_is_slowed_down(client, version):
    answers = {said(client, version)[0].status_code for _ in range(60)}

    response, _words = said(client, version)
    assert (answers, response.status_code) == ({200}, 429)
    assert response["Retry-After"] == "60"
