"""The index that each database keeps over the words by itself.

SQLite: an FTS5 table over the table of entries, kept by triggers. PostgreSQL: generated ``tsvector`` columns. A later
migration that alters ``SopEntry`` on SQLite makes its table anew and with it loses the triggers: it must end with
``TRIGGERS`` of this one.
"""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

COLUMNS = "title_words, title_stems, identity_words, identity_stems, steps_words, steps_stems"
NEW = ", ".join(f"new.{name}" for name in COLUMNS.split(", "))
OLD = ", ".join(f"old.{name}" for name in COLUMNS.split(", "))

TABLE = f"""
CREATE VIRTUAL TABLE search_sopentry_index USING fts5(
    {COLUMNS}, content='search_sopentry', content_rowid='key', tokenize='ascii', columnsize=0, prefix='3'
)
"""
INDEX = f"INSERT INTO search_sopentry_index(rowid, {COLUMNS}"
ADD = f"{INDEX}) VALUES (new.key, {NEW});"
DROP = f"{INDEX}, search_sopentry_index) VALUES (old.key, {OLD}, 'delete');"
TRIGGERS = [
    f"CREATE TRIGGER search_sopentry_added AFTER INSERT ON search_sopentry BEGIN {ADD} END",
    f"CREATE TRIGGER search_sopentry_dropped AFTER DELETE ON search_sopentry BEGIN {DROP} END",
    f"CREATE TRIGGER search_sopentry_changed AFTER UPDATE ON search_sopentry BEGIN {DROP} {ADD} END",
]

# "¶" stands between two lines: no phrase reaches over it.
FUNCTION = """
CREATE FUNCTION okesop_search_vector(words text, stems text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(lexeme), '{}'))
    FROM (
        SELECT word AS lexeme FROM unnest(string_to_array(words, ' ')) AS word
        WHERE word NOT IN ('', '¶')
        UNION ALL
        SELECT '=' || stem FROM unnest(string_to_array(stems, ' ')) AS stem WHERE stem <> ''
        UNION ALL
        SELECT '+' || word || ' ' || next
        FROM (
            SELECT word, lead(word) OVER (ORDER BY place) AS next
            FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS each(word, place)
        ) AS pairs
        WHERE word NOT IN ('', '¶') AND next NOT IN ('', '¶')
    ) AS lexemes
$$
"""
REACHES = {
    "title_vector": ["title"],
    "identity_vector": ["title", "identity"],
    "whole_vector": ["title", "identity", "steps"],
}


# The vectors are long and lie apart from the row; only the index may look at them. The planner would rather read
# twenty thousand of them one by one, because it does not know what that costs.
SEARCH = """
CREATE FUNCTION okesop_search_keys(reach integer, query tsquery) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE ROWS 200
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off SET jit = off
AS $$
BEGIN
    CASE reach
    WHEN 0 THEN RETURN QUERY
        SELECT key FROM search_sopentry WHERE title_vector @@ query ORDER BY key DESC;
    WHEN 1 THEN RETURN QUERY
        SELECT key FROM search_sopentry WHERE identity_vector @@ query ORDER BY key DESC;
    ELSE RETURN QUERY
        SELECT key FROM search_sopentry WHERE whole_vector @@ query ORDER BY key DESC;
    END CASE;
END
$$
"""


def _joined(names: list[str], kind: str, between: str) -> str:
    return f" || '{between}' || ".join(f"{name}_{kind}" for name in names)


def _vectors() -> Iterator[str]:
    for column, names in REACHES.items():
        words, stems = _joined(names, "words", " ¶ "), _joined(names, "stems", " ")
        yield (
            f"ALTER TABLE search_sopentry ADD COLUMN {column} tsvector"
            f" GENERATED ALWAYS AS (okesop_search_vector({words}, {stems})) STORED"
        )
        yield f"CREATE INDEX search_sopentry_{column} ON search_sopentry USING gin ({column})"


def build(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        # Small rows: what a circle holds is told from the index and the head of the row alone.
        narrow = "ALTER TABLE search_sopentry SET (toast_tuple_target = 128)"
        statements = [FUNCTION, narrow, *_vectors(), SEARCH]
    else:
        statements = [TABLE, *TRIGGERS]
    for statement in statements:
        schema_editor.execute(statement, None)


def remove(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION okesop_search_keys(integer, tsquery)", None)
        for column in REACHES:
            schema_editor.execute(f"ALTER TABLE search_sopentry DROP COLUMN {column}", None)
        schema_editor.execute("DROP FUNCTION okesop_search_vector(text, text)", None)
    else:
        for name in ("added", "dropped", "changed"):
            schema_editor.execute(f"DROP TRIGGER search_sopentry_{name}", None)
        schema_editor.execute("DROP TABLE search_sopentry_index", None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_entries")]
    operations = [migrations.RunPython(build, remove)]
