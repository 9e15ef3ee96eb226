"""What became of symbols and ways, in words: who does a step now, what its symbol is, where its answers lead."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from okesop.core.compare.change import Aspect, ChangeKind, Detail
from okesop.core.compare.edits import Edit
from okesop.core.compare.names import KINDS, Names, listed, quoted
from okesop.core.compare.ways import Turn, Way
from okesop.core.document import Node, NodeKind
from okesop.core.text import Sentence

if TYPE_CHECKING:
    from okesop.core.compare.owners import Owner
    from okesop.core.compare.telling import Teller

SYMBOL = "nodes"
_DOERS = Sentence("Pelaksana", "Performers")
_SYMBOL = Sentence("Simbol", "Symbol")
_FLOW = Sentence("Alur", "Flow")
_JOINT = Sentence("Kegiatan bersama", "Joint work")
_LAYOUT = Sentence("Letak garis", "Course of a line")
_FROM_TO = Sentence("pelaksana dari {before} ke {after}", "performers from {before} to {after}")
_NOW_DONE = Sentence("pelaksana {after} ditetapkan", "performers set: {after}")
_NO_ONE = Sentence("pelaksana {before} dihapus", "performers taken away: {before}")
_KIND = Sentence("simbol {before} menjadi {after}", "symbol {before} became {after}")
_PUT = Sentence("simbol {after} ditambah", "symbol {after} added")
_TAKEN = Sentence("simbol {before} dihapus", "symbol {before} removed")
_WIDTH = Sentence("lebar simbol diubah", "width of a symbol changed")
_LABEL = Sentence(
    "tulisan simbol {before} menjadi {after}", "words in the symbol {before} became {after}"
)
_ANSWER = Sentence("Jawaban {label}", "Answer {label}")
_RENAMED = Sentence("jawaban {before} menjadi {after}", "answer {before} became {after}")
_TURNED = Sentence(
    "{name} dulu ke {before}, kini ke {after}", "{name} led to {before}, now to {after}"
)
_LOST = Sentence("{name} ke {before} dihapus", "{name} to {before} removed")
_GAINED = Sentence("{name} ke {after} ditambah", "{name} to {after} added")
_PINNED = Sentence("letak garis ke {after} diubah", "course of the line to {after} changed")
_TOGETHER = Sentence("kegiatan bersama diubah", "joint work changed")
_OF_STEP = Sentence("langkah {number}: {what}", "step {number}: {what}")
_OF_FORMER = Sentence("langkah {number} lama: {what}", "former step {number}: {what}")
_LINES = Sentence("urutan garis diubah", "order of the lines changed")
_ROUND = frozenset({NodeKind.TERMINATOR, NodeKind.PROCESS})


def details(teller: "Teller", owner: "Owner", edits: list[Edit]) -> Iterator[Detail]:
    """Yield what became of the flow of one row."""
    row = owner[1]
    found = [*_doers(teller, row), *_symbols(teller, row, edits)]
    found += _ways(teller, owner)
    found += _joint_work(teller, row)
    found += _left_behind(teller, row, edits)
    texts = any(edit.section == "steps" for edit in edits)
    yield from found or ([] if texts else [_order(row)])


def _left_behind(teller: "Teller", row: str, edits: list[Edit]) -> Iterator[Detail]:
    """Yield what became of rows from which a symbol went to this one."""
    went = (was.step for was, now in teller.symbol_edits(edits) if was and now)
    for left in dict.fromkeys(step for step in went if step != row):
        if left in teller.new.steps:
            for detail in _doers(teller, left):
                yield _as_sequel(teller, detail, teller.new.number(left), left)


def sequels(teller: "Teller", owner: "Owner", edits: list[Edit]) -> Iterator[Detail]:
    """Yield what followed elsewhere from rows that came, went or moved."""
    for was, now in teller.symbol_edits(edits):
        if was and now and was.kind is not now.kind:
            yield _as_sequel(teller, _kind(was, now), teller.new.number(now.step), now.step)
    yield from _ways(teller, owner)


def of_column(teller: "Teller", owner: "Owner", edits: list[Edit]) -> Iterator[Detail]:
    """Yield what became of the symbols of a column that went."""
    rows = dict.fromkeys(
        node.step for pair in teller.symbol_edits(edits) for node in pair if node is not None
    )
    for row in rows:
        if row in teller.new.steps:
            for detail in _doers(teller, row):
                yield _as_sequel(teller, detail, teller.new.number(row), row)
        else:
            yield from (
                _as_sequel(teller, detail, teller.old.number(row), row)
                for detail in _symbols(teller, row, edits)
            )
    yield from _ways(teller, owner)


def _as_sequel(teller: "Teller", detail: Detail, number: int, row: str) -> Detail:
    sentence = _OF_STEP if row in teller.new.steps else _OF_FORMER
    return Detail(
        place=detail.place,
        kind=detail.kind,
        aspect=detail.aspect,
        name=detail.name,
        before=detail.before,
        after=detail.after,
        sentence=sentence.filled(number=number, what=detail.sentence),
        sequel=True,
    )


def _order(row: str) -> Detail:
    return Detail(f"steps/{row}", ChangeKind.EDITED, Aspect.LAYOUT, _LAYOUT, "", "", _LINES)


def _doers(teller: "Teller", row: str) -> Iterator[Detail]:
    """A column that only got another name is told as that."""
    if _columns(teller.old, row) == _columns(teller.new, row):
        return
    before, after = (
        listed([t for t in side.doers(row) if t]) for side in (teller.old, teller.new)
    )
    kind = ChangeKind.REASSIGNED if before.id and after.id else ChangeKind.EDITED
    sentence = _FROM_TO if before.id and after.id else _NOW_DONE if after.id else _NO_ONE
    yield Detail(
        place=f"steps/{row}",
        kind=kind,
        aspect=Aspect.PERFORMER,
        name=_DOERS,
        before=before.id,
        after=after.id,
        sentence=sentence.filled(before=before, after=after),
    )


def _columns(names: Names, row: str) -> frozenset[str]:
    return frozenset(
        end for node in names.in_row.get(row, ()) for end in (node.performer, *(node.span or ()))
    )


def _symbols(teller: "Teller", row: str, edits: Iterable[Edit]) -> Iterator[Detail]:
    for was, now in teller.symbol_edits(edits):
        if was and now:
            yield from _changed(was, now)
        elif now and now.step == row:
            yield _symbol(now, ChangeKind.ADDED, _PUT.filled(after=KINDS[now.kind]))
        elif was and was.step == row:
            yield _symbol(was, ChangeKind.REMOVED, _TAKEN.filled(before=KINDS[was.kind]))


def _changed(was: Node, now: Node) -> Iterator[Detail]:
    if was.kind is not now.kind:
        yield _kind(was, now)
    if was.label != now.label:
        pair = {"before": quoted(was.label or ""), "after": quoted(now.label or "")}
        yield Detail(
            place=f"nodes/{now.id}/label",
            kind=ChangeKind.EDITED,
            aspect=Aspect.WORDING,
            name=_SYMBOL,
            before=was.label or "",
            after=now.label or "",
            sentence=_LABEL.filled(**pair),
        )
    if was.span != now.span:
        yield _symbol(now, ChangeKind.EDITED, _WIDTH)


def _kind(was: Node, now: Node) -> Detail:
    before, after = KINDS[was.kind], KINDS[now.kind]
    return Detail(
        place=f"nodes/{now.id}",
        kind=ChangeKind.EDITED,
        aspect=Aspect.FLOW,
        name=_SYMBOL,
        before=before.id,
        after=after.id,
        sentence=_KIND.filled(before=before, after=after),
    )


def _symbol(node: Node, kind: ChangeKind, sentence: Sentence) -> Detail:
    word = KINDS[node.kind].id
    before, after = ("", word) if kind is ChangeKind.ADDED else (word, "")
    return Detail(f"nodes/{node.id}", kind, Aspect.FLOW, _SYMBOL, before, after, sentence)


def _joint_work(teller: "Teller", row: str) -> Iterator[Detail]:
    before, after = (
        {side.ways.groups[node.id] for node in side.in_row.get(row, ())}
        for side in (teller.old, teller.new)
    )
    kept = {node.id for node in teller.old.in_row.get(row, ())} & {
        node.id for node in teller.new.in_row.get(row, ())
    }
    were, are = ({group & kept for group in groups if group & kept} for groups in (before, after))
    if were != are:
        yield Detail(f"steps/{row}", ChangeKind.EDITED, Aspect.FLOW, _JOINT, "", "", _TOGETHER)


def _ways(teller: "Teller", owner: "Owner") -> Iterator[Detail]:
    for mine, turn, sequel in teller.owners.turned:
        if mine != owner or not _is_told(teller, turn, sequel=sequel):
            continue
        for detail in _turn(teller, turn):
            if sequel or owner[0] != "step" or owner[1] != turn.step:
                names = teller.new if turn.step in teller.new.steps else teller.old
                yield _as_sequel(teller, detail, names.number(turn.step), turn.step)
            else:
                yield detail


def _is_told(teller: "Teller", turn: Turn, *, sequel: bool) -> bool:
    """A new row's own ways come with it, and that the flow goes on to another row needs no word."""
    both = turn.step in teller.old.steps and turn.step in teller.new.steps
    plain = all(way.is_onward for way in (*turn.lost, *turn.gained))
    return both and not (sequel and plain)


