from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from okesop.ui.templatetags import ui, written

MOMENT = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)


def render(source, **context):
    return " ".join(Template(source).render(Context(context)).split())


# --- words


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dewi Anggriani", "DA"),
        ("La Ode Fadlan, S.E.", "LF"),
        ("Samsul", "S"),
        ("Ni Made Ratnasih, S.E., M.M.", "NR"),
        ("", "?"),
        ("123", "?"),
    ],
)
def test_initials_are_of_the_first_and_last_word(name, letters):
    assert ui.initials(name) == letters


def test_a_name_without_titles():
    assert ui.untitled("Ridwan Tamboraki, S.STP., M.Si.") == "Ridwan Tamboraki"


def test_days_and_times_are_written_as_officials_do():
    assert written.day(MOMENT) == "24 November 2026"
    assert written.day(date(2026, 8, 1)) == "1 Agustus 2026"
    assert written.clock(MOMENT) == "10.42 WITA"
    assert written.moment(MOMENT) == "24 November 2026, 10.42 WITA"
    assert written.day(None) == written.clock(None) == written.moment(None) == ""


def test_days_and_times_in_english():
    with translation.override("en"):
        assert written.moment(MOMENT) == "24 November 2026, 10:42 WITA"


def test_the_zone_of_the_office_is_named(settings):
    settings.TIME_ZONE = "Asia/Jakarta"
    assert written.clock(MOMENT) == "09.42 WIB"


@pytest.mark.parametrize(
    ("figure", "indonesian", "english"),
    [(1234.5, "1.234,5", "1,234.5"), (12, "12", "12"), (None, "", "")],
)
def test_figures_carry_the_signs_of_the_language(figure, indonesian, english):
    assert written.number(figure) == indonesian
    with translation.override("en"):
        assert written.number(figure) == english


def test_a_nip_is_eight_six_one_three():
    assert written.nip("197904122006041017") == "19790412 200604 1 017"
    assert written.nip(None) == ""


# --- components


def test_a_mistyped_argument_is_a_mistake_of_the_template():
    for source in (
        '{% icon "x" smal=True %}',
        '{% notice tone="pink" %}{% endnotice %}',
        '{% badge "burnt" %}',
        "{% empty %}{% endempty %}",
    ):
        with pytest.raises(TemplateSyntaxError):
            render(source)


def test_values_are_escaped():
    html = render(
        "{% notice %}{{ word }}{% endnotice %}{% empty title=word %}{% endempty %}{% avatar word %}",
        word="<b>",
    )

    assert "<b>" not in html


@pytest.mark.parametrize("state", ui.STATES)
def test_a_state_is_told_in_words_with_its_own_look(state):
    look, drawn, word = ui.STATES[state]

    html = render("{% badge state %}", state=state)

    assert f"badge-{look}" in html
    assert f"#i-{drawn}" in html
    assert str(word) in html


def test_no_two_states_look_alike():
    assert len({(look, drawn) for look, drawn, _word in ui.STATES.values()}) == len(ui.STATES)


class Form(forms.Form):
    name = forms.CharField(label="Nama", help_text="Dengan gelar")
    sure = forms.BooleanField(label="Yakin", required=False)
    kind = forms.ChoiceField(label="Jenis", choices=[("a", "A")], widget=forms.RadioSelect)


def test_a_field_ties_label_hint_and_error_to_its_control():
    form = Form({"name": ""})

    html = render("{% field form.name %}", form=form)

    assert '<label for="id_name">' in html
    assert 'aria-describedby="id_name-hint id_name-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name-hint"' in html
    assert 'id="id_name-error"' in html
    assert "Dengan gelar" in html


def test_a_field_without_fault_says_nothing_of_one():
    html = render('{% field form.name help="Apa" optional=True %}', form=Form())

    assert "aria-invalid" not in html
    assert "boleh dikosongkan" in html
    assert 'aria-label="Bantuan Nama"' in html


def test_choices_stand_in_a_fieldset_and_a_box_beside_its_word():
    html = render("{% field form.kind %}{% field form.sure %}", form=Form())

    assert "<fieldset" in html
    assert "<legend>Jenis</legend>" in html
    assert 'type="checkbox"' in html
    assert 'class="input"' not in html
