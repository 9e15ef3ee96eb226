"""Rules of the ways through the flow (FL-05, FL-06, FL-14 to FL-16).

Only the place where a flow breaks is named, not everything behind it: the head of what cannot be reached, and the
last symbol of what does not end.
"""

from collections.abc import Iterator

from okesop.core.document import NodeKind
from okesop.core.flow import Flow, reached
from okesop.core.rules.answers import asks_for_approval, is_refusal
from okesop.core.rules.finding import Severity
from okesop.core.rules.rule import PRACTICE, SOUNDNESS, Hit, Rule, hit, p35
from okesop.core.rules.subject import Subject
from okesop.core.text import Sentence

DETOUR = 3
"""So many boxes may stand between an answer and the arrow that takes its work back up."""


def _first(subject: Subject, group: int) -> str:
    return f"nodes/{subject.flow.groups[group][0].id}"


def _reachable(subject: Subject) -> Iterator[Hit]:
    flow = subject.flow
    seen = reached(flow.successors, flow.roots)
    for loop in flow.sources:
        if loop[0] not in seen:
            yield hit(_first(subject, loop[0]), n=subject.number(loop[0]))


def _ending(subject: Subject) -> Iterator[Hit]:
    flow = subject.flow
    if not flow.ends:
        return
    for loop in flow.sinks:
        circles = len(loop) > 1
        if not circles and loop[0] not in flow.ends and not flow.has(loop[0], NodeKind.TERMINATOR):
            yield hit(_first(subject, loop[0]), n=subject.number(loop[0]))


def _loops_have_exits(subject: Subject) -> Iterator[Hit]:
    for loop in subject.flow.sinks:
        if len(loop) > 1:
            a, b = subject.number(loop[0]), subject.number(loop[-1])
            yield hit(_first(subject, loop[-1]), a=a, b=b)


def _refusals_return(subject: Subject) -> Iterator[Hit]:
    flow = subject.flow
    capsules = sum(1 << group for group in flow.capsules)
    for group, answers in enumerate(flow.leaving):
        step = subject.document.steps[flow.rows[group]]
        decision = next((n for n in flow.groups[group] if n.kind is NodeKind.DECISION), None)
        if decision is None or not asks_for_approval(decision, step):
            continue
        for target, edge in answers:
            accepted = [flow.behind[other] for other, _ in answers if other != target]
            if is_refusal(edge.label) and _runs_on(flow, group, target, accepted, capsules):
                number = flow.rows[group] + 1
                yield hit(f"edges/{edge.source}/{edge.target}", label=edge.label, n=number)


def _runs_on(flow: Flow, group: int, target: int, accepted: list[int], capsules: int) -> bool:
    """Whether the refused flow runs down into what another answer leads to, as if it had been accepted.

    That both come to the same end is as it should be.
    """
    if flow.rows[target] <= flow.rows[group] or (group, target) in flow.turning:
        return False
    work = ~capsules
    return target not in flow.ends and any(
        flow.behind[target] & other & work for other in accepted
    )


def _no_unexplained_rise(subject: Subject) -> Iterator[Hit]:
    flow = subject.flow
    for source, target, edge in flow.edges:
        rises = flow.rows[target] < flow.rows[source]
        if (
            rises
            and not flow.has(source, NodeKind.DECISION)
            and not _takes_back(subject, source, target)
        ):
            yield hit(
                f"edges/{edge.source}/{edge.target}",
                a=flow.rows[source] + 1,
                b=flow.rows[target] + 1,
            )


def _takes_back(subject: Subject, source: int, target: int) -> bool:
    """Whether the rise brings an answer's work back: "Tidak" leads to "Memperbaiki konsep", and that to the check."""
    flow = subject.flow
    if flow.component[source] != flow.component[target]:
        return False
    at = source
    for _ in range(DETOUR):
        before = flow.predecessors[at]
        if len(before) != 1:
            return False
        at = before[0]
        if flow.has(at, NodeKind.DECISION):
            return True
    return False


E, W = Severity.ERROR, Severity.WARNING

RULES = (
    Rule(
        "FL-05",
        E,
        SOUNDNESS,
        _reachable,
        Sentence(
            "jalan dari simbol mulai ke setiap simbol", "the way from the start to every symbol"
        ),
        Sentence(
            "Langkah {n} tidak dapat dicapai dari simbol mulai.",
            "Step {n} cannot be reached from the start.",
        ),
        Sentence("setiap langkah dicapai anak panah", "every step is reached by an arrow"),
        Sentence("langkah 2 tanpa anak panah masuk", "step 2 without an arrow that leads to it"),
    ),
    Rule(
        "FL-06",
        E,
        SOUNDNESS,
        _ending,
        Sentence(
            "jalan dari setiap simbol ke simbol akhir", "the way from every symbol to an end"
        ),
        Sentence("Alur dari langkah {n} tidak berakhir.", "The flow from step {n} does not end."),
        Sentence("setiap cabang sampai pada kapsul akhir", "every branch comes to an end capsule"),
        Sentence("cabang yang berhenti pada kotak", "a branch that stops at a box"),
    ),
    Rule(
        "FL-14",
        W,
        PRACTICE,
        _refusals_return,
        Sentence(
            "jawaban yang menolak pada langkah pemeriksaan",
            "answers that refuse at a step of checking",
        ),
        Sentence(
            "Jawaban “{label}” pada langkah {n} sebaiknya kembali ke langkah sebelumnya atau mengakhiri alur.",
            "The answer “{label}” at step {n} should return to an earlier step or end the flow.",
        ),
        Sentence("“Tidak” kembali ke langkah 2", "“Tidak” returns to step 2"),
        Sentence(
            "“Tidak” melompat ke langkah yang juga dituju “Ya”",
            "“Tidak” jumps to a step to which “Ya” leads as well",
        ),
    ),
    Rule(
        "FL-15",
        W,
        p35("flowchart ditulis vertikal", "flowcharts are written vertically"),
        _no_unexplained_rise,
        Sentence("anak panah yang naik", "arrows that rise"),
        Sentence(
            "Alur naik dari langkah {a} ke langkah {b} tanpa simbol keputusan.",
            "The flow rises from step {a} to step {b} without a decision.",
        ),
        Sentence(
            "hanya jawaban keputusan yang kembali ke atas",
            "only the answer of a decision goes back up",
        ),
        Sentence("kotak pada langkah 3 menuju langkah 2", "a box at step 3 leads to step 2"),
    ),
    Rule(
        "FL-16",
        E,
        SOUNDNESS,
        _loops_have_exits,
        Sentence("perulangan", "loops"),
        Sentence(
            "Perulangan antara langkah {a} dan {b} tidak memiliki jalan keluar.",
            "The loop between steps {a} and {b} has no way out.",
        ),
        Sentence(
            "perulangan dengan keputusan yang keluar", "a loop with a decision that leaves it"
        ),
        Sentence("dua langkah yang saling menuju", "two steps that lead to each other"),
    ),
)
