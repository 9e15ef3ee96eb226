"""What the browser reads by itself: pasted blocks, dates, NIP, legal bases in short."""

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts

from okesop.core.operations import apply

TSV = [
    ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
    ('"dua\nbaris"\tx\r\ny\tz\r\n', [["dua\nbaris", "x"], ["y", "z"]]),
    ('"kata ""kutip"""\tb', [['kata "kutip"', "b"]]),
    ('12" pipa\tb', [['12" pipa', "b"]]),
    ("a\n\tb", [["a", ""], ["", "b"]]),
    ("satu", [["satu"]]),
]
HTML = [
    (
        """<table><tr><td rowspan=2 style="width:9pt">No</td><td colspan=2>Pelaksana</td></tr>
        <tr><td>A</td><td>B</td></tr><tr><td>1</td><td>x</td><td></td></tr></table>""",
        [["No", "Pelaksana", ""], ["", "A", "B"], ["1", "x", ""]],
    ),
    (
        "<style>td{}</style><table><tr><td><p>satu</p><p>dua</p></td><td>a<br>b</td></tr></table>",
        [["satu\ndua", "a\nb"]],
    ),
    ("<p>tanpa tabel</p>", None),
]
DATES = [
    ("24 November 2026", "2026-11-24"),
    ("3/2/2026", "2026-02-03"),
    ("03-02-26", "2026-02-03"),
    ("1 mei 2026", "2026-05-01"),
    ("17 Agu 2026", "2026-08-17"),
    ("31 Februari 2026", "31 Februari 2026"),
    ("menyusul", "menyusul"),
    ("", ""),
]
LAWS = [
    ("UU 43/2009 kearsipan", "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"),
    (
        "PP no. 12 th 2019 ttg pengelolaan keuangan daerah",
        "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan keuangan daerah",
    ),
    (
        "Perda Kota Kendari 5 2021 ketertiban",
        "Peraturan Daerah Kota Kendari Nomor 5 Tahun 2021 tentang Ketertiban",
    ),
    ("Permendagri Nomor 52 Tahun 2011", "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011"),
    ("Memo kepala bagian", None),
]


@pytest.fixture
def reads(window, author, general):
    """Return a function that calls one of the editor's own functions in its page."""
    page = window(author)
    Form.open(page, drafts.draft(general, author, drafts.document("Surat", "(A)", "(B)")))

    def call(module, name, *values):
        return page.evaluate(
            "([module, name, values]) => import(`/static/procedures/editor/${module}.js`)"
            ".then((found) => found[name](...values))",
            [module, name, values],
        )

    return call


def test_blocks_of_cells_are_read_as_other_programs_write_them(reads):
    assert [reads("blocks", "parseTsv", text) for text, _ in TSV] == [grid for _, grid in TSV]
    assert [reads("blocks", "parseHtml", text) for text, _ in HTML] == [grid for _, grid in HTML]


def test_a_copied_block_reads_back_the_same(reads):
    grid = [["a\tb", 'kata "kutip"'], ["dua\nbaris", "<b>&"]]
    assert reads("blocks", "parseTsv", reads("blocks", "toTsv", grid)) == grid
    assert reads("blocks", "parseHtml", reads("blocks", "toHtml", [["dua\nbaris", "<b>&"]])) == [
        ["dua\nbaris", "<b>&"]
    ]


def test_dates_and_numbers_of_officials_are_understood(reads):
    assert [reads("dates", "parseDate", typed) for typed, _ in DATES] == [iso for _, iso in DATES]
    assert reads("dates", "groupNip", "197904122006041017") == "19790412 200604 1 017"
    assert reads("dates", "groupNip", "belum ada") == "belum ada"


def test_a_legal_basis_is_written_out(reads):
    assert [reads("regulation", "writeOut", typed) for typed, _ in LAWS] == [
        law for _, law in LAWS
    ]


@pytest.mark.parametrize(
    ("room", "words", "widths"),
    [
        (1000, (100, 100, 100, 100), (345, 245, 215, 195)),
        (600, (100, 100, 140, 130), (193, 137, 140, 130)),
        (450, (100, 100, 100, 100), (147, 103, 100, 100)),
        (430, (100, 110, 110, 110), (142, 100, 96, 92)),
        (400, (100, 100, 100, 130), (184, 128, 116, 130)),
    ],
)
def test_text_columns_share_the_room_and_keep_words_whole(reads, room, words, widths):
    names = ("activity", "requirements", "output", "note")
    shared = reads("columns", "shareOut", room, dict(zip(names, words, strict=True)))
    assert tuple(shared[name] for name in names) == widths


@pytest.mark.parametrize(
    ("pair", "doers", "onward"),
    [
        (("n2C", "n2D"), "Pengadministrasi Umum bersama Kepala Bagian Umum; Asisten", "Asisten"),
        (("n2A", "n2C"), "Pengadministrasi Umum; Kepala Bagian Umum bersama Asisten", "Kepala"),
    ],
)
def test_parted_joint_work_is_told_as_parted(window, author, general, pair, doers, onward):
    content = drafts.document("Surat", "(B)", "[A]=[C]=[D] >3", "(B)")
    content = apply(content, {"op": "part", "first": pair[0], "second": pair[1]}).document
    page = window(author, width=390, height=844)
    Form.open(page, drafts.draft(general, author, content))
    cards = page.locator(".step-card")
    assert cards.nth(0).locator(".to").inner_text() == "menuju langkah 2, Pengadministrasi Umum"
    assert cards.nth(1).locator(".by").inner_text().startswith(doers)
    ways = cards.nth(1).locator(".to li").all_inner_texts()
    assert ways[0].startswith(f"menuju {onward}")
    assert ways[0].endswith("pada langkah 2")
    assert ways[1].endswith("menuju langkah 3, Kepala Subbagian Tata Usaha")


def test_the_end_at_another_performer_is_named(window, author, general):
    content = drafts.document("Surat", "(A)", "<A>(C) Ya:2C Tidak:3", "(A)")
    form = Form.open(window(author), drafts.draft(general, author, content))
    said = form.said(2, "Pengadministrasi Umum")
    assert "Ya menuju Kepala Bagian Umum pada langkah 2" in said