def _turn(teller: "Teller", turn: Turn) -> Iterator[Detail]:
    lost, gained = list(turn.lost), list(turn.gained)
    for way in turn.lost:
        match = next((other for other in gained if other.edge.label == way.edge.label), None)
        if match:
            lost.remove(way)
            gained.remove(match)
            yield _way(teller, (way, match), _TURNED)
    for way in list(lost):
        match = next((other for other in gained if other.leads == way.leads), None)
        if match:
            lost.remove(way)
            gained.remove(match)
            yield _renamed(way, match)
    yield from (_way(teller, (way, None), _LOST) for way in lost)
    yield from (_way(teller, (None, way), _GAINED) for way in gained)
    yield from (_pinned(teller, was, now) for was, now in turn.pinned)


def _pinned(teller: "Teller", was: Way, now: Way) -> Detail:
    return Detail(
        place=f"edges/{now.edge.source}/{now.edge.target}",
        kind=ChangeKind.EDITED,
        aspect=Aspect.LAYOUT,
        name=_LAYOUT,
        before=_pins(was),
        after=_pins(now),
        sentence=_PINNED.filled(after=teller.new.goal(now)),
    )


def _pins(way: Way) -> str:
    return " ".join(pin for pin in (way.edge.leave, way.edge.side) if pin)


