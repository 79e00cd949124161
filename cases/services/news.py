"""Telling people what concerns their work: on their screen, and by a mail that says no more."""

from cases.mails import tell_by_mail
from cases.models import CaseNews


def tell(change, kind, people):
    """Tell them, inside a change. Whoever did it knows already.

    :param people: users; None among them is nobody.
    """
    others = {person.pk: person for person in people if person and person.pk != change.user.pk}
    CaseNews.objects.bulk_create(
        CaseNews(user=person, case=change.case, kind=kind, by=change.user, at=change.now)
        for person in others.values()
    )
    tell_by_mail(others.values(), change.plan.today)


def mark_seen(user, pks):
    """They know. Only their own news count.

    :returns: how many.
    """
    return CaseNews.objects.filter(user=user, pk__in=pks, seen=False).update(seen=True)
