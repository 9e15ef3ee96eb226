import pytest
from django.core.exceptions import PermissionDenied
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from okesop.ui import http, icons


def request(**headers):
    return RequestFactory().get(
        "/", headers={key.replace("_", "-"): headers[key] for key in headers}
    )


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        ({}, False),
        ({"HX_Request": "true"}, True),
        ({"HX_Request": "true", "HX_Boosted": "true"}, False),
        ({"HX_Request": "true", "HX_History_Restore_Request": "true"}, False),
    ],
    ids=("browser", "htmx", "boosted", "history"),
)
def test_only_a_question_for_a_piece_gets_a_piece(headers, fragment):
    assert http.wants_fragment(request(**headers)) is fragment


def test_who_may_not_is_refused(author, administrator):
    http.require(administrator, "organisation.manage")
    with pytest.raises(PermissionDenied):
        http.require(author, "organisation.manage")


def test_somebody_who_left_may_nothing(administrator):
    administrator.is_active = False

    with pytest.raises(PermissionDenied):
        http.require(administrator, "organisation.manage")


# --- icons


def render(source, **context):
    return Template(source).render(Context(context))


def test_a_page_carries_the_icons_that_it_uses_once():
    html = render('{% sprite %}{% icon "plus" %}{% icon "plus" %}{% icon "x" small=True %}')

    page = icons.gather(html)

    assert page.count("<symbol ") == 2
    assert '<symbol id="i-plus"' in page
    assert icons.PLACE not in page


def test_a_script_may_ask_for_icons():
    page = icons.gather(render('{% sprite %}{% needs_icons "trash copy" %}'))

    assert '<symbol id="i-trash"' in page
    assert '<symbol id="i-copy"' in page
    assert "<!--" not in page


def test_a_fragment_carries_its_icons_itself():
    html = icons.unfold(render('{% icon "plus" %}'))

    assert "<use" not in html
    assert "M12 5l0 14" in html


@pytest.mark.parametrize("source", ['{% icon "no-such" %}', '{% needs_icons "x no-such" %}'])
def test_an_icon_that_is_not_there_is_a_mistake_of_the_template(source):
    with pytest.raises(TemplateSyntaxError, match="no-such"):
        render(source)


def test_an_icon_without_a_word_beside_it_is_spoken():
    assert 'aria-label="Hapus &amp; tutup"' in render(
        '{% icon "x" label=word %}', word="Hapus & tutup"
    )
