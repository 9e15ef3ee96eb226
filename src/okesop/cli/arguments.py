"""Reading a command's words: flags, options with a value, files. Refuses in Indonesian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from okesop.cli.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Syntax:
    """What a command understands. ``options`` maps a name to its allowed values, empty for any."""

    help: str
    flags: frozenset[str] = frozenset()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    least_files: int = 1
    most_files: int | None = 1
    missing: str = "sebutkan berkas dokumen SOP (JSON). Tambahkan --help untuk melihat caranya"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was typed."""

    files: tuple[str, ...]
    flags: frozenset[str]
    values: Mapping[str, str]


def read(syntax: Syntax, words: Sequence[str]) -> Arguments | None:
    """Return the arguments, or None where help was asked for; raises Refusal."""
    files: list[str] = []
    flags: set[str] = set()
    values: dict[str, str] = {}
    queue = list(words)
    while queue:
        word = queue.pop(0)
        name, equals, value = word.partition("=")
        if word in {"-h", "--help"}:
            return None
        if word == "--":
            files.extend(queue)
            break
        if word in syntax.flags:
            flags.add(word)
        elif name in syntax.options:
            values[name] = _value(syntax, name, value if equals else None, queue)
        elif word.startswith("-") and word != "-":
            message = f"pilihan “{word}” tidak dikenal. Tambahkan --help untuk melihat yang ada"
            raise Refusal(message)
        else:
            files.append(word)
    _check_files(syntax, files)
    return Arguments(tuple(files), frozenset(flags), values)


def _value(syntax: Syntax, name: str, given: str | None, queue: list[str]) -> str:
    if given is None:
        if not queue:
            message = f"pilihan “{name}” memerlukan nilai"
            raise Refusal(message)
        given = queue.pop(0)
    allowed = syntax.options[name]
    if allowed and given not in allowed:
        message = f"nilai “{given}” untuk {name} tidak dikenal; yang ada: {', '.join(allowed)}"
        raise Refusal(message)
    return given


def _check_files(syntax: Syntax, files: list[str]) -> None:
    if len(files) < syntax.least_files:
        raise Refusal(syntax.missing)
    if syntax.most_files is not None and len(files) > syntax.most_files:
        message = f"perintah ini menerima {syntax.most_files} berkas saja, bukan {len(files)}"
        raise Refusal(message)
