"""From the sign-in page to a PDF, as a new author goes."""

import re
import subprocess

import pytest
from tests.e2e.form import Form

PERFORMERS = [
    "Pengadministrasi Umum",
    "Kasubbag Tata Usaha",
    "Kepala Bagian Umum",
    "Asisten Administrasi",
    "Sekretaris Daerah",
    "Arsiparis",
]
HEADINGS = ["No", "Kegiatan", *PERFORMERS, "Kelengkapan", "Waktu", "Output", "Keterangan"]
STEPS = [
    ("Menerima surat masuk dan memberi tanda terima", 0, "Surat masuk", "5 menit", "Tanda terima"),
    ("Mencatat surat pada buku agenda", 0, "Surat masuk", "10 menit", "Surat teragenda"),
    ("Memeriksa kelengkapan surat", 1, "Surat teragenda", "10 menit", "Hasil pemeriksaan"),
    ("Menyusun lembar disposisi", 0, "Surat lengkap", "10 menit", "Lembar disposisi"),
    ("Menelaah isi surat dan lembar disposisi", 1, "Lembar disposisi", "15 menit", "Telaahan"),
    ("Menyetujui arah disposisi", 2, "Telaahan", "30 menit", "Disposisi"),
    ("Meneruskan surat kepada Asisten", 0, "Disposisi", "10 menit", "Bukti penerusan"),
    ("Memberi arahan tindak lanjut", 3, "Surat dan disposisi", "1 jam", "Arahan"),
    ("Menyampaikan arahan kepada Sekretaris Daerah", 3, "Arahan", "15 menit", "Nota"),
    ("Memutuskan tindak lanjut surat", 4, "Nota", "1 jam", "Keputusan"),
    ("Menyusun konsep balasan", 1, "Keputusan", "1 jam", "Konsep balasan"),
    ("Menandatangani surat balasan", 2, "Konsep balasan", "15 menit", "Surat balasan"),
    ("Mengirim surat balasan", 0, "Surat balasan", "15 menit", "Bukti kirim"),
    ("Mengarsipkan berkas surat", 5, "Berkas surat", "10 menit", ""),
]


def table():
    """The author's step table with a mark at each performer."""
    rows = [
        [str(number), activity, *("x" if place == who else "" for place in range(6)), *more, ""]
        for number, (activity, who, *more) in enumerate(STEPS, 1)
    ]
    return [HEADINGS, *rows]


@pytest.fixture
def page(window, administrator, author, password):
    page = window()
    page.goto("/")
    page.locator("[name=name]").fill(author.username)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    return page


def begin(page, title):
    """Press "Buat SOP" and start from a table."""
    page.get_by_role("link", name="Buat SOP").first.click()
    page.get_by_label(re.compile("Nama SOP")).fill(title)
    page.get_by_role("button", name=re.compile("Tempel tabel")).click()
    page.wait_for_selector("#paste-dialog[open]")
    return Form(page)


def answer(form, number, column, kind_key, target):
    """Make a symbol a decision and say where "Tidak" leads."""
    form.cell(number, column).click()
    form.page.keyboard.press(kind_key)
    form.page.wait_for_selector(".pop [data-target='1']:focus")
    form.page.keyboard.type(str(target))
    form.page.keyboard.press("Enter")
    form.page.wait_for_selector(".pop", state="detached")
    form.saved()


def test_a_new_author_comes_from_a_table_to_the_pdf(page, tmp_path):
    form = begin(page, "Pengelolaan Surat Masuk")
    form.paste(table())
    page.get_by_role("button", name="Tempel 14 langkah").click()
    page.wait_for_selector(".live-flow [data-node]")
    form.saved()
    assert (form.rows(), form.text(14, "activity")) == (14, "Mengarsipkan berkas surat")

    answer(form, 3, "Kasubbag Tata Usaha", "d", 1)
    answer(form, 10, "Sekretaris Daerah", "d", 8)
    assert "Tidak kembali ke langkah 1, Pengadministrasi Umum" in form.said(
        3, "Kasubbag Tata Usaha"
    )
    assert "Tidak kembali ke langkah 8, Asisten Administrasi" in form.said(10, "Sekretaris Daerah")
    assert page.locator(".live-flow [data-kind=decision]").count() == 2
    assert form.out_of_line() == []
    sheet = page.locator("#sheet")
    assert sheet.evaluate("sheet => sheet.scrollWidth - sheet.clientWidth") == 0

    flag = form.cell(14, "output").locator(".flag")
    flag.wait_for()
    form.write(14, "output", "Arsip surat")
    form.saved()
    flag.wait_for(state="detached")

    before = [form.text(number, "activity") for number in range(1, 15)]
    page.reload()
    form.ready()
    assert [form.text(number, "activity") for number in range(1, 15)] == before
    assert "Tidak kembali ke langkah 8, Asisten Administrasi" in form.said(10, "Sekretaris Daerah")

    assert missing_words(download(page, tmp_path)) == []


def download(page, folder):
    """Return the text of the PDF that the primary button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh PDF").first.click()
    path = folder / "sop.pdf"
    waiting.value.save_as(path)
    tool = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return re.sub(r"\s+", "", tool.stdout.decode())


def missing_words(text):
    """Words of the table that the paper does not show."""
    cells = [cell for row in table()[1:] for cell in row if cell and cell != "x"]
    return [word for cell in [*cells, "Arsip surat"] for word in cell.split() if word not in text]
