"""OKE SOP DIBAGI: procedures that are written, approved, known, followed and measured."""
