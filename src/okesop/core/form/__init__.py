"""The official form on paper: its sheets, columns and lines, in points, before anything draws it.

Source: PermenPAN-RB 35/2012, the two groups "Bagian Identitas" and "Bagian Flowchart".
"""

from okesop.core.form.identity import lay_out_identity
from okesop.core.form.paper import PAPERS, Paper
from okesop.core.form.sheet import IdentityPage
from okesop.core.form.sheets import Part, Sheets, sheets_of
from okesop.core.form.svg import form_svg, table_svg
from okesop.core.form.table import Form, lay_out, lay_out_single

__all__ = [
    "PAPERS",
    "Form",
    "IdentityPage",
    "Paper",
    "Part",
    "Sheets",
    "form_svg",
    "lay_out",
    "lay_out_identity",
    "lay_out_single",
    "sheets_of",
    "table_svg",
]
