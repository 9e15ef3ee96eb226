"""The sample people of the demo."""

from dataclasses import dataclass
from importlib import import_module

from django.conf import settings

from okesop.accounts.models import User
from okesop.accounts.models.user import UserQuerySet


@dataclass(frozen=True, slots=True)
class Sample:
    """Somebody to try the product as, and what he does in it."""

    user: User
    caption: str


def people() -> UserQuerySet:
    """Return the accounts that the sample office offers."""
    return User.objects.active().filter(username__in=_captions())


def offered() -> list[Sample]:
    """Return them in the order of the sample office."""
    captions = _captions()
    found = {user.username: user for user in people()}
    return [Sample(found[name], str(captions[name])) for name in captions if name in found]


def _captions() -> dict[str, str]:
    module = import_module(settings.SAMPLE)
    captions: dict[str, str] = module.OFFERED
    return captions
