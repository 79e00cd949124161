"""The pages of the door that the library does not have."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.logout import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .sessions import end_all


@never_cache
def admin_door(request):
    """Wagtail sends here whoever may not go on: strangers to the door, others no further."""
    if request.user.is_authenticated:
        raise PermissionDenied
    query = request.META.get("QUERY_STRING", "")
    return redirect(reverse("account_login") + (f"?{query}" if query else ""))


@login_required
@never_cache
def account_home(request):
    """Where people look after their own account."""
    return render(request, "account/home.html")


@never_cache
def by_invitation(request):
    """Says how one gets an account."""
    return render(request, "account/by_invitation.html")


@require_POST
@login_required
@reauthentication_required
def sign_out_everywhere(request):
    """End every session of this person, this one too."""
    end_all(request.user)
    logout(request)
    return redirect("account_login")
