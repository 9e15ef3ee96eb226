"""Pages of a large office: lists stay short, and the number of queries does not grow with it."""

import re

import pytest
from django.urls import reverse
from tests.factories.organisation import PositionFactory

from okesop.organisation.domain.queries import offices


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def large(monkeypatch, secretariat, author, stranger):
    monkeypatch.setattr(offices, "MANY", 1)


def test_the_tree_of_a_large_office_counts_and_leads_on(signed_in, administrator, general, large):
    client = signed_in(administrator)

    words = text(client.get(reverse("organisation:settings")))
    assert "1 jabatan, 1 orang" in words
    assert "La Ode Fadlan" not in words
    assert "0 jabatan, 0 orang" in words
    unit = text(client.get(reverse("organisation:unit", args=[general.pk])))
    assert "La Ode Fadlan" in unit


def test_a_unit_is_asked_for_before_its_positions_are_offered(
    signed_in, administrator, author, legal, large
):
    client = signed_in(administrator)
    page = reverse("organisation:person", args=[author.person.pk])

    asked = text(client.get(page))
    assert "pilih unitnya dahulu" in asked
    assert "Analis Hukum" not in asked
    offered = text(client.get(page, {"unit": legal.pk}))
    assert "Analis Hukum, Bagian Hukum" in offered
    assert "pilih unitnya" not in offered


def test_a_position_of_another_unit_is_found_by_its_unit(
    signed_in, administrator, general, legal, large
):
    for _n in range(2):
        PositionFactory(unit=legal)
    client, page = signed_in(administrator), reverse("organisation:roles", args=[general.pk])

    assert "pilih unitnya dahulu" in text(client.get(page))
    offered = text(client.get(page, {"unit": legal.pk}))
    found = re.search(r'<option value="(\d+)"[^>]*>Analis Hukum', offered)
    assert f'value="{found[1]}:verifier"' in text(client.get(page, {"jabatan": found[1]}))


@pytest.mark.parametrize("given", ["", "x", "999999"])
def test_a_unit_that_is_none_asks_again(signed_in, administrator, author, large, given):
    page = reverse("organisation:person", args=[author.person.pk])

    answer = signed_in(administrator).get(page, {"unit": given})

    assert answer.status_code == 200
    assert "pilih unitnya dahulu" in text(answer)