def _way(teller: "Teller", pair: tuple[Way | None, Way | None], sentence: Sentence) -> Detail:
    was, now = pair
    edge = (now or was).edge if (now or was) else None  # type: ignore[union-attr]
    before = teller.old.goal(was) if was else Sentence("", "")
    after = teller.new.goal(now) if now else Sentence("", "")
    label = edge.label if edge else None
    name = _ANSWER.filled(label=quoted(label)) if label else _FLOW
    kind = ChangeKind.EDITED if was and now else ChangeKind.ADDED if now else ChangeKind.REMOVED
    inside = Sentence(name.id[0].lower() + name.id[1:], name.en[0].lower() + name.en[1:])
    return Detail(
        place=f"edges/{edge.source}/{edge.target}" if edge else "",
        kind=kind,
        aspect=Aspect.ANSWER if label else Aspect.FLOW,
        name=name,
        before=before.id,
        after=after.id,
        sentence=sentence.filled(name=inside, before=before, after=after),
    )


def _renamed(was: Way, now: Way) -> Detail:
    before, after = quoted(was.edge.label or ""), quoted(now.edge.label or "")
    return Detail(
        place=f"edges/{now.edge.source}/{now.edge.target}",
        kind=ChangeKind.EDITED,
        aspect=Aspect.ANSWER,
        name=_ANSWER.filled(label=after),
        before=was.edge.label or "",
        after=now.edge.label or "",
        sentence=_RENAMED.filled(before=before, after=after),
    )
