"""What a command cannot do, as one sentence for the person at the keyboard."""


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """Ends a command with its sentence on stderr and exit code 2."""
