"""The SOP of the picture of the comparison: asking for stationery, and what its second version changes."""

from dataclasses import replace

from tests.core.rows import sop

from okesop.core.document import Performer

ROWS = (
    ("Mengajukan permintaan melalui nota dinas", "10 menit"),
    ("Mencatat permintaan pada buku bantu", "5 menit"),
    ("Memeriksa ketersediaan barang", "15 menit"),
    ("Menyetujui permintaan", "20 menit"),
    ("Menyiapkan barang dan bukti pengeluaran", "20 menit"),
    ("Menerima barang dan menandatangani bukti", "5 menit"),
    ("Memperbarui kartu persediaan", "30 menit"),
)
TITLES = ("Pemohon", "Pengelola Persediaan", "Kasubbag Tata Usaha", "Kepala Bagian")


def stationery():
    plain = sop(
        "(A)",
        "[B]",
        "<B> Ya:4 Tidak:1",
        "[D]",
        "[B]",
        "[A]",
        "(B)",
        columns="C",
        title="Pelayanan Permintaan Alat Tulis Kantor",
        number=None,
    )
    steps = [
        replace(step, activity=activity, time=time)
        for step, (activity, time) in zip(plain.steps, ROWS, strict=True)
    ]
    performers = [
        Performer(performer.id, title)
        for performer, title in zip(plain.performers, TITLES, strict=True)
    ]
    return replace(plain, steps=tuple(steps), performers=tuple(performers))


def text(place, value):
    return {"op": "set_text", "place": place, "value": value}


REVISION = (
    {
        "op": "insert_steps",
        "after": "s3",
        "steps": [
            {
                "id": "usulan",
                "activity": "Menyusun usulan pengeluaran barang",
                "requirements": "Surat permintaan dan kartu persediaan",
                "time": "10 menit",
                "output": "Usulan pengeluaran barang",
                "symbols": [{"id": "nb", "performer": "pB", "kind": "process"}],
            }
        ],
    },
    {"op": "remove_steps", "steps": ["s2"]},
    {"op": "move_symbol", "node": "n4D", "step": None, "performer": "pC"},
    text("steps/s4/time", "10 menit"),
    text("steps/s1/activity", "Mengajukan permintaan melalui formulir digital"),
    text("steps/s1/time", "5 menit"),
    text("steps/s7/time", "10 menit"),
)
