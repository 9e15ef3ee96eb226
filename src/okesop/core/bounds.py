"""How large a document may be: the line between a long SOP and an attack.

Real SOPs have up to 60 rows and 12 performers; beyond these bounds a reader refuses, in words, before it works.
"""

FILE_BYTES = 5_000_000
TEXT_CHARACTERS = 100_000
STEPS = 500
PERFORMERS = 40
NODES = 2_000
EDGES = 4_000
LIST_ITEMS = 500
INSTITUTION_LINES = 20
ID_CHARACTERS = 64
PROBLEMS = 500
GRID_CELLS = 20_000
OPERATIONS = 2_000
