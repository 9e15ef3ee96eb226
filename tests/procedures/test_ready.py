"""The ready SOPs are the first thing that a drafter sees: they must be whole and keep every rule."""

from datetime import date
from importlib import resources

import pytest

from okesop.core.document import NodeKind
from okesop.core.rules import Stage, check
from okesop.core.totals import totals
from okesop.procedures.ready import BY_SLUG, READY, load

SLUGS = [sop.slug for sop in READY]

# Rows of each procedure, as the forms in use have them.
STEPS = {
    "penerimaan-surat-masuk": 5,
    "pengelolaan-surat-masuk": 11,
    "pengelolaan-surat-keluar": 11,
    "pengiriman-surat-dinas": 5,
    "penyusunan-naskah-dinas": 5,
    "penerbitan-surat-tugas": 7,
    "penyusunan-keputusan-sekretaris-daerah": 8,
    "pelayanan-permintaan-alat-tulis-kantor": 6,
    "penyaluran-barang-persediaan": 8,
    "pelaporan-barang-persediaan": 17,
    "pelayanan-pemakaian-ruang-rapat": 6,
    "peminjaman-gedung-pertemuan": 8,
    "pembayaran-belanja-pegawai": 8,
    "pemusnahan-arsip": 9,
    "pemeliharaan-komputer-kantor": 13,
    "penanganan-pengaduan": 8,
    "pelaksanaan-hibah-barang-milik-daerah": 11,
}
TOTALS = {
    "penerimaan-surat-masuk": "27 menit",
    "penerbitan-surat-tugas": "2 jam 5 menit",
    "pelayanan-permintaan-alat-tulis-kantor": "50 menit",
    "penyaluran-barang-persediaan": "1 jam 45 menit",
    "pelaksanaan-hibah-barang-milik-daerah": "117 hari kerja",
    "pemeliharaan-komputer-kantor": "3 jam 30 menit",
}


def test_table_names_exactly_the_files_of_the_folder():
    files = resources.files("okesop.procedures.ready").iterdir()
    stored = {file.name.removesuffix(".json") for file in files if file.name.endswith(".json")}
    assert stored == set(SLUGS)
    assert len(SLUGS) == len(set(SLUGS)) == 25


@pytest.mark.parametrize("slug", SLUGS)
def test_document_is_complete_for_submission(slug):
    findings = check(load(slug), stage=Stage.SUBMIT)
    assert not [f"{each.rule} {each.place}" for each in findings if each.blocks]


@pytest.mark.parametrize("slug", SLUGS)
def test_only_what_a_unit_fills_in_and_ranges_of_time_are_left_to_note(slug):
    advised = {each.rule for each in check(load(slug), stage=Stage.SUBMIT)}
    assert advised <= {"ID-01", "ID-11", "MB-06"}


@pytest.mark.parametrize("slug", SLUGS)
def test_title_on_offer_is_the_title_on_paper(slug):
    assert load(slug).identity.title == BY_SLUG[slug].title
    assert str(BY_SLUG[slug].description).endswith(".")


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_belongs_to_one_office_day_or_person(slug):
    identity = load(slug).identity
    assert isinstance(identity.created, date)
    assert identity.number is identity.effective is identity.revised is None
    assert identity.approver_name is identity.approver_nip is None
    assert not any(performer.position for performer in load(slug).performers)


@pytest.mark.parametrize("slug", SLUGS)
def test_ids_are_plain_and_in_reading_order(slug):
    document = load(slug)
    assert [step.id for step in document.steps] == _numbered("s", len(document.steps))
    assert [each.id for each in document.performers] == _numbered("p", len(document.performers))
    assert [node.id for node in document.nodes] == _numbered("n", len(document.nodes))


def _numbered(letter, count):
    return [f"{letter}{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("slug", SLUGS)
def test_related_ones_are_in_the_set_and_say_so(slug):
    titles = {f"SOP {sop.title}" for sop in READY}
    related = load(slug).related
    assert set(related) <= titles
    assert related


def test_flow_has_decisions_loops_and_joint_work():
    documents = [load(slug) for slug in SLUGS]
    decided = [d for d in documents if any(n.kind is NodeKind.DECISION for n in d.nodes)]
    joint = [d for d in documents if any(edge.joint for edge in d.edges)]
    assert len(decided) == 24
    assert len(joint) >= 10


@pytest.mark.parametrize("slug", STEPS)
def test_steps_are_as_many_as_in_use(slug):
    assert len(load(slug).steps) == STEPS[slug]


@pytest.mark.parametrize("slug", TOTALS)
def test_total_time_is_the_one_in_use(slug):
    assert totals(load(slug)).longest.written() == TOTALS[slug]


def test_technical_procedure_has_one_performer():
    technical = [slug for slug in SLUGS if load(slug).identity.nature == "teknis"]
    assert technical == ["pemeliharaan-komputer-kantor"]
    assert len(load(technical[0]).performers) == 1


def test_unknown_name_is_no_file():
    with pytest.raises(KeyError):
        load("../settings")
