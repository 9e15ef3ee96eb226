"""A bad and a good document for every rule. Where an example is a text, it is the one that the guide page prints."""

from dataclasses import replace
from datetime import date

from tests.core.builders import (
    chart,
    good,
    identity,
    sequence,
    with_identity,
    with_step,
    with_title,
)

from okesop.core.document import Edge, Performer
from okesop.core.rules import RULES, Register

SAID = {rule.id: rule for rule in RULES}


def title(rule):
    return tuple(with_identity(title=text) for text in (SAID[rule].bad.id, SAID[rule].good.id))


def activity(rule, row=2):
    return tuple(with_step(row, activity=text) for text in (SAID[rule].bad.id, SAID[rule].good.id))


def time(rule):
    return tuple(with_step(2, time=text) for text in (SAID[rule].bad.id, SAID[rule].good.id))


def column(rule):
    return tuple(with_title(2, text) for text in (SAID[rule].bad.id, SAID[rule].good.id))


def lists(**changes):
    return good(**changes), good()


def numbered(*numbers):
    document = good()
    steps = tuple(
        replace(step, no=number) for step, number in zip(document.steps, numbers, strict=True)
    )
    return replace(document, steps=steps)


LAW = "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
MAYOR = "Peraturan Wali Kota Contoh Nomor 8 Tahun 2020 tentang Tata Naskah Dinas"

