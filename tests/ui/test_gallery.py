import pytest
from django.urls import reverse

PAGE = reverse("ui:gallery")


@pytest.mark.parametrize(
    ("who", "mode", "status"),
    [
        ("administrator", "", 200),
        ("author", "", 404),
        ("author", "DEMO", 200),
        ("author", "DEBUG", 200),
    ],
)
def test_the_gallery_is_for_those_who_build(request, signed_in, settings, who, mode, status):
    if mode:
        setattr(settings, mode, True)
    client = signed_in(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == status
