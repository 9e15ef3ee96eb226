"""How long one check takes: 60 steps by 12 performers, nothing remembered from the check before.

Run: ``.venv/bin/python bench/rules.py``
"""

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.core.builders import chart  # noqa: E402

from okesop.core import duration, regulations  # noqa: E402
from okesop.core.rules import GROUPS, RULES, Stage, check, language  # noqa: E402
from okesop.core.rules.places import Places  # noqa: E402
from okesop.core.rules.register import Register  # noqa: E402
from okesop.core.rules.subject import Subject  # noqa: E402
from okesop.core.totals import totals  # noqa: E402

STEPS, PERFORMERS, ROUNDS = 60, 12, 50


def document():
    names = [f"n{chr(97 + row // 26)}{chr(97 + row % 26)}" for row in range(STEPS)]
    nodes, arrows = [], []
    for row, name in enumerate(names):
        kind = "K" if row in {0, STEPS - 1} else ("D" if row % 3 == 2 else "B")
        nodes.append(f"{name}{row + 1}.{row * 5 % PERFORMERS + 1}{kind}")
        nodes.append(f"j{name}{row + 1}.{(row * 5 + 3) % PERFORMERS + 1}B")
        arrows.append(f"{name}-j{name}")
        if row:
            arrows.append(f"{names[row - 1]}>{name}" + (":Ya" if (row - 1) % 3 == 2 else ""))
        if kind == "D":
            arrows.append(f"{name}>{names[max(row - 2, 0)]}:Tidak")
    plain = chart(" ".join(nodes), " ".join(arrows))
    steps = tuple(
        replace(
            step,
            activity=f"Memeriksa dan memaraf konsep naskah dinas ke-{row} yang disampaikan oleh pelaksana untuk "
            f"diteruskan kepada pimpinan, kemudian mengarsipkan salinan berkas pada map ke-{row}",
            time=f"{row + 1} – {row + 9} menit/berkas" if row % 2 else f"{row + 1} menit",
            requirements=f"Konsep naskah dinas {row}, lembar disposisi, buku agenda",
        )
        for row, step in enumerate(plain.steps)
    )
    return replace(plain, steps=steps)


def forget():
    duration._parse.cache_clear()  # noqa: SLF001 -- a cold start is measured
    regulations._parse.cache_clear()  # noqa: SLF001 -- a cold start is measured
    language._read.cache_clear()  # noqa: SLF001 -- a cold start is measured


def timed(work):
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def main():
    subject = document()
    cold, warm = [], []
    for _ in range(ROUNDS):
        forget()
        cold.append(timed(lambda: check(subject, stage=Stage.APPROVE)))
        warm.append(timed(lambda: check(subject, stage=Stage.APPROVE)))
    sums = [timed(lambda: totals(subject)) for _ in range(ROUNDS)]
    print(
        f"{len(RULES)} rules, {STEPS} steps × {PERFORMERS} performers, {len(subject.nodes)} symbols"
    )
    print(f"findings      {len(check(subject))}")
    for name, times in (("check, cold", cold), ("check, warm", warm), ("totals", sums)):
        print(f"{name:<12} median {statistics.median(times):6.2f} ms   worst {max(times):6.2f} ms")
    facts = Subject(subject, Register(), 0)
    Places(subject)
    for title, rules in GROUPS:
        spent = sum(timed(lambda rule=rule: list(rule.check(facts))) for rule in rules)
        print(f"  {title.en:<18} {len(rules):>2} rules {spent:6.2f} ms")


if __name__ == "__main__":
    main()
