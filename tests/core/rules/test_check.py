from dataclasses import replace

import pytest
from tests.core.builders import chart, good, with_identity, with_step
from tests.core.rules.examples import dangling

from okesop.core.rules import Register, Severity, Stage, Waiver, check

E, W = Severity.ERROR, Severity.WARNING


def found(document, **circumstances):
    return {finding.rule: finding for finding in check(document, **circumstances)}


@pytest.mark.parametrize(
    ("stage", "number", "output"), [("draft", W, W), ("submit", W, E), ("approve", E, E)]
)
def test_an_error_counts_from_its_stage(stage, number, output):
    document = with_step(2, with_identity(number=None), output="")
    findings = found(document, stage=Stage(stage))
    assert (findings["ID-01"].severity, findings["MB-03"].severity) == (number, output)
    assert (findings["ID-01"].due, findings["MB-03"].due) == (Stage.APPROVE, Stage.SUBMIT)


def test_advice_is_never_due():
    finding = found(with_step(2, time="sesuai kebutuhan"))["MB-05"]
    assert (finding.severity, finding.due, finding.waivable) == (W, None, True)


def test_what_was_imported_is_only_advised():
    finding = found(with_step(2, output=""), imported=True)["MB-03"]
    assert (finding.severity, finding.due, finding.waivable) == (W, None, True)


def test_a_guess_can_be_set_aside_and_stays():
    waiver = Waiver("ST-03", "steps/s2/activity", "Istilah baku unit kerja")
    document = with_step(2, activity="Pemeriksaan surat")
    finding = found(document, waivers=[waiver])["ST-03"]
    assert (finding.waived, finding.severity, finding.blocks) == (waiver.reason, E, False)
    assert found(document)["ST-03"].blocks


def test_a_duty_cannot_be_set_aside():
    waiver = Waiver("MB-03", "steps/s2/output", "Tidak perlu")
    finding = found(with_step(2, output=""), waivers=[waiver])["MB-03"]
    assert (finding.waived, finding.waivable, finding.blocks) == (None, False, True)


def test_a_waiver_holds_at_its_place_only():
    document = with_step(3, with_step(2, time="H-3"), time="H-1")
    findings = check(document, waivers=[Waiver("MB-05", "steps/s2/time", "Acara tahunan")])
    waived = {finding.place: finding.waived for finding in findings}
    assert waived == {"steps/s2/time": "Acara tahunan", "steps/s3/time": None}


def test_findings_stand_in_reading_order():
    document = with_step(
        4, with_step(2, with_identity(number=None), output="", time=""), activity=""
    )
    document = replace(document, warnings=())
    places = [finding.place for finding in check(document)]
    assert places == [
        "identity/number",
        "warnings",
        "steps/s2/time",
        "steps/s2/output",
        "steps/s4/activity",
    ]


def test_a_finding_is_written_as_data_in_both_languages():
    (finding,) = check(with_step(2, output=""), stage=Stage.SUBMIT)
    assert finding.as_data() == {
        "rule": "MB-03",
        "severity": "E",
        "due": "submit",
        "place": "steps/s2/output",
        "where": "Langkah 2, Output",
        "message": "Output langkah 2 belum diisi.",
        "waivable": False,
        "waived": None,
    }
    english = finding.as_data("en-gb")
    assert english["where"] == "Step 2, Output"
    assert english["message"] == "The output of step 2 has not been filled in."


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (good(legal_basis=("UU Kearsipan",)), "Dasar Hukum 1"),
        (good(warnings=()), "Peringatan"),
        (with_identity(title=None), "Nama SOP"),
        (chart("a1.1K b2.2D c3.1K", "a>b b>c:Ya"), "Langkah 2, Kepala Subbagian Tata Usaha"),
        (chart("a1.1K b2.2 c3.1 d4.2K", "a>b b>c c>b c>d"), "Panah langkah 3 → 2"),
        (dangling(), "Panah langkah 5 → ?"),
    ],
)
def test_a_place_is_said_in_words(document, where):
    assert where in {finding.where.id for finding in check(document)}


def test_an_empty_document_is_told_what_it_lacks():
    findings = found(chart(""))
    assert {"ST-01", "FL-01", "FL-02"} <= set(findings)
    assert findings["FL-01"].where.id == "Diagram alir"


def test_a_register_that_knows_nothing_says_nothing():
    assert check(good(), register=Register()) == ()


def test_the_emblem_may_be_missing():
    findings = found(good(), register=Register(emblem=False))
    assert findings["ID-13"].place == "identity/emblem"