EXAMPLES = {
    "ID-01": (with_identity(number=None), with_identity(number=SAID["ID-01"].good.id)),
    "ID-02": (good(), with_identity(number="SOP/099/UM/2026")),
    "ID-03": (with_identity(number="12-SOP"), with_identity(number="SOP/012/UM/2026")),
    "ID-04": (with_identity(title=" "), with_identity(title=SAID["ID-04"].good.id)),
    "ID-05": title("ID-05"),
    "ID-06": title("ID-06"),
    "ID-07": title("ID-07"),
    "ID-08": (with_identity(created=None), good()),
    "ID-09": (with_identity(effective=date(2026, 1, 2)), good()),
    "ID-10": (with_identity(revised=date(2026, 1, 4)), with_identity(revised=date(2026, 3, 3))),
    "ID-11": (with_identity(approver_nip=None), good()),
    "ID-12": tuple(
        with_identity(approver_nip=text) for text in (SAID["ID-12"].bad.id, SAID["ID-12"].good.id)
    ),
    "ID-13": (with_identity(unit=None), good()),
    "ID-14": lists(legal_basis=()),
    "ID-15": tuple(
        good(legal_basis=(text,)) for text in (SAID["ID-15"].bad.id, SAID["ID-15"].good.id)
    ),
    "ID-16": (good(legal_basis=(MAYOR, LAW)), good(legal_basis=(LAW, MAYOR))),
    "ID-17": (good(), good(legal_basis=(MAYOR,))),
    "ID-18": tuple(
        good(related=(text,)) for text in ("SOP Pengelolaan Surat Masuk", SAID["ID-18"].good.id)
    ),
    "ID-19": (good(related=("SOP Penerimaan Tamu",)), good()),
    "ID-20": lists(warnings=("-",)),
    "ID-21": tuple(
        good(warnings=(text,)) for text in (SAID["ID-21"].bad.id, SAID["ID-21"].good.id)
    ),
    "ID-22": lists(qualifications=()),
    "ID-23": lists(equipment=()),
    "ID-24": lists(records=("", "-")),
    "ST-01": (with_step(2, activity=""), activity("ST-01")[1]),
    "ST-02": (numbered("1", "2", "4", "5", "6"), numbered("1", "2", "3", "4", "5")),
    "ST-03": activity("ST-03"),
    "ST-04": activity("ST-04"),
    "ST-05": activity("ST-05", row=4),
    "ST-06": activity("ST-06"),
    "ST-07": activity("ST-07"),
    "ST-08": (with_step(5, activity="Mendisposisikan  surat kepada pelaksana."), good()),
    "ST-09": (sequence(2), sequence(3)),
    "PF-01": (chart("a1.1K c3.2K", "a>c"), good()),
    "PF-02": (sequence(3, columns=1), good()),
    "PF-03": (
        with_identity(nature="teknis"),
        replace(sequence(3, columns=1), identity=identity(nature="teknis")),
    ),
    "PF-04": (
        replace(good(), performers=(*good().performers, Performer("p9", "Kurir"))),
        good(),
    ),
    "PF-05": (with_title(3, "pengelola  surat"), good()),
    "PF-06": column("PF-06"),
    "PF-07": column("PF-07"),
    "PF-08": (
        chart("a1.1K b2.1 c2.2 d3.1K", "a>b b>c c>d"),
        chart("a1.1K b2.1 c2.2 d3.1K", "a>b b-c c>d"),
    ),
    "PF-09": (with_title(2, "Kepala Urusan"), with_title(2, "Pemohon")),
    "MB-01": (with_step(2, requirements="-"), with_step(2, requirements=SAID["MB-01"].good.id)),
    "MB-02": (with_step(2, time=""), with_step(2, time=SAID["MB-02"].good.id)),
    "MB-03": (with_step(2, output=""), with_step(2, output=SAID["MB-03"].good.id)),
    "MB-04": time("MB-04"),
    "MB-05": time("MB-05"),
    "MB-06": time("MB-06"),
    "MB-07": (
        with_step(3, with_step(2, time="1 hari"), time="2 hari kerja"),
        with_step(3, with_step(2, time="1 hari kerja"), time="2 hari kerja"),
    ),
    "MB-08": tuple(
        with_step(2, output=text) for text in (SAID["MB-08"].bad.id, SAID["MB-08"].good.id)
    ),
    "MB-09": (
        with_step(2, requirements="Konsep surat", output="konsep surat."),
        with_step(2, requirements="Konsep surat", output="Konsep surat yang diparaf"),
    ),
    "MB-10": (
        with_identity(service_promise="1 jam"),
        with_identity(service_promise="1 hari kerja"),
    ),
    "FL-01": (chart("a1.1K b1.2K c2.1 d3.2K", "a>c b>c c>d"), good()),
    "FL-02": (chart("a1.1K b2.2 c3.1B", "a>b b>c"), good()),
    "FL-03": (chart("a1.1K b2.2D c3.1K d4.1K", "a>b b>c:Ya b>d:Tidak"), good()),
    "FL-04": (chart("a1.1K b2.2F c3.1K", "a>b b>c"), good()),
    "FL-05": (chart("a1.1K b2.2 c3.1K", "a>c b>c"), good()),
    "FL-06": (chart("a1.1K b2.2D c3.1 d4.1K", "a>b b>c:Tidak b>d:Ya"), good()),
    "FL-07": (chart("a1.1K b2.2D c3.1K", "a>b b>c:Ya"), good()),
    "FL-08": (chart("a1.1K b2.2D c3.1K", "a>b b>a b>c"), good()),
    "FL-09": (
        chart("a1.1K b2.2 c3.1D d4.1K", "a>b b>c c>a:Tolak c>b:Revisi c>d:Setuju"),
        good(),
    ),
    "FL-10": (chart("a1.1K b2.2 c3.1 d4.1K", "a>b b>c b>d c>d"), good()),
    "FL-11": (chart("a1.1K b2.2 c3.1 d4.2K", "a>b b>c c>b c>d"), good()),
    "FL-12": (
        chart("a1.1K b1.2C c2.2 d3.1K", "a>b b>c c>d"),
        chart("a1.1K b1.2C=1 c2.2C=1 d2.1 e3.2K", "a>b b>c c>d d>e"),
    ),
    "FL-13": (
        chart("a1.1K b2.1C c2.2C d3.1K", "a>b b>c c>d"),
        chart("a1.1K b1.2C c2.2C d2.1 e3.2K", "a>b b>c c>d d>e"),
    ),
    "FL-14": (
        chart("a1.1K b2.2 c3.2D d4.3 e5.1 f6.1K", "a>b b>c c>d:Ya c>e:Tidak d>e e>f"),
        good(),
    ),
    "FL-15": (chart("a1.1K b2.2 c3.1 d4.2K", "a>c c>b b>d"), good()),
    "FL-16": (chart("a1.1K b2.2 c3.1 d4.1K", "a>b b>c c>b"), good()),
}

REGISTERS = {
    "ID-02": Register(numbers={"SOP/001/UM/2026": "Pengelolaan Surat Keluar"}),
    "ID-03": Register(number_pattern="SOP/{nomor}/{unit}/{tahun}"),
    "ID-17": Register(revoked=frozenset({"undang-undang/43/2009"})),
    "ID-19": Register(sops={"Pengelolaan Surat Keluar": True, "Penerimaan Tamu": False}),
    "PF-09": Register(
        positions=frozenset(
            {"Pengelola Surat", "Kepala Subbagian Tata Usaha", "Kepala Bagian Umum"}
        )
    ),
}


def dangling():
    document = good()
    return replace(document, edges=(*document.edges, Edge("e", "nowhere")))
