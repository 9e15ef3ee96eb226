import pytest
from django.urls import reverse
from tests.factories.organisation import GrantFactory

from okesop.organisation.domain import holidays, work_weeks
from okesop.organisation.models import Holiday, WorkWeek

PAGE = reverse("organisation:calendar")


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def begun(db, noon):
    work_weeks.begin(by=None, at=noon)
    holidays.fill(by=None, at=noon)


def test_an_empty_calendar_is_filled(signed_in, administrator):
    client = signed_in(administrator)
    assert "Belum ada jam kerja" in text(client.get(PAGE))

    client.post(reverse("organisation:holidays-fill"))

    words = text(client.get(PAGE, {"tahun": "2026"}))
    assert "Proklamasi Kemerdekaan" in words
    assert "Senin 07.30–16.00, istirahat 12.00–13.00" in words
    assert "tanggal perlu diperiksa" in words


@pytest.mark.parametrize("year", ["", "abc", "99999", "-1", "1"])
def test_a_year_that_is_none_shows_this_year(signed_in, administrator, begun, year):
    assert signed_in(administrator).get(PAGE, {"tahun": year}).status_code == 200


def test_holidays_are_added_checked_and_removed(signed_in, administrator, begun):
    client = signed_in(administrator)
    given = {"day": "2026-05-09", "name": "Hari Jadi Kota Kendari", "kind": "local"}

    answer = client.post(reverse("organisation:holiday-new"), given, follow=True)
    assert "Hari Jadi Kota Kendari" in text(answer)
    assert client.post(reverse("organisation:holiday-new"), given).status_code == 422

    moving = Holiday.objects.filter(to_check=True).first()
    page = reverse("organisation:holiday", args=[moving.pk])
    client.post(page, {"wish": "check"})
    assert not Holiday.objects.get(pk=moving.pk).to_check
    client.post(page, {"wish": "nonsense"})
    client.post(page, {"wish": "remove"})
    assert not Holiday.objects.filter(pk=moving.pk).exists()


def hours(**changed):
    row = {"name": "Ramadan", "from_on": "2026-02-18"}
    return {**row, "begins_0": "08:00", "ends_0": "15:00", **changed}


def test_hours_are_decided_changed_and_removed(signed_in, administrator, begun):
    client, page = signed_in(administrator), reverse("organisation:week")

    client.post(page, hours(rest_begins_0="12:00", rest_ends_0="12:30"))
    week = WorkWeek.objects.get(name="Ramadan")
    assert str(week.hours.get()) == "Senin 08.00-15.00"
    form = text(client.get(page, {"dari": week.pk}))
    assert 'value="12:30"' in form

    client.post(reverse("organisation:week-remove", args=[week.pk]))
    last = WorkWeek.objects.get()
    answer = client.post(reverse("organisation:week-remove", args=[last.pk]), follow=True)
    assert "satu-satunya jam kerja" in text(answer)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"ends_0": ""}, "Isi jam ini juga"),
        ({"rest_begins_1": "12:00", "rest_ends_1": "13:00"}, "Isi jam ini juga"),
        ({"ends_0": "07:00"}, "harus berurutan"),
        ({"begins_0": "", "ends_0": ""}, "sekurangnya satu hari"),
        ({"begins_0": "pagi"}, "jam"),
    ],
)
def test_refused_hours_say_why(signed_in, administrator, begun, changed, words):
    answer = signed_in(administrator).post(reverse("organisation:week"), hours(**changed))

    assert answer.status_code == 422
    assert words in text(answer)
    assert WorkWeek.objects.count() == 1


def test_whoever_keeps_a_part_looks_and_changes_nothing(signed_in, author, general, begun):
    seat = author.person.assignments.get()
    GrantFactory(position=seat.position, unit=general, role="administrator")
    client = signed_in(author)

    assert "Tambah hari libur" not in text(client.get(PAGE))
    assert client.get(reverse("organisation:week")).status_code == 403
    for name in ("holiday-new", "holidays-fill"):
        assert client.post(reverse(f"organisation:{name}")).status_code == 403
