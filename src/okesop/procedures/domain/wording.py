"""What a change did, in words: kept in both languages, said in the reader's."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.core.document import SopDocument
from okesop.core.operations import describe
from okesop.core.text import Sentence
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.enums import ChangeKind

Summary = list[list[str]]
SAID = 3


def summarise(document: SopDocument, operations: Sequence[Mapping[str, Any]]) -> Summary:
    """Return what the operations do to ``document``: each thing once, in Indonesian and English."""
    said = (describe(operation, document) for operation in operations)
    return [[sentence.id, sentence.en] for sentence in dict.fromkeys(said)]


def sentence(kind: str, summary: Summary) -> str:
    """Say it: "mengubah output langkah 4, menambah pelaksana “Kurir”, dan 3 perubahan lain"."""
    parts = [spoken(Sentence(*pair)) for pair in summary]
    done = ", ".join(parts[:SAID]) or _("mengubah dokumen")
    more = len(parts) - SAID
    if more > 0:
        rest = ngettext("dan %(n)d perubahan lain", "dan %(n)d perubahan lain", more)
        done = f"{done}, {rest % {'n': more}}"
    if kind == ChangeKind.UNDO:
        return _("mengurungkan: %(what)s") % {"what": done}
    if kind == ChangeKind.REDO:
        return _("mengulangi: %(what)s") % {"what": done}
    return done
