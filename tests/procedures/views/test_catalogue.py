import json
from base64 import urlsafe_b64encode
from datetime import timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from django.utils import timezone
from tests.factories.procedures import MORNING, document, draft

from okesop.procedures.domain.queries import catalogue
from okesop.procedures.models import Comment

pytestmark = pytest.mark.django_db
LIST = "/sop/"


def titles(response):
    return [version.title for version in response.context["page"].rows]


def test_the_list_shows_the_sops_of_ones_unit(signed_in, author, stranger, general, legal):
    draft(general, author, document("Pengelolaan Arsip"))
    draft(general, author, document("Penerimaan Tamu"))
    draft(legal, stranger, document("Penyusunan Perwali"))

    assert titles(signed_in(author).get(LIST)) == ["Penerimaan Tamu", "Pengelolaan Arsip"]


@pytest.mark.parametrize(
    ("who", "seen"),
    [("author", 1), ("colleague", 1), ("head", 1), ("administrator", 1), ("stranger", 0)],
)
def test_who_sees(request, signed_in, author, general, who, seen):
    draft(general, author)

    response = signed_in(request.getfixturevalue(who)).get(LIST)

    assert response.context["page"].total == seen


def test_without_sign_in_the_way_leads_to_the_door(client, db):
    response = client.get(LIST)

    assert (response.status_code, urlsplit(response["Location"]).query) == (302, "next=/sop/")


@pytest.mark.parametrize("address", [LIST, "/sop/daftar.xlsx", "/", "/bantuan/"])
def test_pages_that_only_show_take_no_post(signed_in, author, address):
    assert signed_in(author).post(address).status_code == 405


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("arsip", ["Pengelolaan Arsip"]),
        ("ARSIP pengelolaan", ["Pengelolaan Arsip"]),
        ("UM.07", ["Penerimaan Tamu"]),
        ("kepala bagian", ["Penerimaan Tamu", "Pengelolaan Arsip"]),
        ("pengarsipan", ["Pengelolaan Arsip"]),
        ('"penerimaan tamu"', ["Penerimaan Tamu"]),
        ('"tamu penerimaan"', []),
        ("arsip OR tamu", []),
        ("😀", []),
        ("\x00", []),
        ("arsip\x00", ["Pengelolaan Arsip"]),
        ("y" * 10_000, []),
        ("%", []),
        ("tidak ada", []),
    ],
)
def test_search_by_words(signed_in, author, general, words, found):
    draft(general, author, document("Pengelolaan Arsip"))
    draft(general, author, document("Penerimaan Tamu", number="SOP.UM.07"))

    assert titles(signed_in(author).get(LIST, {"cari": words})) == found


def test_the_best_answer_stands_first_and_pages_follow(signed_in, author, general):
    for number in range(30):
        draft(general, author, document(f"SOP {number:02}", *["[A]"] * 6))
    draft(general, author, document("Pengelolaan Arsip"))
    client = signed_in(author)

    first = client.get(LIST, {"cari": "arsip"})
    page = first.context["page"]
    second = client.get(LIST, {"cari": "arsip", "setelah": page.following})
    back = client.get(LIST, {"cari": "arsip", "sebelum": second.context["page"].preceding})
    by_title = client.get(LIST, {"cari": "arsip", "urut": "judul"})

    assert (titles(first)[0], titles(first)[1], page.total) == ("Pengelolaan Arsip", "SOP 29", 31)
    assert len({*titles(first), *titles(second)}) == 31
    assert second.context["page"].following == ""
    assert (titles(back), back.context["page"].preceding) == (titles(first), "")
    assert titles(by_title)[0] == "Pengelolaan Arsip"
    assert titles(by_title)[1] == "SOP 00"


