"""The document under check with the facts that several rules ask for, each worked out once."""

from collections import defaultdict
from functools import cached_property

from okesop.core import duration
from okesop.core.document import Node, NodeKind, SopDocument, Step
from okesop.core.duration import Duration, Unmeasured
from okesop.core.flow import Flow
from okesop.core.rules import language
from okesop.core.rules.register import Register


class Subject:
    """A document, the register, and the version's number (0 = never revised)."""

    def __init__(self, document: SopDocument, register: Register, version: int) -> None:
        self.document = document
        self.register = register
        self.version = version

    @cached_property
    def row(self) -> dict[str, int]:
        """The number of each step as shown, 1-based."""
        return {step.id: place for place, step in enumerate(self.document.steps, start=1)}

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Each symbol by its id."""
        return self.document.node_by_id()

    @cached_property
    def nodes_in(self) -> dict[str, list[Node]]:
        """The symbols of each row."""
        symbols: dict[str, list[Node]] = defaultdict(list)
        for node in self.document.nodes:
            symbols[node.step].append(node)
        return symbols

    @cached_property
    def flow(self) -> Flow:
        """The graph of the symbols."""
        return Flow.of(self.document)

    @cached_property
    def times(self) -> dict[str, Duration | Unmeasured | None]:
        """The time of each step as read."""
        return {step.id: duration.parse(step.time) for step in self.document.steps}

    @cached_property
    def written(self) -> list[tuple[Step, language.Reading]]:
        """The steps that say something, with their texts as read."""
        titles = tuple(performer.title for performer in self.document.performers)
        return [
            (step, language.read(step.activity, titles))
            for step in self.document.steps
            if step.activity.strip()
        ]

    def decides(self, step: str) -> bool:
        """Whether a row has a decision."""
        return any(node.kind is NodeKind.DECISION for node in self.nodes_in.get(step, ()))

    def number(self, group: int) -> int:
        """The shown number of a group's row."""
        return self.flow.rows[group] + 1


def blank(text: str | None) -> bool:
    """Whether a field says nothing: empty, or only dashes and dots."""
    return text is None or bool(duration.BLANK.fullmatch(text))


def plain(text: str) -> str:
    """Return a text as it is compared with others: small letters, single blanks, no closing marks."""
    return " ".join(text.casefold().split()).strip(" .,;:")
