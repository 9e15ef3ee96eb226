"""The one measure of text: advance widths of the printed font, so that layout needs no typesetter.

Lengths are points. What is measured here is what the PDF prints: no kerning, no ligatures.
"""

from okesop.core.metrics.advances import covers, line_height, width
from okesop.core.metrics.printable import printed, unprintable_in
from okesop.core.metrics.wrapping import wrap

__all__ = ["covers", "line_height", "printed", "unprintable_in", "width", "wrap"]
