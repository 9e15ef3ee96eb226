"""How often one client may ask, counted in the cache of each process."""

from dataclasses import dataclass

from django.core.cache import cache


@dataclass(frozen=True, slots=True)
class Rate:
    """At most so many in so many seconds, from the first one on."""

    name: str
    most: int
    seconds: int

    def is_over(self, client: str) -> bool:
        """Tell whether the client has used up what it may."""
        return int(cache.get(self._key(client), 0)) >= self.most

    def count(self, client: str) -> None:
        """Count one more."""
        key = self._key(client)
        if not cache.add(key, 1, self.seconds):
            try:
                cache.incr(key)
            except ValueError:  # it ran out between the two
                cache.add(key, 1, self.seconds)

    def _key(self, client: str) -> str:
        return f"okesop.rate.{self.name}.{client}"
