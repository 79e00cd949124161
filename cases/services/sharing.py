"""What a partner is shown of a case: agreed with the client, until a day, or until it is ended."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import Organisation
from cases.models import CaseEvent, CaseSharing

from .changing import changing

TERMS = (
    "organisation",
    "label",
    *CaseSharing.FACTS,
    "theme",
    "agreed_on",
    "consent",
    "until",
)


def share(*, case, user, terms, form_token=None):
    """Show an organisation general facts of the case.

    :param dict terms: the fields named in ``TERMS``.
    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        before = form_token and CaseSharing.objects.filter(form_token=form_token).first()
        if before and before.case_id == change.case.pk:
            return before
        _check(change, terms)
        sharing = CaseSharing(
            case=change.case,
            recorded_by=user,
            recorded_at=change.now,
            form_token=form_token,
            **{name: terms[name] for name in TERMS},
        )
        sharing.full_clean(exclude=["case", "consent", "recorded_by", "form_token"])
        sharing.save()
        change.tell(
            CaseEvent.Kind.SHARED, day=sharing.until, reason=str(sharing.organisation)[:200]
        )
        return sharing


def _check(change, terms):
    today = change.plan.today
    if terms["organisation"].kind != Organisation.Kind.PARTNER:
        raise ValidationError({"organisation": _("Only a partner is shown anything.")})
    if terms["agreed_on"] > today:
        raise ValidationError({"agreed_on": _("This day has not come yet.")})
    if terms["until"] < today:
        raise ValidationError({"until": _("This day has passed.")})
    consent = terms["consent"]
    if consent is None:
        return
    if consent.case_id != change.case.pk or not consent.holds_on(today):
        raise ValidationError({"consent": _("This consent does not hold today.")})


def end_sharing(*, case, user, sharing):
    """They are shown nothing any more, from today."""
    with changing(case, user, ended_too=True) as change:
        known = CaseSharing.objects.select_related("organisation").get(
            case=change.case, pk=sharing.pk
        )
        if known.ended_on is not None:
            return
        known.ended_on = change.plan.today
        known.save(update_fields=["ended_on"])
        change.tell(
            CaseEvent.Kind.SHARING_ENDED,
            day=known.ended_on,
            reason=str(known.organisation)[:200],
        )
