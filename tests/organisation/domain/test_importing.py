"""Units, positions and people from a workbook: what it asks for, what is wrong in it, all or nothing."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from okesop.audit.models import Entry
from okesop.organisation.domain.importing import planning, reading, template, writing
from okesop.organisation.domain.importing.sheets import PEOPLE, POSITIONS, SHEETS, UNITS
from okesop.organisation.models import Assignment, Grant, Person, Position, Unit

TODAY = date(2026, 11, 24)
TREE = [("Sekretariat",), ("Bagian Umum", "Sekretariat", "UMUM"), ("Bagian Hukum", "Sekretariat")]
SEATS = [("Kepala Bagian Umum", "Bagian Umum", "ya"), ("Arsiparis", "Bagian Umum", "tidak")]
NIP = "198203072008012015"
STAFF = [
    ("Siti Aminah, S.Sos.", NIP, "siti", "Penata, III/c", "Kepala Bagian Umum"),
    ("Fitri Honorer", "", "", "", "Arsiparis", "Bagian Umum", "", date(2026, 1, 5)),
]


def book(units=(), seats=(), staff=(), **others):
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet, rows in ((UNITS, units), (POSITIONS, seats), (PEOPLE, staff)):
        page = workbook.create_sheet(others.get(sheet.name, sheet.name))
        page.append(sheet.names)
        for row in rows:
            page.append(row)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def planned(data):
    return planning.plan(reading.read(data), today=TODAY)


def wrong(data):
    return [(one.sheet, one.row, one.column) for one in planned(data).problems]


@pytest.fixture
def write(administrator, noon):
    return lambda data: writing.write(planned(data), by=administrator, at=noon)


def counts():
    return tuple(model.objects.count() for model in (Unit, Position, Person, Assignment))


# --- what comes in


def test_a_workbook_makes_the_office(write, db):
    assert write(book(TREE, SEATS, STAFF)) == 9

    general = Unit.objects.get(name="Bagian Umum")
    assert (general.parent.name, general.short_name) == ("Sekretariat", "UMUM")
    siti = Person.objects.get(nip=NIP)
    assert (siti.user.username, siti.rank) == ("siti", "Penata, III/c")
    head = siti.assignments.get()
    assert (head.position.is_head, head.from_on, head.kind) == (True, TODAY, "definitive")
    honorary = Person.objects.get(name="Fitri Honorer")
    assert (honorary.user, honorary.nip) == (None, None)
    assert honorary.assignments.get().from_on == date(2026, 1, 5)
    assert set(Grant.objects.filter(position=head.position).values_list("role", flat=True)) == {
        "author",
        "performer",
        "approver",
        "leader",
    }
    assert Entry.objects.order_by("sequence").last().action == "organisation.import"


def test_again_it_changes_nothing(write, db):
    data = book(TREE, SEATS, STAFF)
    write(data)
    before = counts()

    assert planning.changes(planned(data)) == []
    assert write(data) == 0
    assert counts() == before


def test_again_it_updates(write, db):
    write(book(TREE, SEATS, STAFF))
    tree = [("Bagian Umum", "Bagian Hukum", "", "UM")]
    staff = [
        ("Siti Aminah, M.Si.", NIP, "", "", "Kepala Bagian Umum", "", "", "", "31/12/2026"),
        ("Fitri Honorer", "199405212019032008", "", "PPPK"),
    ]

    assert write(book(tree, [("Arsiparis", "Bagian Umum", "ya")], staff)) == 5

    general = Unit.objects.get(name="Bagian Umum")
    assert (general.parent.name, general.short_name, general.code) == (
        "Bagian Hukum",
        "UMUM",
        "UM",
    )
    assert Position.objects.get(title="Arsiparis").is_head
    siti = Person.objects.get(nip=NIP)
    assert (siti.name, siti.rank, siti.user.username) == (
        "Siti Aminah, M.Si.",
        "Penata, III/c",
        "siti",
    )
    assert siti.assignments.get().until_on == date(2026, 12, 31)
    assert Person.objects.get(name="Fitri Honorer").user.nip == "199405212019032008"
    assert counts() == (3, 2, 2, 2)


def test_what_would_change_is_told_before(write, db):
    write(book(TREE, SEATS, STAFF))
    tree = [("Bagian Umum", "Bagian Hukum"), ("Bagian Kesra", "Sekretariat")]

    told = planning.changes(planned(book(tree, [], [("Budi", "", "budi")])))

    assert [(one.kind, one.is_new, one.title, one.detail) for one in told] == [
        ("Unit", False, "Bagian Umum", "Sekretariat → Bagian Hukum"),
        ("Unit", True, "Bagian Kesra", "Sekretariat"),
        ("Orang", True, "Budi", "budi"),
    ]


def test_units_of_one_name_under_several_are_told_apart(write, db):
    tree = [*TREE, ("Tata Usaha", "Bagian Umum"), ("Tata Usaha", "Bagian Hukum")]
    seats = [("Kepala TU", "Bagian Umum > Tata Usaha"), ("Kepala TU", "Bagian Hukum > Tata Usaha")]
    staff = [("Budi", "", "budi", "", "Kepala TU", "Bagian Hukum > Tata Usaha")]

    write(book(tree, seats, staff))

    assert Assignment.objects.get().position.unit.parent.name == "Bagian Hukum"
    assert write(book(tree, seats, staff)) == 0
    assert wrong(book([], [("Staf", "Tata Usaha")])) == [("Jabatan", 2, "Unit")]
    assert wrong(book([], [], [("Ani", "", "ani", "", "Kepala TU")])) == [("Orang", 2, "Unit")]


def test_a_person_holds_several_positions_by_several_rows(write, db):
    staff = [STAFF[0], ("Siti Aminah, S.Sos.", NIP, "", "", "Arsiparis", "", "Plt.", "", TODAY)]

    write(book(TREE, SEATS, staff))

    kinds = {one.position.title: one.kind for one in Assignment.objects.all()}
    assert kinds == {"Kepala Bagian Umum": "definitive", "Arsiparis": "acting"}
    assert Person.objects.count() == 1


def test_order_of_the_rows_does_not_matter(write, db):
    write(book(TREE[::-1], SEATS))

    assert Unit.objects.get(name="Bagian Hukum").parent.name == "Sekretariat"


# --- what is wrong


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ({"units": [("",  "Sekretariat")]}, [("Unit", 2, "Nama unit")]),
        ({"units": [("X", "Tidak ada")]}, [("Unit", 2, "Di bawah")]),
        ({"units": [("X",)]}, [("Unit", 2, "Di bawah")]),
        ({"units": [("X", "Sekretariat"), ("X", "Sekretariat")]}, [("Unit", 3, "Nama unit")]),
        ({"units": [("X", "Sekretariat", "", "", "banyak")]}, [("Unit", 2, "Urutan")]),
        ({"units": [("X", "Y"), ("Y", "X")]}, [("Unit", 2, "Di bawah"), ("Unit", 3, "Di bawah")]),
        ({"units": [("Sekretariat", "Bagian Umum")]}, [("Unit", 2, "Di bawah")]),
        ({"seats": [("", "Bagian Umum")]}, [("Jabatan", 2, "Nama jabatan")]),
        ({"seats": [("Staf", "Tidak ada")]}, [("Jabatan", 2, "Unit")]),
        ({"seats": [("Staf", "Bagian Umum", "mungkin")]}, [("Jabatan", 2, "Memimpin unit")]),
        ({"seats": [("S", "Bagian Umum"), ("s", "Bagian Umum")]}, [("Jabatan", 3, "Nama jabatan")]),
        ({"staff": [("",  "", "", "", "Arsiparis")]}, [("Orang", 2, "Nama dengan gelar")]),
        ({"staff": [("A", "1979")]}, [("Orang", 2, "NIP")]),
        ({"staff": [("A", 198203072008012015)]}, [("Orang", 2, "NIP")]),
        ({"staff": [("A", "", "9x")]}, [("Orang", 2, "Nama pengguna")]),
        ({"staff": [("A", "", "rahma")]}, [("Orang", 2, "Nama pengguna")]),
        ({"staff": [("A", "", "a"), ("B", "", "a")]}, [("Orang", 3, "Nama dengan gelar")]),
        ({"staff": [("A", "", "a", "", "Tidak ada")]}, [("Orang", 2, "Jabatan")]),
        ({"staff": [("A", "", "a", "", "Arsiparis", "", "Raja")]}, [("Orang", 2, "Sebagai")]),
        ({"staff": [("A", "", "a", "", "Arsiparis", "", "Plh.")]}, [("Orang", 2, "Sampai")]),
        ({"staff": [("A", "", "a", "", "Arsiparis", "", "", "kemarin")]}, [("Orang", 2, "Sejak")]),
        (
            {"staff": [("A", "", "a", "", "Arsiparis", "", "", "2/2/2026", "1/2/2026")]},
            [("Orang", 2, "Sampai")],
        ),
        ({"staff": [("A", "", "a", "", "Kepala Bagian Umum")]}, [("Orang", 2, "Jabatan")]),
        ({"staff": [("=A1", "", "a")]}, [("Orang", 2, "Nama dengan gelar")] * 2),
        ({"staff": [("A" * 300, "", "a")]}, [("Orang", 2, "Nama dengan gelar")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_row_and_column(write, rows, places):
    write(book(TREE, SEATS, STAFF))

    assert wrong(book(**rows)) == places


def test_nothing_is_written_while_anything_is_wrong(write, db):
    staff = [*STAFF, ("A", "1979")]

    with pytest.raises(writing.NotClean):
        write(book(TREE, SEATS, staff))

    assert counts() == (0, 0, 0, 0)


def test_what_breaks_on_the_way_leaves_nothing(write, administrator, noon):
    write(book(TREE, SEATS))
    from okesop.organisation.domain import units

    units.set_active(
        Unit.objects.get(name="Bagian Hukum"), active=False, by=administrator, at=noon
    )
    before, entries = counts(), Entry.objects.count()

    with pytest.raises(units.UnitNameTaken):
        write(book([("Bagian Baru", "Sekretariat"), ("Bagian Hukum", "Sekretariat")], [], STAFF))

    assert counts() == before
    assert Entry.objects.count() == entries


def test_a_column_that_is_missing_is_named():
    workbook = Workbook()
    workbook.active.title = "Orang"
    workbook.active.append(["Nama", "NIP"])
    target = BytesIO()
    workbook.save(target)

    found = reading.read(target.getvalue())

    assert [(one.row, one.column) for one in found.problems] == [(1, "Nama dengan gelar")]


# --- files made to harm


def packed(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Nama;NIP\nA;1",
        b"PK\x03\x04 broken",
        packed({"a.txt": "hello"}),
        packed({"xl/worksheets/sheet1.xml": b"0" * (reading.MOST_UNPACKED + 1)}),
        packed({f"part{n}": "x" for n in range(reading.MOST_PARTS + 1)}),
        b"0" * (reading.MOST_BYTES + 1),
    ],
    ids=["empty", "csv", "broken", "other zip", "bomb", "many parts", "large"],
)
def test_what_is_no_workbook_is_refused_in_words(data):
    with pytest.raises(reading.Unreadable, match=r"\w+"):
        reading.read(data)


def test_entities_do_not_unfold():
    data = book(TREE)
    source = zipfile.ZipFile(BytesIO(data))
    parts = {name: source.read(name) for name in source.namelist()}
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = f"<!DOCTYPE x [{laughs}]>" + sheet.replace(
        "Sekretariat", "&l11;"
    )
    for name, content in parts.items():
        parts[name] = content if isinstance(content, str) else content.decode("utf-8", "replace")
    shared = parts.get("xl/sharedStrings.xml", "")
    parts["xl/sharedStrings.xml"] = f"<!DOCTYPE x [{laughs}]>" + shared.replace(
        "Sekretariat", "&l11;", 1
    )

    with pytest.raises(reading.Unreadable):
        reading.read(packed(parts))


def test_too_many_rows_are_refused():
    with pytest.raises(reading.Unreadable, match="lebih dari"):
        reading.read(book(staff=[(f"Orang {n}",) for n in range(reading.MOST_ROWS + 1)]))


def test_an_empty_workbook_is_refused():
    with pytest.raises(reading.Unreadable, match="Tidak ada baris"):
        reading.read(book())


def test_three_thousand_rows_with_errors_in_every_tenth_are_told(write, db):
    write(book(TREE, SEATS))
    rows = [
        (f"Orang {n}", "123" if n % 10 == 0 else f"19900101{n:010d}", "", "", "Arsiparis")
        for n in range(3000)
    ]

    problems = planned(book(staff=rows)).problems

    assert [one.row for one in problems] == list(range(2, 3002, 10))
    assert not Person.objects.exists()


# --- the workbook that is given out


def test_the_template_has_an_example_that_is_left_out():
    data = template.template(filled=False)
    opened = load_workbook(BytesIO(data))

    assert opened.sheetnames == [sheet.name for sheet in SHEETS]
    assert opened["Orang"]["A2"].value == "Contoh: Siti Aminah, S.Sos."
    assert opened["Orang"]["B2"].number_format == "@"
    with pytest.raises(reading.Unreadable, match="Tidak ada baris"):
        reading.read(data)


@pytest.mark.django_db
def test_what_is_given_out_comes_back_unchanged(write):
    write(book(TREE, SEATS, STAFF))

    data = template.template(filled=True)

    assert planned(data).problems == []
    assert planning.changes(planned(data)) == []


def test_days_are_read_as_people_write_them():
    assert reading.day_of("24/11/2026") == reading.day_of("2026-11-24") == TODAY
    assert reading.day_of("24.11.2026") == reading.day_of(TODAY) == TODAY
    assert reading.day_of("31/02/2026") is None
