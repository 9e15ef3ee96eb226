from datetime import timedelta

import pytest
from tests.factories.procedures import (
    MORNING,
    change,
    document,
    draft,
    hand,
    submitted,
    text,
    verified,
)

from okesop.procedures.models import Comment, Version

pytestmark = pytest.mark.django_db


def test_the_work_box_counts_what_waits(signed_in, author, colleague, general):
    draft(general, author, document("Berlubang", created=None))
    done = draft(general, author, document("Bersih"))
    draft(general, colleague, document("Milik rekan", created=None))
    Comment.objects.create(version=done, text="Perjelas langkah 2", author=colleague, at=MORNING)
    Comment.objects.create(version=done, text="Catatan sendiri", author=author, at=MORNING)

    box = signed_in(author).get("/").context["box"]

    assert (box.unfinished, box.ready, box.noted, box.notes) == (1, 1, 1, 1)
    assert [version.title for version in box.drafts] == ["Berlubang", "Bersih"]


@pytest.mark.parametrize(
    ("counter", "address"),
    [
        ("unfinished", "/sop/?milik=saya&temuan=wajib"),
        ("ready", "/sop/?milik=saya&temuan=tanpa"),
        ("noted", "/sop/?catatan=terbuka"),
    ],
)
def test_each_count_opens_the_list_that_it_counts(
    signed_in, author, colleague, general, counter, address
):
    for number in range(2):
        draft(general, author, document(f"Berlubang {number}", created=None))
    for number in range(3):
        clean = draft(general, author, document(f"Bersih {number}"))
        Comment.objects.create(version=clean, text="?", author=colleague, at=MORNING)
    client = signed_in(author)
    page = client.get("/")

    assert address.replace("&", "&amp;") in page.content.decode()
    counted = getattr(page.context["box"], counter)
    assert client.get(address).context["page"].total == counted > 0


def test_news_tell_what_others_did_once_for_each_sop(signed_in, author, colleague, general):
    version = draft(general, author)
    for minute in range(3):
        at = MORNING + timedelta(minutes=minute)
        change(version, text("steps/s1/note", f"{minute}"), by=colleague, at=at)
    change(version, text("steps/s1/note", "x"), by=author, client="own")

    news = signed_in(author).get("/").context["news"]

    assert [(line.name, line.title, line.at) for line in news] == [
        ("Dewi Anggriani", "Pengelolaan Surat Masuk", "09.02 WITA")
    ]


def test_a_stranger_hears_nothing(signed_in, author, colleague, stranger, general):
    version = draft(general, author)
    change(version, text("steps/s1/note", "x"), by=colleague)

    context = signed_in(stranger).get("/").context

    assert (context["news"], context["box"].written) == ([], 0)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_waits(
    signed_in, author, colleague, general, django_assert_max_num_queries, count
):
    for number in range(count):
        version = draft(general, author, document(f"SOP {number}", created=None))
        change(version, text("steps/s1/note", "x"), by=colleague)
    client = signed_in(author)

    with django_assert_max_num_queries(12):
        client.get("/")


def test_decisions_wait_for_who_decides_and_open_their_list(
    signed_in, general, author, verifier, approver
):
    waiting = [submitted(draft(general, author, document(f"SOP {n}")), author) for n in range(2)]
    verified(draft(general, author, document("SOP terverifikasi")), author, verifier)

    for user, counter, word, total in (
        (verifier, "to_verify", "verifikasi", 2),
        (approver, "to_approve", "pengesahan", 1),
    ):
        client = signed_in(user)
        page = client.get("/")
        assert getattr(page.context["box"], counter) == total
        assert client.get(f"/sop/?tugas={word}").context["page"].total == total
    assert [v.pk for v in signed_in(verifier).get("/").context["box"].decisions] == [
        version.pk for version in waiting
    ]
    assert signed_in(author).get("/").context["box"].to_verify is None


def test_what_came_back_is_counted(signed_in, general, author, verifier):
    from okesop.procedures.domain import life

    version = submitted(draft(general, author), author)
    life.send_back(version, note="Perbaiki.", hand=hand(version, verifier))

    client = signed_in(author)
    assert client.get("/").context["box"].to_mend == 1
    assert client.get("/sop/?tugas=perbaikan").context["page"].total == 1


def test_what_is_on_its_way_to_somebody_is_all_of_it_that_he_may_read(
    general, author, colleague, stranger, verifier, approver, head, administrator
):
    draft(general, author)
    submitted(draft(general, author, document("SOP diajukan")), author)
    verified(draft(general, author, document("SOP terverifikasi")), author, verifier)

    for user in (author, colleague, stranger, verifier, approver, head, administrator):
        readable = Version.objects.visible_to(user).on_their_way()
        assert set(Version.objects.on_their_way_to(user)) == set(readable)
