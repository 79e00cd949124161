"""What is recorded at the door: who came in, who did not, and what protects an account."""

from allauth.account import signals as account
from allauth.mfa import signals as second_step
from django.contrib.auth import get_user_model, signals
from django.db.models.signals import post_delete, post_save

from accounts.models import Invitation
from accounts.models.access_entry import Outcome, Verb

from .recording import record


def connect():
    """Listen; called once, when the apps are ready."""
    signals.user_logged_in.connect(_signed_in, dispatch_uid="log_signed_in")
    signals.user_logged_out.connect(_signed_out, dispatch_uid="log_signed_out")
    signals.user_login_failed.connect(_failed, dispatch_uid="log_failed")
    second_step.authentication_failed.connect(_wrong_code, dispatch_uid="log_wrong_code")
    for name in ("added", "removed", "reset"):
        signal = getattr(second_step, f"authenticator_{name}")
        signal.connect(_second_step, dispatch_uid=f"log_second_step_{name}")
    for name in ("set", "changed", "reset"):
        signal = getattr(account, f"password_{name}")
        signal.connect(_password, dispatch_uid=f"log_password_{name}")
    post_save.connect(_invited, Invitation, dispatch_uid="log_invited")
    post_delete.connect(_uninvited, Invitation, dispatch_uid="log_uninvited")


def _signed_in(user, request=None, **_kwargs):
    record(Verb.SIGNED_IN, user, actor=user, request=request)


def _signed_out(user, request=None, **_kwargs):
    if user is not None:
        record(Verb.SIGNED_OUT, user, actor=user, request=request)


def _failed(credentials, request=None, **_kwargs):
    """The account that somebody tried, if there is one; never what was typed."""
    typed = credentials.get("email") or credentials.get("username") or ""
    account = get_user_model().objects.filter(email__iexact=typed).first()
    record(Verb.SIGNED_IN, account, outcome=Outcome.FAILED, request=request)


def _wrong_code(user, request, **_kwargs):
    record(Verb.SIGNED_IN, user, outcome=Outcome.FAILED, request=request)


def _second_step(user, request, **_kwargs):
    record(Verb.SECOND_STEP_CHANGED, user, request=request)


def _password(user, request, **_kwargs):
    record(Verb.PASSWORD_CHANGED, user, request=request)


def _invited(instance, created, **_kwargs):
    if created:
        record(Verb.INVITED, instance)


def _uninvited(instance, **_kwargs):
    record(Verb.UNINVITED, instance)
