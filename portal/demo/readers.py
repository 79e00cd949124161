"""The one page of the demo content that is not for everybody, and its partner."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import PartnerAccess
from pathways.models import ArticlePage

PAGE = "agreement-with-the-bank"
A_YEAR = timedelta(days=365)


def is_there():
    """Whether the page has been loaded: who may read it is the editors' business from then on."""
    return ArticlePage.objects.filter(key=PAGE).exists()


def close():
    """Let staff alone read the page; all its languages follow."""
    page = ArticlePage.objects.filter(key=PAGE).order_by("pk").first()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def let_in(partner):
    """Let a partner's people read the page for a year, where it is for staff."""
    page = ArticlePage.objects.filter(key=PAGE).order_by("pk").first()
    restriction = PageViewRestriction.objects.filter(page=page).first()
    if restriction and not restriction.partners.exists():
        until = timezone.localdate() + A_YEAR
        PartnerAccess.objects.create(restriction=restriction, organisation=partner, until=until)
