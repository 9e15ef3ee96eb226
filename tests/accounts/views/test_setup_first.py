from django.urls import reverse


def test_before_the_setup_the_sign_in_leads_to_it(client, db):
    assert client.get(reverse("accounts:sign-in")).url == "/pasang/"
