import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.search.shelf import FOUND, SHELF

from okesop.search.domain import indexing
from okesop.search.domain.queries import finding
from okesop.search.models import SopEntry
from okesop.search.query import understand
from okesop.search.texts import Texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(db):
    indexing.rebuild(SHELF.items())


def find(text, *, within=None, **options):
    seen = (SopEntry.objects.all() if within is None else within).values("pk")
    found, same = (
        finding.ranked(understand(text), seen, few=few, **{"most": 20} | options)
        for few in (False, True)
    )
    assert found == same
    return found


def all_matching(text):
    found = SopEntry.objects.filter(pk__in=finding.matching(understand(text)))
    return sorted(found.values_list("pk", flat=True))


@pytest.mark.parametrize(("text", "keys"), FOUND)
def test_every_database_finds_the_same_in_the_same_order(shelf, text, keys):
    assert find(text) == keys


@pytest.mark.parametrize(("text", "keys"), FOUND)
def test_the_filter_keeps_what_the_order_sorts(shelf, text, keys):
    if understand(text).terms:
        assert all_matching(text) == sorted(keys)


@pytest.mark.parametrize(("text", "keys"), FOUND)
def test_pages_join_into_the_whole(shelf, text, keys):
    assert [key for skip in range(len(keys) + 1) for key in find(text, most=1, skip=skip)] == keys


def test_only_what_may_be_seen_is_found_and_in_one_statement(shelf, django_assert_num_queries):
    seen = SopEntry.objects.filter(pk__in=[2, 3, 4])

    assert find("surat ", within=seen) == [3, 2]
    with django_assert_num_queries(1):
        finding.ranked(understand("surat "), seen.values("pk"), most=20)


def test_who_sees_nothing_finds_nothing(shelf):
    assert find("surat ", within=SopEntry.objects.none()) == []
    assert find("surat ", within=SopEntry.objects.filter(pk=99)) == []


def test_an_order_of_the_permission_does_not_matter(shelf):
    assert find("surat ", within=SopEntry.objects.order_by("title")) == find("surat ")


def test_what_is_written_anew_is_found_anew(shelf):
    indexing.put(1, Texts("Penerimaan Tamu", (), ("Menyambut tamu",)))

    assert find("surat masuk ") == [7, 3, 5]
    assert find("tamu ") == [1]


def test_what_is_forgotten_is_not_found(shelf):
    indexing.forget(1, 7)

    assert find("surat ") == [3, 2, 5]


def test_the_same_texts_cost_no_write(shelf, django_assert_num_queries):
    with django_assert_num_queries(1):
        indexing.put(1, SHELF[1])


def test_rows_that_come_back_from_a_backup_are_found(shelf):
    rows = list(SopEntry.objects.all())
    SopEntry.objects.all().delete()
    assert find("surat ") == []

    SopEntry.objects.bulk_create(rows)

    assert find("surat ") == [1, 7, 3, 2, 5]


def test_a_text_of_any_size_is_kept_and_its_beginning_found(db):
    steps = tuple(f"langkah{n} " + f"kata{n}" * 30 for n in range(5_000))
    indexing.put(1, Texts("Panjang", ("x" * 5_000,), steps))

    assert find("langkah7 ") == [1]
    assert find("langkah4999 ") == []
    assert find("x" * 1_500) == [1]
    assert len(SopEntry.objects.get().steps) > 1_000_000


def test_a_text_with_anything_in_it_is_kept(db):
    indexing.put(1, Texts("a\0b 😀", ("'\\ \" $$ %s :*",), ("\0",)))

    assert find("a b ") == [1]


quiet = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
SYNTAX = st.sampled_from(
    list("\"'()*:^-+&|!<>\\%_;{}[]. ") + [" AND ", " OR ", " NOT ", "NEAR", "surat", "masuk"]
)


@quiet
@given(st.one_of(st.text(max_size=80), st.lists(SYNTAX, max_size=12).map("".join)))
def test_no_text_breaks_the_search(shelf, text):
    found = find(text)

    assert len(set(found)) == len(found)
    if understand(text).terms:
        assert sorted(found) == all_matching(text)
