"""Units renamed since a day, merged, closed; and the tree as it was."""

import pytest
from django.urls import reverse

from okesop.organisation.models import Unit

SETTINGS = reverse("organisation:settings")


def text(response):
    return " ".join(response.content.decode().split())


def given(unit, **changed):
    row = {"name": unit.name, "parent": unit.parent_id or "", "place": "0", "letterhead": ""}
    return {**row, "short_name": "", "code": "", **changed}


def test_a_unit_is_renamed_since_a_day_and_the_tree_of_before_is_shown(
    signed_in, administrator, general
):
    client = signed_in(administrator)
    page = reverse("organisation:unit", args=[general.pk])

    client.post(page, given(general, name="Bagian Umum dan Aset", since="2026-06-01"))

    assert "Bagian Umum dan Aset" in text(client.get(SETTINGS))
    before = text(client.get(SETTINGS, {"pada": "2026-05-31"}))
    assert ">Bagian Umum<" in before
    assert "sebagaimana pada 31 Mei 2026" in before
    assert "Bagian Umum dan Aset" not in before
    assert "sampai 31 Mei 2026" in text(client.get(page))


@pytest.mark.parametrize("typed", ["", "kemarin", "2999-01-01", "2026-13-45"])
def test_a_day_that_is_none_shows_today(signed_in, administrator, general, typed):
    answer = signed_in(administrator).get(SETTINGS, {"pada": typed})

    assert answer.status_code == 200
    assert "sebagaimana pada" not in text(answer)


def test_a_day_ahead_is_refused_and_what_was_typed_stays(signed_in, administrator, general):
    page = reverse("organisation:unit", args=[general.pk])

    answer = signed_in(administrator).post(page, given(general, name="Lain", since="2999-01-01"))

    assert answer.status_code == 422
    assert "paling awal pada hari" in text(answer)
    assert 'value="Lain"' in text(answer)
    assert "<h1>Bagian Umum</h1>" in text(answer)


def test_a_unit_is_merged(signed_in, administrator, general, legal):
    page = reverse("organisation:unit-merge", args=[legal.pk])
    client = signed_in(administrator)

    assert client.post(page, {"into": legal.pk, "since": ""}).status_code == 422
    answer = client.post(page, {"into": general.pk, "since": ""}, follow=True)

    assert "Unit digabungkan" in text(answer)
    assert Unit.objects.get(pk=legal.pk).merged_into == general
    unit = client.get(reverse("organisation:unit", args=[legal.pk]))
    assert "Unit ini digabungkan ke Bagian Umum" in text(unit)