def test_filters_narrow_the_list(signed_in, author, colleague, general):
    clean = draft(general, author, document("Bersih"))
    gaps = draft(
        general, colleague, document("Berlubang", created=None), at=MORNING + timedelta(9)
    )
    Comment.objects.create(version=clean, text="Perjelas", author=colleague, at=MORNING)
    client = signed_in(author)

    def seen(**fields):
        return titles(client.get(LIST, fields))

    assert gaps.error_count > 0
    assert seen(temuan="wajib") == ["Berlubang"]
    assert seen(temuan="tanpa") == (["Bersih"] if clean.error_count == 0 else [])
    assert seen(milik="saya") == ["Bersih"]
    assert seen(catatan="terbuka") == ["Bersih"]
    assert seen(sejak="2026-12-01") == ["Berlubang"]
    assert seen(unit=general.pk) == ["Berlubang", "Bersih"]
    assert seen(unit=general.parent_id) == []


def test_filters_that_make_no_sense_narrow_nothing(signed_in, author, general):
    draft(general, author)
    nonsense = {
        "unit": "x",
        "temuan": "?",
        "milik": "1",
        "sejak": "kapan",
        "urut": "-",
        "setelah": "%%%",
    }

    response = signed_in(author).get(LIST, nonsense)

    assert (response.status_code, response.context["page"].total) == (200, 1)


@pytest.mark.parametrize("order", ["judul", "diubah"])
def test_pages_follow_each_other_without_gap(signed_in, author, general, order):
    for number in range(60):
        draft(
            general, author, document(f"SOP {number:02}"), at=MORNING + timedelta(minutes=number)
        )
    client = signed_in(author)

    forward = []
    query = f"urut={order}"
    while query:
        response = client.get(f"{LIST}?{query}")
        forward.append(titles(response))
        cursor = response.context["page"].following
        query = cursor and f"urut={order}&setelah={cursor}"
    whole = [title for part in forward for title in part]

    assert [len(part) for part in forward] == [25, 25, 10]
    assert sorted(set(whole)) == [f"SOP {number:02}" for number in range(60)]
    assert whole == sorted(whole, reverse=order == "diubah")


def test_the_way_back_shows_the_page_before(signed_in, author, general):
    for number in range(60):
        draft(general, author, document(f"SOP {number:02}"))
    client = signed_in(author)
    first = client.get(LIST)
    second = client.get(LIST, {"setelah": first.context["page"].following})

    back = client.get(LIST, {"sebelum": second.context["page"].preceding})

    assert titles(back) == titles(first)
    assert back.context["page"].preceding == ""


def test_the_address_keeps_what_is_on(signed_in, author, general):
    draft(general, author)

    response = signed_in(author).get(LIST, {"cari": "surat", "temuan": "wajib", "urut": "diubah"})

    chip = next(iter(response.context["address"].chips()))
    assert parse_qs(chip.without[1:]) == {"cari": ["surat"], "urut": ["diubah"]}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    signed_in, author, general, django_assert_max_num_queries, count
):
    for number in range(count):
        draft(general, author, document(f"SOP {number}"))
    client = signed_in(author)

    with django_assert_max_num_queries(12):
        response = client.get(LIST)

    assert len(response.context["page"].rows) == count


@pytest.mark.parametrize("count", [2, 3])
def test_of_a_long_list_the_page_says_that_there_is_more(
    signed_in, author, general, monkeypatch, count
):
    monkeypatch.setattr(catalogue, "COUNTED", 2)
    for number in range(count):
        draft(general, author, document(f"SOP {number}"))

    for address in (LIST, f"{LIST}?cari=sop"):
        response = signed_in(author).get(address)
        told = " ".join(response.content.decode().split())

        assert len(response.context["page"].rows) == count
        assert response.context["page"].total == 2
        assert ("Lebih dari 2 SOP" in told) is (count > 2)
        assert ("3 dari lebih dari 2 SOP" in told) is (count > 2)


def test_the_list_loads_no_document(signed_in, author, general):
    draft(general, author)

    rows = signed_in(author).get(LIST).context["page"].rows

    assert {"document", "words", "citations"} <= rows[0].get_deferred_fields()


def test_an_empty_list_leads_to_the_first_sop(signed_in, author):
    response = signed_in(author).get(LIST)

    assert 'href="/sop/baru/"' in response.content.decode()


