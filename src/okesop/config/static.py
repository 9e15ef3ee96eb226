"""Static files as `okesop serve` lays them out: named by their content, compressed once."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped library
    """Names carry a hash, also inside the imports of our JavaScript modules."""

    support_js_module_import_aggregation = True
