"""What a comparison tells: changes, each with its details and the edits that it stands for."""

from dataclasses import dataclass
from enum import StrEnum

from okesop.core.compare.edits import Edit
from okesop.core.compare.words import Run
from okesop.core.text import Sentence


class ChangeKind(StrEnum):
    """How something changed; REASSIGNED is a step that others do now."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REASSIGNED = "reassigned"
    EDITED = "edited"


class Aspect(StrEnum):
    """What a detail is about; the weight of a change hangs on it."""

    STEP = "step"
    PERFORMER = "performer"
    FLOW = "flow"
    ANSWER = "answer"
    LAYOUT = "layout"
    STANDARD = "standard"
    WORDING = "wording"
    IDENTITY = "identity"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is another: at ``place`` (as findings name places), called ``name``.

    ``runs`` are set where two texts stand against each other word by word; ``sentence`` says it whole.
    ``sequel`` marks what only followed from the change that it is told with.
    """

    place: str
    kind: ChangeKind
    aspect: Aspect
    name: Sentence
    before: str
    after: str
    sentence: Sentence
    runs: tuple[Run, ...] = ()
    sequel: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the list: a heading (“Langkah 3 ditambah”), its details, and the edits it stands for."""

    place: str
    kind: ChangeKind
    heading: Sentence
    details: tuple[Detail, ...]
    edits: tuple[Edit, ...]

    @property
    def sentence(self) -> Sentence:
        """The whole change said in one sentence."""
        if not self.details:
            return self.heading
        return Sentence(
            f"{self.heading.id}: {'; '.join(detail.sentence.id for detail in self.details)}",
            f"{self.heading.en}: {'; '.join(detail.sentence.en for detail in self.details)}",
        )

    @property
    def before(self) -> str:
        """What stood there, where one text became another."""
        return self.details[0].before if len(self.details) == 1 else ""

    @property
    def after(self) -> str:
        """What stands there now, where one text became another."""
        return self.details[0].after if len(self.details) == 1 else ""

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps that it is about, in the order of its details."""
        places = (self.place, *(detail.place for detail in self.details if not detail.sequel))
        found = (place.split("/")[1] for place in places if place.startswith("steps/"))
        return tuple(dict.fromkeys(found))
