"""The entries of the list in words, with a place for each detail."""

from collections.abc import Iterable, Iterator

from okesop.core.compare import flow_words
from okesop.core.compare.change import Aspect, Change, ChangeKind, Detail
from okesop.core.compare.edits import Edit
from okesop.core.compare.flow_words import SYMBOL
from okesop.core.compare.items import item_changes
from okesop.core.compare.names import Names, numbered, quoted, same, shown
from okesop.core.compare.owners import ADDED, MOVED, REMOVED, Owner, Owners
from okesop.core.compare.words import Effort, word_runs
from okesop.core.document import Node, Step
from okesop.core.places import IDENTITY_NAMES, LIST_NAMES, STEP_NAMES
from okesop.core.text import Sentence

_CHANGED = Sentence("{name} {before} menjadi {after}", "{name} {before} became {after}")
_FILLED = Sentence("{name} diisi {after}", "{name} filled in: {after}")
_CLEARED = Sentence("{name} {before} dikosongkan", "{name} {before} cleared")
_EDITED = Sentence("{name} diubah", "{name} changed")
_STEP = Sentence("Langkah {number}", "Step {number}")
_STEP_ONCE = Sentence("Langkah {number} (dulu {once})", "Step {number} (formerly {once})")
_REASSIGNED = Sentence("{name} pindah pelaksana", "{name} has other performers")
_ROWS = {
    ADDED: Sentence("Langkah {numbers} ditambah", "Steps added: {numbers}"),
    REMOVED: Sentence("Langkah {numbers} lama dihapus", "Former steps removed: {numbers}"),
    MOVED: Sentence("Langkah {numbers} dipindah", "Steps moved: {numbers}"),
}
_ROW = {
    ADDED: Sentence("Langkah {number} ditambah", "Step {number} added"),
    REMOVED: Sentence("Langkah {number} lama dihapus", "Former step {number} removed"),
    MOVED: Sentence(
        "Langkah {number} dipindah dari urutan {once}", "Step {number} moved from place {once}"
    ),
}
_KINDS = {ADDED: ChangeKind.ADDED, REMOVED: ChangeKind.REMOVED, MOVED: ChangeKind.MOVED}
_PERFORMER = {
    ChangeKind.ADDED: Sentence("Pelaksana {title} ditambah", "Performer {title} added"),
    ChangeKind.REMOVED: Sentence("Pelaksana {title} dihapus", "Performer {title} removed"),
    ChangeKind.MOVED: Sentence("Kolom pelaksana {title} dipindah", "Column of {title} moved"),
    ChangeKind.EDITED: Sentence("Pelaksana {title} diubah", "Performer {title} changed"),
}
_POSITION = Sentence(
    "kaitan dengan daftar jabatan diubah", "tie to the register of positions changed"
)
_TITLE = Sentence("Nama pelaksana", "Performer")
_NUMBER = Sentence("Nomor langkah", "Step number")
_ITEM = {
    ChangeKind.ADDED: Sentence("butir {now} {after} ditambah", "entry {now} {after} added"),
    ChangeKind.REMOVED: Sentence(
        "butir {was} lama {before} dihapus", "former entry {was} {before} removed"
    ),
    ChangeKind.MOVED: Sentence(
        "butir {now} {after} dipindah dari {was}", "entry {now} {after} moved from {was}"
    ),
    ChangeKind.EDITED: Sentence(
        "butir {now} {before} menjadi {after}", "entry {now} {before} became {after}"
    ),
}
_ENTRY = Sentence("Butir {number}", "Entry {number}")
_FORMER_ENTRY = Sentence("Butir {number} lama", "Former entry {number}")
_HEAD = Sentence("Identitas", "Identity")
_STANDARDS = frozenset({"requirements", "time", "output"})


