"""People, found by name, NIP or position."""

from django.db.models import Prefetch, Q, QuerySet

from okesop.organisation.models import Assignment, Person

AT_MOST = 200


def found(words: str) -> QuerySet[Person]:
    """Return people whose name or NIP holds every word, each with `held`, his positions of today."""
    query = Q()
    for word in words.replace("\0", "").split():
        query &= Q(name__icontains=word) | Q(nip__contains=word)
    held = Assignment.objects.on().select_related("position__unit")
    people = Person.objects.filter(query).select_related("user")
    return people.prefetch_related(Prefetch("assignments", queryset=held, to_attr="held"))


def history(person: Person) -> QuerySet[Assignment]:
    """Return everything that a person held, latest first."""
    return person.assignments.select_related("position__unit").order_by("-from_on", "-pk")
