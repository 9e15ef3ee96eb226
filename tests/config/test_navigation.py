"""The menu around every page: only doors that exist, and how much waits behind the first."""

import re

import pytest
from django.urls import reverse
from tests.factories import procedures as drafts

from okesop.config import navigation
from okesop.procedures.domain.queries import workbox
from okesop.procedures.models import Comment

PROFILE = reverse("accounts:profile")


@pytest.fixture
def work(general, author, colleague):
    unfinished = drafts.draft(general, author)
    noted = drafts.draft(general, colleague, drafts.document("Peminjaman Kendaraan"))
    for version in (unfinished, noted):
        Comment.objects.create(
            version=version, text="Perjelas", author=colleague, at=drafts.MORNING
        )


def test_the_count_at_the_first_entry_is_the_sum_of_the_home_page(
    work, author, colleague, stranger
):
    for person, expected in ((author, 3), (colleague, 1), (stranger, 0)):
        box = workbox.of(person)

        assert navigation.waiting(person) == box.unfinished + box.noted == expected


def test_the_menu_shows_it_and_marks_where_one_is(signed_in, work, author):
    html = " ".join(signed_in(author).get(PROFILE).content.decode().split())

    assert re.findall(r'class="count" ?>(\d+)<', html) == ["3", "3"]
    current = re.findall(r'href="([^"]+)"[^>]*aria-current="page"', html)
    assert set(current) == {PROFILE}


def test_the_home_page_shows_the_count_that_every_page_shows(signed_in, work, author):
    html = " ".join(signed_in(author).get("/").content.decode().split())

    assert re.findall(r'class="count" ?>(\d+)<', html) == ["3", "3"]


def test_nothing_waits_and_nothing_is_counted(signed_in, author):
    assert 'class="count"' not in signed_in(author).get(PROFILE).content.decode()


def test_every_door_of_the_menu_opens(signed_in, administrator, general):
    client = signed_in(administrator)
    doors = [*navigation.MAIN, navigation.HELP, navigation.PROFILE]

    assert [client.get(reverse(door.address)).status_code for door in doors] == [200] * len(doors)
