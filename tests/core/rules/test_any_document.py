"""Whatever a reader lets through, the rules can be asked about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import chart, good
from tests.core.rules.examples import EXAMPLES
from tests.core.strategies import documents

from okesop.core import bounds
from okesop.core.rules import RULES, Register, Severity, Stage, Waiver, check
from okesop.core.totals import totals

registers = st.builds(
    Register,
    numbers=st.none() | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
    number_pattern=st.none()
    | st.sampled_from(["{nomor}/{tahun}", "[", "{", "}{x}"])
    | st.text(max_size=4),
    revoked=st.none() | st.frozensets(st.text(max_size=3), max_size=2),
    sops=st.none() | st.dictionaries(st.text(max_size=3), st.booleans(), max_size=2),
    positions=st.none() | st.frozensets(st.text(max_size=3), max_size=2),
    emblem=st.none() | st.booleans(),
)


@given(documents(), st.sampled_from(Stage), registers, st.integers(0, 2), st.booleans())
def test_any_document_is_checked(document, stage, register, version, imported):
    findings = check(document, stage=stage, register=register, version=version, imported=imported)
    assert {finding.rule for finding in findings} <= {rule.id for rule in RULES}
    for finding in findings:
        assert "{" not in finding.where.id or "{" in str(document)
        assert finding.as_data("en")["message"]
    if imported or stage is Stage.DRAFT:
        assert all(finding.severity is Severity.WARNING for finding in findings)


@given(documents())
def test_any_document_has_totals(document):
    total = totals(document)
    assert total.written().id
    assert total.note().en
    assert total.measured + len(total.unmeasured) == total.steps


@given(documents())
def test_checking_twice_finds_the_same(document):
    assert check(document) == check(document)


@given(documents())
def test_waiving_all_leaves_all_and_blocks_only_by_duties(document):
    before = check(document)
    waivers = [Waiver(finding.rule, finding.place, "alasan") for finding in before]
    after = check(document, waivers=waivers)
    assert [replace(finding, waived=None) for finding in after] == list(before)
    assert all((finding.waived is not None) == finding.waivable for finding in after)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_later_stage_never_says_less(rule):
    bad, _ = EXAMPLES[rule]
    said = [{(f.rule, f.place) for f in check(bad, stage=stage)} for stage in Stage]
    assert said[0] == said[1] == said[2]


@given(
    st.sampled_from(
        [
            "9" * 90_000,
            "(" * 90_000,
            "bapak " * 15_000,
            "1 (a " * 18_000,
            "me " * 30_000,
            " " * 90_000,
        ]
    )
)
def test_long_texts_are_no_trap(text):
    document = good(warnings=(text,), related=(text,), legal_basis=(text,), qualifications=(text,))
    step = replace(document.steps[1], activity=text, time=text, output=text, requirements=text)
    performer = replace(document.performers[1], title=text)
    identity = replace(document.identity, title=text, number=text, approver_nip=text)
    check(
        replace(
            document,
            identity=identity,
            steps=(document.steps[0], step, *document.steps[2:]),
            performers=(document.performers[0], performer, document.performers[2]),
        ),
        register=Register(number_pattern="{unit}/{unit}/{nomor}", sops={}, numbers={}),
    )


def test_the_largest_document_is_checked():
    count = bounds.NODES
    names = [
        f"n{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count)
    ]
    nodes = " ".join(
        f"{name}{n % bounds.STEPS + 1}.{n % bounds.PERFORMERS + 1}D"
        for n, name in enumerate(names)
    )
    on = [f"{name}>{names[(n + 1) % count]}:Ya" for n, name in enumerate(names)]
    back = [f"{name}>{names[n * 7919 % count]}:Tidak" for n, name in enumerate(names)]
    document = chart(nodes, " ".join([*on, *back]))
    assert {finding.rule for finding in check(document)} >= {"FL-01", "FL-02", "PF-08"}
    assert totals(document).steps == bounds.STEPS
