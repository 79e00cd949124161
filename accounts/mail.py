"""Mails in the portal's look: text first, and the same as HTML."""

from dataclasses import dataclass, field

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override


@dataclass(frozen=True)
class Mail:
    """What a mail says. Words only: never a name, a reference or a text from a case."""

    subject: str
    paragraphs: list[str] = field(default_factory=list)
    link: str = ""
    link_words: str = ""


def send(write, to, language):
    """Send a mail in the receiver's language.

    :param write: a function that gives the :class:`Mail` when that language is active.
    :param to: one address.
    """
    with override(language):
        mail = write()
        context = {"mail": mail}
        message = EmailMultiAlternatives(
            subject=" ".join(mail.subject.split()),
            body=render_to_string("mail/base.txt", context),
            to=[to],
        )
        message.attach_alternative(render_to_string("mail/base.html", context), "text/html")
        message.send()
