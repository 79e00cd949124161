"""Taking an answer: no more than a few an hour, each once, and word to whoever owns the page.

The limits count answers and not people: nothing is kept that would tell one reader from another.
"""

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_admin_base_url

from accounts.mail import Mail, send
from pathways.models import StepPage

HOUR = 3600
MOST_A_STEP, MOST_IN_ALL = 20, 200


class TooMany(Exception):
    """So many answers have come within the hour that they cannot all be from people."""


def take(*, form, step):
    """Store a valid answer and tell the owner of the page.

    :returns: the answer; None for one that was sent twice or by a program.
    :raises TooMany: and nothing is stored.
    """
    if form.is_from_a_program or cache.get(_used(form)):
        return None
    _count(f"feedback-{step.pk}", MOST_A_STEP)
    _count("feedback", MOST_IN_ALL)
    answer = form.save(commit=False)
    answer.step, answer.title, answer.language = step, step.title, step.locale.language_code
    answer.save()
    cache.set(_used(form), True, 24 * HOUR)
    owner = _owner_of(step)
    if owner:
        send(lambda: _mail(step), owner.email, _language_of(owner, step))
    return answer


def _owner_of(step):
    """Whoever owns the page, or the page that it is translated from."""
    pages = StepPage.objects.filter(translation_key=step.translation_key).select_related("owner")
    owners = [page.owner for page in sorted(pages, key=lambda page: page.pk != step.pk)]
    return next((one for one in owners if one and one.is_active and one.email), None)


def _language_of(owner, step):
    profile = getattr(owner, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or step.locale.language_code


def _used(form):
    return f"feedback-used-{form.cleaned_data['ticket']}"


def _count(name, most):
    cache.add(name, 0, HOUR)
    if cache.incr(name) > most:
        raise TooMany


def _mail(step):
    """Only that there is an answer: what it says is read in the portal."""
    return Mail(
        subject=_("A reader has said whether a step was clear"),
        paragraphs=[_("The step: %(title)s") % {"title": step.title}],
        link=f"{get_admin_base_url()}{reverse('feedback:index')}",
        link_words=_("Read the answer"),
    )
