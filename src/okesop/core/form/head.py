"""The head of the identity page: the letterhead at the left, the labelled fields at the right."""

from dataclasses import dataclass, replace

from okesop.core.document import Identity
from okesop.core.form.identity_texts import approver, head_fields, letterhead
from okesop.core.form.sheet import PAD, Block, Rectangle, Sketch, cell_height
from okesop.core.metrics import printed, wrap

EMBLEM = 58.0
QR = 56.0
SIGNATURE = 52.0
_LABEL_SHARE = 0.34
_CAPTION_SIZE = 6.5
_CAPTION_GAP = 2.5


def draw_head(
    sketch: Sketch, identity: Identity, size: float, *, emblem: bool, qr: str | None
) -> None:
    """Draw the head at the sketch's place; ``qr`` is the caption under the code, None for no code."""
    top = sketch.y
    logo = _Letterhead.of(identity, sketch.half, size, emblem=emblem)
    *fields, name = _fields(identity, sketch, size)
    approval = _Approval.of(identity, _value_width(sketch), size, qr)
    others = sum(cell_height(len(block.lines), size) for _, block in (*fields, name))
    height = max(approval.height, logo.height - others)
    for label, block in fields:
        _field(sketch, label, block)
    _label(sketch, "Disahkan oleh", height, size)
    approval.place(sketch, _value_x(sketch), height)
    sketch.y += height
    _field(sketch, *name)
    logo.place(sketch, Rectangle(sketch.paper.left, top, sketch.half, sketch.y - top))


def _value_x(sketch: Sketch) -> float:
    return sketch.middle + sketch.half * _LABEL_SHARE


def _value_width(sketch: Sketch) -> float:
    return sketch.half * (1 - _LABEL_SHARE)


def _fields(identity: Identity, sketch: Sketch, size: float) -> list[tuple[str, Block]]:
    x, room = _value_x(sketch) + PAD, _value_width(sketch) - 2 * PAD
    return [
        (label, Block(x, 0.0, room, wrap(value, room, size, bold=bold), size, bold=bold))
        for label, value, bold in head_fields(identity)
    ]


def _field(sketch: Sketch, label: str, value: Block) -> None:
    height = cell_height(len(value.lines), value.size)
    _label(sketch, label, height, value.size)
    sketch.cells.append(Rectangle(_value_x(sketch), sketch.y, _value_width(sketch), height))
    sketch.blocks.append(replace(value, y=sketch.y + PAD))
    sketch.y += height


def _label(sketch: Sketch, text: str, height: float, size: float) -> None:
    wide = sketch.half * _LABEL_SHARE
    sketch.cells.append(Rectangle(sketch.middle, sketch.y, wide, height))
    x, y, room = sketch.middle + PAD, sketch.y + PAD, wide - 2 * PAD
    sketch.blocks.append(Block(x, y, room, (text,), size, bold=True))


@dataclass(frozen=True, slots=True)
class _Letterhead:
    """Emblem, institution and unit, centred in the left half."""

    lines: tuple[Block, ...]
    emblem: bool

    @classmethod
    def of(cls, identity: Identity, half: float, size: float, *, emblem: bool) -> "_Letterhead":
        large, room = size + 2, half - 2 * PAD
        lines = tuple(
            Block(
                0.0, 0.0, room, wrap(text, room, large, bold=True), large, bold=True, centred=True
            )
            for text in letterhead(identity)
        )
        return cls(lines, emblem)

    @property
    def inner_height(self) -> float:
        picture = EMBLEM + 2 * PAD if self.emblem else 0.0
        return picture + sum(block.height for block in self.lines)

    @property
    def height(self) -> float:
        return self.inner_height + 2 * PAD

    def place(self, sketch: Sketch, frame: Rectangle) -> None:
        """Draw it first: a reader begins with it."""
        y = frame.y + (frame.height - self.inner_height) / 2
        if self.emblem:
            x = frame.x + frame.width / 2 - EMBLEM
            sketch.emblem = Rectangle(x, y, 2 * EMBLEM, EMBLEM)
            y += EMBLEM + 2 * PAD
        placed = []
        for block in self.lines:
            placed.append(replace(block, x=frame.x + PAD, y=y))
            y += block.height
        sketch.cells.insert(0, frame)
        sketch.blocks[:0] = placed


@dataclass(frozen=True, slots=True)
class _Approval:
    """Position above, name and NIP below, between them the place for the signature; the QR at the left."""

    above: Block
    below: Block
    caption: Block | None

    @classmethod
    def of(cls, identity: Identity, width: float, size: float, qr: str | None) -> "_Approval":
        aside = 0.0 if qr is None else QR + 2 * PAD
        room = width - aside - 2 * PAD
        above, below = (
            Block(aside + PAD, 0.0, room, _wrapped(texts, room, size), size, centred=True)
            for texts in approver(identity)
        )
        if qr is None:
            return cls(above, below, None)
        lines = wrap(printed(qr), QR, _CAPTION_SIZE) if qr else ()
        return cls(above, below, Block(2 * PAD, 0.0, QR, lines, _CAPTION_SIZE, centred=True))

    @property
    def height(self) -> float:
        signed = self.above.height + SIGNATURE + self.below.height
        coded = QR + _CAPTION_GAP + self.caption.height if self.caption else 0.0
        return max(signed, coded) + 2 * PAD

    def place(self, sketch: Sketch, x: float, height: float) -> None:
        foot = sketch.y + height - PAD - self.below.height
        sketch.cells.append(Rectangle(x, sketch.y, _value_width(sketch), height))
        sketch.blocks.append(replace(self.above, x=x + self.above.x, y=sketch.y + PAD))
        sketch.blocks.append(replace(self.below, x=x + self.below.x, y=foot))
        if self.caption:
            y = sketch.y + (height - QR - _CAPTION_GAP - self.caption.height) / 2
            sketch.qr = Rectangle(x + self.caption.x, y, QR, QR)
            sketch.blocks.append(
                replace(self.caption, x=x + self.caption.x, y=y + QR + _CAPTION_GAP)
            )


def _wrapped(texts: tuple[str, ...], room: float, size: float) -> tuple[str, ...]:
    return tuple(line for text in texts for line in wrap(text, room, size))
