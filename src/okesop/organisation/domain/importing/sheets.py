"""What a workbook of the office looks like: its sheets, their columns, one example each.

The words are those of the file, in the language of the office, whatever language the interface speaks.
"""

from dataclasses import dataclass

EXAMPLE = "contoh:"
"""A row whose first cell begins so is an example and is left out."""

PATH = " > "
"""Stands between a unit and the one above it where the name alone is not enough."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it must be filled in, how wide it is, what is to be known, an example."""

    name: str
    hint: str = ""
    example: str = ""
    required: bool = False
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(column.name for column in self.columns)


UNITS = Sheet(
    "Unit",
    (
        Column("Nama unit", "Nama lengkap.", "Contoh: Bagian Umum", required=True, width=38),
        Column(
            "Di bawah",
            "Nama unit di atasnya; kosong hanya untuk kantor. Jika namanya tidak tunggal: Induk > Nama.",
            "Sekretariat Daerah",
            width=38,
        ),
        Column("Singkatan", "", "UMUM"),
        Column("Kode nomor", "Dipakai dalam nomor SOP.", "UMUM"),
        Column("Urutan", "Angka 0 sampai 999.", "1", width=10),
    ),
)
POSITIONS = Sheet(
    "Jabatan",
    (
        Column("Nama jabatan", "", "Contoh: Kepala Bagian Umum", required=True, width=42),
        Column("Unit", "Nama unit tempat jabatan ini.", "Bagian Umum", required=True, width=38),
        Column("Memimpin unit", "ya atau tidak.", "ya"),
    ),
)
PEOPLE = Sheet(
    "Orang",
    (
        Column(
            "Nama dengan gelar", "", "Contoh: Siti Aminah, S.Sos.", required=True, width=36
        ),
        Column(
            "NIP", "18 angka, sebagai teks. Kosong untuk tenaga honorer.", "198203072008012015", width=24
        ),
        Column("Nama pengguna", "Untuk masuk tanpa NIP; huruf kecil.", "siti.aminah"),
        Column("Pangkat, golongan", "", "Penata, III/c"),
        Column("Jabatan", "Seperti di lembar Jabatan; boleh beberapa baris untuk satu orang.", "Kepala Bagian Umum", width=42),
        Column("Unit", "Perlu jika jabatan itu ada di beberapa unit.", "Bagian Umum", width=38),
        Column("Sebagai", "Definitif, Plt., atau Plh.; kosong berarti Definitif.", "Definitif"),
        Column("Sejak", "Tanggal, misalnya 24/11/2026; kosong berarti hari ini.", "01/01/2026"),
        Column("Sampai", "Wajib untuk Plt. dan Plh.", ""),
    ),
)  # fmt: skip
SHEETS = (UNITS, POSITIONS, PEOPLE)
