"""What is said where somebody else was there before."""

from django.utils.translation import gettext as _

from .when import moment_said


def stale_words(stale, plan):
    """Who changed it, and when.

    :param CaseChangedMeanwhile stale:
    """
    if stale.by is None:
        return _(
            "This has been changed since you opened the page. Look at it again before you save."
        )
    words = {"person": stale.by, "when": moment_said(stale.at, plan.now)}
    return (
        _(
            "%(person)s changed this, %(when)s, after you had opened the page. Look at it again "
            "before you save."
        )
        % words
    )
