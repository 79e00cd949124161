"""Mails: text and HTML say the same, in the receiver's language."""

import pytest
from django.core import mail
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.mail import Mail, send

LINK = "https://portal.example/x/?a=1&b=2"


def a_mail():
    return Mail(
        subject=f"{_('Front page')}\nBcc: all@example.org",
        paragraphs=["Two & three <b>are</b> due.", get_language()],
        link=LINK,
        link_words="See them",
    )


def test_text_and_html_say_the_same():
    send(a_mail, "somebody@example.org", "fi")
    (sent,) = mail.outbox
    html = sent.alternatives[0].content
    assert "Two & three <b>are</b> due." in sent.body
    assert LINK in sent.body
    assert "Two &amp; three &lt;b&gt;are&lt;/b&gt; due." in html
    assert 'href="https://portal.example/x/?a=1&amp;b=2"' in html
    assert '<html lang="fi">' in html
    assert "\nfi\n" in sent.body


def test_a_subject_is_one_line():
    send(a_mail, "somebody@example.org", "en")
    assert mail.outbox[0].subject == "Front page Bcc: all@example.org"


def test_a_mail_loads_nothing_from_anywhere():
    send(a_mail, "somebody@example.org", "en")
    html = mail.outbox[0].alternatives[0].content
    assert "src=" not in html
    assert "url(" not in html
    assert "<link" not in html


@pytest.mark.django_db
def test_a_new_password_is_asked_for_in_the_portals_words(client, django_user_model):
    django_user_model.objects.create_superuser("admin@example.org", "said-to-nobody")
    client.post("/en/account/password/forgotten/", {"email": "admin@example.org"})
    assert "Choose a new password:" in mail.outbox[0].body
    assert "/en/account/password/new/" in mail.outbox[0].body
    assert mail.outbox[0].body.rstrip().endswith("Pathway Portal")
