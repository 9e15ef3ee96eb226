"""The workbook to fill in: empty with an example, or with what is stored."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from okesop.organisation.domain.importing.sheets import PEOPLE, POSITIONS, SHEETS, UNITS, Sheet
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment, Person, Position, Unit
from okesop.ui.workbook import LITERAL

KINDS = {
    AssignmentKind.DEFINITIVE: "Definitif",
    AssignmentKind.ACTING: "Plt.",
    AssignmentKind.DAILY: "Plh.",
}


def template(*, filled: bool) -> bytes:
    """Return the workbook (XLSX): with an example row in each sheet, or with the office as it is stored."""
    target = BytesIO()
    workbook = Workbook(target, {**LITERAL, "in_memory": True})
    looks = {
        "head": workbook.add_format({"bold": True, "bg_color": "#DCEFEA", "bottom": 1}),
        "must": workbook.add_format({"bold": True, "bg_color": "#BFE0D8", "bottom": 1}),
        "text": workbook.add_format({"num_format": "@"}),
        "example": workbook.add_format(
            {"num_format": "@", "italic": True, "font_color": "#667370"}
        ),
    }
    rows = {UNITS: _units, POSITIONS: _positions, PEOPLE: _people}
    for sheet in SHEETS:
        examples = [[column.example for column in sheet.columns]]
        _sheet(
            workbook, sheet, looks, rows[sheet]() if filled else examples, is_example=not filled
        )
    workbook.close()
    return target.getvalue()


def _sheet(
    workbook: Any,
    sheet: Sheet,
    looks: dict[str, Any],
    rows: Iterable[Sequence[str]],
    *,
    is_example: bool,
) -> None:
    page = workbook.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, looks["text"])
        page.write_string(0, place, column.name, looks["must" if column.required else "head"])
        if column.hint:
            page.write_comment(0, place, column.hint)
    look = looks["example" if is_example else "text"]
    for number, cells in enumerate(rows, start=1):
        for place, cell in enumerate(cells):
            page.write_string(number, place, cell, look)


def _units() -> Iterable[Sequence[str]]:
    for unit in Unit.objects.filter(is_active=True).select_related("parent"):
        above = unit.parent.name if unit.parent else ""
        yield unit.name, above, unit.short_name, unit.code, str(unit.place)


def _positions() -> Iterable[Sequence[str]]:
    found = (
        Position.objects.active()
        .select_related("unit")
        .order_by("unit__place", "unit", "place", "pk")
    )
    for position in found:
        yield position.title, position.unit.name, "ya" if position.is_head else "tidak"


def _people() -> Iterable[Sequence[str]]:
    held: dict[int, list[Assignment]] = {}
    for one in Assignment.objects.on().select_related("position__unit"):
        held.setdefault(one.person_id, []).append(one)
    for person in Person.objects.select_related("user"):
        username = person.user.username if person.user else None
        own = (person.name, person.nip or "", username or "", person.rank)
        posts = [_post(one) for one in held.get(person.pk, [])] or [("",) * 5]
        for post in posts:
            yield *own, *post


def _post(one: Assignment) -> Sequence[str]:
    until = one.until_on.strftime("%d/%m/%Y") if one.until_on else ""
    kind = KINDS[AssignmentKind(one.kind)]
    since = one.from_on.strftime("%d/%m/%Y")
    return one.position.title, one.position.unit.name, kind, since, until
