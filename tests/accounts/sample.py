"""Sample people for the tests of the sign-in page."""

OFFERED = {"penulis": "Menulis SOP", "nobody": "Tidak ada"}
