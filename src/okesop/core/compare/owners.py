"""Which change of the list an edit belongs to: an author's one act is one entry, with all that follows from it.

Theory of operation. Texts belong to their row, symbols to their row, or to the row or column that came or went with
them. A way out belongs to its row when an author turned it; it is a sequel of another change when the row behind it
became another one, or when what it led to is gone. Capsules follow the ends of the chart, and lines are drawn anew
where nobody reads a difference: such edits go along with the nearest change that explains them.
"""

from collections.abc import Iterable, Iterator

from okesop.core.compare.edits import Edit
from okesop.core.compare.ways import Turn, Way, Ways, turns
from okesop.core.document import Edge, Node, NodeKind
from okesop.core.operations.difference import keyed

Owner = tuple[str, str]
ADDED, REMOVED, MOVED = ("rows", "added"), ("rows", "removed"), ("rows", "moved")
_CAPSULES = frozenset({NodeKind.TERMINATOR, NodeKind.PROCESS})


class Owners:
    """The owner of every edit by (section, key), and the turned ways with theirs."""

    def __init__(self, old: Ways, new: Ways, edits: Iterable[Edit]) -> None:
        self.old, self.new = old, new
        self.edits = tuple(edits)
        self.of: dict[tuple[str, str], Owner] = {}
        self.turned: list[tuple[Owner, Turn, bool]] = []
        self.sequels: set[str] = set()
        self.gone_columns = {e.key for e in self._in("performers") if e.is_removed}
        self._rows: dict[str, Owner] = {}
        self._lines: dict[str, Edge] = keyed("edges", new.document.edges)
        self._heads()
        for edit in self._in("steps"):
            self._own_row(edit)
        for edit in self._in("nodes"):
            self._own_symbol(edit)
        self._own_ways()
        self._own_joint_work()
        self._own_the_rest()

    def _in(self, section: str) -> Iterator[Edit]:
        return (edit for edit in self.edits if edit.section == section)

    def _heads(self) -> None:
        for edit in self.edits:
            if edit.section not in {"steps", "nodes", "edges"}:
                key = edit.key if edit.section == "performers" else ""
                self.of[edit.section, edit.key] = (edit.section, key)

    def _own_row(self, edit: Edit) -> None:
        """A row that moved and says something else has two edits: one of the moved rows, one of its own."""
        owner: Owner = ("step", edit.key)
        if edit.is_added:
            owner = ADDED
        elif edit.is_removed:
            owner = REMOVED
        elif edit.is_moved:
            self._rows[edit.key] = MOVED
            self.of["moved", edit.key] = MOVED
            return
        self.of["steps", edit.key] = owner
        if owner in {ADDED, REMOVED}:
            self._rows[edit.key] = owner

    # ---- symbols

    def _own_symbol(self, edit: Edit) -> None:
        if edit.is_moved:
            return
        node: Node = edit.value
        owner = self._of_changed(edit) if edit.before and edit.after else self._of_whole(node)
        if owner:
            self.of["nodes", edit.key] = owner
            self._rows.setdefault(node.step, owner)

    def _of_whole(self, node: Node) -> Owner:
        row = self._rows.get(node.step)
        if row in {ADDED, REMOVED}:
            return row
        return self._column(node) or ("step", node.step)

    def _column(self, node: Node) -> Owner | None:
        gone = self.gone_columns & {node.performer, *(node.span or ())}
        return ("performers", min(gone)) if gone else None

    def _of_changed(self, edit: Edit) -> Owner | None:
        was, now = edit.before, edit.after
        if was.step != now.step:
            return self._of_whole(now)
        if was.label == now.label and self._is_end(edit) and _covers_the_same(was, now):
            return None
        return self._column(was) or self._heir(was, now) or ("step", now.step)

    def _heir(self, was: Node, now: Node) -> Owner | None:
        """A symbol that took over the kind of a mate whose column was merged into its own changed with that column."""
        if was.kind is now.kind or was.label != now.label:
            return None
        mates = (self.old.nodes[key] for key in self.old.groups[was.id] - self.new.nodes.keys())
        return next(
            (owner for m in mates if m.kind is now.kind and (owner := self._column(m))), None
        )

    def _is_end(self, edit: Edit) -> bool:
        """Tell whether the kind is the same, or a capsule or box because the chart has other ends."""
        kinds = {edit.before.kind, edit.after.kind}
        ends = (self.old.ends, self.new.ends)
        at_end = any(edit.key in side.first | side.last for side in ends)
        return len(kinds) == 1 or (kinds == _CAPSULES and at_end and ends[0] != ends[1])

    # ---- lines

    def _own_ways(self) -> None:
        for turn in turns(self.old, self.new):
            owner, sequel = self._of_turn(turn)
            self.turned.append((owner, turn, sequel))
            self._rows.setdefault(turn.step, owner)
            for edit in self._in("edges"):
                if not edit.is_moved and edit.value.source in turn.sources:
                    self.of["edges", edit.key] = owner

    def _of_turn(self, turn: Turn) -> tuple[Owner, bool]:
        row = self._rows.get(turn.step)
        if row in {ADDED, REMOVED}:
            return row, False
        if self._is_sequel(turn):
            carrier = self._carrier(turn)
            if carrier:
                return carrier, True
        regrouped = self._regrouped_goal(turn)
        if regrouped:
            return self._rows.get(regrouped, ("step", regrouped)), True
        edited = (self.of.get(("nodes", source)) for source in turn.sources)
        return next(filter(None, edited), ("step", turn.step)), False

    def _is_sequel(self, turn: Turn) -> bool:
        """Tell whether nobody turned these ways: what they led to is gone, or another row stands behind them."""
        if turn.pinned or any(self._changed_kind(source) for source in turn.sources):
            return False
        other_row = self._next(self.old, turn.step) != self._next(self.new, turn.step)
        left = {way.edge.label for way in turn.lost if self._is_gone(way)}
        if other_row:
            left |= {way.edge.label for way in turn.lost if way.is_onward and self._moves(turn)}
        return all(
            self._is_gone(way) or (way.is_onward and other_row) for way in turn.lost
        ) and all(way.edge.label in left or (way.is_onward and other_row) for way in turn.gained)

    def _moves(self, turn: Turn) -> bool:
        """Tell whether the row moved, or one that it leads to now: it was linked anew past rows that stand aside."""
        goals = (self.new.nodes[way.edge.target].step for way in turn.gained)
        return any(self._rows.get(step) == MOVED for step in (turn.step, *goals))

    def _regrouped_goal(self, turn: Turn) -> str | None:
        """Return the row whose joint work became another, where the ways still lead to it and only arrive elsewhere."""
        ends = [
            sorted((way.edge.label or "", side.nodes[way.edge.target].step) for way in ways)
            for side, ways in ((self.old, turn.lost), (self.new, turn.gained))
        ]
        if not turn.lost or ends[0] != ends[1]:
            return None
        targets = (way.edge.target for way in turn.lost)
        other = (key for key in targets if self.old.groups[key] != self.new.groups.get(key))
        goal = next((self.old.nodes[key].step for key in other), None)
        return goal if goal in self.new.rows else None

    def _changed_kind(self, source: str) -> bool:
        was, now = self.old.nodes.get(source), self.new.nodes.get(source)
        return bool(was and now and was.kind is not now.kind and ("nodes", source) in self.of)

    def _is_gone(self, way: Way) -> bool:
        return not {way.edge.target, way.edge.source} <= self.new.nodes.keys()

    def _next(self, side: Ways, step: str) -> str | None:
        return side.chart.after(step) if step in side.rows else None

    def _carrier(self, turn: Turn) -> Owner | None:
        """Return the change that a turned way follows from."""
        ends = [
            end for way in (*turn.lost, *turn.gained) for end in (way.edge.source, way.edge.target)
        ]
        owners = [self.of[key] for end in ends if (key := ("nodes", end)) in self.of]
        steps = [
            side.nodes[end].step
            for end in ends
            for side in (self.old, self.new)
            if end in side.nodes
        ]
        rows = [self._rows[step] for step in steps if step in self._rows]
        return next(iter((*owners, *(row for row in rows if row[0] == "rows"))), None)

    def _own_joint_work(self) -> None:
        for edit in self._in("edges"):
            if edit.is_moved or not edit.value.joint or ("edges", edit.key) in self.of:
                continue
            ends = (edit.value.source, edit.value.target)
            side = self.old if edit.is_removed else self.new
            step = side.nodes[ends[0]].step
            if any(self.old.groups.get(end) != self.new.groups.get(end) for end in ends):
                symbols = (self.of.get(("nodes", end)) for end in ends)
                owner = next(filter(None, symbols), self._rows.get(step, ("step", step)))
                self.of["edges", edit.key] = owner
                self._rows.setdefault(step, owner)

    # ---- what nobody reads a difference in

    def _own_the_rest(self) -> None:
        for edit in self.edits:
            key = (edit.section, edit.key)
            if key not in self.of and not (edit.section == "steps" and edit.is_moved):
                self.of[key] = self._companion(self._step_of(edit))
                self.sequels.add(edit.key)

    def _step_of(self, edit: Edit) -> str:
        if edit.section == "nodes":
            return (edit.value or self.new.nodes[edit.key]).step
        line = edit.value or self._lines[edit.key]
        return (self.new.nodes.get(line.source) or self.old.nodes[line.source]).step

    def _companion(self, step: str) -> Owner:
        """Return the change of the row, else one that moved rows about, else any, else one of its own."""
        if step in self._rows:
            return self._rows[step]
        present = dict.fromkeys(self.of.values())
        moving = [owner for owner in (MOVED, ADDED, REMOVED) if owner in present]
        others = [owner for owner in present if owner[0] in {"performers", "step"}]
        return next(iter((*moving, *others)), ("step", step))

    def owner(self, edit: Edit) -> Owner:
        """Return the change that an edit belongs to."""
        if edit.section == "steps" and edit.is_moved:
            return MOVED
        return self.of[edit.section, edit.key]


def _covers_the_same(was: Node, now: Node) -> bool:
    """Tell whether a symbol stands in the same columns, which may have changed places."""
    return {was.performer, *(was.span or ())} == {now.performer, *(now.span or ())}