def test_headings_and_names_of_the_workbook_stay_in_sight(signed_in, author, general):
    draft(general, author)

    book = ZipFile(BytesIO(signed_in(author).get("/sop/daftar.xlsx").content))

    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert '<pane xSplit="1" ySplit="1" topLeftCell="B2"' in sheet


def cells(response):
    book = ZipFile(BytesIO(response.content))
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    strings = [
        "".join(node.itertext())
        for node in ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 -- ours
    ]
    sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 -- ours
    assert not list(sheet.iter(f"{name}f"))
    return [
        [
            strings[int(cell.find(f"{name}v").text)]
            if cell.get("t") == "s"
            else cell.find(f"{name}v").text
            for cell in row
        ]
        for row in sheet.iter(f"{name}row")
    ]


def test_the_workbook_holds_what_the_list_shows(signed_in, author, general):
    draft(general, author, document("Pengelolaan Arsip"))
    draft(general, author, document("Penerimaan Tamu", number="SOP.UM.07"))

    rows = cells(signed_in(author).get("/sop/daftar.xlsx", {"cari": "tamu"}))

    assert rows[0][:4] == ["Nama SOP", "Nomor SOP", "Status", "Unit kerja"]
    assert [row[:6] for row in rows[1:]] == [
        ["Penerimaan Tamu", "SOP.UM.07", "Draf", "Bagian Umum", "4", "3"]
    ]


@pytest.mark.parametrize(
    "title", ["=1+1", "+SUM(A1)", "@cmd", "-2", "https://contoh.go.id", "007"]
)
def test_a_title_is_never_calculated(signed_in, author, general, title):
    draft(general, author, document(title))

    rows = cells(signed_in(author).get("/sop/daftar.xlsx"))

    assert rows[1][0] == title


def test_an_empty_workbook_is_a_workbook(signed_in, author):
    rows = cells(signed_in(author).get("/sop/daftar.xlsx"))

    assert len(rows) == 1


def _cursor(*place):
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


@pytest.mark.parametrize("address", [LIST, "/sop/daftar.xlsx"])
@pytest.mark.parametrize(
    "filters",
    [
        {"unit": "9" * 20},
        {"unit": "9" * 5000},
        {"unit": "-1"},
        {"sejak": "0001-01-01"},
        {"sejak": "9999-12-31"},
        {"setelah": _cursor("a", 10**30)},
        {"setelah": _cursor("a", float("inf"))},
        {"sebelum": _cursor("\0", 1)},
        {"sebelum": _cursor("\ud800", 1)},
        {"urut": "diubah", "setelah": _cursor("0001-01-01T00:00:00+08:00", 1)},
        {"urut": "diubah", "setelah": _cursor("2026-11-24T00:00:00", 1)},
    ],
    ids=str,
)
def test_no_address_breaks_the_list(signed_in, author, general, address, filters):
    draft(general, author)

    assert signed_in(author).get(address, filters).status_code == 200


def test_a_unit_that_cannot_be_narrows_nothing(signed_in, author, general):
    draft(general, author, document("Penerimaan Tamu"))

    response = signed_in(author).get(LIST, {"unit": "99999999999999999999"})

    assert titles(response) == ["Penerimaan Tamu"]


def test_one_row_stands_for_an_sop_and_tells_what_comes(signed_in, general, cast, stranger):
    from tests.factories.procedures import approved

    from okesop.procedures.domain import revising

    now = timezone.now()
    first = approved(draft(general, cast[0], document("Surat Masuk")), cast, at=now)
    second = revising.revise(first, by=cast[0], at=now)

    page = signed_in(cast[0]).get(LIST).context["page"]
    assert [(row.pk, row.coming) for row in page.rows] == [(first.pk, second)]
    page = signed_in(stranger).get(LIST).context["page"]
    assert [(row.pk, row.coming) for row in page.rows] == [(first.pk, None)]
    drafts = signed_in(cast[0]).get(f"{LIST}?status=draf").context["page"]
    assert [row.pk for row in drafts.rows] == [second.pk]
    in_force = signed_in(stranger).get(f"{LIST}?status=berlaku").context["page"]
    assert [row.pk for row in in_force.rows] == [first.pk]
