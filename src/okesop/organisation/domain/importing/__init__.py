"""Units, positions and people from a workbook: read, held against what is stored, looked at, written at once."""