class Teller:
    """Makes the entries of one comparison."""

    def __init__(self, old: Names, new: Names, owners: Owners) -> None:
        self.old, self.new, self.owners = old, new, owners
        self.effort = Effort()

    def changes(self) -> Iterator[Change]:
        """Yield the entries: rows, performers, then the head of the form and its lists."""
        by_owner: dict[Owner, list[Edit]] = {}
        for edit in self.owners.edits:
            by_owner.setdefault(self.owners.owner(edit), []).append(edit)
        found = [self._change(owner, edits) for owner, edits in by_owner.items()]
        yield from sorted(found, key=self._rank)

    def _rank(self, change: Change) -> tuple[int, int, int]:
        section, _, key = change.place.partition("/")
        order = list(ChangeKind).index(change.kind)
        if section == "steps":
            rows = self.old.ways.rows if change.kind is ChangeKind.REMOVED else self.new.ways.rows
            return (0, order, rows[key])
        if section == "performers":
            return (1, order, self.new.ways.chart.columns.get(key, 0))
        return (2, ["identity", *LIST_NAMES].index(section), 0)

    def _change(self, owner: Owner, edits: list[Edit]) -> Change:
        section = owner[0]
        if section == "rows":
            return self._rows(owner, edits)
        if section == "step":
            return self._step(owner, edits)
        if section == "performers":
            return self._performer(owner, edits)
        if section == "identity":
            return self._head(edits)
        items = tuple(self._items(section, edits[0]))
        heading = _EDITED.filled(name=LIST_NAMES[section])
        return Change(section, ChangeKind.EDITED, heading, items, tuple(edits))

    def _head(self, edits: list[Edit]) -> Change:
        """The fields of the head are one entry: most of them are filled in by the program, one by one."""
        order = list(IDENTITY_NAMES)
        own = sorted(edits, key=lambda edit: order.index(edit.key))
        details = [
            self._words(
                f"identity/{edit.key}",
                Aspect.IDENTITY,
                IDENTITY_NAMES[edit.key],
                (shown(edit.before), shown(edit.after)),
            )
            for edit in own
        ]
        alone = len(details) == 1
        name = details[0].name if alone else _HEAD
        place = details[0].place if alone else "identity"
        heading = _EDITED.filled(name=name)
        return Change(place, ChangeKind.EDITED, heading, tuple(details), tuple(edits))

    # ---- texts

    def _words(
        self, place: str, aspect: Aspect, name: Sentence, pair: tuple[Sentence, Sentence]
    ) -> Detail:
        before, after = pair
        sentence = _CHANGED if before.id and after.id else _FILLED if after.id else _CLEARED
        return Detail(
            place=place,
            kind=ChangeKind.EDITED,
            aspect=aspect,
            name=name,
            before=before.id,
            after=after.id,
            sentence=sentence.filled(name=name, before=quoted(before), after=quoted(after)),
            runs=word_runs(before.id, after.id, self.effort),
        )

    def _items(self, section: str, edit: Edit) -> Iterator[Detail]:
        for item in item_changes(edit.before, edit.after):
            former = item.kind is ChangeKind.REMOVED
            name = (
                _FORMER_ENTRY.filled(number=item.was) if former else _ENTRY.filled(number=item.now)
            )
            values = {"was": item.was, "now": item.now}
            texts = {"before": quoted(item.before), "after": quoted(item.after)}
            yield Detail(
                place=f"{section}/{(item.now or item.was) - 1}",
                kind=item.kind,
                aspect=Aspect.LIST,
                name=name,
                before=item.before,
                after=item.after,
                sentence=_ITEM[item.kind].filled(**values, **texts),
                runs=word_runs(item.before, item.after, self.effort),
            )

    # ---- rows

    def _rows(self, owner: Owner, edits: list[Edit]) -> Change:
        names = self.old if owner == REMOVED else self.new
        rows = [edit.key for edit in edits if edit.section == "steps"]
        rows.sort(key=names.ways.rows.__getitem__)
        details = [self._row(owner, row) for row in rows]
        details += flow_words.sequels(self, owner, edits)
        if len(rows) == 1:
            heading = details[0].name
        else:
            heading = _ROWS[owner].filled(numbers=numbered(map(names.number, rows)))
        return Change(f"steps/{rows[0]}", _KINDS[owner], heading, tuple(details), tuple(edits))

    def _row(self, owner: Owner, row: str) -> Detail:
        before = self.old.gist(row) if row in self.old.steps else ""
        after = self.new.gist(row) if row in self.new.steps else ""
        number = self.old.number(row) if owner == REMOVED else self.new.number(row)
        once = self.old.number(row) if owner == MOVED else 0
        name = _ROW[owner].filled(number=number, once=once)
        return Detail(
            place=f"steps/{row}",
            kind=_KINDS[owner],
            aspect=Aspect.STEP,
            name=name,
            before=before,
            after=after,
            sentence=Sentence(*(f"{text} {after or before}" for text in (f"{number}.",) * 2)),
        )

    def _step(self, owner: Owner, edits: list[Edit]) -> Change:
        row = owner[1]
        details = list(self._cells(row, edits))
        flow = list(flow_words.details(self, owner, edits))
        first = [d for d in flow if d.kind is ChangeKind.REASSIGNED and not d.sequel]
        details = [*first, *details, *(detail for detail in flow if detail not in first)]
        name = self.step_name(row)
        kind = ChangeKind.REASSIGNED if first else ChangeKind.EDITED
        heading = (_REASSIGNED if first else _EDITED).filled(name=name)
        return Change(f"steps/{row}", kind, heading, tuple(details), tuple(edits))

    def step_name(self, row: str) -> Sentence:
        """Return “Langkah 4”, or “Langkah 4 (dulu 5)” where it had another number."""
        now, once = self.new.number(row), self.old.number(row)
        return (
            _STEP.filled(number=now) if now == once else _STEP_ONCE.filled(number=now, once=once)
        )

    def _cells(self, row: str, edits: Iterable[Edit]) -> Iterator[Detail]:
        for edit in edits:
            if edit.section == "steps":
                yield from self._fields(row, edit.before, edit.after)

    def _fields(self, row: str, was: Step, now: Step) -> Iterator[Detail]:
        for field, name in (*STEP_NAMES.items(), ("no", _NUMBER)):
            before, after = getattr(was, field), getattr(now, field)
            if before != after:
                aspect = Aspect.STANDARD if field in _STANDARDS else Aspect.WORDING
                pair = same(before or ""), same(after or "")
                yield self._words(f"steps/{row}/{field}", aspect, name, pair)

    # ---- performers

    def _performer(self, owner: Owner, edits: list[Edit]) -> Change:
        own = [edit for edit in edits if edit.section == "performers"]
        edit = next((edit for edit in own if not edit.is_moved), own[0])
        kind = ChangeKind.MOVED if edit.is_moved else ChangeKind.EDITED
        if edit.is_added or edit.is_removed:
            kind = ChangeKind.ADDED if edit.is_added else ChangeKind.REMOVED
        details = list(self._column(owner[1], own))
        details += flow_words.of_column(self, owner, edits)
        titles = self.old.titles if kind is ChangeKind.REMOVED else self.new.titles
        heading = _PERFORMER[kind].filled(title=quoted(titles[owner[1]]))
        return Change(f"performers/{owner[1]}", kind, heading, tuple(details), tuple(edits))

    def _column(self, key: str, edits: list[Edit]) -> Iterator[Detail]:
        for edit in edits:
            if not (edit.before and edit.after):
                continue
            if edit.before.title != edit.after.title:
                pair = same(edit.before.title), same(edit.after.title)
                yield self._words(f"performers/{key}/title", Aspect.PERFORMER, _TITLE, pair)
            if edit.before.position != edit.after.position:
                yield Detail(
                    place=f"performers/{key}",
                    kind=ChangeKind.EDITED,
                    aspect=Aspect.LAYOUT,
                    name=_TITLE,
                    before=edit.before.position or "",
                    after=edit.after.position or "",
                    sentence=_POSITION,
                )

    def symbol_edits(self, edits: Iterable[Edit]) -> Iterator[tuple[Node | None, Node | None]]:
        """Yield the symbols of the edits as (before, after)."""
        for edit in edits:
            if edit.section == SYMBOL and not edit.is_moved:
                yield edit.before, edit.after
