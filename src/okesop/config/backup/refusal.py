"""Why a backup cannot be made or restored, as a sentence."""


class BackupRefused(Exception):  # noqa: N818 -- a refusal is an answer
    """Nothing was changed; the text says why and what to do."""
