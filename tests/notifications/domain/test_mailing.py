from datetime import timedelta

import pytest
from django.core import mail as outbox

from okesop.notifications.domain import mailing, preferring, reading, sending
from okesop.notifications.domain.preferring import Choice
from okesop.notifications.domain.sending import About
from okesop.notifications.enums import Rhythm
from okesop.notifications.models import Mail, Notification, Preference
from okesop.tasks import engines
from okesop.tasks.engines import State

NOTED, SUBMITTED = "procedures.noted", "procedures.submitted"


@pytest.fixture(autouse=True)
def _office(settings):
    settings.MAILING = True
    settings.PUBLIC_ADDRESS = "https://sop.kota.go.id"


@pytest.fixture
def reader(colleague, noon):
    """Wants e-mail at once, at an address that he confirmed."""
    Preference.objects.create(
        user=colleague, address="dewi@kota.go.id", rhythm=Rhythm.AT_ONCE, confirmed_at=noon
    )
    return colleague


def tell(user, author, at, kind=NOTED, url="/sop/abc/", subject="Surat Masuk"):
    sending.notify(kind, [user], about=About(subject, url, "Ganti ini"), by=author, at=at)


def queued():
    return [(row.task, row.args) for row in engines.current().rows(State.WAITING, 9)]


class TestQueueing:
    def test_what_happens_together_is_one_message(self, author, reader, noon):
        tell(reader, author, noon)
        tell(reader, author, noon, kind=SUBMITTED)

        assert queued() == [("notifications.gather", [reader.pk])]

    @pytest.mark.parametrize(
        "choice",
        [{"rhythm": "daily"}, {"rhythm": "none"}, {"confirmed_at": None}, {"unmailed": [NOTED]}],
    )
    def test_who_does_not_want_it_at_once_gets_none(self, author, reader, noon, choice):
        Preference.objects.update(**choice)

        tell(reader, author, noon)

        assert queued() == []

    @pytest.mark.parametrize("lack", [{"MAILING": False}, {"PUBLIC_ADDRESS": ""}])
    def test_an_office_without_server_or_address_sends_none(
        self, author, reader, noon, settings, lack
    ):
        for name, value in lack.items():
            setattr(settings, name, value)

        tell(reader, author, noon)

        assert queued() == []
        assert mailing.queue_digests() == 0

    def test_the_digest_is_for_those_who_want_it(self, reader):
        assert mailing.queue_digests() == 0
        Preference.objects.update(rhythm=Rhythm.DAILY)

        assert mailing.queue_digests() == 1
        assert mailing.queue_digests() == 1

        assert queued() == [("notifications.gather", [reader.pk])]


class TestSending:
    def test_one_message_tells_all_that_is_unread(self, author, reader, noon):
        tell(reader, author, noon)
        tell(reader, author, noon, kind=SUBMITTED)

        mail = mailing.gather(reader.pk, at=noon)

        assert ("notifications.send", [mail.pk]) in queued()
        assert mailing.send(mail, at=noon)
        [message] = outbox.outbox
        assert message.to == ["dewi@kota.go.id"]
        assert message.subject == "2 pemberitahuan · OKE SOP DIBAGI"
        assert "La Ode Fadlan menulis catatan pada “Surat Masuk”" in message.body
        assert "https://sop.kota.go.id/sop/abc/" in message.body
        assert "24 November 2026, 12.00 WITA" in message.body
        assert "https://sop.kota.go.id/profil/pemberitahuan/" in message.body

    def test_a_second_try_is_the_same_message(self, author, reader, noon):
        tell(reader, author, noon)
        mail = mailing.gather(reader.pk, at=noon)
        mailing.send(mail, at=noon)
        tell(reader, author, noon + timedelta(seconds=5), kind=SUBMITTED)
        Mail.objects.update(sent_at=None)  # the process died before it could say so

        mailing.send(Mail.objects.get(), at=noon)

        first, second = (message.message().as_bytes() for message in outbox.outbox)
        assert first == second
        assert f"<{mail.token}@sop.kota.go.id>".encode() in first

    def test_it_is_sent_once(self, author, reader, noon):
        tell(reader, author, noon)
        mail = mailing.gather(reader.pk, at=noon)

        assert mailing.send(mail, at=noon)
        assert not mailing.send(Mail.objects.get(), at=noon)
        assert mailing.gather(reader.pk, at=noon) is None

    def test_news_that_comes_again_before_sending_goes_in_the_next_message(
        self, author, reader, noon
    ):
        tell(reader, author, noon)
        first = mailing.gather(reader.pk, at=noon)
        tell(reader, author, noon + timedelta(seconds=5))

        assert not mailing.send(first, at=noon)
        assert mailing.send(mailing.gather(reader.pk, at=noon), at=noon)

        assert "2 catatan baru" in outbox.outbox[0].body
        assert reading.forget(at=noon + timedelta(days=366)) == 1  # the empty one

    def test_what_was_read_meanwhile_is_not_gathered(self, author, reader, noon):
        tell(reader, author, noon)
        Notification.objects.update(read_at=noon)

        assert mailing.gather(reader.pk, at=noon) is None

    def test_a_line_break_in_a_title_breaks_no_header(self, author, reader, noon):
        tell(reader, author, noon, subject="Surat\nBcc: semua@kota.go.id")

        mailing.send(mailing.gather(reader.pk, at=noon), at=noon)

        assert "\n" not in outbox.outbox[0].subject
        assert outbox.outbox[0].message()["Bcc"] is None


class TestAddress:
    def choose(self, user, address="baru@kota.go.id", at=None):
        choice = Choice(address, Rhythm.AT_ONCE, [], [])
        return preferring.prefer(user, choice, at=at)

    def link(self, user):
        preferring.send_link(user.pk)
        words = outbox.outbox[-1].body.split()
        return next(word for word in words if word.startswith("https://")).split("/")[-2]

    def test_only_a_confirmed_address_gets_e_mail(self, colleague, noon):
        assert self.choose(colleague, at=noon)
        assert queued() == [("notifications.confirm", [colleague.pk])]
        assert not preferring.of(colleague).mailed

        preferring.confirm(colleague, self.link(colleague), at=noon)

        assert outbox.outbox[-1].to == ["baru@kota.go.id"]
        assert preferring.of(colleague).mailed

    def test_another_address_must_be_confirmed_again(self, reader, noon):
        assert self.choose(reader, at=noon)
        assert preferring.of(reader).confirmed_at is None

        assert not self.choose(reader, at=noon)  # the same again asks nothing

    def test_a_link_of_another_person_or_address_confirms_nothing(self, author, colleague, noon):
        self.choose(colleague, at=noon)
        link = self.link(colleague)

        with pytest.raises(preferring.NoConfirmation):
            preferring.confirm(author, link, at=noon)
        with pytest.raises(preferring.NoConfirmation):
            preferring.confirm(colleague, f"{link}x", at=noon)
        self.choose(colleague, "lain@kota.go.id", at=noon)
        with pytest.raises(preferring.NoConfirmation):
            preferring.confirm(colleague, link, at=noon)

    def test_a_confirmed_address_gets_no_second_link(self, reader):
        assert not preferring.send_link(reader.pk)
